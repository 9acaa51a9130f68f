"""Adding a name to the lists of a head, by insertions only: nothing that a contributor wrote is written again.

YAML can be laid out in many ways. The edits fit the usual ones. `verify.py` reads the file again, and if the edits do not have
the intended effect, the name is left to be added by hand.
"""

import re

from timeline.contribute.edits import Edit, insertion
from timeline.contribute.suggestions.source import ArticleSource
from timeline.contribute.yaml_writer import scalar
from timeline.model.diagnostics import Location
from timeline.model.names import Name
from timeline.model.schema import EventKeys

_KEYS = tuple(EventKeys.model_fields)


def add_name(source: ArticleSource, event: str, name: Name) -> tuple[Edit, ...]:
    """The change that adds a name to a list of an event in the head; nothing where the head has another shape."""
    written, facet, tree = scalar(name.name), name.kind, source.tree
    data = tree.data if isinstance(tree.data, dict) else {}
    events = data.get("events")
    if "events" not in data:
        return _below(source, source.end - 1, f"events:\n  {event}:\n    {facet}: [{written}]")
    if not isinstance(events, dict):
        return ()
    if event not in events:
        return _new_event(source, f"{{0}}{event}:\n{{0}}  {facet}: [{written}]")
    stated = events[event]
    if isinstance(stated, dict) and facet in stated:
        return _into_list(source, tree.at(("events", event, facet)), len(source.names(event, facet)), written, (event, facet))
    return _new_list(source, event, facet, f"{facet}: [{written}]")


def _into_list(source: ArticleSource, at: Location, size: int, written: str, path: tuple[str, str]) -> tuple[Edit, ...]:
    last = source.tree.at(("events", *path, size - 1)) if size else at
    if at.text[at.column - 1 :].startswith("["):
        behind = last.text[last.column - 1 + (0 if size else 1) :]
        # A quoted name may hold a bracket of its own.
        found = re.match(r"""\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\],]*?)(?=\s*(?:[\],]|$))""", behind)
        offset = 1  # behind the bracket of an empty list
        if size:
            offset = found.end() if found else 0
        column = last.column - 1 + offset
        return (insertion(last.line - 1, column, f", {written}" if size else written),)
    lead = last.text[: last.column - 1]
    return _below(source, last.line - 1, lead + written) if size and re.fullmatch(r" *- +", lead) else ()


def _new_list(source: ArticleSource, event: str, facet: str, line: str) -> tuple[Edit, ...]:
    """A list that the event does not have yet: before the first key that comes after it in the usual order, else at its end."""
    tree, path = source.tree, ("events", event)
    at, stated = tree.at(path), source.events[event]
    if at.text[at.column - 1 :].startswith("{"):
        return (insertion(at.line - 1, at.column, line + (", " if stated else "")),)
    for key in _KEYS[_KEYS.index(facet) + 1 :]:
        if key in stated:
            before = tree.at_key((*path, key))
            return (insertion(before.line - 1, before.column - 1, f"{line}\n{' ' * (before.column - 1)}"),)
    column = tree.at_key((*path, next(iter(stated)))).column - 1 if stated else tree.at_key(path).column + 1
    return _below(source, _last_line(source, tree.at_key(path)), " " * column + line)


def _new_event(source: ArticleSource, lines: str) -> tuple[Edit, ...]:
    at = source.tree.at(("events",))
    if at.text[at.column - 1 :].startswith("{") or not source.events:
        return ()
    first = source.tree.at_key(("events", next(iter(source.events))))
    end = _last_line(source, source.tree.at_key(("events",)))
    return _below(source, end, lines.format(" " * (first.column - 1)))


def _last_line(source: ArticleSource, key: Location) -> int:
    """The last line (from 0) of what belongs to a key: the lines that are indented deeper."""
    last = number = key.line - 1
    for number in range(key.line, source.end):
        line = source.lines.lines[number]
        if line.strip():
            if len(line) - len(line.lstrip(" ")) < key.column:
                break
            last = number
    return last


def _below(source: ArticleSource, line: int, text: str) -> tuple[Edit, ...]:
    return (insertion(line, len(source.lines.lines[line]), "\n" + text),)
