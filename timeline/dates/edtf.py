"""The strict parser of the EDTF profile: every value it accepts is written in exactly one way."""

import re
from calendar import month_name, monthrange
from datetime import MAXYEAR, date

from dateutil.parser import isoparse
from dateutil.relativedelta import relativedelta

from timeline.dates.when import Part, When

_PART = re.compile(
    r"""(?: (?P<century>\d{2}) XX | (?P<decade>\d{3}) X
        | (?P<year>\d{4}) (?: - (?P<number>\d{2}) (?: - (?P<day>\d{2}) )? )? )
        (?: (?P<clock> T \d{2}:\d{2} (?: :\d{2} )? (?: Z | [+-]\d{2}:\d{2} ) ) | (?P<qualifier> [?~%] ) )?""",
    re.ASCII | re.VERBOSE,
)

# What commonly stands where the value departs from the profile: what was read so far, what comes next.
_MISTAKES = tuple(
    (re.compile(read), re.compile(rest), message, help)
    for read, rest, message, help in (
        ("", r"\s", "a date holds no spaces", "Write it without spaces: 2022-10-13"),
        (r"T.*", r"[?~%]", "a date-time takes no qualifier", "Leave out the time, or the qualifier"),
        (r".*[?~%]", r"[?~%]", "a date takes one qualifier", "Write ? (uncertain), ~ (approximate) or % (both)"),
        (r".*-\d\d", r"T", "a date-time needs hours, minutes and an offset", "Write 2022-10-13T05:00+03:00"),
        (r"\d{4}", r"-\d(?!\d)", "a month and a day have two digits", "Write a zero before it: 2022-03-05"),
        (r"\d{4}", r"s|'s", "this is no EDTF decade", "Write the 1990s as 199X"),
        (r"\d{4}", r"\d", "a year has four digits", "Put hyphens between year, month and day: 2022-10-13"),
        (r"", r"\d{1,3}-", "a year has four digits", "Write the year in full: 2022-10-13"),
        (r"", r"\d{2,3}x", "unspecified digits are a capital X", "Write 199X for the 1990s, 19XX for 1900 to 1999"),
        (r"", r"[\u2012-\u2015]", "an interval takes a slash", "Write 2022-10-13/2022-10-19"),
        (r"", r"[^\x00-\x7f]", "a date is written in ASCII", "Use the digits 0 to 9 and a plain hyphen"),
        (r"", r"[?~%]", "a qualifier stands at the end of a date", "Write 2022-10~, not ~2022-10"),
    )
)
_YEAR_FIRST = "Write the year in four digits first: 2022, 2022-10, 2022-10-13"


class EdtfError(ValueError):
    """A text that is no EDTF value of the profile.

    `message` says what is wrong, `offset` where (0-based index into the text), `help` what to write instead.
    """

    def __init__(self, message: str, offset: int, help: str) -> None:
        super().__init__(message)
        self.message, self.offset, self.help = message, offset, help


def parse(text: str) -> When:
    """Read an EDTF value; raise `EdtfError` with the offending place for anything else.

    The profile, from the Library of Congress specification of EDTF (https://www.loc.gov/standards/datetime/)
    and ISO 8601-2:2019: years 0001 to 9999, months, days, date-times with offset (seconds may be left out, the
    calendar day is the one written), seasons 21 to 24, quarters 33 to 36, decades `199X`, centuries `19XX`, a
    trailing `?`, `~` or `%`, and intervals of these with open (`..`) or unknown (empty) ends.

    Both standards name seasons without fixing their months. Here they are the meteorological seasons of the
    northern hemisphere: spring is March to May, winter is December to February of the *next* year. An interval
    is reversed where its start begins after its end has ended.
    """
    first, slash, second = text.partition("/")
    if not slash:
        return When(text, _part(text, 0))
    place = len(first) + 1
    if "/" in second:
        help = "Write a date with hyphens (2022-10-13), and an interval as START/END"
        raise EdtfError("an interval has one slash", place + second.index("/"), help)
    start, end = _end(first, 0), _end(second, place)
    if start.earliest is None and end.latest is None:
        raise EdtfError("an interval needs a date on one side at least", 0, "Write 2022-10/.. or ../2022-10")
    if start.earliest and end.latest and start.earliest > end.latest:
        raise EdtfError(f"the interval ends before it starts ({first})", place, f"Write {second}/{first}")
    return When(text, start, end)


def _end(text: str, place: int) -> Part:
    """One side of an interval; `place` is its offset in the whole text."""
    if not text:
        return Part("", "unknown")
    if text == "..":
        return Part("..", "open")
    part = _part(text, place)
    if part.timed:
        help = "Write the days alone: 2022-10-13/2022-10-14"
        raise EdtfError("an interval takes dates, not date-times", place + text.index("T"), help)
    return part


def _part(text: str, place: int) -> Part:
    """A date without slash; `place` is its offset in the whole text."""
    found = _PART.match(text)
    stop = found.end() if found else 0
    if found is None or stop < len(text):
        raise _mistake(text, stop, place)
    qualifier = found["qualifier"] or ""
    bare = text.removesuffix(qualifier)
    if (found["century"] or found["decade"] or found["year"]).strip("0") == "":
        raise EdtfError("there is no year 0000", place, "Years run from 0001 to 9999")
    if found["clock"]:
        _check_clock(bare, found.start("clock"), place)
    precision, earliest, latest = _bounds(found, place)
    return Part(bare, precision, qualifier, earliest, latest)


def _mistake(text: str, stop: int, place: int) -> EdtfError:
    """The error for a text that departs from the profile at `stop`."""
    if not text:
        return EdtfError("the date is empty", place, _YEAR_FIRST)
    read, rest = text[:stop], text[stop:]
    for before, after, message, help in _MISTAKES:
        if before.match(read) and after.match(rest):
            return EdtfError(message, place + stop, help)
    if not read:
        return EdtfError("a date begins with its year in four digits", place, _YEAR_FIRST)
    return EdtfError(f"{rest[0]!r} cannot follow {read!r}", place + stop, f"End the date after {read}")


def _check_clock(text: str, start: int, place: int) -> None:
    """Refuse hours, minutes, seconds and offsets that no clock shows."""
    help = "Write hours 00 to 23, minutes and seconds 00 to 59: 2022-10-13T05:00+03:00"
    clock, zone = re.split(r"(?=Z|[+-])", text[start + 1 :])
    if clock > "23:59:59" or any(int(number) > 59 for number in clock.split(":")):
        raise EdtfError(f"there is no time {clock}", place + start + 1, help)
    if zone in ("+00:00", "-00:00"):
        raise EdtfError(f"the offset {zone} says nothing", place + text.index(zone), "Write Z for UTC")
    if zone[1:] > "14:00" or zone[4:] > "59":
        help = "Offsets run from -14:00 to +14:00; Kyiv is +02:00 in winter and +03:00 in summer"
        raise EdtfError(f"there is no offset {zone}", place + start + 1 + len(clock), help)


def _bounds(found: re.Match[str], place: int) -> tuple[str, date, date]:
    """Precision, first day and last day of a part."""
    if found["century"]:
        return "century", *_years(int(found["century"]) * 100, 100)
    if found["decade"]:
        return "decade", *_years(int(found["decade"]) * 10, 10)
    year = int(found["year"])
    if not found["number"]:
        return "year", *_years(year, 1)
    number = int(found["number"])
    if found["day"]:
        day = _day(year, number, found, place)
        return "day", day, day
    if 1 <= number <= 12:
        return "month", *_months(year, number, 1)
    if 33 <= number <= 36:
        return "quarter", *_months(year, 3 * (number - 33) + 1, 3)
    if 21 <= number <= 24:
        if (year, number) == (MAXYEAR, 24):
            raise EdtfError("the winter of 9999 ends after the last year", place, "Years run from 0001 to 9999")
        return "season", *_months(year, 3 * (number - 20), 3)
    help = "Months are 01 to 12, seasons 21 (spring) to 24 (winter), quarters 33 to 36"
    raise EdtfError(f"there is no month {found['number']}", place + found.start("number"), help)


def _years(first: int, length: int) -> tuple[date, date]:
    return date(first, 1, 1), date(first + length - 1, 12, 31)


def _months(year: int, first: int, length: int) -> tuple[date, date]:
    start = date(year, first, 1)
    return start, start + relativedelta(months=length - 1, day=31)


def _day(year: int, month: int, found: re.Match[str], place: int) -> date:
    if not 1 <= month <= 12:
        help = "A day stands in a month from 01 to 12: 2022-10-13"
        raise EdtfError(f"there is no month {found['number']}", place + found.start("number"), help)
    length = monthrange(year, month)[1]
    if not 1 <= int(found["day"]) <= length:
        message = f"{month_name[month]} {year} has {length} days, there is no day {found['day']}"
        raise EdtfError(message, place + found.start("day"), f"Write a day from 01 to {length}, or the month alone")
    return isoparse(found[0][:10]).date()
