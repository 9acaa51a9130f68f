"""Lay out a difference as sections of lines for people. The text and the Markdown output write the same lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum, auto
from typing import NamedTuple

from timeline.model.diagnostics import Diagnostic, Location, counted
from timeline.review.diff import Difference
from timeline.review.diff.changes import Change, Section, Subject, Value
from timeline.review.diff.snapshot import Snapshot

MAX_PLACES, MAX_ERRORS = 4, 10  # that are shown; the rest is counted
HASH_LENGTH = 10  # characters shown of the hash of a commit
MAX_STEPS = 250_000  # words of both texts, multiplied: longer texts are not compared word by word
CONTEXT = 4  # unchanged words that are shown on each side of a change


class Style(Enum):
    """What a piece of a line holds. Only OURS is safe to write as it is; all others hold text from the files."""

    OURS = auto()
    QUOTED = auto()  # a title, a value, a place
    REMOVED = auto()  # words of a text that are no longer there
    ADDED = auto()  # words of a text that are new


class Piece(NamedTuple):
    """A run of text in a line."""

    style: Style
    text: str


Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Item:
    """A subject, and a line for each of its changes."""

    head: Line
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Layout:
    """The lines before the sections, and the items of each section that has some."""

    header: tuple[Line, ...]
    sections: dict[Section, tuple[Item, ...]]


def lay_out(difference: Difference) -> Layout:
    """The whole difference. Changes of one subject become one item of a section."""
    lines: dict[Section, dict[Subject, list[Line]]] = {section: {} for section in Section}
    for change in difference.changes:
        lines[change.kind.section].setdefault(change.subject, []).append(tuple(_change(change)))
    sections = {
        section: tuple(Item(_head(subject), tuple(its_lines)) for subject, its_lines in subjects.items())
        for section, subjects in lines.items()
        if subjects
    }
    return Layout(tuple(_header(difference, sections)), sections)


def _header(difference: Difference, sections: dict[Section, tuple[Item, ...]]) -> Iterator[Line]:
    """What was compared, whether the comparison is complete, and how much changed."""
    yield tuple(_base(difference.before))
    yield from _errors(difference.after)
    yield from _errors(difference.before)
    if difference.after.errors:
        yield (Piece(Style.OURS, "Correct these errors first: run `dateline check` for help."),)
    if sections:
        counts = "; ".join(f"{section.value.lower()}: {len(items):,}" for section, items in sections.items())
        yield (Piece(Style.OURS, counts[0].upper() + counts[1:] + "."),)
    elif difference.complete:
        yield (Piece(Style.OURS, "No changes to the chronology."),)
    else:
        yield (Piece(Style.OURS, "No changes to the part of the chronology that can be read."),)


def _base(base: Snapshot) -> Iterator[Piece]:
    name, commit = Piece(Style.QUOTED, base.name), Piece(Style.QUOTED, base.commit[:HASH_LENGTH])
    yield Piece(Style.OURS, "Compared with")
    if base.is_merge_base:
        yield from (commit, Piece(Style.OURS, ", the merge base with"), name)
        yield Piece(Style.OURS, ". Later changes there are not shown.")
    elif base.commit:
        yield from (name, Piece(Style.OURS, ", commit"), commit, Piece(Style.OURS, "."))
    else:
        yield from (name, Piece(Style.OURS, "."))


def _errors(snapshot: Snapshot) -> Iterator[Line]:
    errors = snapshot.errors
    if errors:
        count = Piece(Style.OURS, f"has {counted(len(errors), 'error')}.")
        yield Piece(Style.OURS, "The comparison is incomplete:"), Piece(Style.QUOTED, snapshot.name), count
        yield from ((Piece(Style.QUOTED, _error(error)),) for error in errors[:MAX_ERRORS])
        if len(errors) > MAX_ERRORS:
            yield (Piece(Style.OURS, f"and {len(errors) - MAX_ERRORS:,} more"),)


def _error(error: Diagnostic) -> str:
    return f"{error.at}: {error.code} {error.message}"


def _head(subject: Subject) -> Line:
    return tuple(Piece(Style.QUOTED, text) for text in (subject.id, subject.title) if text)


def _change(change: Change) -> Iterator[Piece]:
    """The kind of change, the values before and after, and the places where they are written."""
    before, after = change.before, change.after
    start, marker, end = change.kind.words.replace("{how}", change.what).partition("{what}")
    for text, style in ((start, Style.OURS), (change.what if marker else "", Style.QUOTED), (end, Style.OURS)):
        if text.strip():
            yield Piece(style, text.strip())
    if (before and before.text) or (after and after.text):
        yield Piece(Style.OURS, ":")
        yield from _values(before, after)
    yield from _places(before, after)


def _values(before: Value | None, after: Value | None) -> Iterator[Piece]:
    if before and after and not (before.when or after.when):
        yield from word_changes(before.text, after.text)
        return
    for number, value in enumerate(value for value in (before, after) if value):
        if number:
            yield Piece(Style.OURS, "→")
        yield Piece(Style.QUOTED, f"{value.text} ({value.when.text}, {value.when.precision})" if value.when else value.text)


def word_changes(before: str, after: str) -> Iterator[Piece]:
    """A text with the words that were removed and added. Unchanged words far from a change are left out."""
    old, new = before.split(), after.split()
    if len(old) * len(new) > MAX_STEPS:
        yield from (Piece(Style.REMOVED, before), Piece(Style.ADDED, after))
        return
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for number, (step, from_old, to_old, from_new, to_new) in enumerate(steps):
        if step == "equal":
            yield Piece(Style.QUOTED, _context(old[from_old:to_old], first=number == 0, last=number == len(steps) - 1))
            continue
        if to_old > from_old:
            yield Piece(Style.REMOVED, " ".join(old[from_old:to_old]))
        if to_new > from_new:
            yield Piece(Style.ADDED, " ".join(new[from_new:to_new]))


def _context(words: list[str], *, first: bool, last: bool) -> str:
    """Unchanged words: those next to a change, with an ellipsis where others are left out."""
    lead, trail = [] if first else words[:CONTEXT], [] if last else words[-CONTEXT:]
    return " ".join(words if len(words) <= 2 * CONTEXT else [*lead, "…", *trail])


def _places(before: Value | None, after: Value | None) -> Iterator[Piece]:
    """Where it is written now, and where it was if that is another place."""
    was, now = _without_column(before.at if before else ()), _without_column(after.at if after else ())
    if now:
        yield from _list_places("at", now)
    if was and was != now:
        yield from _list_places("was at", was)


def _without_column(places: tuple[Location, ...]) -> list[str]:
    return list(dict.fromkeys(f"{at.path}:{at.line}" for at in places))


def _list_places(word: str, places: list[str]) -> Iterator[Piece]:
    yield Piece(Style.OURS, f"· {word}")
    for number, place in enumerate(places[:MAX_PLACES]):
        if number:
            yield Piece(Style.OURS, ",")
        yield Piece(Style.QUOTED, place)
    if len(places) > MAX_PLACES:
        yield Piece(Style.OURS, f"and {len(places) - MAX_PLACES:,} more")
