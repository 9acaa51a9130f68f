"""The division of lists that are too long for a page: by time, or by the letters of ids.

A list is divided only where it needs to be, and by the units of the calendar: so the page of a decade, a year or a month keeps
its address when the list grows. If it becomes too long itself, it shows how many rows each of its own parts has.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Generic, TypeVar

from timeline.assembly.chronology import period_of, year_label
from timeline.dates import MONTHS, When, parse, wording, year_wording
from timeline.dates.day import EPOCH
from timeline.dates.english.years import decade_wording

MOST_LINKS = 250  # on a page to parts of its parts; where there are more, it links only to its parts
_LENGTHS = (*(10**power for power in range(9, 3, -1)), 100, 10)  # of units of time, in years: no reader thinks in thousands
_LETTERS = 5  # of an id, at most
_UNKNOWN = "-unknown"  # ends the id of what has no month or no day, which is listed first


@dataclass(frozen=True, slots=True)
class Unit:
    """What rows of a list have in common: an id for addresses, and words. `short` is enough below the unit around it."""

    id: str = ""
    label: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A list, or a part of one: it has either rows or parts. `path` is that of its page below docs/, without the ending.

    `days` are the first and the last day on which one of its entries begins, counted from 1970-01-01.
    """

    path: str
    unit: Unit
    size: int
    rows: tuple[Any, ...] = ()
    parts: tuple["Part", ...] = ()
    days: tuple[int, int] | None = None

    @property
    def leaves(self) -> tuple["Part", ...]:
        """The parts that are not divided, in order; itself, if it is not."""
        return tuple(leaf for part in self.parts for leaf in part.leaves) if self.parts else (self,)

    @property
    def below(self) -> Iterator["Part"]:
        """Its parts, each before its own."""
        for part in self.parts:
            yield part
            yield from part.below

    @property
    def head(self) -> "Part":
        """It without its rows and parts, for links to it."""
        return replace(self, rows=(), parts=())

    @property
    def shown(self) -> "Part":
        """What its page shows of it: its own rows, or its parts, with theirs if these are not too many."""
        return replace(self, parts=_links(self.parts, is_deep=len(self.leaves) <= MOST_LINKS))


def _links(parts: tuple[Part, ...], *, is_deep: bool) -> tuple[Part, ...]:
    return tuple(replace(part.head, parts=_leaves_below(part) if is_deep and part.parts else ()) for part in parts)


def _leaves_below(part: Part) -> tuple[Part, ...]:
    """The parts below one that are not divided. Those that are not its own parts have their full label."""
    full = (leaf if leaf in part.parts else replace(leaf, unit=replace(leaf.unit, short=leaf.unit.label)) for leaf in part.leaves)
    return tuple(leaf.head for leaf in full)


Row = TypeVar("Row")
_Keyed = tuple[Row, tuple[Unit, ...]]


@dataclass(frozen=True)
class Division(Generic[Row]):
    """How a list is divided: at most so many rows on a page, by the units of each row, the longest first, which are equally
    many for all. The pages of the parts are in `folder`. `day` is the day on which an entry begins; `size` is what a row counts
    for in the size of a part."""

    folder: str
    most: int
    units: Callable[[Row], Sequence[Unit]]
    day: Callable[[Row], int] | None = None
    size: Callable[[Row], int] = lambda row: 1

    def of(self, path: str, rows: Iterable[Row]) -> Part:
        """The list on the page `path`."""
        undivided = self._undivided(path, Unit(), tuple(rows))
        if len(undivided.rows) <= self.most:  # as nearly all are: their units are not asked for
            return undivided
        return self._divided(undivided, [(row, tuple(self.units(row))) for row in undivided.rows])

    def _undivided(self, path: str, unit: Unit, rows: tuple[Row, ...]) -> Part:
        days = [self.day(row) for row in rows] if self.day else []
        return Part(path, unit, sum(map(self.size, rows)), rows, days=(min(days), max(days)) if days else None)

    def _divided(self, part: Part, keyed: list[_Keyed[Row]]) -> Part:
        """The part with parts that have at most so many rows. `keyed` are its rows with their units."""
        if len(keyed) <= self.most:
            return part
        groups = _by_unit(keyed) or list(self._numbered(part.unit, keyed))
        parts = ((self._undivided(f"{self.folder}/{unit.id}", unit, tuple(row for row, _ in of)), of) for unit, of in groups)
        return replace(part, rows=(), parts=tuple(self._divided(below, of) for below, of in parts))

    def _numbered(self, unit: Unit, keyed: list[_Keyed[Row]]) -> Iterator[tuple[Unit, list[_Keyed[Row]]]]:
        """For rows that have all units in common."""
        for number, first in enumerate(range(0, len(keyed), self.most), 1):
            of = keyed[first : first + self.most]
            label = f"{first + 1} to {first + len(of)}"
            id = f"{unit.id}-part-{number}" if unit.id else f"part-{number}"
            yield Unit(id, f"{unit.label}, {label}" if unit.label else label, label), of


def _by_unit(keyed: list[_Keyed[Row]]) -> list[tuple[Unit, list[_Keyed[Row]]]]:
    """The rows by the longest units of which there is more than one; empty where the rows have all units in common."""
    for level in range(len(keyed[0][1])):
        if len({units[level].id for _, units in keyed}) == 1:
            continue
        found: dict[str, list[_Keyed[Row]]] = {}
        for row in keyed:
            found.setdefault(row[1][level].id, []).append(row)
        groups = ((of[0][1][level], of) for of in found.values())
        return sorted(groups, key=lambda group: not group[0].id.endswith(_UNKNOWN))
    return []


@cache  # an entry is in some ten lists
def units_of_time(when: When | None) -> tuple[Unit, ...]:
    """The units in which a date begins: ten thousand years and more, century, decade, year, month, day."""
    if when is None:
        return (Unit("undated", "Undated", "Undated"),) * (len(_LENGTHS) + 3)
    year, month = period_of(when)
    words = year_label(when)
    longer = units_of_year(year, words)
    if month is None:
        return (*longer, *(Unit(f"{year}{_UNKNOWN}", f"{words}, month unknown", "Month unknown"),) * 2)
    name = MONTHS[month - 1]
    of_month = Unit(f"{year}-{month:02}", f"{name} {words}", name)
    begin = when.start if when.earliest or not when.end else when.end
    if not begin.earliest or begin.earliest != begin.latest:
        return (*longer, of_month, Unit(of_month.id + _UNKNOWN, f"{of_month.label}, day unknown", "Day unknown"))
    day = begin.earliest.day
    return (*longer, of_month, Unit(f"{of_month.id}-{day:02}", f"{day} {of_month.label}", f"{day} {name}"))


def units_of_year(year: int, label: str) -> tuple[Unit, ...]:
    """The same of a year with this label."""
    return (*(_years(year, length) for length in _LENGTHS), Unit(f"{year}", label, label))


@cache
def _years(year: int, length: int) -> Unit:
    """The unit of so many years around a year: "1990s", "20th century", "AD 10,000 to AD 19,999"."""
    first = year // length * length
    last = first + length - 1
    label = f"{year_wording(first)} to {year_wording(last)}"
    if length == 10:
        label = decade_wording(first)
    if length == 100 and 0 < first < 10_000:
        label = wording(parse(f"{first // 100:02}XX"))
    return Unit(f"{first}s" if length == 10 and first > 0 else f"{first}-to-{last}", label, label)


def units_of_id(id: str) -> tuple[Unit, ...]:
    """The first letter of an id, its first two letters …"""
    beginnings = (id.ljust(length, "-")[:length] for length in range(1, _LETTERS + 1))
    return tuple(Unit(letters, label := letters.rstrip("-").upper(), label) for letters in beginnings)


def begins(when: When) -> int:
    """The day on which a date begins, or ends where that is all there is, counted from 1970-01-01."""
    day = when.earliest or when.latest
    return day.toordinal() - EPOCH if day else 0
