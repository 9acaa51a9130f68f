"""What was found of the addresses of the articles, as text, Markdown and JSON."""

from collections.abc import Iterator, Mapping, Sequence

from timeline.model.diagnostics import counted, printable
from timeline.publish import json_text
from timeline.reading import escape
from timeline.review.link_checker import STATES, Answer

# What each state means, and what to do about it.
MEANING = {
    "gone": "There is nothing any more. Look for an archived copy, and give its address.",
    "fails": "No use can be made of the answer, or there is none. Ask again some days later.",
    "moved": "It leads elsewhere. If the article is there, give that address.",
    "refuses": "Programs are turned away, and readers perhaps not. Look in a browser.",
    "not asked": "It leads to where a program that runs unattended should not go.",
}
Paths = Mapping[str, Sequence[str]]  # the files of the articles by their address


def as_text(answers: Sequence[Answer], paths: Paths) -> str:
    """One line for each file with an address that does not simply answer, and the counts."""
    lines = []
    for answer in _worst_first(answers):
        leads_to = f" leads to {answer.leads_to}" if answer.leads_to else ""
        lines += [f"{path}: {answer.state} ({answer.why}): {answer.url}{leads_to}" for path in paths[answer.url]]
    return "\n".join(printable(line) for line in [*lines, _counts(answers)]) + "\n"


def as_markdown(answers: Sequence[Answer], paths: Paths) -> str:
    """A table for each state."""
    text = f"## Addresses of the articles\n\n{_counts(answers)}\n"
    for state in MEANING:
        rows = [_row(answer, paths) for answer in answers if answer.state == state]
        if rows:
            text += f"\n### {state.capitalize()}: {len(rows)}\n\n{MEANING[state]}\n\n"
            text += "| file | address | why |\n| --- | --- | --- |\n" + "".join(rows)
    return text


def as_json(answers: Sequence[Answer], paths: Paths) -> str:
    """All addresses, those that answer too."""
    rows = (
        {"url": a.url, "state": a.state, "why": a.why, "leads_to": a.leads_to or None, "articles": list(paths[a.url])}
        for a in answers
    )
    return json_text.document({"asked": len(answers)}, "addresses", map(json_text.line, rows))


def _worst_first(answers: Sequence[Answer]) -> Iterator[Answer]:
    for state in MEANING:
        yield from (answer for answer in answers if answer.state == state)


def _counts(answers: Sequence[Answer]) -> str:
    states = [answer.state for answer in answers]
    told = ", ".join(f"{states.count(state)} {state}" for state in STATES if state in states)
    return f"{counted(len(answers), 'address', 'addresses')} asked" + (f": {told}." if told else ".")


def _row(answer: Answer, paths: Paths) -> str:
    files = "<br>".join(map(escape.code, paths[answer.url]))
    leads_to = f" leads to {_link(answer.leads_to)}" if answer.leads_to else ""
    return f"| {files} | {_link(answer.url)}{leads_to} | {escape.inline(answer.why)} |\n"


def _link(url: str) -> str:
    """A link only where it is one to the web: a redirect may lead anywhere."""
    shown = escape.inline(url)
    return f"[{shown}]({escape.url(url)})" if url.startswith(("https://", "http://")) else shown
