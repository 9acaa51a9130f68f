"""EDTF values in English, for readers."""

from dateutil.parser import isoparse

from timeline.dates.english.words import MONTH_NAMES as MONTHS
from timeline.dates.english.words import SEASON_NAMES
from timeline.dates.value import Part, When

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
    if start.precision == "day":
        return str(start.earliest.day) if start.text[:7] == end.text[:7] else whole.removesuffix(" " + _year(start))
    if start.precision in ("month", "season"):
        return whole.removesuffix(" " + _year(start))
    return whole.split()[0] if start.precision == "quarter" else whole


def _year(part: Part) -> str:
    """The year that a part stands in; the early ones are marked, for a bare "79" is no year to a reader."""
    year = int(part.text[:4])
    return str(year) if year > 999 else f"AD {year}"


def _day(part: Part) -> str:
    day = f"{part.earliest.day} {_month(part)}"
    return f"{day}, {_clock(part.text)}" if part.timed else day


def _clock(text: str) -> str:
    """Time and offset of a date-time: "05:00 (UTC+3)"."""
    minutes = int(isoparse(text).utcoffset().total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    offset = f"{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "") if minutes else ""
    clock = text.partition("T")[2].rstrip("Z").partition("+")[0].partition("-")[0]
    return f"{clock} (UTC{offset})"


def _month(part: Part) -> str:
    return f"{MONTHS[part.earliest.month - 1]} {_year(part)}"


def _season(part: Part) -> str:
    """Winter names both its years, for "winter 2022" may mean either of two."""
    name = f"{SEASON_NAMES[int(part.text[5:])]} {_year(part)}"
    if part.latest.year == part.earliest.year:
        return name
    whole = part.latest.year % 100 == 0 or part.latest.year < 1000
    return f"{name}–{part.latest.year if whole else format(part.latest.year % 100, '02')}"


def _quarter(part: Part) -> str:
    return f"{_QUARTERS[part.text[5:]]} quarter of {_year(part)}"


def _decade(part: Part) -> str:
    return f"{'' if part.earliest.year > 999 else 'AD '}{part.earliest.year}s"


def _century(part: Part) -> str:
    number = int(part.text[:2]) + 1
    ending = "th" if 11 <= number % 100 <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} century"


_NAMES = {
    "day": _day,
    "month": _month,
    "season": _season,
    "quarter": _quarter,
    "year": _year,
    "decade": _decade,
    "century": _century,
}
