"""Runs of words that the grammar of date words reads, found in running text: the longest first, none across a mark.

The grammar is asked for every run of up to nine words with a word of the calendar in it; it alone decides what is a date.
What is told apart here is only what it cannot see in the words alone: `may` from May, 1,500 homes from a year.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from timeline.dates import MONTHS
from timeline.dates.english.normalize import WEEKDAYS, spelling

_MOST_WORDS = 9  # of "from Friday, September 23 to Tuesday, September 27", one more than that
_WORD = re.compile(r"[^\s\ufffc()\[\]*“”\"]+")
_AROUND = "‘’'`.,;:!?…_"
_NAMED = "|".join(f"{name[:3]}[a-z]*" for name in (*map(str.lower, MONTHS), *WEEKDAYS))
_CALENDAR = re.compile(
    rf"(?:{_NAMED})\.?(?:['’]s)?|(?:to|yester)day|tonight|tomorrow|\S*\d{{4}}\S*|q[1-4]|\d+0s|\S+ties"
    r"|(?:morning|afternoon|evening|night|weekend|week|month|quarter|year|decade|century|days?|spring|summer|autumn|fall|winter)"
    r"(?:['’]s)?",
    re.IGNORECASE,
)
_SMALL_NAME = re.compile(rf"\b(?:{'|'.join(MONTHS).lower()}|mar|sat|sun|mon|wed)\b")
_LONE_NAME = re.compile(r"(?:May|March|August|Mar|Jan|Sat|Sun|Mon|Wed|Dec|Fri|Jun|Jul|Feb|Apr|Aug|Sept?|Oct|Nov|Tue|Thu)\.?")
_ONLY_YEARS = re.compile(r"(?:[a-z’'-]+\s+)*\d{4}(?:\s+(?:and|to|until)\s+\d{4})?", re.IGNORECASE)
_YEAR_BEGINS = re.compile(r"(?:in|since|until|till|during|from|between|circa|early|late|the year)\b", re.IGNORECASE)
_COUNTED = re.compile(r"\s+(?!(?:as|was|has|is)\b)(?:[a-z]+s|people|troops|more)\b")
_IN_BETWEEN = re.compile(r"[()\[\]*“”\"\ufffc;:!?…]")  # what no date runs across
_DAY_AND_NUMBER = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)}) \d\d?$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words from `start` to `end` of a text, with what they were read as."""

    start: int
    end: int
    text: str
    value: str


def find(text: str, start: int, end: int, read: Callable[[str], str | None]) -> Iterator[Phrase]:
    """The phrases between two places of a text that `read` reads; words in brackets are looked at by themselves."""
    words = list(_words(text, start, end))
    first = 0
    while first < len(words):
        last = min(first + _MOST_WORDS, len(words)) - 1
        while last >= first and not (found := _phrase(text, words[first : last + 1], read)):
            last -= 1
        if last < first:
            first += 1
            continue
        yield found
        first = last + 1


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each word, without the punctuation round it."""
    for found in _WORD.finditer(text, start, end):
        word = found[0]
        begins = found.start() + len(word) - len(word.lstrip(_AROUND))
        ends = found.end() - len(word) + len(word.rstrip(_AROUND))
        if begins < ends:
            yield begins, ends


def _phrase(text: str, words: list[tuple[int, int]], read: Callable[[str], str | None]) -> Phrase | None:
    start, end = words[0][0], words[-1][1]
    if not any(_CALENDAR.fullmatch(text, *word) for word in words):
        return None
    if any(_IN_BETWEEN.search(text, one[1], other[0]) for one, other in pairwise(words)):
        return None
    phrase = text[start:end]
    if _is_no_date(phrase, text[end : end + 40]):
        return None
    value = read(phrase)
    return Phrase(start, end, phrase, value) if value else None


def _is_no_date(phrase: str, after: str) -> bool:
    """Words that would be read as a date only because they are taken out of their sentence."""
    if _SMALL_NAME.search(phrase) or _LONE_NAME.fullmatch(phrase):
        return True
    if _ONLY_YEARS.fullmatch(phrase):  # "1500 homes", "about 2000"
        return not _YEAR_BEGINS.match(phrase) or bool(_COUNTED.match(after))
    return bool(_DAY_AND_NUMBER.search(spelling(phrase)))  # "on Monday, ten people"
