"""Entries and chronologies of which nothing matters but the dates."""

from timeline.assembly.chronology import arrange
from timeline.dates import parse
from timeline.model.article import Article, EventHead
from timeline.model.chronology import Chronology
from timeline.model.diagnostics import Location
from timeline.model.entry import Attestation, Claim, Comparison, DatedBy, Entry
from timeline.model.names import Name
from timeline.model.reference import Reference

AT = Location("content/articles/2022/x.md", 1, 1)
REUTERS = Name("publishers", "reuters", "Reuters")
OF_ARTICLE = {
    "id": "x",
    "path": AT.path,
    "at": AT,
    "title": "A",
    "publisher": REUTERS,
    "reference": Reference("https://example.org/"),
}
EMPTY = dict.fromkeys(("described", "agency", "author", "published", "published_note", "kind", "note"))
ARTICLE = Article(**OF_ARTICLE, **EMPTY, language="en", text="brief", events=(), passages=(), body=())


def entry(event: str, when: str, *names: Name, after: tuple[str, ...] = ()) -> Entry:
    date = parse(when)
    claim = Claim(event, ARTICLE, EventHead(event, AT), (), (), date, DatedBy.STATED, names, ())
    return Entry(event, event, "", False, date, "", names, (Attestation(claim, True),), Comparison("Date", ()), (), after)


def chronology(**dates: str) -> Chronology:
    entries = [entry(event, when) for event, when in dates.items()]
    return arrange(entries, [ARTICLE], [entry.attestations[0].claim for entry in entries])
