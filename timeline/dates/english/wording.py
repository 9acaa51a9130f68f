"""EDTF values in English, for readers."""

import re

from timeline.dates.english.words import MONTH_NAMES as MONTHS
from timeline.dates.english.words import SEASON_NAMES
from timeline.dates.seasons import FIRST_MONTHS
from timeline.dates.value import Part, Precision, When

_QUALIFIERS = {"": "", "~": "c. ", "?": "perhaps ", "%": "perhaps c. "}
_QUARTERS = {"33": "first", "34": "second", "35": "third", "36": "fourth"}


def wording(when: When) -> str:
    """The value as a reader sees it: "13 October 2022", "c. October 2022", "23 to 27 September 2022".

    Uncertain is "perhaps", approximate is "c.". An open start is "before", an unknown one "until"; an open
    end is "since", an unknown one "from". Every value has a wording; it never shows EDTF's own signs.
    """
    start, end = when.start, when.end
    if end is None:
        return _one(start)
    if start.earliest is None:
        return f"{'before' if start.precision == 'open' else 'until'} {_one(end)}"
    if end.latest is None:
        return f"{'since' if end.precision == 'open' else 'from'} {_one(start)}"
    return f"{_QUALIFIERS[start.qualifier]}{_short(start, end)} to {_one(end)}"


def _one(part: Part) -> str:
    return _QUALIFIERS[part.qualifier] + _NAMES[part.precision](part)


def _short(start: Part, end: Part) -> str:
    """The start of an interval without the year, or month and year, that its end repeats."""
    whole = _NAMES[start.precision](start)
    if start.precision != end.precision or start.text[:4] != end.text[:4]:
        return whole
    if start.precision == Precision.DAY and start.text[:7] == end.text[:7]:
        return _day_number(start)
    if start.precision in (Precision.DAY, Precision.MONTH, Precision.SEASON):
        return whole.removesuffix(" " + _year(start))
    return whole.split()[0] if start.precision == Precision.QUARTER else whole


def _year(part: Part) -> str:
    """The year of a part. Early years are marked, for a reader does not take a bare "79" for a year."""
    return _marked(int(part.text[:4]))


def _marked(year: int) -> str:
    return str(year) if year > 999 else f"AD {year}"


def _day_number(part: Part) -> str:
    return str(int(part.text[8:10]))


def _day(part: Part) -> str:
    day = f"{_day_number(part)} {_month(part)}"
    return f"{day}, {_clock(part.text)}" if part.timed else day


def _clock(text: str) -> str:
    """Time and offset of a date-time: "05:00 (UTC+3)"."""
    clock, sign, offset = re.split(r"(Z|[+-])", text.partition("T")[2], maxsplit=1)
    if sign == "Z":
        return f"{clock} (UTC)"
    hours, minutes = offset.split(":")
    return f"{clock} (UTC{sign}{int(hours)}{'' if minutes == '00' else ':' + minutes})"


def _month(part: Part) -> str:
    return f"{MONTHS[int(part.text[5:7]) - 1]} {_year(part)}"


def _season(part: Part) -> str:
    """A season. Winter names both its years, for "winter 2022" may mean either of two."""
    first, number = int(part.text[:4]), int(part.text[5:])
    name, last = f"{SEASON_NAMES[number]} {_year(part)}", first + 1
    if FIRST_MONTHS[number] <= 10:
        return name
    in_full = last % 100 == 0 or last < 1000
    return f"{name}–{last if in_full else format(last % 100, '02')}"


def _quarter(part: Part) -> str:
    return f"{_QUARTERS[part.text[5:]]} quarter of {_year(part)}"


def _decade(part: Part) -> str:
    return f"{_marked(int(part.text[:3]) * 10)}s"


def _century(part: Part) -> str:
    number = int(part.text[:2]) + 1
    ending = "th" if 11 <= number % 100 <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} century"


_NAMES = {
    Precision.DAY: _day,
    Precision.MONTH: _month,
    Precision.SEASON: _season,
    Precision.QUARTER: _quarter,
    Precision.YEAR: _year,
    Precision.DECADE: _decade,
    Precision.CENTURY: _century,
}
