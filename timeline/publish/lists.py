"""The lists that may be too long for a page: which there are, where the pages of their parts are, and what divides them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from posixpath import dirname
from typing import Any

from timeline.dates import MONTHS, year_wording
from timeline.model.chronology import Index, Listing, Month, Year
from timeline.model.names import NameKind
from timeline.publish.page_types import page_path
from timeline.publish.parts import Division, Part, begins, units_of_id, units_of_time, units_of_year

ROOM = 1200  # elements that the rows of a page may have; the rest of a page has less than 300
ENTRY, BRIEF_ENTRY, ARTICLE, NAME, YEAR = 6, 3, 4, 4, 2  # elements of a row, at most
BRIEF = ROOM // ENTRY  # of more entries, the page of a year has only the titles
MOST_IN_YEAR = ROOM // BRIEF_ENTRY  # of more entries, it has only the numbers of the months
_PINS = 480  # elements of the map of all places


class Rows(StrEnum):
    """What the rows of a list are."""

    ENTRIES = "entries"
    ARTICLES = "articles"
    NAMES = "names"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class PagedList:
    """A list, whose first page, `top`, is that of what it is a list of.

    `title` begins the titles of the pages of its parts, `back` is the text of the link to the first page. `name` is the kind and
    the id of what all entries have in common, as in a view; empty where that is their time alone, and None where it is neither.
    """

    rows: Rows
    title: str
    back: str
    top: Part
    name: str | None = None

    @property
    def head(self) -> "PagedList":
        """It without its rows and parts, for the pages of its parts."""
        return replace(self, top=self.top.head)

    @property
    def shown(self) -> "PagedList":
        """What its first page shows of it."""
        return replace(self, top=self.top.shown)

    @property
    def pages(self) -> Iterator[dict[str, Any]]:
        """The variables of the page of each part: the part, the list, the parts around it from the whole list on, and the
        parts before and after it, of those that are not divided."""
        leaves = [None, *(leaf.head for leaf in self.top.leaves), None]
        place = {leaf.path: number for number, leaf in enumerate(leaves) if leaf}
        for part, above in _below(self.top, ()):
            at = place.get(part.path)
            yield {
                "part": part.shown,
                "list": self.head,
                "above": above,
                "before": leaves[at - 1] if at else None,
                "after": leaves[at + 1] if at else None,
            }


def _below(part: Part, above: tuple[Part, ...]) -> Iterator[tuple[Part, tuple[Part, ...]]]:
    around = (*above, part.head)
    for each in part.parts:
        yield each, around
        yield from _below(each, around)


def entries_of_name(listing: Listing) -> PagedList:
    """The entries of a name. On the page of a publisher they share the room with its articles."""
    path, name = _path(listing=listing), listing.name.name
    room = ROOM // 2 if listing.kind is NameKind.PUBLISHERS else ROOM
    top = _of_entries(path, room).of(path, listing.entries)
    return PagedList(Rows.ENTRIES, name, name, top, f"{listing.kind}={listing.id}")


def articles_of_name(listing: Listing) -> PagedList:
    """The articles of a publisher."""
    path, name = _path(listing=listing), listing.name.name
    top = _of_articles(f"{path}/published", ROOM // 2).of(path, _by_publication(listing.articles))
    return PagedList(Rows.ARTICLES, f"{name}: articles", name, top)


def all_articles(articles: tuple[Any, ...]) -> PagedList:
    """All articles."""
    path = _path(articles=None)
    top = _of_articles(f"{dirname(path)}/published", ROOM).of(path, _by_publication(articles))
    return PagedList(Rows.ARTICLES, "Articles", "Articles", top)


def names_of(index: Index) -> PagedList:
    """The names of one kind."""
    path = _path(index=index)
    room = ROOM - _PINS if index.kind is NameKind.PLACES else ROOM
    division = Division[Listing](f"{dirname(path)}/letters", room // NAME, lambda listing: units_of_id(listing.id))
    title = index.kind.capitalize()
    return PagedList(Rows.NAMES, title, title, division.of(path, index.listings))


@dataclass(frozen=True, slots=True)
class YearLine:
    """What the list of all years shows of one: `size` is the number of its entries."""

    year: int
    label: str
    size: int


def all_years(years: tuple[Year, ...]) -> PagedList:
    """All years, with the number of their entries."""
    path = _path(whole=None)
    rows = [YearLine(year.year, year.label, year.size) for year in years]
    division = Division[YearLine](
        dirname(path), ROOM // YEAR, lambda year: units_of_year(year.year, year.label), size=lambda year: year.size
    )
    return PagedList(Rows.YEARS, "Chronology", "Chronology", division.of(path, rows))


def has_room_for_months(years: tuple[Year, ...]) -> bool:
    """Whether a page has room for a link to each year and each of its months."""
    return sum(2 + YEAR + YEAR * len(year.months) for year in years) <= ROOM


def days_of(year: Year) -> tuple[int, int]:
    """The first and the last day on which one of the entries of a year begins, counted from 1970-01-01."""
    days = [begins(entry.when) for entries in (year.undated, *(month.entries for month in year.months)) for entry in entries]
    return min(days), max(days)


def undated_of(year: Year) -> PagedList:
    """The entries of a year whose month is not known."""
    path = _path(year=year)
    top = _of_entries(f"{dirname(path)}/unknown", ROOM // 2).of(path, year.undated)
    return PagedList(Rows.ENTRIES, f"{year.label}, month unknown", year.label, top)


def entries_of(month: Month) -> PagedList:
    """The entries of a month."""
    path = _path(month=month)
    return PagedList(Rows.ENTRIES, "", _label(month), _of_entries(path, ROOM * 3 // 4).of(path, month.entries), "")


def running_in(month: Month) -> PagedList:
    """The entries that began before a month and reach into it."""
    path, label = _path(month=month), _label(month)
    return PagedList(Rows.ENTRIES, f"{label}, ongoing", label, _of_entries(f"{path}/ongoing", ROOM // 4).of(path, month.running))


def _of_entries(folder: str, room: int) -> Division[Any]:
    return Division(folder, room // ENTRY, lambda entry: units_of_time(entry.when), lambda entry: begins(entry.when))


def _of_articles(folder: str, room: int) -> Division[Any]:
    return Division(folder, room // ARTICLE, lambda article: units_of_time(article.published))


def _by_publication(articles: tuple[Any, ...]) -> list[Any]:
    return sorted(articles, key=lambda article: article.by_publication)


def _label(month: Month) -> str:
    return f"{MONTHS[month.month - 1]} {year_wording(month.year)}"


def _path(**row: object) -> str:
    return page_path(**row).removesuffix(".md")
