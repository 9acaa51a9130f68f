"""dateline explain: what a message of the check means, with an example."""

import difflib
import re
from collections.abc import Iterator, Sequence
from textwrap import indent

import click

from timeline.checks.manual import HEAD, Rule, by_group, read_manual
from timeline.model.errors import UserError


@click.command
@click.argument("codes", metavar="[CODE]...", nargs=-1)
def command(codes: tuple[str, ...]) -> None:
    """Explain what a message means and what to do about it. Without a CODE, list all codes.

    CODE is the letter and three digits in the message, such as C801.
    """
    rules = read_manual()
    click.echo("\n\n".join(_explanation(_find(code, rules)) for code in codes) if codes else "\n".join(_list(rules)))


def _find(text: str, rules: Sequence[Rule]) -> Rule:
    """The rule of the first code in `text`, which may be a whole message; case does not count. Raises UserError."""
    known = {rule.code: rule for rule in rules}
    words = re.findall(r"\w+", text.upper())
    if found := next((known[word] for word in words if word in known), None):
        return found
    word = words[0] if words else "?"
    like = [code for code in known if code.startswith(word)] or sorted(difflib.get_close_matches(word, known, n=3))
    suggestion = f"did you mean {' or '.join(like)}? " if like else ""
    raise UserError(f"there is no code `{text}`", f"{suggestion}`dateline explain` lists all codes")


def _explanation(rule: Rule) -> str:
    parts = [f"{rule.code}: {rule.title}", rule.text]
    for heading, part in (("Wrong:", rule.wrong), ("The check says:", rule.says), ("Right:", rule.right)):
        if part:
            parts += [heading, indent(part.rstrip(), "    ")]
    if rule.is_body:
        parts += ["The examples leave out the head of the article, which is:", indent(HEAD.rstrip(), "    ")]
    elif rule.wrong.startswith("=== "):
        parts.append("A line that begins with === names the file below it.")
    return "\n\n".join(parts)


def _list(rules: Sequence[Rule]) -> Iterator[str]:
    for group, found in by_group(rules).items():
        yield f"{group}:"
        yield from (f"  {rule.code}  {rule.title}" for rule in found)
        yield ""
    yield "To read about one of them, run `dateline explain CODE`."
