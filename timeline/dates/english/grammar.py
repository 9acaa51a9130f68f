"""The closed grammar of date words: a table of patterns with their readings, in the order in which they are tried.

`absolute`, `nearest` and `relative` have the readings of bare date words. The frames here go round them: "since", "from …
to …", "early on", "at 5 am Moscow time on", "the end of". A phrase that no pattern fits as a whole is not read.
"""

import re
from collections.abc import Callable
from datetime import date

from timeline.dates.english import absolute, display, nearest, relative
from timeline.dates.english.ranges import JOINTS, completed, ends_alike
from timeline.dates.english.reference import SHIFTS, Reference, days_after, unit, week
from timeline.dates.english.tense import Tense
from timeline.dates.english.words import PARTS_OF_DAY

_CLOCK = (
    r"(?:(?:\d\d?(?:[:.]\d\d){0,2} ?[ap]m|\d\d?(?:[:.]\d\d){1,2}|\d\d? o'clock)"
    r"(?: \d{4} gmt)?"
    r"(?: (?:local|gmt|utc|msk|e[sd]?t|c[sd]?t|m[sd]t|p[sd]?t|bst|cet|cest|eet|eest))?"
    r"(?: (?:[a-z]+ )?(?:standard |daylight |summer )?time)?)"
)
_PART = rf"(?:(?:early |late |small )?(?:{'|'.join(PARTS_OF_DAY)}))"
_NEXT_TO = r"(?:at|in the|around|about|by|from|(?:shortly |just )?(?:before|after))"
_MIDNIGHT = r"(?:shortly |just )?(?:before|after) midnight"

# What a pattern means where it matches, in EDTF; None where it decides nothing. Without a Reference the day of publication
# is not known.
Reading = Callable[[re.Match[str], Reference | None], str | None]


def read(phrase: str, at: Reference | None) -> str | None:
    """The EDTF value of a normalized phrase, by the first pattern that fits all of it; None where there is none.

    May raise ValueError or OverflowError for a day that the calendar does not have.
    """
    for pattern, reading in _TABLE if _DIGIT.search(phrase) else _WITHOUT_DIGITS:
        if found := pattern.fullmatch(phrase):
            return reading(found, at)
    return None


def _read_day(phrase: str, at: Reference | None) -> date | None:
    value = read(phrase, at)
    return date.fromisoformat(value) if value and re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None


def _year_in_words(found: re.Match[str], at: Reference) -> str | None:
    """ "January this year", "last year's third quarter": the same with the year's number."""
    year = unit("year", at.day, SHIFTS[found["which"]])
    return read(f"{found['before']}{year}{found['after']}", at)


def _since(found: re.Match[str], at: Reference | None) -> str | None:
    value = read(found["rest"], Reference(at.day, Tense.PAST) if at else None)
    return f"{value}/.." if value and "/" not in value else None


def _until(found: re.Match[str], at: Reference | None) -> str | None:
    value = read(found["rest"], _deadline(at))
    return f"/{value}" if value and "/" not in value else None


def _deadline(at: Reference | None) -> Reference | None:
    """After "by" and "until" only a sentence in the past tense excludes that the day is ahead."""
    return Reference(at.day, Tense.DEADLINE) if at and at.tense is not Tense.PAST else at


def _range(found: re.Match[str], at: Reference | None) -> str | None:
    """ "from X to Y", "between X and Y". Without "from" only with numbers: "Monday to Friday" is a habit."""
    if (found["joint"] == "and") != (found["lead"] == "between "):
        return None
    if not found["lead"] and not re.search(r"\d", found["end"]):
        return None
    start, end = completed(found["start"], found["end"])
    if re.search(JOINTS, f"{start} | {end}") or not ends_alike(start, end, bool(found["lead"])):
        return None
    first, last = read(start, at), read(end, at)
    if not first or not last or any(each.endswith("/") or each[:1] in "/[" or ".." in each for each in (first, last)):
        return None
    return f"{first.partition('/')[0]}/{last.rpartition('/')[2]}"


def _part_of_day(found: re.Match[str], at: Reference | None) -> str | None:
    """ "at dawn on Thursday", "Wednesday night": the day."""
    deadline = found.groupdict().get("near") in ("by", "before")
    day = _read_day(found["rest"], _deadline(at) if deadline else at)
    return day.isoformat() if day else None


def _part_of_unit(found: re.Match[str], at: Reference | None) -> str | None:
    """ "early on Monday", "the end of October", "mid-1996": all of it. "The year" there is this year."""
    rest = found["rest"]
    return read(rest.replace("the", "this", 1) if rest in ("the month", "the year") else rest, at)


def _day_beside(found: re.Match[str], at: Reference | None) -> str | None:
    """ "the day before yesterday" """
    day, shift = _read_day(found["rest"], at), {"before": -1, "after": 1}[found["side"]]
    return days_after(day, shift) if day else None


def _week_of(found: re.Match[str], at: Reference | None) -> str | None:
    day = _read_day(found["rest"], at)
    return week(day) if day else None


def _inside(found: re.Match[str], at: Reference | None) -> str | None:
    return read(found["rest"], at)


_REST = r"(?P<rest>.+)"
_FRAMES: tuple[tuple[str, Reading], ...] = (
    (rf"(?:ever )?since {_REST}", _since),
    (rf"(?:until|till|up to) {_REST}", _until),
    (rf"(?P<lead>from |between )?(?P<start>.+?) (?P<joint>{JOINTS}) (?P<end>.+)", _range),
    (rf"(?:the )?day (?P<side>before|after) {_REST}", _day_beside),
    (rf"(?:the )?week of {_REST}", _week_of),
    (
        rf"(?:(?:late |early )?(?P<near>{_NEXT_TO}) )?(?:the )?(?:{_PART}|{_CLOCK})(?: on| of)? {_REST}",
        _part_of_day,
    ),
    (rf"{_MIDNIGHT} on {_REST}", _part_of_day),
    (rf"(?P<rest>.+?)(?<!this)(?<!last)(?: {_NEXT_TO})? (?:{_PART}|{_CLOCK})", _part_of_day),
    (rf"(?P<rest>.+?) {_MIDNIGHT}", _part_of_day),
    (rf"(?:the )?(?:very )?(?:early|late|earlier|later|mid)(?: on| in)? {_REST}", _part_of_unit),
    (
        r"(?:the )?(?:very )?(?:start|beginning|middle|end|close|(?:early|latter|first|last)"
        rf" (?:part|days|weeks)) of {_REST}",
        _part_of_unit,
    ),
    (rf"(?:on|in|at|during|over|throughout|as of) {_REST}", _inside),
)
_YEAR_IN_WORDS = r"(?P<before>.*)\b(?P<which>this|last|next) year\b(?P<after>.*)"


def _displayed(change: Callable[[str], str | None]) -> Reading:
    """A frame of `display` as a reading."""

    def reading(found: re.Match[str], at: Reference | None) -> str | None:
        value = read(found["rest"], at)
        return change(value) if value else None

    return reading


def _in_every_article(reading: Callable[[re.Match[str]], str | None]) -> Reading:
    """A reading that needs no day of publication."""
    return lambda found, at: reading(found)


def _from_publication(reading: Callable[[re.Match[str], Reference], str | None]) -> Reading:
    """A reading that decides nothing where the day of publication is not known."""
    return lambda found, at: reading(found, at) if at else None


def _compiled(*rows: tuple[str, Reading]) -> tuple[tuple[re.Pattern[str], Reading], ...]:
    return tuple((re.compile(pattern, re.ASCII), reading) for pattern, reading in rows)


# Most runs of words have no digit. The readings of dates with a year and of catalogues are not tried for them.
_DIGIT = re.compile(r"\d")
_ABSOLUTE = _compiled(*((each, _in_every_article(reading)) for each, reading in (*absolute.READINGS, *display.READINGS)))
_RELATIVE = _compiled(
    *((pattern, _from_publication(reading)) for pattern, reading in (*nearest.READINGS, *relative.READINGS)),
    (_YEAR_IN_WORDS, _from_publication(_year_in_words)),
)
_AROUND = _compiled(*((pattern, _displayed(change)) for pattern, change in display.FRAMES))
_WITHOUT_DIGITS = _RELATIVE + _compiled(*_FRAMES)
_TABLE = _ABSOLUTE + _RELATIVE + _AROUND + _compiled(*_FRAMES)
