"""What all suggestions have in common: a place, what is proposed and why, and the change of the file that would do it."""

from dataclasses import dataclass, field
from typing import Any

from timeline.model.diagnostics import Location


@dataclass(frozen=True, slots=True)
class Insertion:
    """Text to put into a file. Line and column count from 0, the column in characters; a change never takes anything out."""

    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that an article may lack.

    `kind` is date, name, entry or article; `key` stays the same when other suggestions are accepted. `help` tells how to do
    it by hand, `facts` is what programs get. Without insertions it can only be done by hand.
    """

    kind: str
    key: tuple[Any, ...]
    at: Location
    message: str
    help: str
    certain: bool = True
    insertions: tuple[Insertion, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict, compare=False)


def inserted(text: str, insertions: tuple[Insertion, ...]) -> str:
    """The text of a file with insertions in it; a new line ends as the line before it does."""
    lines = text.split("\n")
    for insertion in sorted(insertions, key=lambda one: (one.line, one.column), reverse=True):
        line = lines[insertion.line]
        added = insertion.text.replace("\n", "\r\n") if line.endswith("\r") else insertion.text
        lines[insertion.line] = line[: insertion.column] + added + line[insertion.column :]
    return "\n".join(lines)


def in_words(parts: list[str] | tuple[str, ...]) -> str:
    """One, two and three."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
