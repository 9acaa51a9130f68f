"""How a name gets into the lists of a head: as insertions, for nothing that a contributor wrote is written anew.

Heads are YAML of many shapes. What is made here fits the usual ones; whether it says what it should is found out by reading
the file again (`trial`), and where it does not, the name is added by hand.
"""

import re

from timeline.contribute.suggestions.source import FiledArticle
from timeline.contribute.suggestions.suggestion import Insertion
from timeline.contribute.yaml_writer import scalar
from timeline.model.diagnostics import Location
from timeline.model.records import Name
from timeline.model.schema import EventKeys

_KEYS = tuple(EventKeys.model_fields)


def add_name(filed: FiledArticle, event: str, name: Name) -> tuple[Insertion, ...]:
    """The change that adds a name to a list of an event in the head; nothing where the head has another shape."""
    written, facet, tree = scalar(name.name), name.kind, filed.tree
    data = tree.data if isinstance(tree.data, dict) else {}
    events = data.get("events")
    if "events" not in data:
        return _below(filed, filed.end_of_head - 1, f"events:\n  {event}:\n    {facet}: [{written}]")
    if not isinstance(events, dict):
        return ()
    if event not in events:
        return _new_event(filed, f"{{0}}{event}:\n{{0}}  {facet}: [{written}]")
    stated = events[event]
    if isinstance(stated, dict) and facet in stated:
        return _into_list(filed, tree.at(("events", event, facet)), len(filed.names(event, facet)), written, (event, facet))
    return _new_list(filed, event, facet, f"{facet}: [{written}]")


def _into_list(filed: FiledArticle, at: Location, size: int, written: str, path: tuple[str, str]) -> tuple[Insertion, ...]:
    last = filed.tree.at(("events", *path, size - 1)) if size else at
    if at.text[at.column - 1 :].startswith("["):
        behind = last.text[last.column - 1 + (0 if size else 1) :]
        # A quoted name may hold a bracket of its own.
        found = re.match(r"""\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\],]*?)(?=\s*(?:[\],]|$))""", behind)
        column = last.column - 1 + (found.end() if found and size else 0 if size else 1)
        return (Insertion(last.line - 1, column, f", {written}" if size else written),)
    lead = last.text[: last.column - 1]
    return _below(filed, last.line - 1, lead + written) if size and re.fullmatch(r" *- +", lead) else ()


def _new_list(filed: FiledArticle, event: str, facet: str, line: str) -> tuple[Insertion, ...]:
    """A list that the event does not have yet: before the first key that comes after it in the usual order, else at its end."""
    tree, path = filed.tree, ("events", event)
    at, stated = tree.at(path), filed.events[event]
    if at.text[at.column - 1 :].startswith("{"):
        return (Insertion(at.line - 1, at.column, line + (", " if stated else "")),)
    for key in _KEYS[_KEYS.index(facet) + 1 :]:
        if key in stated:
            before = tree.at_key((*path, key))
            return (Insertion(before.line - 1, before.column - 1, f"{line}\n{' ' * (before.column - 1)}"),)
    column = tree.at_key((*path, next(iter(stated)))).column - 1 if stated else tree.at_key(path).column + 1
    return _below(filed, _last_line(filed, tree.at_key(path)), " " * column + line)


def _new_event(filed: FiledArticle, lines: str) -> tuple[Insertion, ...]:
    at = filed.tree.at(("events",))
    if at.text[at.column - 1 :].startswith("{") or not filed.events:
        return ()
    first = filed.tree.at_key(("events", next(iter(filed.events))))
    end = _last_line(filed, filed.tree.at_key(("events",)))
    return _below(filed, end, lines.format(" " * (first.column - 1)))


def _last_line(filed: FiledArticle, key: Location) -> int:
    """The last line (from 0) of what belongs to a key: the lines that are indented deeper."""
    last = number = key.line - 1
    for number in range(key.line, filed.end_of_head):
        line = filed.lines.lines[number]
        if line.strip():
            if len(line) - len(line.lstrip(" ")) < key.column:
                break
            last = number
    return last


def _below(filed: FiledArticle, line: int, text: str) -> tuple[Insertion, ...]:
    return (Insertion(line, len(filed.lines.lines[line]), "\n" + text),)
