"""Find the entries that were added, withdrawn or changed, and new entries that may repeat another."""

from collections.abc import Iterator

from timeline.model.article import EventHead, Stated
from timeline.model.diagnostics import Location
from timeline.model.entry import Claim, Entry
from timeline.model.names import Name, NameKind
from timeline.model.similarity import LONGEST, same_time, similarity
from timeline.review.diff.candidates import Candidates
from timeline.review.diff.changes import Change, Kind, Subject, Value, date_change, date_value
from timeline.review.diff.evidence import evidence_changes
from timeline.review.diff.snapshot import Snapshot

SINGULAR = {
    NameKind.PEOPLE: "person",
    NameKind.ORGANISATIONS: "organisation",
    NameKind.PLACES: "place",
    NameKind.TOPICS: "topic",
}
TEXTS = (Kind.TITLE_CHANGED, Kind.SUMMARY_CHANGED, Kind.NOTE_CHANGED)
MIN_SIMILARITY = 0.5  # of the titles of two entries that may be of one event
MIN_SIMILARITY_WITH_NAMES, MIN_NAMES = 0.25, 2  # the same, where the entries share so many names


def entry_changes(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """The changes of entries, in the order of the chronology. What an error may hide is reported as not compared."""
    old = {entry.id: entry for entry in before.chronology.entries}
    new = {entry.id: entry for entry in after.chronology.entries}
    added = [entry for entry in new.values() if entry.id not in old]
    kept = [entry for entry in new.values() if entry.id in old]
    of_time_of_added = Candidates(added, _times)
    for entry in old.values():
        if entry.id not in new:
            yield from _missing(entry, of_time_of_added, after)
    for entry in added:
        if before.possibly_has_entry(entry.id):
            yield Change(Kind.ENTRY_NOT_COMPARED, entry_subject(entry), after=Value("", places_of(entry)))
        else:
            yield Change(Kind.ENTRY_ADDED, entry_subject(entry), after=date_value(entry.when, places_of(entry)))
    for entry in kept:
        yield from _compare(old[entry.id], entry, {*before.articles_with_errors, *after.articles_with_errors})
    of_time_of_kept = Candidates(kept, _times)
    for entry in added:
        yield from _similar(Kind.ENTRY_POSSIBLE_DUPLICATE, entry, of_time_of_kept)


def entry_subject(entry: Entry) -> Subject:
    """The entry as the subject of a change."""
    return Subject("entry", entry.id, entry.title)


def places_of(entry: Entry) -> tuple[Location, ...]:
    """The places in the heads of its articles where the event is described."""
    return tuple(head.at for head in _heads(entry))


def _missing(entry: Entry, added: Candidates[Entry], after: Snapshot) -> Iterator[Change]:
    if after.possibly_has_entry(entry.id):
        yield Change(Kind.ENTRY_NOT_COMPARED, entry_subject(entry), before=Value("", places_of(entry)))
        return
    yield Change(Kind.ENTRY_WITHDRAWN, entry_subject(entry), before=date_value(entry.when, places_of(entry)))
    yield from _similar(Kind.ENTRY_POSSIBLY_RENAMED, entry, added)


def _similar(kind: Kind, entry: Entry, others: Candidates[Entry]) -> Iterator[Change]:
    """A change for each of the other entries that may be of the same event."""
    for other in others.of(entry):
        if _same_event(entry, other):
            yield Change(kind, entry_subject(entry), other.id, after=Value(other.title, places_of(other)))


def _times(entry: Entry) -> Iterator[int]:
    """The times in which another entry must be to be of one event: 31 days each. None for a date that is too long for that."""
    first, last = entry.when.earliest, entry.when.latest
    if first and last and entry.when.days <= LONGEST:
        yield from range(first.toordinal() // 31, last.toordinal() // 31 + 1)


def _same_event(one: Entry, other: Entry) -> bool:
    """Whether two entries may be of one event: the same time, and similar titles or shared names."""
    if not same_time(one.when, other.when):
        return False
    shared = {(name.kind, name.id) for name in one.names} & {(name.kind, name.id) for name in other.names}
    return similarity(one.title, other.title) >= (MIN_SIMILARITY_WITH_NAMES if len(shared) >= MIN_NAMES else MIN_SIMILARITY)


def _compare(old: Entry, new: Entry, articles_with_errors: set[str]) -> Iterator[Change]:
    subject = entry_subject(new)
    if articles_with_errors & {attestation.claim.article.id for entry in (old, new) for attestation in entry.attestations}:
        yield Change(Kind.ENTRY_NOT_COMPARED, subject, "", Value("", places_of(old)), Value("", places_of(new)))
        return
    if old is new:  # known to the same memo
        return
    for kind, was, now in zip(TEXTS, _texts(old), _texts(new), strict=True):
        if was.text != now.text:
            yield Change(kind, subject, "", was if was.text else None, now if now.text else None)
    if old.when != new.when:
        dates = (date_value(entry.when, _date_places(entry)) for entry in (old, new))
        yield Change(Kind.DATE_CHANGED, subject, date_change(old.when, new.when), *dates)
    if new.is_key_event and not old.is_key_event:
        yield Change(Kind.KEY_EVENT_SET, subject, after=Value("", _key_places(new)))
    if old.is_key_event and not new.is_key_event:
        yield Change(Kind.KEY_EVENT_UNSET, subject, before=Value("", _key_places(old)))
    yield from _name_changes(old, new, subject)
    yield from evidence_changes(old, new, subject)


def _texts(entry: Entry) -> tuple[Value, Value, Value]:
    """Its title, summary and note on the date, each with the place where it is written."""
    heads = _heads(entry)
    return (
        _text(entry, entry.title, [head.title for head in heads]),
        _text(entry, entry.summary, [head.summary for head in heads]),
        _text(entry, entry.entry_note, [head.entry_note for head in heads]),
    )


def _text(entry: Entry, text: str, stated: list[Stated | None]) -> Value:
    at = next((value.at for value in stated if value), None)
    return Value(text, (at,) if at else places_of(entry))


def _date_places(entry: Entry) -> tuple[Location, ...]:
    """Where its date is written: as `entry_when`, else in each article that gives this very date."""
    decided = next((head.entry_when.at for head in _heads(entry) if head.entry_when), None)
    if decided:
        return (decided,)
    claims = (attestation.claim for attestation in entry.attestations)
    return tuple(_date_place(claim) for claim in claims if claim.when == entry.when) or places_of(entry)


def _date_place(claim: Claim) -> Location:
    if claim.head.when:
        return claim.head.when.at
    return claim.words[0].at if claim.words else claim.head.at


def _key_places(entry: Entry) -> tuple[Location, ...]:
    return tuple(head.at for head in _heads(entry) if head.is_key_event) or places_of(entry)


def _heads(entry: Entry) -> list[EventHead]:
    return [attestation.claim.head for attestation in entry.attestations]


def _name_changes(old: Entry, new: Entry, subject: Subject) -> Iterator[Change]:
    """Names gained and lost, by id: a name that is only spelled otherwise in the vocabulary is a change of the vocabulary."""
    was, now = ({(name.kind, name.id): name for name in entry.names} for entry in (old, new))
    for key, name in was.items():
        if key not in now:
            yield Change(Kind.NAME_REMOVED, subject, SINGULAR[name.kind], before=Value(name.name, _name_places(old, name)))
    for key, name in now.items():
        if key not in was:
            yield Change(Kind.NAME_ADDED, subject, SINGULAR[name.kind], after=Value(name.name, _name_places(new, name)))


def _name_places(entry: Entry, name: Name) -> tuple[Location, ...]:
    return tuple(a.claim.head.at for a in entry.attestations if name in a.claim.names)
