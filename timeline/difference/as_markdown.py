"""A difference as Markdown, for a comment on a proposal or the summary of a job.

Forges make links of `@name`, `#12`, hashes of commits and bare addresses, wherever they stand, entities or not; but not
within code. So all text that others wrote stands in code spans, and nothing in these is ever markup.
"""

import re

from timeline.difference import Difference
from timeline.difference.telling import Item, Line, Piece, joined, opening, sections
from timeline.inert import plain

MOST = 60_000  # bytes of all items; GitHub takes 65,536 characters, and the headings need some
LONGEST, LINES = 300, 25  # characters of one run of text, lines of one item
MARKS = {"gone": "~~", "new": "**"}


def as_markdown(difference: Difference) -> str:
    """Headings by section, lists of subjects with their changes. What is too much is counted."""
    found, room = sections(difference), MOST
    lines = ["## What changes in the chronology", ""]
    for line in opening(difference, found):
        lines += [_written(line), ""]
    for section in found:
        lines += [f"### {section.title}", ""]
        for place, item in enumerate(section.items):
            written = _item(item)
            room -= len("\n".join(written).encode()) + 1
            if room < 0:
                lines.append(f"- and {len(section.items) - place:,} more")
                break
            lines += written
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _item(item: Item) -> list[str]:
    lines = [f"- {' '.join(_code(piece.text) for piece in item.head)}"]
    lines += [f"    - {_written(line)}" for line in item.lines[:LINES]]
    if len(item.lines) > LINES:
        lines.append(f"    - and {len(item.lines) - LINES:,} more changes")
    return lines


def _written(line: Line) -> str:
    return joined(_piece(piece) for piece in line)


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
