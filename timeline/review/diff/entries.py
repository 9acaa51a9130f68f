"""What changed in the entries."""

from collections.abc import Iterator

from timeline.model.diagnostics import Location
from timeline.model.records import Entry, EventHead, Name
from timeline.model.similarity import likeness, same_time
from timeline.review.diff.changes import Change, Subject, Value, date_changed, date_stands
from timeline.review.diff.evidence import evidence_changes
from timeline.review.diff.snapshot import Side

OF_ONE = {"people": "person", "organisations": "organisation", "places": "place", "topics": "topic"}
ALIKE, ALIKE_WITH_NAMES, NAMES = 0.5, 0.25, 2  # how like two titles are; less will do where so many names are the same


def entry_changes(before: Side, after: Side) -> Iterator[Change]:
    """Entries added, withdrawn and changed, in the order of the chronology. What an error hides is told as not compared."""
    old = {entry.id: entry for entry in before.chronology.entries}
    new = {entry.id: entry for entry in after.chronology.entries}
    added = [entry for entry in new.values() if entry.id not in old]
    for entry in old.values():
        if entry.id not in new:
            yield from _gone(entry, added, after)
    for entry in added:
        if before.possibly_present(entry.id):
            yield Change("entry-not-compared", subject_of(entry), after=Value("", places_of(entry)))
        else:
            yield Change("entry-added", subject_of(entry), after=date_stands(entry.when, places_of(entry)))
    for entry in new.values():
        if entry.id in old:
            yield from _compared(old[entry.id], entry, {*before.broken, *after.broken})


def subject_of(entry: Entry) -> Subject:
    return Subject("entry", entry.id, entry.title)


def places_of(entry: Entry) -> tuple[Location, ...]:
    """Where its articles tell of it."""
    return tuple(attestation.claim.head.at for attestation in entry.attestations)


def alike(one: Entry, other: Entry) -> bool:
    """Whether two entries may be of one event: the same time, and like titles or shared names."""
    if not same_time(one.when, other.when):
        return False
    shared = len({(name.kind, name.id) for name in one.names} & {(name.kind, name.id) for name in other.names})
    return likeness(one.title, other.title) >= (ALIKE_WITH_NAMES if shared >= NAMES else ALIKE)


def _gone(entry: Entry, added: list[Entry], after: Side) -> Iterator[Change]:
    if after.possibly_present(entry.id):
        yield Change("entry-not-compared", subject_of(entry), before=Value("", places_of(entry)))
        return
    yield Change("entry-withdrawn", subject_of(entry), before=date_stands(entry.when, places_of(entry)))
    for other in added:
        if alike(entry, other):
            yield Change("entry-perhaps-now", subject_of(entry), other.id, after=Value(other.title, places_of(other)))


def _compared(old: Entry, new: Entry, broken: set[str]) -> Iterator[Change]:
    subject = subject_of(new)
    if broken & {attestation.claim.article.id for entry in (old, new) for attestation in entry.attestations}:
        yield Change("entry-not-compared", subject, before=Value("", places_of(old)), after=Value("", places_of(new)))
        return
    for kind, was, now in zip(("title", "summary", "note"), _texts(old), _texts(new), strict=True):
        if was.text != now.text:
            yield Change(f"{kind}-changed", subject, "", was if was.text else None, now if now.text else None)
    if old.when != new.when:
        dates = (date_stands(entry.when, _date_places(entry)) for entry in (old, new))
        yield Change("date-changed", subject, date_changed(old.when, new.when), *dates)
    if old.key != new.key:
        kind, entry, side = ("key-event-on", new, "after") if new.key else ("key-event-off", old, "before")
        key_at = tuple(head.at for head in _heads(entry) if head.key) or places_of(entry)
        yield Change(kind, subject, **{side: Value("", key_at)})
    yield from _names(old, new, subject)
    yield from evidence_changes(old, new, subject)


def _texts(entry: Entry) -> tuple[Value, Value, Value]:
    """Its title, summary and note on the date, with where they stand."""
    texts = {"title": entry.title, "summary": entry.summary, "entry_note": entry.entry_note}
    at = {key: next((value.at for head in _heads(entry) if (value := getattr(head, key))), None) for key in texts}
    title, summary, note = (Value(text, (at[key],) if at[key] else places_of(entry)) for key, text in texts.items())
    return title, summary, note


def _date_places(entry: Entry) -> tuple[Location, ...]:
    """Where it is written what the entry's date is: decided by the editors, else stated or marked in an article."""
    decided = next((head.entry_when.at for head in _heads(entry) if head.entry_when), None)
    if decided:
        return (decided,)
    dating = (attestation.claim for attestation in entry.attestations if attestation.claim.when == entry.when)
    found = (claim.head.when.at if claim.head.when else claim.words[0].at if claim.words else claim.head.at for claim in dating)
    return tuple(found) or places_of(entry)


def _heads(entry: Entry) -> list[EventHead]:
    return [attestation.claim.head for attestation in entry.attestations]


def _names(old: Entry, new: Entry, subject: Subject) -> Iterator[Change]:
    """Names by kind and id: one that was only renamed in the vocabulary is told there."""
    was, now = ({(name.kind, name.id): name for name in entry.names} for entry in (old, new))
    for key, name in was.items():
        if key not in now:
            yield Change("name-lost", subject, OF_ONE[name.kind], before=Value(name.name, _name_places(old, name)))
    for key, name in now.items():
        if key not in was:
            yield Change("name-gained", subject, OF_ONE[name.kind], after=Value(name.name, _name_places(new, name)))


def _name_places(entry: Entry, name: Name) -> tuple[Location, ...]:
    return tuple(a.claim.head.at for a in entry.attestations if name in a.claim.names)
