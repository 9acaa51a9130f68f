"""What each page shows: the variables of its template, by name.

A template has nothing else of the chronology, so a page is made again only where its variables are no longer equal. In lists it
has a line of each entry and article instead of the whole.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from timeline.assembly.chronology import neighbours
from timeline.model.chronology import Chronology, Index, Listing, Month, Year
from timeline.model.entry import Claim, EntryLine
from timeline.model.memo import Memo
from timeline.publish.chart.layout import draw_chart
from timeline.publish.lists import (
    BRIEF,
    MOST_IN_YEAR,
    PagedList,
    all_articles,
    all_years,
    articles_of_name,
    days_of,
    entries_of,
    entries_of_name,
    has_room_for_months,
    names_of,
    running_in,
    undated_of,
)

Variables = Mapping[str, object]
NEIGHBOURS_SHOWN = 8  # names on the page of an entry, each with the entries before and after it
_Row = TypeVar("_Row", Year, Month)


def page_variables(chronology: Chronology, memo: Memo | None = None) -> dict[str, list[Variables]]:
    """For each kind of rows, the variables of the page of each row. The row itself has the name of its page type.

    A list that is too long for its page is divided, and its parts are rows, too. `memo` knows the lists of names that are as they
    were.
    """
    outline = in_lines(chronology)
    with (memo or Memo()).stage("listings") as stage:
        listings = [
            stage.result((listing.kind, listing.id), listing, partial(_listing, listing))
            for index in outline.indexes
            for listing in index.listings
        ]
    rows: dict[str, list[Variables]] = {
        "site": [
            {
                "chronology": outline,
                "chart": draw_chart(outline),
                "years": all_years(outline.years),
                "has_room_for_months": has_room_for_months(outline.years),
            }
        ],
        "publications": [{"articles": all_articles(outline.articles)}],
        "entries": list(_entries(chronology, outline)),
        "articles": list(_articles(chronology, outline)),
        "years": list(_years(outline)),
        "months": list(_months(outline)),
        "indexes": [{"index": index, "names": names_of(index)} for index in map(_counted, outline.indexes)],
        "listings": listings,
    }
    lists = [value for kind in rows.values() for row in kind for value in row.values() if isinstance(value, PagedList)]
    shown: dict[str, list[Variables]] = {
        kind: [{name: _shown(value) for name, value in row.items()} for row in of] for kind, of in rows.items()
    }
    return {**shown, "parts": [variables for whole in lists for variables in whole.pages]}


def in_lines(chronology: Chronology) -> Chronology:
    """The chronology with the line of each entry and article in its place, and without claims."""
    lines = {entry.id: entry.line for entry in chronology.entries}
    articles = {article.id: article.line for article in chronology.articles}

    def of(entries: Sequence[Any]) -> Any:
        return tuple(lines[entry.id] for entry in entries)

    def month(month: Month) -> Month:
        return replace(month, entries=of(month.entries), running=of(month.running))

    def year(year: Year) -> Year:
        return replace(year, undated=of(year.undated), months=tuple(map(month, year.months)))

    def listing(listing: Listing) -> Listing:
        of_publisher: Any = tuple(articles[article.id] for article in listing.articles)
        return replace(listing, entries=of(listing.entries), articles=of_publisher)

    def index(index: Index) -> Index:
        return replace(index, listings=tuple(map(listing, index.listings)))

    all_articles: Any = tuple(articles.values())
    return Chronology(
        of(chronology.entries),
        chronology.span,
        tuple(map(year, chronology.years)),
        tuple(map(index, chronology.indexes)),
        all_articles,
        claims=(),
    )


def _entries(chronology: Chronology, outline: Chronology) -> Iterator[Variables]:
    lines: dict[str, Any] = {line.id: line for line in outline.entries}
    of_name, ordered = neighbours(outline), [None, *outline.entries, None]
    for place, entry in enumerate(chronology.entries):
        yield {
            "entry": entry,
            "before": ordered[place],
            "after": ordered[place + 2],
            "entry_of": {event: lines[event] for event in entry.after if event in lines},
            "neighbours": of_name[entry.id][:NEIGHBOURS_SHOWN],
        }


def _articles(chronology: Chronology, outline: Chronology) -> Iterator[Variables]:
    lines: dict[str, EntryLine] = {line.id: line for line in outline.entries}  # type: ignore[misc]
    claims: dict[str, list[Claim]] = {article.id: [] for article in chronology.articles}
    for claim in chronology.claims:
        claims[claim.article.id].append(claim)
    for article in chronology.articles:
        own = claims[article.id]
        events = {claim.event for claim in own}
        yield {
            "article": article,
            "is_listed": bool(own),
            "claims": [claim for claim in own if claim.event in lines],
            "entry_of": {event: lines[event] for event in sorted(events) if event in lines},
        }


def _counted(index: Index) -> Index:
    """An index with the ids of the entries and articles of each name, which are counted, instead of these."""
    counted = []
    for listing in index.listings:
        entries: Any = tuple(line.id for line in listing.entries)
        articles: Any = tuple(line.id for line in listing.articles)
        counted.append(replace(listing, entries=entries, articles=articles))
    return replace(index, listings=tuple(counted))


def _years(outline: Chronology) -> Iterator[Variables]:
    for year, beside in _between(outline.years, lambda year: replace(year, undated=(), months=())):
        forms = {"is_brief": year.size > BRIEF, "days": days_of(year) if year.size > MOST_IN_YEAR else None}
        yield {"year": year, "undated": undated_of(year), **forms, **beside}


def _months(outline: Chronology) -> Iterator[Variables]:
    months = [month for year in outline.years for month in year.months]
    for month, beside in _between(months, lambda month: replace(month, entries=(), running=())):
        lists = {"entries": entries_of(month), "running": running_in(month)}
        yield {"month": replace(month, entries=(), running=()), **lists, **beside}


def _listing(listing: Listing) -> Variables:
    lists = {"entries": entries_of_name(listing), "articles": articles_of_name(listing)}
    return {"listing": replace(listing, entries=(), articles=()), **lists}


def _between(rows: Sequence[_Row], brief: Callable[[_Row], _Row]) -> Iterator[tuple[_Row, Variables]]:
    """Rows with what is shown of their neighbours."""
    beside = [None, *map(brief, rows), None]
    for place, row in enumerate(rows):
        yield row, {"before": beside[place], "after": beside[place + 2]}


def _shown(value: object) -> object:
    return value.shown if isinstance(value, PagedList) else value
