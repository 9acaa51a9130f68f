"""Find the names of the vocabulary that were added, removed or changed."""

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.model.diagnostics import Location
from timeline.model.names import Name, NameKind
from timeline.reading.vocabulary_files import is_vocabulary
from timeline.review.diff.changes import Change, Kind, Subject, Value
from timeline.review.diff.snapshot import Snapshot


@dataclass(frozen=True)
class VocabularyName:
    """A name with its other spellings, and the place where it is written."""

    name: Name
    aliases: tuple[str, ...]
    at: tuple[Location]

    def value(self, text: str) -> Value | None:
        """One of its texts as a value; None if it is empty."""
        return Value(text, self.at) if text else None

    def facts(self) -> dict[str, str]:
        """Everything but its id and its preferred spelling."""
        lat, lon = self.name.lat, self.name.lon
        position = "" if lat is None or lon is None else f"{lat:g}, {lon:g}"
        return {"note": self.name.note, "aliases": ", ".join(self.aliases), "place on the map": position}


def vocabulary_changes(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """The changes of names, by kind and id. If one of the files has an error, only that is reported."""
    wrong = [error.at for side in (before, after) for error in side.errors if is_vocabulary(error.at.path)]
    if wrong:
        yield Change(Kind.VOCABULARY_NOT_COMPARED, Subject("vocabulary", wrong[0].path), after=Value("", tuple(wrong)))
        return
    old, new = _names(before), _names(after)
    for key in dict.fromkeys((*old, *new)):
        name = new[key] if key in new else old[key]
        subject = Subject("name", "/".join(key), name.name.name)
        if key not in old:
            yield Change(Kind.VOCABULARY_ADDED, subject, name.name.kind, after=name.value(name.name.name))
        elif key not in new:
            yield Change(Kind.VOCABULARY_REMOVED, subject, name.name.kind, before=name.value(name.name.name))
        else:
            yield from _compare(old[key], name, subject)


def _compare(old: VocabularyName, new: VocabularyName, subject: Subject) -> Iterator[Change]:
    if old.name.name != new.name.name:
        yield Change(Kind.VOCABULARY_RENAMED, subject, "", old.value(old.name.name), new.value(new.name.name))
    was, now = old.facts(), new.facts()
    for label in was:
        if was[label] != now[label]:
            yield Change(Kind.VOCABULARY_CHANGED, subject, label, old.value(was[label]), new.value(now[label]))


def _names(snapshot: Snapshot) -> dict[tuple[NameKind, str], VocabularyName]:
    """All names by kind and id."""
    by_key: dict[tuple[NameKind, str], dict[str, Name]] = {}
    for kind, by_spelling in snapshot.vocabulary.names.items():
        for spelling, name in by_spelling.items():
            by_key.setdefault((kind, name.id), {})[spelling] = name
    found = {}
    for key, spellings in by_key.items():
        name = next(iter(spellings.values()))
        aliases = () if name.kind == NameKind.CLAIMS else tuple(sorted(set(spellings) - {name.name}))
        found[key] = VocabularyName(name, aliases, (snapshot.vocabulary.at[key],))
    return found
