"""Keys of a head in the order of timeline/model/schema.py, each with the lines that belong to it.

Comments and blank lines directly above a key go with it. Where it is not certain what a comment belongs to, or where a key
is not known, the keys stay as they are.
"""

from itertools import chain, pairwise
from typing import Any

from pydantic import BaseModel

from timeline.contribute.edits import Edit, replaced_lines
from timeline.model.schema import ArticleKeys, EventKeys
from timeline.reading.source import Source
from timeline.reading.vocabulary import Vocabulary
from timeline.reading.yaml_tree import Path


def fix(source: Source, vocabulary: Vocabulary) -> tuple[list[Edit], Any]:
    """The edits that sort the keys, and the data that the YAML must hold after them: the same."""
    lines, data = list(source.lines.lines), source.tree.data
    if source.is_article and isinstance(data, dict) and not source.tree.problems:
        events = data.get("events")
        for event, mapping in events.items() if isinstance(events, dict) else ():
            _sort(lines, source, ("events", event), mapping, EventKeys)
        _sort(lines, source, (), data, ArticleKeys)
    return replaced_lines(source.lines.lines, lines), data


def _sort(lines: list[str], source: Source, path: Path, mapping: Any, schema: type[BaseModel]) -> None:
    """Puts the keys of one mapping in order, if that is certain."""
    place = {key: number for number, key in enumerate(schema.model_fields)}
    if not isinstance(mapping, dict) or any(key not in place for key in mapping):
        return
    order = sorted(mapping, key=place.__getitem__)
    if order == list(mapping):
        return
    starts = _starts(lines, source, path, mapping)
    if starts is None or (order[0] != next(iter(mapping)) and _is_comment(lines[starts[0] - 1])):
        return
    blocks = {key: lines[start:stop] for key, (start, stop) in zip(mapping, pairwise(starts), strict=True)}
    lines[starts[0] : starts[-1]] = chain.from_iterable(blocks[key] for key in order)


def _starts(lines: list[str], source: Source, path: Path, mapping: dict[str, Any]) -> list[int] | None:
    """Where the lines of each key begin, and where those of the last one end; None if that is not certain."""
    places = [source.tree.keys[(*path, key)] for key in mapping]
    rows, column = [at.line - 1 for at in places], places[0].column - 1
    if len(set(rows)) < len(rows) or any(at.column - 1 != column or lines[at.line - 1][:column].strip() for at in places):
        return None  # a mapping in braces
    starts = [rows[0]]
    for before, row in pairwise(rows):
        start = row
        while start > before + 1 and _is_lead(lines[start - 1], column):
            start -= 1
        starts.append(start)
    starts.append(_end(lines, source, path, rows[-1], column))
    for start, row, stop, value in zip(starts, rows, starts[1:], mapping.values(), strict=False):
        lead, below = lines[start:row], lines[row + 1 : stop]
        if any(_is_comment(line) and not after.strip() for line, after in pairwise(lead)):
            return None  # a comment for itself
        if any(_is_comment(line) and (_indent(line) <= column or not isinstance(value, dict)) for line in below):
            return None
    return starts


def _end(lines: list[str], source: Source, path: Path, last: int, column: int) -> int:
    """The line after the last key of a mapping: that of the next key outside it, without the comments that belong to that key."""
    others = (at.line - 1 for other, at in source.tree.keys.items() if other[: len(path)] != path)
    end = min((row for row in others if row > last), default=source.end)
    while not lines[end - 1].strip() or (_is_comment(lines[end - 1]) and _indent(lines[end - 1]) < column):
        end -= 1
    return end


def _is_lead(line: str, column: int) -> bool:
    """Whether a line above a key belongs to it: it is blank, or a comment that begins where the key does."""
    return not line.strip() or (_is_comment(line) and _indent(line) == column)


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
