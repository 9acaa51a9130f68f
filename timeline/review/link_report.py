"""The results of the link check as text, Markdown and JSON."""

from collections.abc import Iterator, Mapping, Sequence

from timeline.model.diagnostics import counted, printable
from timeline.publish import escape, json_text
from timeline.review.link_checker import Result, State

Paths = Mapping[str, Sequence[str]]  # the paths of the article files by address
PROBLEMS = tuple(state for state in State if state is not State.OK)


def as_text(results: Sequence[Result], paths: Paths) -> str:
    """A line for each file whose address has a problem, the worst first, and the counts."""
    lines = []
    for result in _by_state(results):
        target = f" redirects to {result.target}" if result.target else ""
        lines += [f"{path}: {result.state.word} ({result.reason}): {result.url}{target}" for path in paths[result.url]]
    return "\n".join(printable(line) for line in [*lines, _counts(results)]) + "\n"


def as_markdown(results: Sequence[Result], paths: Paths) -> str:
    """The counts, and a table for each kind of problem."""
    text = f"## Addresses of the articles\n\n{_counts(results)}\n"
    for state in PROBLEMS:
        rows = [_row(result, paths) for result in results if result.state is state]
        if rows:
            text += f"\n### {state.word.capitalize()}: {len(rows)}\n\n{state.advice}\n\n"
            text += "| file | address | reason |\n| --- | --- | --- |\n" + "".join(rows)
    return text


def as_json(results: Sequence[Result], paths: Paths) -> str:
    """All results, those without a problem too."""
    rows = (
        {
            "url": result.url,
            "state": result.state.word,
            "reason": result.reason,
            "target": result.target or None,
            "articles": list(paths[result.url]),
        }
        for result in results
    )
    return json_text.document({"checked": len(results)}, "addresses", map(json_text.line, rows))


def _by_state(results: Sequence[Result]) -> Iterator[Result]:
    for state in PROBLEMS:
        yield from (result for result in results if result.state is state)


def _counts(results: Sequence[Result]) -> str:
    states = [result.state for result in results]
    counts = ", ".join(f"{states.count(state):,} {state.word}" for state in State if state in states)
    return f"{counted(len(results), 'address', 'addresses')} checked" + (f": {counts}." if counts else ".")


def _row(result: Result, paths: Paths) -> str:
    files = "<br>".join(map(escape.code, paths[result.url]))
    target = f" redirects to {_link(result.target)}" if result.target else ""
    return f"| {files} | {_link(result.url)}{target} | {escape.inline(result.reason)} |\n"


def _link(url: str) -> str:
    """A link if it is a web address: a redirect may lead anywhere."""
    shown = escape.inline(url)
    return f"[{shown}]({escape.url(url)})" if url.startswith(("https://", "http://")) else shown
