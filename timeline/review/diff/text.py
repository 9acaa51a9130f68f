"""A difference on a terminal."""

from timeline.model.diagnostics import printable
from timeline.review.diff import Difference
from timeline.review.diff.layout import Line, Section, joined, opening, sections

LONGEST = 600  # characters of one run of text; the files hold the whole
MARKS = {"gone": ("[-", "-]"), "new": ("{+", "+}")}  # as `git diff --word-diff` has them


def as_text(difference: Difference) -> str:
    """Sections with a line for each subject and, indented, one for each of its changes. Controls are spelled out."""
    found = sections(difference)
    lines = [_written(line) for line in opening(difference, found)]
    for section in found:
        lines += ["", *_section(section)]
    return "\n".join(lines) + "\n"


def _section(section: Section) -> list[str]:
    lines = [section.title]
    for item in section.items:
        lines += [f"  {'  '.join(_cut(piece.text) for piece in item.head)}", *(f"    {_written(line)}" for line in item.lines)]
    return lines


def _written(line: Line) -> str:
    return joined(_cut(piece.text).join(MARKS.get(piece.style, ("", ""))) for piece in line)


def _cut(text: str) -> str:
    shown = printable(" ".join(text.split()))
    return shown if len(shown) <= LONGEST else shown[:LONGEST] + "…"
