"""EDTF values in English, for readers."""

import re
from collections.abc import Callable

from timeline.dates.english.words import MONTH_NAMES as MONTHS
from timeline.dates.english.words import SEASON_NAMES
from timeline.dates.english.years import decade_wording, rounded_year_wording, year_wording
from timeline.dates.seasons import FIRST_MONTHS, NORTHERN, SOUTHERN
from timeline.dates.value import Part, Precision, When

_QUALIFIERS = {"": "", "~": "c. ", "?": "perhaps ", "%": "perhaps c. "}
_DOUBTS = {"~": "approximate", "?": "uncertain", "%": "uncertain and approximate"}
_PARTS_OF_YEAR = {
    33: "first quarter", 34: "second quarter", 35: "third quarter", 36: "fourth quarter",
    37: "first four months", 38: "middle four months", 39: "last four months",
    40: "first half", 41: "second half",
}  # fmt: skip


def wording(when: When) -> str:
    """The value as a reader sees it: "13 October 2022", "c. October 2022", "23 to 27 September 2022", "44 BC".

    Uncertain is "perhaps", approximate is "c."; where only some components are, they are named behind the date. An open
    start is "by", an unknown one "until"; an open end is "since", an unknown one "from". Every value has a wording; it
    never shows EDTF's own signs.
    """
    start, end = when.start, when.end
    if when.members:
        return _one_of(when.members)
    if end is None:
        return _one(start)
    if start.earliest is None:
        return f"{'by' if start.precision == 'open' else 'until'} {_one(end)}"
    if end.latest is None:
        return f"{'since' if end.precision == 'open' else 'from'} {_one(start)}"
    if start.components:
        return f"{_one(start)} to {_one(end)}"
    return f"{'' if start.unspecified else _QUALIFIERS[start.qualifier]}{_short(start, end)} to {_one(end)}"


def _one_of(members: tuple[When, ...]) -> str:
    """ "1667 or 1668", "1667, 1668 or one of 1670 to 1672", "1760 or earlier"."""
    *others, last = map(_member, members)
    return f"{', '.join(others)} or {last}" if others else last


def _member(when: When) -> str:
    start, end = when.start, when.end
    if end is None:
        return _one(start)
    if start.earliest is None:
        return f"{_one(end)} or earlier"
    if end.latest is None:
        return f"{_one(start)} or later"
    return f"one of {_short(start, end)} to {_one(end)}"


def _one(part: Part) -> str:
    name = _named(part)
    if part.unspecified:
        return name
    if not part.components:
        return _QUALIFIERS[part.qualifier] + name
    kinds = ("year", "month" if part.precision is Precision.DAY else str(part.precision), "day")
    doubts: dict[str, list[str]] = {}
    for kind, qualifier in zip(kinds, part.components, strict=False):
        doubts.setdefault(qualifier, []).append(kind)
    said = (f"{' and '.join(kinds)} {_DOUBTS[sign]}" for sign, kinds in doubts.items() if sign)
    return f"{name} ({', '.join(said)})"


def _named(part: Part) -> str:
    """The date without its qualifier; of an unspecified day or month with it, "some day in c. June 2004"."""
    name = _NAMES[part.precision](part)
    if not part.unspecified:
        return name
    unit = "day" if part.precision is Precision.MONTH or part.text.endswith("-XX-XX") else "month"
    return f"some {unit} in {_QUALIFIERS[part.qualifier]}{name}"


def _short(start: Part, end: Part) -> str:
    """The start of an interval without the year, or month and year, that its end repeats."""
    whole = _named(start)
    if start.precision != end.precision or start.unspecified or _year(start) != _year(end):
        return whole
    if start.precision == Precision.DAY and _month(start) == _month(end):
        return _day_number(start)
    if start.precision in (Precision.DAY, Precision.MONTH) or _is_season_of_a_year(start):
        return whole.removesuffix(" " + _year(start))
    return whole.split()[0] if start.precision == Precision.QUARTER else whole


def _is_season_of_a_year(part: Part) -> bool:
    return part.precision is Precision.SEASON and _number(part) in FIRST_MONTHS


def _year(part: Part) -> str:
    assert part.earliest, "an end without a date has no year"
    return year_wording(part.earliest.year)


def _number(part: Part) -> int:
    """The number of a month, or of another part of a year."""
    return int(part.text[-2:])


def _day_number(part: Part) -> str:
    assert part.earliest, "a day has its bounds"
    return str(part.earliest.day)


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
    assert part.earliest, "a month has its bounds"
    return f"{MONTHS[part.earliest.month - 1]} {_year(part)}"


def _season(part: Part) -> str:
    """A season. One that begins in December names both its years, for "winter 2022" may mean either of two."""
    assert part.earliest and part.latest, "a season has its bounds"
    number, first, last = _number(part), part.earliest.year, part.latest.year
    of_place = {**dict.fromkeys(NORTHERN, " (northern hemisphere)"), **dict.fromkeys(SOUTHERN, " (southern hemisphere)")}
    name = f"{SEASON_NAMES[21 + (number - 21) % 4]} {_year(part)}"
    if last != first:
        in_full = last % 100 == 0 or last < 1000
        name += f"–{year_wording(last).removeprefix('AD ' * (first > 0)) if in_full else format(last % 100, '02')}"
    return name + of_place.get(number, "")


def _part_of_year(part: Part) -> str:
    return f"{_PARTS_OF_YEAR[_number(part)]} of {_year(part)}"


def _decade(part: Part) -> str:
    assert part.earliest, "a decade has its bounds"
    return decade_wording(part.earliest.year)


def _century(part: Part) -> str:
    assert part.earliest, "a century has its bounds"
    first = part.earliest.year
    number = first // 100 + 1 if first >= 0 else -first // 100 + 1
    ending = "th" if 11 <= number % 100 <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} century{'' if first >= 0 else ' BC'}"


def _rounded(part: Part) -> str:
    return rounded_year_wording(part.text)


_NAMES: dict[Precision, Callable[[Part], str]] = {
    Precision.DAY: _day,
    Precision.MONTH: _month,
    Precision.SEASON: _season,
    Precision.QUARTER: _part_of_year,
    Precision.QUADRIMESTER: _part_of_year,
    Precision.SEMESTER: _part_of_year,
    Precision.YEAR: _year,
    Precision.DECADE: _decade,
    Precision.CENTURY: _century,
    Precision.ROUNDED: _rounded,
}
