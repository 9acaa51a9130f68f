"""Entries in order, with the indexes by which they are found."""

from collections.abc import Iterable
from typing import NamedTuple

from timeline.assembly.order import in_order
from timeline.dates import Day, Part, Precision, When, parse, wording, year_wording
from timeline.dates.day import FIRST, edtf_day
from timeline.model.article import Article
from timeline.model.chronology import Chronology, Index, Listing, Month, Neighbours, Year
from timeline.model.entry import Claim, Entry
from timeline.model.names import PAGE_KINDS, Name, NameKind

# Facets whose names make a story, the closest first.
STORIES = (NameKind.TOPICS, NameKind.PEOPLE, NameKind.ORGANISATIONS, NameKind.PLACES)


def arrange(entries: Iterable[Entry], articles: Iterable[Article], claims: Iterable[Claim]) -> Chronology:
    """The chronology, in the one order of its entries."""
    ordered, claims = in_order(entries), tuple(claims)
    return Chronology(ordered, _span(ordered), _years(ordered), _indexes(ordered, claims), tuple(articles), claims)


def _span(entries: tuple[Entry, ...]) -> When | None:
    """From the month in which the first entry begins to the one in which the last ends; years where no month is known."""
    begins = [entry.when.start for entry in entries if entry.when.earliest]
    ends = [entry.when.end or entry.when.start for entry in entries if entry.when.latest]
    if not begins or not ends:
        return None
    first, last = min(begins, key=lambda part: part.earliest or FIRST), max(ends, key=lambda part: part.latest or FIRST)
    return parse("/".join(dict.fromkeys((_month_or_year(first, first.earliest), _month_or_year(last, last.latest)))))


def _month_or_year(part: Part, day: Day | None) -> str:
    """The month of a date, or the year of this day of it if no month is known."""
    assert day, "only parts with this bound are asked for it"
    if part.precision is Precision.ROUNDED:
        return part.text
    return edtf_day(day, 2 if _knows_month(part) else 1)


def _knows_month(part: Part) -> bool:
    return part.earliest is not None and part.latest is not None and _month_of(part.earliest) == _month_of(part.latest)


class Period(NamedTuple):
    """Where a date is listed: under a year, and under a month of it if its beginning is known to the month."""

    year: int
    month: int | None


def period_of(when: When) -> Period:
    """The year and month in which a date begins; those of its end where that is all there is."""
    part = when.start if when.earliest or not when.end else when.end
    first = when.sort_key[0]
    if part.precision is Precision.ROUNDED and part.earliest and part.latest:
        return Period((part.earliest.year + part.latest.year + 1) // 2, None)
    return Period(first.year, first.month if _knows_month(part) else None)


def year_label(when: When) -> str:
    """The words for the year under which a date is listed: "2022", "44 BC", "around 170 million years ago"."""
    part = when.start if when.earliest or not when.end else when.end
    return wording(When(part.text, part)) if part.precision is Precision.ROUNDED else year_wording(period_of(when).year)


def _years(entries: tuple[Entry, ...]) -> tuple[Year, ...]:
    placed: dict[Period, list[Entry]] = {}
    for entry in entries:
        placed.setdefault(period_of(entry.when), []).append(entry)
    years = sorted({period.year for period in placed})
    # Those without an end are not among them: every later month would list them.
    running = [
        _Running(entry, _month_of(begun), _month_of(last))
        for entry in entries
        if entry.when.end and (begun := entry.when.start.latest) and (last := entry.when.end.earliest)
    ]
    return tuple(
        Year(
            year,
            label=_label(year, placed),
            undated=tuple(placed.get(Period(year, None), ())),
            months=tuple(
                Month(year, month, tuple(placed[Period(year, month)]), _reaching_into(running, year, month))
                for month in range(1, 13)
                if Period(year, month) in placed
            ),
        )
        for year in years
    )


def _label(year: int, placed: dict[Period, list[Entry]]) -> str:
    """The words for a year: those of its entries, if all have the same."""
    labels = {year_label(entry.when) for period, entries in placed.items() if period.year == year for entry in entries}
    return labels.pop() if len(labels) == 1 else year_wording(year)


class _Running(NamedTuple):
    """An interval with both ends: the month in which it has surely begun, and the last month that it surely reaches."""

    entry: Entry
    begun: tuple[int, int]
    last: tuple[int, int]


def _reaching_into(running: list[_Running], year: int, month: int) -> tuple[Entry, ...]:
    """The intervals that surely began before a month and surely reach into it."""
    return tuple(interval.entry for interval in running if interval.begun < (year, month) <= interval.last)


def _month_of(day: Day) -> tuple[int, int]:
    return day.year, day.month


def _indexes(entries: tuple[Entry, ...], claims: tuple[Claim, ...]) -> tuple[Index, ...]:
    """Every name that an entry or one of its articles bears, with its entries in order of time."""
    listed: dict[Name, list[Entry]] = {}
    articles: dict[Name, dict[str, Article]] = {}
    for claim in claims:
        for name in claim.article.publishers:
            articles.setdefault(name, {})[claim.article.id] = claim.article
            listed.setdefault(name, [])
    for entry in entries:
        by = (name for attestation in entry.attestations for name in attestation.claim.article.publishers)
        for name in dict.fromkeys((*entry.names, *by)):
            listed.setdefault(name, []).append(entry)
    names = sorted(listed, key=lambda name: (name.name.casefold(), name.id))
    return tuple(
        Index(kind, tuple(Listing(n, tuple(listed[n]), tuple(articles.get(n, {}).values())) for n in names if n.kind == kind))
        for kind in PAGE_KINDS
    )


def neighbours(chronology: Chronology) -> dict[str, tuple[Neighbours, ...]]:
    """By id of entry: for each name that another entry bears too, the entry before it and the one after it.

    Topics come first, then people, organisations and places, each in the order of the index. One pass over the indexes.
    """
    found: dict[str, list[Neighbours]] = {entry.id: [] for entry in chronology.entries}
    listings = {index.kind: index.listings for index in chronology.indexes}
    for listing in (listing for facet in STORIES for listing in listings.get(facet, ())):
        entries = listing.entries if len(listing.entries) > 1 else ()
        for entry, before, after in zip(entries, (None, *entries), (*entries[1:], None), strict=False):
            found[entry.id].append(Neighbours(listing.name, before, after))
    return {event: tuple(rows) for event, rows in found.items()}
