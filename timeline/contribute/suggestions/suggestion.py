"""The record of a suggestion: a place, what is suggested and why, and the edits that carry it out."""

from dataclasses import dataclass, field
from typing import Any

from timeline.contribute.edits import Edit
from timeline.model.diagnostics import Location


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that an article may lack.

    `kind` is date, name, entry or article; `key` stays the same when other suggestions are accepted. `help` says how to do
    it by hand, `facts` is what programs get. Without edits it can only be done by hand.
    """

    kind: str
    key: tuple[Any, ...]
    at: Location
    message: str
    help: str
    certain: bool = True
    edits: tuple[Edit, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict, compare=False)


def in_words(parts: list[str] | tuple[str, ...]) -> str:
    """One, two and three."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
