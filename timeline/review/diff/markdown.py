"""A difference as Markdown, for a comment on a proposal or the summary of a job.

Forges make links of `@name`, `#12`, hashes of commits and bare addresses, wherever they stand, entities or not; but not
within code. So all text that others wrote stands in code spans, and nothing in these is ever markup.
"""

import re
from itertools import accumulate

from timeline.reading.escape import plain
from timeline.review.diff import Difference
from timeline.review.diff.layout import Item, Line, Piece, Section, joined, opening, sections

MOST = 60_000  # bytes of all but the headings; GitHub takes 65,536 characters
LONGEST, LINE, LINES = 300, 1_500, 25  # characters of one run of text and of a line, lines of an item
MARKS = {"gone": "~~", "new": "**"}


def as_markdown(difference: Difference) -> str:
    """Headings by section, lists of subjects with their changes. What is too much is counted."""
    found = sections(difference)
    lines = ["## What changes in the chronology", ""]
    for line in opening(difference, found):
        lines += [_written(line), ""]
    room = MOST - _bytes(lines)
    for number, section in enumerate(found, 1):
        # No section takes more than half of what is left, so that one of many changes leaves room for the others.
        items = _fitting(section, room if number == len(found) else room // 2)
        room -= _bytes(items)
        lines += [f"### {section.title}", "", *items, ""]
    return "\n".join(lines).rstrip() + "\n"


def _fitting(section: Section, room: int) -> list[str]:
    """The lines of as many items as so many bytes hold, and how many more there are."""
    lines: list[str] = []
    for place, item in enumerate(section.items):
        written = _item(item)
        room -= _bytes(written)
        if room < 0:
            return [*lines, f"- and {len(section.items) - place:,} more"]
        lines += written
    return lines


def _bytes(lines: list[str]) -> int:
    return sum(len(line.encode()) + 1 for line in lines)


def _item(item: Item) -> list[str]:
    lines = [f"- {' '.join(_code(piece.text) for piece in item.head)}"]
    lines += [f"    - {_written(line)}" for line in item.lines[:LINES]]
    if len(item.lines) > LINES:
        lines.append(f"    - and {len(item.lines) - LINES:,} more changes")
    return lines


def _written(line: Line) -> str:
    """A line, cut between two pieces where the words of a passage changed all over."""
    written = [_piece(piece) for piece in line]
    lengths = accumulate(len(piece) for piece in written)
    fitting = [piece for piece, length in zip(written, lengths, strict=True) if length <= LINE]
    return joined(fitting if len(fitting) == len(written) else [*fitting, "…"])


def _piece(piece: Piece) -> str:
    mark = MARKS.get(piece.style, "")
    return piece.text if piece.style == "ours" else f"{mark}{_code(piece.text)}{mark}"


def _code(text: str) -> str:
    """A code span that shows exactly this text, on one line: its fence is longer than any run of backticks in it."""
    shown = plain(text)
    shown = shown if len(shown) <= LONGEST else shown[:LONGEST] + "…"
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", shown)), default=0))
    blank = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{blank}{shown or ' '}{blank}{fence}"
