"""English date words to EDTF: the closed grammar's frames, and its one way in.

`named` and `relative` hold the readings of bare date words. The frames here go round them: "since", "from …
to …", "early on", "at 5 am Moscow time on", "the end of". A phrase that no pattern fits whole is not read.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from timeline.dates import named, relative
from timeline.dates.anchor import SHIFTS, Anchor, unit, week
from timeline.dates.edtf import EdtfError, parse
from timeline.dates.spelling import MONTHS, spelling
from timeline.dates.tense import Tense, is_piece, surroundings, tense

_LONGEST = 200  # characters; no date words are longer
_LONGEST_PUBLISHED = 366  # days; what a longer one decides, no article was dated by

_CLOCK = (
    r"(?:(?:\d\d?(?:[:.]\d\d){0,2} ?[ap]m|\d\d?(?:[:.]\d\d){1,2}|\d\d? o'clock)"
    r"(?: \d{4} gmt)?"
    r"(?: (?:local|gmt|utc|msk|e[sd]?t|c[sd]?t|m[sd]t|p[sd]?t|bst|cet|cest|eet|eest))?"
    r"(?: (?:[a-z]+ )?(?:standard |daylight |summer )?time)?)"
)
_PART = (
    r"(?:(?:early |late |small )?(?:morning|afternoon|evening|night|hours|dawn|daybreak|sunrise|noon|midday|lunchtime"
    r"|dusk|sunset|nightfall|dark))"
)
_NEXT_TO = r"(?:at|in the|around|about|by|from|(?:shortly |just )?(?:before|after))"
_MIDNIGHT = r"(?:shortly |just )?(?:before|after) midnight"

Reading = Callable[[re.Match[str], Anchor], str | None]


def resolve(words: str, published: str | None, context: str = "") -> str | None:
    """The EDTF value of English date words, or None where they do not decide one.

    `published` is the EDTF date of the article that they stand in, None (or anything that is no EDTF) where it
    is not known. Relative words resolve only where every day that it allows gives the same value: a qualified,
    open or long one decides nothing. `context` is the passage that the words stand in; it is read for tense, and
    for a longer date that the words are a piece of. Never raises, whatever the text; linear in its length.
    """
    if len(words) > _LONGEST:
        return None
    phrase, places = spelling(words), surroundings(words, context)
    if is_piece(words, places):
        return None
    value, when = None, tense(places)
    for day in _publication_days(published):
        try:
            meant = _read(phrase, Anchor(day, when))
            parse(meant or "")  # a reading may name what is not there: 30 February, the 0th century
        except (ValueError, OverflowError):
            return None  # no date, or one outside the calendar's years 1 to 9999
        if value not in (None, meant):
            return None
        value = meant
    return value


def _publication_days(published: str | None) -> Iterator[date | None]:
    """Every day that the article may be of, or None alone where that says too little."""
    try:
        when = parse(published or "")
    except EdtfError:
        when = None
    if when is None or when.qualified or when.days > _LONGEST_PUBLISHED:
        yield None
    else:
        yield from (when.earliest + timedelta(days=n) for n in range(when.days))


def _read(phrase: str, at: Anchor) -> str | None:
    """The first reading whose pattern fits the whole phrase."""
    for pattern, reading, relative_to_day in _TABLE:
        found = pattern.fullmatch(phrase)
        if found:
            return None if relative_to_day and at.day is None else reading(found, at)
    return None


def _year_in_words(found: re.Match[str], at: Anchor) -> str | None:
    """ "January this year", "last year's third quarter": the same with the year's number."""
    year = unit("year", at.day, SHIFTS[found["which"]])
    return _read(f"{found['before']}{year}{found['after']}", at)


def _since(found: re.Match[str], at: Anchor) -> str | None:
    value = _read(found["rest"], Anchor(at.day, Tense.PAST))
    return f"{value}/.." if value and "/" not in value else None


def _until(found: re.Match[str], at: Anchor) -> str | None:
    value = _read(found["rest"], _deadline(at))
    return f"../{value}" if value and "/" not in value else None


def _deadline(at: Anchor) -> Anchor:
    """After "by" and "until" only a sentence in the past tense excludes that the day lies ahead."""
    return at if at.tense is Tense.PAST else Anchor(at.day, Tense.DEADLINE)


def _range(found: re.Match[str], at: Anchor) -> str | None:
    """ "from X to Y", "between X and Y". Without "from" only with numbers: "Monday to Friday" is a habit."""
    if (found["joint"] == "and") != (found["lead"] == "between "):
        return None
    if not found["lead"] and not re.search(r"\d", found["end"]):
        return None
    values = [_read(phrase, at) for phrase in _completed(found["start"], found["end"])]
    return "/".join(values) if all(value and "/" not in value for value in values) else None


def _completed(start: str, end: str) -> tuple[str, str]:
    """Each end of a range with what it borrows: "23 to 27 September 2022", "October to November 2022"."""
    month = re.search(rf"\b(?:{'|'.join(MONTHS)})\b", start), re.search(rf"\b(?:{'|'.join(MONTHS)})\b", end)
    year = re.search(rf" {named.YEAR}$", end)
    if month[0] and re.fullmatch(rf"\d\d?(?:th)?(?: {named.YEAR})?", end):
        end = f"{month[0][0]} {end}"
    if month[1] and re.fullmatch(r"(?:the )?\d\d?(?:th)?", start) and re.search(r"\b\d\d?(?:th)?\b", end):
        start = f"{start} {month[1][0]}"
    if year and not re.search(rf"\b{named.YEAR}$", start):
        start += year[0]
    return start, end


def _part_of_day(found: re.Match[str], at: Anchor) -> str | None:
    """ "at dawn on Thursday", "Wednesday night": the day."""
    deadline = (found.groupdict().get("near") or "") in ("by", "before")
    value = _read(found["rest"], _deadline(at) if deadline else at)
    return value if value and len(value) == len("2022-10-13") else None


def _part_of_unit(found: re.Match[str], at: Anchor) -> str | None:
    """ "early on Monday", "the end of October", "mid-1996": the whole of it. "The year" there is this year."""
    rest = found["rest"]
    return _read(rest.replace("the", "this", 1) if rest in ("the month", "the year") else rest, at)


def _around(found: re.Match[str], at: Anchor) -> str | None:
    value = _read(found["rest"], at)
    return f"{value}~" if value and "/" not in value and "~" not in value else None


def _day_beside(found: re.Match[str], at: Anchor) -> str | None:
    """ "the day before yesterday" """
    value = _read(found["rest"], at)
    if not value or len(value) != len("2022-10-13"):
        return None
    return (date.fromisoformat(value) + timedelta(days=-1 if found["side"] == "before" else 1)).isoformat()


def _week_of(found: re.Match[str], at: Anchor) -> str | None:
    value = _read(found["rest"], at)
    return week(date.fromisoformat(value)) if value and len(value) == len("2022-10-13") else None


def _inside(found: re.Match[str], at: Anchor) -> str | None:
    return _read(found["rest"], at)


_REST = r"(?P<rest>.+)"
_FRAMES: tuple[tuple[str, Reading], ...] = (
    (rf"(?:ever )?since {_REST}", _since),
    (rf"(?:until|till|up to) {_REST}", _until),
    (r"(?P<lead>from |between )?(?P<start>.+?) (?P<joint>to|through|until|till|and) (?P<end>.+)", _range),
    (rf"(?:the )?day (?P<side>before|after) {_REST}", _day_beside),
    (rf"(?:the )?week of {_REST}", _week_of),
    (rf"(?:(?:late |early )?(?P<near>{_NEXT_TO}) )?(?:the )?(?:{_PART}|{_CLOCK})(?: on| of)? {_REST}", _part_of_day),
    (rf"{_MIDNIGHT} on {_REST}", _part_of_day),
    (rf"(?P<rest>.+?)(?<!this)(?<!last)(?: {_NEXT_TO})? (?:{_PART}|{_CLOCK})", _part_of_day),
    (rf"(?P<rest>.+?) {_MIDNIGHT}", _part_of_day),
    (rf"(?:the )?(?:very )?(?:early|late|earlier|later|mid)(?: on| in)? {_REST}", _part_of_unit),
    (
        r"(?:the )?(?:very )?(?:start|beginning|middle|end|close|(?:early|latter|first|last) (?:part|days|weeks))"
        rf" of {_REST}",
        _part_of_unit,
    ),
    (rf"(?:around|about|approximately|roughly|circa|ca?\.?) {_REST}", _around),
    (rf"(?:on|in|at|during|over|throughout|as of) {_REST}", _inside),
)
_YEAR_IN_WORDS = r"(?P<before>.*)\b(?P<which>this|last|next) year\b(?P<after>.*)"

_TABLE = tuple(
    (re.compile(pattern, re.ASCII), reading, relative_to_day)
    for readings, relative_to_day in (
        (named.READINGS, False),
        (relative.READINGS, True),
        (((_YEAR_IN_WORDS, _year_in_words),), True),
        (_FRAMES, False),
    )
    for pattern, reading in readings
)
