"""What an EDTF value means: its parts, its first and last day, its order in time."""

import re
from dataclasses import dataclass
from enum import StrEnum
from math import inf

from timeline.dates.day import FIRST, LAST, Day, month_length

OPEN_DAYS = LAST.toordinal() - FIRST.toordinal()  # more than any closed value has, so that an open value is never the narrowest


class Precision(StrEnum):
    """How exactly a date is known. The values are the words of exports."""

    DAY = "day"
    """One calendar day, with or without a time of day."""
    MONTH = "month"
    """One month of a year."""
    SEASON = "season"
    """Three months, numbered 21 to 32 in EDTF; see `timeline.dates.seasons`."""
    QUARTER = "quarter"
    """Three months from January, April, July or October, numbered 33 to 36 in EDTF."""
    QUADRIMESTER = "quadrimester"
    """Four months from January, May or September, numbered 37 to 39 in EDTF."""
    SEMESTER = "semester"
    """Six months from January or July, numbered 40 and 41 in EDTF."""
    YEAR = "year"
    """One calendar year."""
    DECADE = "decade"
    """Ten years from one that ends in 0: `199X`."""
    CENTURY = "century"
    """A hundred years from one that ends in 00: `19XX`."""
    ROUNDED = "rounded year"
    """The years that round to one with an exponent: `Y-17E3`."""
    SET = "one of a set"
    """One date of several: `[1667,1668]`. The bounds are those of all of them together."""
    OPEN = "open"
    """An end of an interval without a date, written `..`: it goes on, or its beginning does not matter."""
    UNKNOWN = "unknown"
    """An end of an interval without a date, left empty: there is one, but it is not known."""
    INTERVAL = "interval"
    """Of a whole value only: it has a start and an end."""


MARGINS = {
    Precision.DAY: 1,
    Precision.MONTH: 31,
    Precision.SEASON: 92,
    Precision.QUARTER: 92,
    Precision.QUADRIMESTER: 123,
    Precision.SEMESTER: 184,
    Precision.YEAR: 366,
    Precision.DECADE: 3653,
    Precision.CENTURY: 36525,
}  # days; the longest date of each kind


class Relation(StrEnum):
    """How the days of one value relate to those of another."""

    EQUAL = "equal"
    """The same value."""
    SAME = "same"
    """The same days, with another qualifier or in another form."""
    WIDER = "wider"
    """All days of the other, and more."""
    NARROWER = "narrower"
    """Some days of the other, and no more."""
    OVERLAPPING = "overlapping"
    """Some days of the other, and some that the other does not have."""
    DISJOINT = "disjoint"
    """No day of the other."""


@dataclass(frozen=True, slots=True)
class Part:
    """A single date, or one end of an interval.

    `text` is its EDTF without qualifiers. `qualifier` is `?` (uncertain), `~` (approximate), `%` (both) or empty.
    `components` is empty where the whole date is qualified; else it has the qualifier of its year, of the month and of the
    day, and `qualifier` is all of them together. `earliest` and `latest` are its first and last calendar day, None for an
    end without a date.
    """

    text: str
    precision: Precision
    qualifier: str = ""
    earliest: Day | None = None
    latest: Day | None = None
    components: tuple[str, ...] = ()

    @property
    def timed(self) -> bool:
        """True for a date-time, whose precision counts as day."""
        return "T" in self.text

    @property
    def unspecified(self) -> bool:
        """True for some month of a year, or some day of a year or a month, of which no more is known: `2004-06-XX`."""
        return self.precision in (Precision.YEAR, Precision.MONTH) and self.text.endswith("X")

    @property
    def margin(self) -> int:
        """The days by which an approximate date may be wrong: as many as a date of its kind has at most. Else 0.

        ISO 8601-2 sets no number. "c. 13 October" may be the day before or after it, "c. 1950" the year before or after it.
        """
        if self.components:
            approximate = (days for days, sign in zip((366, 31, 1), self.components, strict=False) if sign in "~%" and sign)
            return next(approximate, 0)
        return MARGINS.get(self.precision, 0) if self.qualifier in "~%" and self.qualifier else 0

    @property
    def units(self) -> int:
        """How many of year, month and day say where it begins and ends: 1 for whole years, 2 for whole months, 3 for days."""
        first, last = self.earliest, self.latest
        if (
            (first and first.day > 1)
            or (last and last.day < month_length(last.year, last.month))
            or self.precision is Precision.DAY
        ):
            return 3
        return 2 if (first and first.month > 1) or (last and last.month < 12) else 1

    @property
    def calendar_text(self) -> str | None:
        """The year, month or day in ISO 8601, with the time that is written; None for other dates and for long years."""
        if self.earliest is None or self.precision not in (Precision.YEAR, Precision.MONTH, Precision.DAY):
            return None
        return None if self.text.startswith("Y") else self.text.replace("-XX", "")

    @property
    def moment(self) -> int | None:
        """A date-time in seconds of UTC from the day with the number 0; None for other values."""
        if self.earliest is None or not self.timed:
            return None
        clock, sign, offset = re.split(r"(Z|[+-])", self.text.rpartition("T")[2], maxsplit=1)
        shift = _seconds(offset) if sign != "Z" else 0
        return self.earliest.toordinal() * 86_400 + _seconds(clock) + (shift if sign == "-" else -shift)


@dataclass(frozen=True, slots=True)
class When:
    """The time of an event: an EDTF value as `parse` accepts it.

    `end` is None unless it is an interval. `members` are the dates and ranges of a set; it has one part, `start`, with the
    bounds of all of them.
    """

    text: str
    start: Part
    end: Part | None = None
    members: tuple["When", ...] = ()

    @property
    def earliest(self) -> Day | None:
        """First day that the value allows; None where its start is open or unknown."""
        return self.start.earliest

    @property
    def latest(self) -> Day | None:
        """Last day that the value allows; None where its end is open or unknown."""
        return (self.end or self.start).latest

    @property
    def widest(self) -> tuple[int | None, int | None]:
        """The numbers of the first and last day that it may mean, approximate ends with their margin; None for an open end."""
        first, last = self.start, self.end or self.start
        return (
            first.earliest.toordinal() - first.margin if first.earliest else None,
            last.latest.toordinal() + last.margin if last.latest else None,
        )

    @property
    def precision(self) -> Precision:
        """That of a single date; INTERVAL for an interval."""
        return Precision.INTERVAL if self.end else self.start.precision

    @property
    def qualified(self) -> bool:
        """True where any part is uncertain or approximate."""
        return bool(self.start.qualifier or (self.end and self.end.qualifier))

    @property
    def days(self) -> int:
        """Length in days, both ends counted; `OPEN_DAYS` where an end is open or unknown."""
        if self.earliest is None or self.latest is None:
            return OPEN_DAYS
        return self.latest.toordinal() - self.earliest.toordinal() + 1

    @property
    def sort_key(self) -> tuple[Day, Day, float, str]:
        """The order of time: earliest day, latest day, time of day in UTC, text. A day without a time precedes those with one.

        A value without a start is sorted by its last day.
        """
        first, moment = self.earliest or self.latest or FIRST, self.start.moment
        return (first, self.latest or LAST, -inf if moment is None else moment, self.text)

    @property
    def narrow_key(self) -> tuple[int, bool, str]:
        """The shortest value first; of equal length, the one without a qualifier."""
        return (self.days, self.qualified, self.text)

    def surely_before(self, other: "When") -> bool:
        """True where it ends before the other begins, by their days, or by their times of day where both have one."""
        mine, others = self.start.moment, other.start.moment
        return mine < others if mine is not None and others is not None else self._ends_before(other)

    def contains(self, other: "When") -> bool:
        """True where every day of `other` is within this value; a missing bound is infinite."""
        starts = self.earliest is None or (other.earliest is not None and self.earliest <= other.earliest)
        ends = self.latest is None or (other.latest is not None and other.latest <= self.latest)
        return starts and ends

    def relation_to(self, other: "When") -> Relation:
        """How its days relate to those of `other`."""
        wider, narrower = self.contains(other), other.contains(self)
        if wider and narrower:
            return Relation.EQUAL if self == other else Relation.SAME
        if wider or narrower:
            return Relation.WIDER if wider else Relation.NARROWER
        return Relation.DISJOINT if self.disjoint(other) else Relation.OVERLAPPING

    def disjoint(self, other: "When") -> bool:
        """True where no day is within both values; a missing bound is infinite."""
        return self._ends_before(other) or other._ends_before(self)

    def _ends_before(self, other: "When") -> bool:
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest


def _seconds(clock: str) -> int:
    """Of `05:00`, `05:00:30`: seconds."""
    return sum(int(number) * unit for number, unit in zip(clock.split(":"), (3600, 60, 1), strict=False))
