"""The closed grammar of date words: a table of patterns with their readings, in the order they are tried.

`named` and `relative` hold the readings of bare date words. The frames here go round them: "since", "from …
to …", "early on", "at 5 am Moscow time on", "the end of". A phrase that no pattern fits whole is not read.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from timeline.dates.english import absolute, relative
from timeline.dates.english.normalize import MONTHS
from timeline.dates.english.reference import SHIFTS, Anchor, unit, week
from timeline.dates.english.tense import Tense

_CLOCK = (
    r"(?:(?:\d\d?(?:[:.]\d\d){0,2} ?[ap]m|\d\d?(?:[:.]\d\d){1,2}|\d\d? o'clock)"
    r"(?: \d{4} gmt)?"
    r"(?: (?:local|gmt|utc|msk|e[sd]?t|c[sd]?t|m[sd]t|p[sd]?t|bst|cet|cest|eet|eest))?"
    r"(?: (?:[a-z]+ )?(?:standard |daylight |summer )?time)?)"
)
_PART = (
    r"(?:(?:early |late |small )?(?:morning|afternoon|evening|night|hours|dawn|daybreak|sunrise|noon|midday"
    r"|lunchtime|dusk|sunset|nightfall|dark))"
)
_NEXT_TO = r"(?:at|in the|around|about|by|from|(?:shortly |just )?(?:before|after))"
_MIDNIGHT = r"(?:shortly |just )?(?:before|after) midnight"

Reading = Callable[[re.Match[str], Anchor], str | None]


def read(phrase: str, at: Anchor) -> str | None:
    """The first reading whose pattern fits the whole phrase."""
    for pattern, reading, relative_to_day in _TABLE:
        found = pattern.fullmatch(phrase)
        if found:
            return None if relative_to_day and at.day is None else reading(found, at)
    return None


def _read_day(phrase: str, at: Anchor) -> date | None:
    value = read(phrase, at)
    return date.fromisoformat(value) if value and re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None


def _year_in_words(found: re.Match[str], at: Anchor) -> str | None:
    """ "January this year", "last year's third quarter": the same with the year's number."""
    year = unit("year", at.day, SHIFTS[found["which"]])
    return read(f"{found['before']}{year}{found['after']}", at)


def _since(found: re.Match[str], at: Anchor) -> str | None:
    value = read(found["rest"], Anchor(at.day, Tense.PAST))
    return f"{value}/.." if value and "/" not in value else None


def _until(found: re.Match[str], at: Anchor) -> str | None:
    value = read(found["rest"], _deadline(at))
    return f"/{value}" if value and "/" not in value else None


def _deadline(at: Anchor) -> Anchor:
    """After "by" and "until" only a sentence in the past tense excludes that the day lies ahead."""
    return at if at.tense is Tense.PAST else Anchor(at.day, Tense.DEADLINE)


def _range(found: re.Match[str], at: Anchor) -> str | None:
    """ "from X to Y", "between X and Y". Without "from" only with numbers: "Monday to Friday" is a habit."""
    if (found["joint"] == "and") != (found["lead"] == "between "):
        return None
    if not found["lead"] and not re.search(r"\d", found["end"]):
        return None
    values = [read(phrase, at) for phrase in _completed(found["start"], found["end"])]
    return "/".join(values) if all(value and "/" not in value for value in values) else None


def _completed(start: str, end: str) -> tuple[str, str]:
    """Each end of a range with what it borrows: "23 to 27 September 2022", "October to November 2022"."""
    month = re.search(rf"\b(?:{'|'.join(MONTHS)})\b", start), re.search(rf"\b(?:{'|'.join(MONTHS)})\b", end)
    year = re.search(rf" {absolute.YEAR}$", end)
    if month[0] and re.fullmatch(rf"\d\d?(?:th)?(?: {absolute.YEAR})?", end):
        end = f"{month[0][0]} {end}"
    if month[1] and re.fullmatch(r"(?:the )?\d\d?(?:th)?", start) and re.search(r"\b\d\d?(?:th)?\b", end):
        start = f"{start} {month[1][0]}"
    if year and not re.search(rf"\b{absolute.YEAR}$", start):
        start += year[0]
    return start, end


def _part_of_day(found: re.Match[str], at: Anchor) -> str | None:
    """ "at dawn on Thursday", "Wednesday night": the day."""
    deadline = found.groupdict().get("near") in ("by", "before")
    day = _read_day(found["rest"], _deadline(at) if deadline else at)
    return day and day.isoformat()


def _part_of_unit(found: re.Match[str], at: Anchor) -> str | None:
    """ "early on Monday", "the end of October", "mid-1996": all of it. "The year" there is this year."""
    rest = found["rest"]
    return read(rest.replace("the", "this", 1) if rest in ("the month", "the year") else rest, at)


def _around(found: re.Match[str], at: Anchor) -> str | None:
    value = read(found["rest"], at)
    return f"{value}~" if value and "/" not in value and "~" not in value else None


def _day_beside(found: re.Match[str], at: Anchor) -> str | None:
    """ "the day before yesterday" """
    day = _read_day(found["rest"], at)
    return day and (day + timedelta(days=-1 if found["side"] == "before" else 1)).isoformat()


def _week_of(found: re.Match[str], at: Anchor) -> str | None:
    day = _read_day(found["rest"], at)
    return day and week(day)


def _inside(found: re.Match[str], at: Anchor) -> str | None:
    return read(found["rest"], at)


_REST = r"(?P<rest>.+)"
_FRAMES: tuple[tuple[str, Reading], ...] = (
    (rf"(?:ever )?since {_REST}", _since),
    (rf"(?:until|till|up to) {_REST}", _until),
    (r"(?P<lead>from |between )?(?P<start>.+?) (?P<joint>to|through|until|till|and) (?P<end>.+)", _range),
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
    (rf"(?:around|about|approximately|roughly|circa|ca?\.?) {_REST}", _around),
    (rf"(?:on|in|at|during|over|throughout|as of) {_REST}", _inside),
)
_YEAR_IN_WORDS = r"(?P<before>.*)\b(?P<which>this|last|next) year\b(?P<after>.*)"

_TABLE = tuple(
    (re.compile(pattern, re.ASCII), reading, relative_to_day)
    for readings, relative_to_day in (
        (absolute.READINGS, False),
        (relative.READINGS, True),
        (((_YEAR_IN_WORDS, _year_in_words),), True),
        (_FRAMES, False),
    )
    for pattern, reading in readings
)
