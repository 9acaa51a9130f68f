"""Suggestions as a terminal shows them, and as programs get them."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile, zip_longest
from typing import Any

from timeline.contribute.suggestions.suggestion import Suggestion
from timeline.model import diagnostics
from timeline.model.diagnostics import Diagnostic, Location, Severity, counted, printable

_WIDTH = 160  # characters of a changed line; a paragraph may be one line
_WORDS = {
    "date": ("date", "dates"),
    "name": ("name", "names"),
    "entry": ("possible entry", "possible entries"),
    "article": ("possible duplicate", "possible duplicates"),
}


def as_text(suggestion: Suggestion) -> str:
    """A suggestion in the form of a diagnostic. One that is less certain is marked with “perhaps”."""
    at = suggestion.at
    # Entries and articles are of the whole file, so no line is shown.
    place = Location(at.path, at.line, at.column) if suggestion.kind in ("entry", "article") else at
    severity = Severity.ERROR if suggestion.certain else Severity.PERHAPS
    return diagnostics.as_text(Diagnostic(suggestion.kind, place, suggestion.message, suggestion.help, severity))


def in_order(suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """The suggestions, those that change the file first, those that only a person can carry out last."""
    return sorted(suggestions, key=lambda one: one.kind in ("date", "name") and not one.edits)


def summary(suggestions: list[Suggestion]) -> str:
    """How many there are of each kind: 2 dates, 1 name; or that there are none."""
    numbers = ((sum(one.kind == kind for one in suggestions), words) for kind, words in _WORDS.items())
    return ", ".join(counted(number, *words) for number, words in numbers if number) or "No suggestions"


def changed_lines(before: str, after: str) -> Iterator[str]:
    """The lines that a change touches, as they are and as they would be."""
    old, new = (text.replace("\r\n", "\n").split("\n") for text in (before, after))
    # A change is in one place, so what is the same at both ends is all that is the same; and nothing has to be searched for.
    first = _same(old, new)
    old, new = old[first:], new[first:]
    last = _same(old[::-1], new[::-1])
    old, new = old[: len(old) - last], new[: len(new) - last]
    yield from (f"- {_shortened(one, other)}" for one, other in zip_longest(old, new[: len(old)], fillvalue=""))
    yield from (f"+ {_shortened(one, other)}" for one, other in zip_longest(new, old[: len(new)], fillvalue=""))


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines or characters are equal at the beginning."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))


def _shortened(line: str, other: str) -> str:
    """A long line, from shortly before the place where it differs from the other."""
    same = _same(line, other)
    start = max(0, same - _WIDTH // 2) if len(line) > _WIDTH else 0
    end = start + _WIDTH
    return ("…" if start else "") + printable(line[start:end]) + ("…" if end < len(line) else "")


def as_json(path: str, suggestions: Iterable[Suggestion]) -> str:
    """All suggestions with their edits, for editors. Lines and columns count from 1, columns in characters."""
    found = {"path": path, "suggestions": [_record(one) for one in suggestions]}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _record(one: Suggestion) -> dict[str, Any]:
    edits = [{"line": edit.line + 1, "column": edit.column + 1, "insert": edit.text} for edit in one.edits]
    place = {"kind": one.kind, "line": one.at.line, "column": one.at.column, "certain": one.certain}
    return place | {"message": one.message, "help": one.help} | one.facts | {"edits": edits}
