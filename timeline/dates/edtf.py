"""The strict parser of the EDTF profile: every value it accepts is written in exactly one way."""

import re
from datetime import MAXYEAR

from timeline.dates.day import Day, month_length
from timeline.dates.english.words import MONTH_NAMES as MONTHS
from timeline.dates.errors import EdtfError, syntax_error
from timeline.dates.seasons import FIRST_MONTHS
from timeline.dates.value import Part, Precision, When

_PART = re.compile(
    r"""(?: (?P<century>\d{2}) XX | (?P<decade>\d{3}) X
        | (?P<year>\d{4}) (?: - (?P<number>\d{2}) (?: - (?P<day>\d{2})
            (?P<clock> T \d{2}:\d{2} (?: :\d{2} )? (?: Z | [+-]\d{2}:\d{2} ) )? )? )? )
        (?P<qualifier> (?<! Z) (?<! :\d\d) [?~%] )?""",
    re.ASCII | re.VERBOSE,
)


def parse_or_none(text: object) -> When | None:
    """The value of an EDTF text; None for any other text, and for anything that is no text."""
    try:
        return parse(text) if isinstance(text, str) else None
    except EdtfError:
        return None


def parse(text: str) -> When:
    """Read an EDTF value; raise `EdtfError` with the offending place for anything else.

    The profile is a part of EDTF as the Library of Congress (https://www.loc.gov/standards/datetime/) and
    ISO 8601-2:2019 define it: years 0001 to 9999, months, days, date-times with offset (seconds may be left
    out; the calendar day is the one written), seasons 21 to 24, quarters 33 to 36, decades `199X`, centuries
    `19XX`, one qualifier `?`, `~` or `%` at the end of a date, intervals with open (`..`) or unknown (empty)
    ends. An interval is reversed where its start begins after its end has ended.

    Seasons have the months of `timeline.dates.seasons`: winter is December to the end of February *next* year.
    """
    first, slash, second = text.partition("/")
    if not slash:
        return When(text, _part(text, 0))
    place = len(first) + 1
    if "/" in second:
        help = "write a date with hyphens (2022-10-13), and an interval as START/END"
        raise EdtfError("a date has no slash, and an interval has one slash", place + second.index("/"), help)
    start, end = _end(first, 0), _end(second, place)
    if start.earliest is None and end.latest is None:
        raise EdtfError("an interval needs a date on at least one side", 0, "write 2022-10/.. or ../2022-10")
    if start.earliest and end.latest and start.earliest > end.latest:
        raise EdtfError("the interval ends before it starts", place, f"write {second}/{first}")
    return When(text, start, end)


def _end(text: str, place: int) -> Part:
    """One side of an interval; `place` is its offset in the whole text."""
    if not text:
        return Part("", Precision.UNKNOWN)
    if text == "..":
        return Part("..", Precision.OPEN)
    part = _part(text, place)
    if part.timed:
        help = "write the days alone: 2022-10-13/2022-10-14"
        raise EdtfError("an interval takes dates, not date-times", place + text.index("T"), help)
    return part


def _part(text: str, place: int) -> Part:
    """A date without slash; `place` is its offset in the whole text."""
    found = _PART.match(text)
    if found is None or found.end() < len(text):
        raise syntax_error(text, found.end() if found else 0, place)
    if (found["century"] or found["decade"] or found["year"]).strip("0") == "":
        raise EdtfError("there is no year 0000", place, "write a year from 0001 to 9999")
    qualifier = found["qualifier"] or ""
    precision, earliest, latest = _bounds(found, place)
    if found["clock"]:
        _check_clock(text, found.start("clock") + 1, place)
    return Part(text.removesuffix(qualifier), precision, qualifier, earliest, latest)


def _check_clock(text: str, start: int, place: int) -> None:
    """Raise EdtfError for hours, minutes, seconds and offsets that do not exist."""
    clock, zone = re.split(r"(?=Z|[+-])", text[start:])
    if clock > "23:59:59" or any(int(number) > 59 for number in clock.split(":")):
        help = "write hours 00 to 23, minutes and seconds 00 to 59: 2022-10-13T05:00+03:00"
        raise EdtfError(f"there is no time {clock}", place + start, help)
    if zone in ("+00:00", "-00:00"):
        raise EdtfError(f"UTC is not written {zone}", place + start + len(clock), "write Z: 2022-10-13T05:00Z")
    if zone[1:] > "14:00" or zone[4:] > "59":
        help = "write an offset from -14:00 to +14:00; Kyiv is at +02:00 in winter and at +03:00 in summer"
        raise EdtfError(f"there is no offset {zone}", place + start + len(clock), help)


def _bounds(found: re.Match[str], place: int) -> tuple[Precision, Day, Day]:
    """Precision, first day and last day of a part."""
    if found["century"]:
        return Precision.CENTURY, *_years(int(found["century"]) * 100, 100)
    if found["decade"]:
        return Precision.DECADE, *_years(int(found["decade"]) * 10, 10)
    year, number = int(found["year"]), int(found["number"] or 0)
    if not found["number"]:
        return Precision.YEAR, *_years(year, 1)
    if found["day"] and 1 <= number <= 12:
        day = _day(year, number, found, place)
        return Precision.DAY, day, day
    if 1 <= number <= 12:
        return Precision.MONTH, *_months(year, number, 1)
    if 33 <= number <= 36 and not found["day"]:
        return Precision.QUARTER, *_months(year, 3 * (number - 33) + 1, 3)
    if number in FIRST_MONTHS and not found["day"]:
        if year == MAXYEAR and number == 24:
            raise EdtfError("the winter of 9999 ends after the last year", place, "write a month: 9999-12")
        return Precision.SEASON, *_months(year, FIRST_MONTHS[number], 3)
    help = "write a month from 01 to 12; without a day also a season from 21 (spring) to 24 (winter), or a quarter from 33 to 36"
    raise EdtfError(f"there is no month {found['number']}", place + found.start("number"), help)


def _years(first: int, length: int) -> tuple[Day, Day]:
    return Day(first, 1, 1), Day(first + length - 1, 12, 31)


def _months(year: int, first: int, length: int) -> tuple[Day, Day]:
    years, last = divmod(first + length - 2, 12)
    return Day(year, first, 1), Day(year + years, last + 1, month_length(year + years, last + 1))


def _day(year: int, month: int, found: re.Match[str], place: int) -> Day:
    number, length = int(found["day"]), month_length(year, month)
    if 1 <= number <= length:
        return Day(year, month, number)
    message = f"{MONTHS[month - 1]} {year} has {length} days, there is no day {found['day']}"
    raise EdtfError(message, place + found.start("day"), f"write a day from 01 to {length}, or the month alone")
