"""A single date of the EDTF profile: one without a slash and without brackets."""

import re

from timeline.dates.day import Day, month_length
from timeline.dates.english.words import MONTH_NAMES as MONTHS
from timeline.dates.errors import EdtfError, syntax_error
from timeline.dates.seasons import FIRST_MONTHS, NORTHERN, QUADRIMESTERS, QUARTERS, SEMESTERS, SOUTHERN
from timeline.dates.value import Part, Precision

_PART = re.compile(
    r"""(?P<of_year>[?~%])? (?: (?P<century>-?\d\d) XX | (?P<decade>-?\d{3}) X | (?P<year>-?\d{4}) ) (?P<to_year>[?~%])?
        (?: (?<!X) (?<!X[?~%]) - (?P<of_number>[?~%])? (?P<number>\d\d|XX) (?P<to_number>[?~%])?
            (?: - (?P<of_day>[?~%])? (?P<day>\d\d|XX) (?P<clock> T \d{2}:\d{2} (?: :\d{2} )? (?: Z | [+-]\d{2}:\d{2} ) )?
                (?P<to_day> (?<! Z) (?<! :\d\d) [?~%] )? )? )?
      | Y (?P<digits>-?[1-9]\d*) E (?P<exponent>[1-9]\d?)
      | Y (?P<long>-?[1-9]\d{4,10})""",
    re.ASCII | re.VERBOSE,
)
_QUALIFIERS = re.compile("[?~%]")
_NUMBERS = "write a month from 01 to 12; without a day also a season from 21 (spring) to 24 (winter), or a quarter from 33 to 36"
_MOST_DIGITS = 11  # of a year; the universe is younger than that

# The length of the numbered parts of a year in months, with their first months.
PARTS_OF_YEAR = {
    number: (precision, first, months)
    for precision, months, of in (
        (Precision.MONTH, 1, {number: number for number in range(1, 13)}),
        (Precision.SEASON, 3, FIRST_MONTHS | NORTHERN | SOUTHERN),
        (Precision.QUARTER, 3, QUARTERS),
        (Precision.QUADRIMESTER, 4, QUADRIMESTERS),
        (Precision.SEMESTER, 6, SEMESTERS),
    )
    for number, first in of.items()
}


def parse_part(text: str, place: int) -> Part:
    """Read a single date; `place` is its offset in the whole value. Raises EdtfError."""
    found = _PART.match(text)
    if found is None or found.end() < len(text):
        raise syntax_error(text, found.end() if found else 0, place)
    if found["long"] or found["digits"]:
        return _long_year(text, found, place)
    if text.startswith("-0000"):
        raise EdtfError("there is no year -0000", place, "write 0000 for 1 BC, or -0001 for 2 BC")
    precision, earliest, latest = _bounds(found, place)
    if found["clock"]:
        _check_clock(text, found.start("clock") + 1, place)
    if not _QUALIFIERS.search(text):
        return Part(text, precision, "", earliest, latest)
    qualifiers = _qualifiers(found, place)
    if found["clock"]:
        raise EdtfError("a date-time takes no qualifier", place, "leave out the time, or the qualifier")
    bare = _QUALIFIERS.sub("", text)
    if len(set(qualifiers)) == 1:
        return Part(bare, precision, qualifiers[0], earliest, latest)
    if "X" in bare:
        help = f"write the qualifier at its end: {bare}{_union(*qualifiers)}"
        raise EdtfError("a date with unspecified parts takes one qualifier", place, help)
    return Part(bare, precision, _union(*qualifiers), earliest, latest, qualifiers)


def _qualifiers(found: re.Match[str], place: int) -> tuple[str, ...]:
    """The qualifier of each component. One before a component is its own, one behind it is also that of those before it."""
    own, behind = found.group("of_year", "of_number", "of_day"), found.group("to_year", "to_number", "to_day")
    for component, (before, after) in zip(("year", "number", "day"), zip(own, behind, strict=True), strict=True):
        if before and after:
            help = f"write {_union(before, after)} before it, or behind it"
            raise EdtfError("a part of a date takes one qualifier", place + found.start(f"to_{component}"), help)
    count = 1 + bool(found["number"]) + bool(found["day"])
    return tuple(_union(own[place], *behind[place:]) for place in range(count))


def _union(*qualifiers: str | None) -> str:
    """`?` and `~` together are `%`."""
    signs = "".join(sign or "" for sign in qualifiers).replace("%", "?~")
    if "?" in signs and "~" in signs:
        return "%"
    return signs[:1]


def _long_year(text: str, found: re.Match[str], place: int) -> Part:
    """A year behind the letter Y. With an exponent it is rounded to its digits: the bounds are all years that round to it."""
    if found["long"]:
        year = int(found["long"])
        return Part(text, Precision.YEAR, "", *_years(year, 1))
    digits, exponent = found["digits"], int(found["exponent"])
    if digits.endswith("0"):
        shorter = digits.rstrip("0")
        help = f"write Y{shorter}E{exponent + len(digits) - len(shorter)}"
        raise EdtfError("the digits before E do not end with a zero", place + found.end("digits") - 1, help)
    if len(digits.lstrip("-")) + exponent > _MOST_DIGITS:
        raise EdtfError(f"a year has at most {_MOST_DIGITS} digits", place + found.start("exponent"), "write a smaller exponent")
    unit = 10**exponent
    return Part(text, Precision.ROUNDED, "", *_years(int(digits) * unit - unit // 2, unit))


def _check_clock(text: str, start: int, place: int) -> None:
    """Raise EdtfError for hours, minutes, seconds and offsets that do not exist."""
    clock, zone = re.split(r"(?=Z|[+-])", text[start:])
    if clock > "23:59:59" or any(int(number) > 59 for number in clock.split(":")):
        help = "write hours 00 to 23, minutes and seconds 00 to 59: 2022-10-13T05:00+03:00"
        raise EdtfError(f"there is no time {clock}", place + start, help)
    if zone in ("+00:00", "-00:00"):
        raise EdtfError(f"UTC is not written {zone}", place + start + len(clock), f"write Z: {text[:start]}{clock}Z")
    if zone[1:] > "14:00" or zone[4:] > "59":
        help = "write an offset from -14:00 to +14:00; Kyiv is at +02:00 in winter and at +03:00 in summer"
        raise EdtfError(f"there is no offset {zone}", place + start + len(clock), help)


def _bounds(found: re.Match[str], place: int) -> tuple[Precision, Day, Day]:
    """Precision, first day and last day of a date with a year of four digits."""
    if found["century"]:
        return Precision.CENTURY, *_digits_of(found["century"], 100)
    if found["decade"]:
        return Precision.DECADE, *_digits_of(found["decade"], 10)
    year, number, day = int(found["year"]), found["number"], found["day"]
    if not number:
        return Precision.YEAR, *_years(year, 1)
    if number == "XX":
        if day in (None, "XX"):
            return Precision.YEAR, *_years(year, 1)
        raise EdtfError("a day without its month is not supported", place + found.start("day"), f"write {found['year']}")
    precision, first, months = PARTS_OF_YEAR.get(int(number), (Precision.UNKNOWN, 0, 0))
    if not months or (day and precision is not Precision.MONTH):
        help = (
            "write a month from 01 to 12; without a day also a season from 21 (spring) to 24 (winter), or a quarter from 33 to 36"
        )
        raise EdtfError(f"there is no month {number}", place + found.start("number"), help)
    if day and day != "XX":
        only = _day(year, first, found, place)
        return Precision.DAY, only, only
    return precision, *_months(year, first, months)


def _digits_of(known: str, length: int) -> tuple[Day, Day]:
    """The years that begin with these digits: `-00` of a century are -99 to 0, as the signs of all are the same."""
    if known.startswith("-"):
        return _years(int(known) * length - length + 1, length)
    return _years(int(known) * length, length)


def _years(first: int, length: int) -> tuple[Day, Day]:
    return Day(first, 1, 1), Day(first + length - 1, 12, 31)


def _months(year: int, first: int, length: int) -> tuple[Day, Day]:
    years, last = divmod(first + length - 2, 12)
    return Day(year, first, 1), Day(year + years, last + 1, month_length(year + years, last + 1))


def _day(year: int, month: int, found: re.Match[str], place: int) -> Day:
    number, length = int(found["day"]), month_length(year, month)
    if 1 <= number <= length:
        return Day(year, month, number)
    message = f"{MONTHS[month - 1]} {found['year']} has {length} days, there is no day {found['day']}"
    raise EdtfError(message, place + found.start("day"), f"write a day from 01 to {length}, or the month alone")
