"""Which words of a running text may be a date. The grammar sees an expression without its sentence, and cannot decide this.

`may` is no May, and 1,500 homes are no year. Everything else is left to the grammar.
"""

import re

from timeline.dates.english import words
from timeline.dates.english.normalize import MONTHS, WEEKDAYS, normalize
from timeline.dates.english.reference import UNITS

_CALENDAR = (*words.MONTHS, *words.WEEKDAYS, *words.SEASONS, *words.DAYS, *UNITS, "day", "days", "weekend", "century")
_DECADES = (f"{word[:-1]}ies" for word, number in words.NUMBERS.items() if number >= 20)
# Every date has one of these. The grammar is asked for runs of words with one of them only, which is most of the speed.
_DATE_WORDS = "|".join((*_CALENDAR, *_DECADES, r"\w*\d{4}\w*", r"q[1-4]", r"\d+0s")).replace(" ", r"\s+")
_DATE_WORD = re.compile(rf"\b(?:{_DATE_WORDS})\b", re.IGNORECASE)

# In lowercase letters these are other words: "may", "march", "sun". Other short forms are dates in lowercase letters too.
_SMALL_NAME = re.compile(rf"\b(?:{'|'.join(MONTHS)}|mar|sat|sun|mon|wed)\b")
# By themselves these may be other words even with a capital letter: "March on Moscow", "Jan", "Sun".
_LONE = (name for name in (*words.MONTHS, *words.WEEKDAYS) if len(name) == 3 or name in ("march", "august", "sept"))
_LONE_NAME = re.compile(rf"(?:{'|'.join(map(str.capitalize, _LONE))})\.?")
_ONLY_YEARS = re.compile(r"(?:[a-z’'-]+\s+)*\d{4}(?:\s+(?:and|to|until)\s+\d{4})?", re.IGNORECASE)
_YEAR_BEGINS = re.compile(r"(?:in|since|until|till|during|from|between|circa|early|late|the year)\b", re.IGNORECASE)
_COUNTED = re.compile(r"\s+(?!(?:as|was|has|is)\b)(?:[a-z]+s|people|troops|more)\b")
_SHORT_RANGE = re.compile(r"\d{4}[-–]\d\d?")  # also the number of a file or a law
_WEEKDAY_AND_NUMBER = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)}) \d\d?$")


def may_be_date(phrase: str, after: str) -> bool:
    """False for a run of words that has no date word, or that only looks like a date; `after` is the text that follows it."""
    if not _DATE_WORD.search(phrase) or _SMALL_NAME.search(phrase):
        return False
    if _LONE_NAME.fullmatch(phrase) or _SHORT_RANGE.fullmatch(phrase):
        return False
    if _ONLY_YEARS.fullmatch(phrase):  # "1500 homes", "about 2000"
        return bool(_YEAR_BEGINS.match(phrase)) and not _COUNTED.match(after)
    return not _WEEKDAY_AND_NUMBER.search(normalize(phrase))  # "on Monday, ten people"
