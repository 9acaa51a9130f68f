"""A difference as sections of lines, for people: the same for a terminal and for Markdown, which only write it otherwise."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from timeline.model.diagnostics import Diagnostic, Location, counted
from timeline.review.diff import Difference
from timeline.review.diff.changes import KINDS, SECTIONS, Change, Subject, Value
from timeline.review.diff.passages import word_changes
from timeline.review.diff.snapshot import Side

MAX_PLACES, MAX_ERRORS = 4, 10  # that are named; the rest is counted
HASH = 10  # characters of a commit


class Piece(NamedTuple):
    """A run of a line. Only those of the style `ours` are our own words; all others hold text that others wrote.

    Styles: ours, text (a title, a value, a place), gone and new (words of a text that changed).
    """

    style: str
    text: str


Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Item:
    """A subject, and what changed in it."""

    head: Line
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Section:
    title: str
    items: tuple[Item, ...]


def sections(difference: Difference) -> list[Section]:
    """Those that have something to tell, in the order of SECTIONS; changes of one subject stand together."""
    by_section: dict[str, dict[Subject, list[Line]]] = {section: {} for section in SECTIONS}
    for change in difference.changes:
        by_section[change.section].setdefault(change.subject, []).append(tuple(_line(change)))
    return [
        Section(SECTIONS[section], tuple(Item(_head(subject), tuple(lines)) for subject, lines in subjects.items()))
        for section, subjects in by_section.items()
        if subjects
    ]


def opening(difference: Difference, found: list[Section]) -> list[Line]:
    """What was compared, whether the comparison is complete, and how much changed."""
    lines = [tuple(_compared(difference.before)), *_errors(difference.after), *_errors(difference.before)]
    if difference.after.errors:
        lines.append((Piece("ours", "Mend these first; `python build.py check` says how."),))
    if found:
        counts = "; ".join(f"{section.title.lower()}: {len(section.items):,}" for section in found)
        return [*lines, (Piece("ours", counts[0].upper() + counts[1:] + "."),)]
    return [
        *lines,
        (Piece("ours", "No changes to the chronology" + ("." if difference.complete else ", as far as it can be read.")),),
    ]


def _compared(base: Side) -> Iterator[Piece]:
    yield Piece("ours", "Compared with")
    if base.left:
        yield from (Piece("text", base.commit[:HASH]), Piece("ours", ", where this branch left"), Piece("text", base.name))
        yield Piece("ours", ". What was added there since is not told.")
    else:
        yield Piece("text", base.name)
        yield from (Piece("ours", ", commit"), Piece("text", base.commit[:HASH])) if base.commit else ()
        yield Piece("ours", ".")


def _errors(side: Side) -> Iterator[Line]:
    if side.errors:
        counts = Piece("ours", f"has {counted(len(side.errors), 'error')}.")
        yield Piece("ours", "The comparison is not complete:"), Piece("text", side.name), counts
        yield from ((Piece("text", _told(error)),) for error in side.errors[:MAX_ERRORS])
        if len(side.errors) > MAX_ERRORS:
            yield (Piece("ours", f"and {len(side.errors) - MAX_ERRORS:,} more"),)


def _told(error: Diagnostic) -> str:
    return f"{error.at}: {error.code} {error.message}"


def _head(subject: Subject) -> Line:
    return tuple(Piece("text", text) for text in (subject.id, subject.title) if text)


def _line(change: Change) -> Iterator[Piece]:
    told, before, after = KINDS[change.kind].told.replace("{how}", change.what), change.before, change.after
    first, marked, last = told.partition("{what}")
    says = bool((before and before.text) or (after and after.text))
    for text, style in ((first, "ours"), (change.what if marked else "", "text"), (last, "ours")):
        if text.strip():
            yield Piece(style, text.strip())
    if says:
        yield Piece("ours", ":")
        yield from _values(before, after)
    yield from _places(before, after)


def _values(before: Value | None, after: Value | None) -> Iterator[Piece]:
    if not (before and after):
        yield Piece("text", _value(before or after))
    elif before.when or after.when:
        yield from (Piece("text", _value(before)), Piece("ours", "→"), Piece("text", _value(after)))
    else:
        styles = {"kept": "text", "gone": "gone", "new": "new"}
        yield from (Piece(styles[became], words) for became, words in word_changes(before.text, after.text))


def _value(stand: Value) -> str:
    return f"{stand.text} ({stand.when.text}, {stand.when.precision})" if stand.when else stand.text


def _places(before: Value | None, after: Value | None) -> Iterator[Piece]:
    """Where it is written now, and where it was if that is another place."""
    now, was = (tuple(dict.fromkeys(_place(at) for at in stand.at)) if stand else () for stand in (after, before))
    if now:
        yield from _listed("at", now)
    if was and was != now:
        yield from _listed("was at", was)


def _listed(word: str, places: tuple[str, ...]) -> Iterator[Piece]:
    yield Piece("ours", f"· {word}")
    for number, place in enumerate(places[:MAX_PLACES]):
        yield from (Piece("ours", ","), Piece("text", place)) if number else (Piece("text", place),)
    if len(places) > MAX_PLACES:
        yield Piece("ours", f"and {len(places) - MAX_PLACES:,} more")


def _place(at: Location) -> str:
    return f"{at.path}:{at.line}"


def joined(texts: Iterable[str]) -> str:
    """The pieces of a line, as they are written, with a blank before each that does not begin with a mark of punctuation."""
    return "".join(text if not number or text[:1] in tuple(":,.") else f" {text}" for number, text in enumerate(texts))
