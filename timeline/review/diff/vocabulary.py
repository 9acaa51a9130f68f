"""What changed in the vocabulary."""

from collections.abc import Iterator

from timeline.model.diagnostics import Location
from timeline.model.records import Name
from timeline.reading.vocabulary import FILE
from timeline.review.diff.changes import Change, Subject, Value
from timeline.review.diff.snapshot import Side

Named = dict[tuple[str, str], tuple[Name, tuple[str, ...], tuple[Location, ...]]]  # kind, id -> name, aliases, place


def name_changes(before: Side, after: Side) -> Iterator[Change]:
    """Names added, removed and renamed, and what else is said of them, by kind and id."""
    wrong = [error.at for side in (before, after) for error in side.errors if error.at.path == FILE]
    if wrong:
        yield Change("vocabulary-not-compared", Subject("vocabulary", FILE), after=Value("", tuple(wrong)))
        return
    old, new = _named(before), _named(after)
    for key in dict.fromkeys((*old, *new)):
        name, _, at = new.get(key) or old[key]
        subject = Subject("name", "/".join(key), name.name)
        if key not in old:
            yield Change("vocabulary-added", subject, name.kind, after=Value(name.name, at))
        elif key not in new:
            yield Change("vocabulary-removed", subject, name.kind, before=Value(name.name, at))
        else:
            yield from _compared(old[key], new[key], subject)


def _compared(old: tuple, new: tuple, subject: Subject) -> Iterator[Change]:
    (was, old_aliases, old_at), (now, new_aliases, new_at) = old, new
    if was.name != now.name:
        yield Change("vocabulary-renamed", subject, "", Value(was.name, old_at), Value(now.name, new_at))
    facts = {
        "note": (was.note, now.note),
        "aliases": (", ".join(old_aliases), ", ".join(new_aliases)),
        "place on the map": (_position(was), _position(now)),
    }
    for label, (before, after) in facts.items():
        if before != after:
            stands = (Value(before, old_at) if before else None, Value(after, new_at) if after else None)
            yield Change("vocabulary-changed", subject, label, *stands)


def _position(name: Name) -> str:
    return "" if name.lat is None or name.lon is None else f"{name.lat:g}, {name.lon:g}"


def _named(side: Side) -> Named:
    spelled: dict[tuple[str, str], dict[str, Name]] = {}
    for kind, by_spelling in side.vocabulary.names.items():
        for spelling, name in by_spelling.items():
            spelled.setdefault((kind, name.id), {})[spelling] = name
    found: Named = {}
    for key, spellings in spelled.items():
        name = next(iter(spellings.values()))
        aliases = () if name.kind == "claims" else tuple(sorted(set(spellings) - {name.name}))
        found[key] = (name, aliases, (side.vocabulary.at[key],))
    return found
