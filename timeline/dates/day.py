"""One day of the calendar in any year, for `datetime.date` ends at the years 1 and 9999."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

_MARCH_TO_JULY = 153  # days of five months from March on; the lengths of months repeat after five
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FOUR_CENTURIES = 146_097  # days
_BEFORE_YEAR_1 = 305  # days from 1 March of the year 0, where the count of the algorithm begins, to the day with ordinal 1


@dataclass(frozen=True, order=True, slots=True)
class Day:
    """A day of the proleptic Gregorian calendar. `year` is astronomical: 0 is 1 BC, -43 is 44 BC.

    Days are in the order of time. The methods have the names and meanings of `datetime.date`, and no limit of years. Nothing
    checks that the calendar has the day: `month_length` says how many days a month has.
    """

    year: int
    month: int
    day: int

    @classmethod
    def fromordinal(cls, number: int) -> Day:
        """The day with a number, as of `toordinal`."""
        era, day_of_era = divmod(number + _BEFORE_YEAR_1, _FOUR_CENTURIES)
        year = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
        day_of_year = day_of_era - (365 * year + year // 4 - year // 100)
        month = (5 * day_of_year + 2) // _MARCH_TO_JULY  # 0 is March
        day = day_of_year - (_MARCH_TO_JULY * month + 2) // 5 + 1
        return cls(era * 400 + year + (month >= 10), month + 3 if month < 10 else month - 9, day)

    def toordinal(self) -> int:
        """Its number: that of 1 January of the year 1 is 1, that of the day before is 0."""
        year, month = (self.year, self.month - 3) if self.month > 2 else (self.year - 1, self.month + 9)
        day_of_year = (_MARCH_TO_JULY * month + 2) // 5 + self.day
        return 365 * year + year // 4 - year // 100 + year // 400 + day_of_year - _BEFORE_YEAR_1 - 1

    def isoformat(self) -> str:
        """Its text in ISO 8601: `2022-10-13`, `-0043-03-15`. A year of more than four digits has a sign: `+17000-01-01`."""
        return f"{iso_year(self.year)}-{self.month:02}-{self.day:02}"

    __str__ = isoformat

    @property
    def date(self) -> datetime.date | None:
        """The same day of the standard library; None where that has no such year."""
        inside = datetime.MINYEAR <= self.year <= datetime.MAXYEAR
        return datetime.date(self.year, self.month, self.day) if inside else None


EPOCH = Day(1970, 1, 1).toordinal()  # from which scripts count days
FIRST, LAST = Day(-(10**12), 1, 1), Day(10**12, 12, 31)  # before and after every day of an EDTF value


def month_length(year: int, month: int) -> int:
    """How many days a month has, 28 to 31."""
    is_leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LENGTHS[month - 1] + is_leap


def iso_year(year: int) -> str:
    """A year in ISO 8601: `2022`, `0079`, `-0043`, and with a sign where it has more than four digits: `+17000`."""
    if year < 0:
        return f"-{-year:04}"
    return f"{year:04}" if year <= datetime.MAXYEAR else f"+{year}"


def edtf_day(day: Day, units: int = 3) -> str:
    """The year of a day in EDTF, with its month (2 units) or its month and day (3); of a long year, which has none, the year."""
    if abs(day.year) > datetime.MAXYEAR:
        return edtf_year(day.year)
    return "-".join((edtf_year(day.year), f"{day.month:02}", f"{day.day:02}")[:units])


def edtf_year(year: int) -> str:
    """A year in EDTF: `2022`, `-0043`, `Y17000`."""
    return f"Y{year}" if abs(year) > datetime.MAXYEAR else iso_year(year)
