"""Changes of a file of content/ as edits of its text: made in memory, and read anew before anything is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.model.diagnostics import Diagnostic
from timeline.model.errors import UserError
from timeline.reading.atomic_write import replace_if_unchanged
from timeline.reading.files import BOM
from timeline.reading.source import Source, read_source


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Characters of a file that are replaced by a text. Lines and columns count from 0, columns in characters.

    The end is the place after the last character. An insertion ends where it begins.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


def insertion(line: int, column: int, text: str) -> Edit:
    """An edit that takes nothing out."""
    return Edit(line, column, line, column, text)


def replaced_lines(before: Sequence[str], after: Sequence[str]) -> list[Edit]:
    """The edits that make lines into as many other lines: one for each line that differs."""
    pairs = enumerate(zip(before, after, strict=True))
    return [Edit(number, 0, number, len(old), new) for number, (old, new) in pairs if old != new]


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text of a file with the edits made. They may not overlap. A new line ends as the line before it does."""
    bom = BOM if text.startswith(BOM) else ""
    lines = text.removeprefix(BOM).split("\n")
    for edit in sorted(edits, reverse=True):
        first, last = lines[edit.line], lines[edit.end_line]
        added = edit.text.replace("\n", "\r\n") if first.endswith("\r") else edit.text
        lines[edit.line : edit.end_line + 1] = [first[: edit.column] + added + last[edit.end_column :]]
    return bom + "\n".join(lines)


def edited(source: Source, edits: Iterable[Edit]) -> Source | Diagnostic:
    """The file with the edits made, read anew; or the error if it can then no longer be read.

    Whoever makes the edits compares what the file then says with what it should say.
    """
    return read_source(source.path, apply(source.text, edits))


def save(root: Path, path: str, before: str, after: str) -> None:
    """Write the changed text of a file below root. Raises UserError if it was changed meanwhile, or cannot be written."""
    try:
        if not replace_if_unchanged(root / path, before, after):
            raise UserError(f"{path} was changed by another program", "save it there, then run the command again")
    except OSError as error:
        raise UserError(f"{path} cannot be written: {error.strerror}", "check its permissions") from error
