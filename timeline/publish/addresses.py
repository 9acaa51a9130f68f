"""The addresses of all pages of a chronology, without the pages."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from timeline.dates import When
from timeline.model.article import Article
from timeline.model.chronology import Chronology
from timeline.model.entry import Entry
from timeline.publish.lists import (
    PagedList,
    all_articles,
    all_years,
    articles_of_name,
    entries_of,
    entries_of_name,
    names_of,
    running_in,
    undated_of,
)
from timeline.publish.page_types import address_of, page_types


class _Listed(NamedTuple):
    """A list that may be too long for its page: what divides it, which are dates or ids, and a function that makes it."""

    by: Sequence[object]
    make: Callable[[], PagedList]


def page_addresses(chronology: Chronology, but: Chronology | None = None) -> dict[str, object]:
    """What each page is about, by its address below the site's own: an Entry, an Article, a Listing, a Month …

    Without the parts of lists that are divided in the same way in the chronology `but`: there they have the same addresses.
    """
    known = _lists(but) if but else {}
    lists = [listed for key, listed in _lists(chronology).items() if key not in known or known[key].by != listed.by]
    rows: dict[str, Sequence[object]] = {
        "site": (chronology,),
        "publications": (chronology,),
        "entries": chronology.entries,
        "articles": chronology.articles,
        "years": chronology.years,
        "months": tuple(month for year in chronology.years for month in year.months),
        "indexes": chronology.indexes,
        "listings": tuple(listing for index in chronology.indexes for listing in index.listings),
        "parts": tuple(part for listed in lists for part in listed.make().top.below),
    }
    return {address_of(kind.path_of(row)): row for kind in page_types().values() for row in rows[kind.rows]}


def _lists(chronology: Chronology) -> Mapping[tuple[object, ...], _Listed]:
    """All lists, by what they are lists of."""
    years, articles = chronology.years, chronology.articles
    found: dict[tuple[object, ...], _Listed] = {
        ("years",): _Listed([(year.year, year.label) for year in years], partial(all_years, years)),
        ("articles",): _Listed(_days(articles), partial(all_articles, articles)),
    }
    for year in years:
        found["unknown", year.year] = _Listed(_dates(year.undated), partial(undated_of, year))
        for month in year.months:
            found["month", year.year, month.month] = _Listed(_dates(month.entries), partial(entries_of, month))
            found["running", year.year, month.month] = _Listed(_dates(month.running), partial(running_in, month))
    for index in chronology.indexes:
        found["names", index.kind] = _Listed([listing.id for listing in index.listings], partial(names_of, index))
        for listing in index.listings:
            found["entries", listing.kind, listing.id] = _Listed(_dates(listing.entries), partial(entries_of_name, listing))
            found["articles", listing.kind, listing.id] = _Listed(_days(listing.articles), partial(articles_of_name, listing))
    return found


def _dates(entries: Iterable[Entry]) -> list[When]:
    return [entry.when for entry in entries]


def _days(articles: Iterable[Article]) -> list[When | None]:
    return [article.published for article in articles]
