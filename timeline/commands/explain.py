"""build.py explain: what a code of the check means, with an example, on the terminal."""

import difflib
import re
from collections.abc import Iterator, Sequence
from textwrap import indent

import click

from timeline.checks.manual import HEAD, Rule, by_group, read_manual
from timeline.model.diagnostics import printable


@click.command
@click.argument("codes", metavar="[CODE]...", nargs=-1)
def command(codes: tuple[str, ...]) -> None:
    """Tell what a CODE of a message means and what to do, or list all codes.

    CODE is a letter and three digits, such as C801. It stands in the message, behind the place.
    """
    rules = read_manual()
    click.echo("\n\n".join(_manual(_find(code, rules)) for code in codes) if codes else "\n".join(_list(rules)))


def _find(written: str, rules: Sequence[Rule]) -> Rule:
    """The rule of a code, in capitals or not; a pasted message may stand round it."""
    known = {rule.code: rule for rule in rules}
    words = re.findall(r"\w+", written.upper())
    if found := next((known[word] for word in words if word in known), None):
        return found
    word = words[0] if words else "?"
    like = [code for code in known if code.startswith(word)] or sorted(difflib.get_close_matches(word, known, n=3))
    did_you = f"Did you mean {' or '.join(like)}? " if like else ""
    raise click.ClickException(
        f"there is no code `{printable(written)}`. {did_you}`python build.py explain` lists all codes; "
        "a code is a letter and three digits, such as C801."
    )


def _manual(rule: Rule) -> str:
    parts = [f"{rule.code}: {rule.title}", rule.text]
    for heading, part in (("Wrong:", rule.wrong), ("The check says:", rule.says), ("Right:", rule.right)):
        if part:
            parts += [heading, indent(part.rstrip(), "    ")]
    if rule.is_body:
        parts += ["The head of the article is left out above; it is this:", indent(HEAD.rstrip(), "    ")]
    elif rule.wrong.startswith("=== "):
        parts.append("After === stands the name of each file.")
    return "\n\n".join(parts)


def _list(rules: Sequence[Rule]) -> Iterator[str]:
    for group, found in by_group(rules).items():
        yield f"{group}:"
        yield from (f"  {rule.code}  {rule.title}" for rule in found)
        yield ""
    yield "`python build.py explain CODE` tells more of one of them."
