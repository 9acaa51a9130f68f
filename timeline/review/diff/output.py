"""Write a difference as text for a terminal, as Markdown for a comment on a pull request, and as JSON for programs.

Forges turn `@name`, `#12`, hashes of commits and bare addresses into links wherever they appear, entities or not, but not in
code. So in Markdown all text from the files is in code spans, where nothing is markup.
"""

import re
from collections.abc import Iterable
from itertools import accumulate
from typing import Any

from timeline.model.diagnostics import Location, printable
from timeline.publish import json_text
from timeline.publish.escape import plain
from timeline.review.diff import Difference
from timeline.review.diff.changes import Change, Value
from timeline.review.diff.layout import Item, Line, Piece, Style, lay_out
from timeline.review.diff.snapshot import Snapshot

TEXT_LENGTH = 600  # characters of one piece on a terminal
MARKDOWN_LENGTH, LINE_LENGTH, MAX_LINES = 300, 1_500, 25  # characters of a piece and of a line, lines of an item, in Markdown
MAX_BYTES = 60_000  # of all Markdown but the headings; GitHub accepts 65,536 characters
JSON_VERSION = 2  # grows when a reader of the JSON would have to change; docs/manual/diff.md describes the format


def as_text(difference: Difference) -> str:
    """A line for each subject and, indented, one for each of its changes. Control characters are spelled out."""
    layout = lay_out(difference)
    lines = [_text_line(line) for line in layout.header]
    for section, items in layout.sections.items():
        lines += ["", section.value]
        for item in items:
            lines.append("  " + "  ".join(_text_piece(piece) for piece in item.head))
            lines += [f"    {_text_line(line)}" for line in item.lines]
    return "\n".join(lines) + "\n"


def _text_line(line: Line) -> str:
    return _join(_text_piece(piece) for piece in line)


def _text_piece(piece: Piece) -> str:
    """Removed and added words are marked as `git diff --word-diff` marks them."""
    text = _cut(printable(" ".join(piece.text.split())), TEXT_LENGTH)
    match piece.style:
        case Style.REMOVED:
            return f"[-{text}-]"
        case Style.ADDED:
            return f"{{+{text}+}}"
    return text


def as_markdown(difference: Difference) -> str:
    """A heading for each section, and lists of subjects with their changes. What is too long is cut, and counted."""
    layout = lay_out(difference)
    lines = ["## Changes to the chronology", ""]
    for header in layout.header:
        lines += [_markdown_line(header), ""]
    room = MAX_BYTES - _size(lines)
    for remaining, (section, items) in zip(range(len(layout.sections), 0, -1), layout.sections.items(), strict=True):
        # A section may take half of the room that is left, so that a long one leaves some for those after it.
        fitting = _fitting(items, room if remaining == 1 else room // 2)
        room -= _size(fitting)
        lines += [f"### {section.value}", "", *fitting, ""]
    return "\n".join(lines).rstrip() + "\n"


def _fitting(items: tuple[Item, ...], room: int) -> list[str]:
    """The lines of as many items as `room` bytes hold, and the number of the others."""
    lines: list[str] = []
    for number, item in enumerate(items):
        added = _markdown_item(item)
        room -= _size(added)
        if room < 0:
            return [*lines, f"- and {len(items) - number:,} more"]
        lines += added
    return lines


def _size(lines: list[str]) -> int:
    """Bytes, with the line breaks."""
    return sum(len(line.encode()) + 1 for line in lines)


def _markdown_item(item: Item) -> list[str]:
    lines = [f"- {' '.join(_code(piece.text) for piece in item.head)}"]
    lines += [f"    - {_markdown_line(line)}" for line in item.lines[:MAX_LINES]]
    if len(item.lines) > MAX_LINES:
        lines.append(f"    - and {len(item.lines) - MAX_LINES:,} more changes")
    return lines


def _markdown_line(line: Line) -> str:
    """A line, cut between two pieces if it is too long."""
    pieces = [_markdown_piece(piece) for piece in line]
    lengths = accumulate(len(piece) for piece in pieces)
    fitting = [piece for piece, length in zip(pieces, lengths, strict=True) if length <= LINE_LENGTH]
    return _join(fitting if len(fitting) == len(pieces) else [*fitting, "…"])


def _markdown_piece(piece: Piece) -> str:
    match piece.style:
        case Style.OURS:
            return piece.text
        case Style.REMOVED:
            return f"~~{_code(piece.text)}~~"
        case Style.ADDED:
            return f"**{_code(piece.text)}**"
    return _code(piece.text)


def _code(text: str) -> str:
    """A code span that shows exactly this text on one line: its fence is longer than any run of backticks in it."""
    shown = _cut(plain(text), MARKDOWN_LENGTH)
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", shown)), default=0))
    blank = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{blank}{shown or ' '}{blank}{fence}"


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length] + "…"


def _join(pieces: Iterable[str]) -> str:
    """The pieces with a blank between them, except before punctuation."""
    return "".join(text if not number or text[:1] in tuple(":,.") else f" {text}" for number, text in enumerate(pieces))


def as_json(difference: Difference) -> str:
    """An object with the two snapshots and a list of all changes. The same content gives the same text."""
    before = difference.before
    members = {
        "format": "dateline-diff",
        "version": JSON_VERSION,
        "base": _snapshot(before) | {"commit": before.commit or None, "is_merge_base": before.is_merge_base},
        "current": _snapshot(difference.after),
        "complete": difference.complete,
        "addresses_lost": difference.lost_addresses,
    }
    return json_text.document(members, "changes", (json_text.line(_change(change)) for change in difference.changes))


def _snapshot(snapshot: Snapshot) -> dict[str, Any]:
    return {
        "name": snapshot.name,
        "entries": len(snapshot.chronology.entries),
        "articles": len(snapshot.chronology.articles),
        "errors": [{"code": error.code, **_place(error.at), "message": error.message} for error in snapshot.errors],
    }


def _change(change: Change) -> dict[str, Any]:
    subject = change.subject
    return {
        "kind": change.kind.id,
        "subject": {"type": subject.type, "id": subject.id, "title": subject.title},
        "what": change.what,
        "before": _value(change.before),
        "after": _value(change.after),
    }


def _value(value: Value | None) -> dict[str, Any] | None:
    if value is None:
        return None
    date = {"edtf": value.when.text, "precision": value.when.precision} if value.when else {}
    return {"text": value.text, **date, "at": [_place(at) for at in value.at]}


def _place(at: Location) -> dict[str, str | int]:
    return {"path": at.path, "line": at.line}
