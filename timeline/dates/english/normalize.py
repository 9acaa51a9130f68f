"""Date words brought to one spelling, so that the grammar has each form once.

Small letters, no commas and possessives, months and weekdays in full, numbers in digits, every ordinal with
"th", "to" for the dash of a range: "Sept. 23–27" and "September 23rd to 27th" read alike.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from timeline.dates.english import words
from timeline.dates.english.words import NUMBERS, ORDINALS

# The names that a normalized phrase holds.
MONTHS = tuple(map(str.lower, words.MONTH_NAMES))
WEEKDAYS = tuple(map(str.lower, words.WEEKDAY_NAMES))

# Apostrophes and hyphens of all kinds.
SIGNS = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-"})
_IN_FULL = {word: MONTHS[number - 1] for word, number in words.MONTHS.items()}
_IN_FULL |= {word: WEEKDAYS[number] for word, number in words.WEEKDAYS.items()}
# Only these may end with a full stop: "Oct." and "May.", but "October." ends a sentence.
_SHORT = [word for word, name in _IN_FULL.items() if word != name or len(word) == 3]
_TENS = [word for word, number in NUMBERS.items() if number >= 20]
_DECADES = {f"{word[:-1]}ies": f"{NUMBERS[word]}s" for word in _TENS}
_ORDINALS = {f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th": number for word, number in NUMBERS.items()} | ORDINALS


def _any(names: Iterable[str]) -> str:
    """A pattern of alternatives, the longest first."""
    return f"(?:{'|'.join(sorted(names, key=len, reverse=True))})"


def _sum(numbers: str | None) -> int:
    """ "ninety four" is 94, nothing is 0."""
    return sum(NUMBERS[word] for word in (numbers or "").split())


def _numbers(first: int, last: int) -> str:
    """A pattern of the numbers in words between two, both included."""
    return _any(word for word, number in NUMBERS.items() if first <= number <= last)


_UNIT, _TEEN, _TEN = _numbers(1, 9), _numbers(10, 19), _numbers(20, 90)
_TWO_DIGITS = f"(?:{_TEN}(?: {_UNIT})?|{_TEEN})"
_HUNDREDS = _numbers(13, 20)
_MONTH = f"{_any(MONTHS)}\\b"

_STEPS = tuple(
    (re.compile(pattern, re.ASCII), written)
    for pattern, written in (
        (r'[,()"“”\[\]]', " "),
        (r"\b(\d{4})-(\d\d)-(\d\d)\b", r"\1.\2.\3"),  # ISO, out of the way of the dashes
        (r"(?<![a-z])([ap])\.? ?m\b\.?", r"\1m"),
        (r"\b(c|ca|circa)\.? ?(?=\d)", "c. "),  # "c.1730"
        (r"\b(b|a|c)\. ?(c|d|e)\b\.?(?: ?(e)\b\.?)?", r"\1\2\3"),  # "B.C.", "B.C.E."
        (r"(?<=\d)(st|nd|rd|th) c(?:ent)?\b\.?", r"\1 century"),
        (rf"\b(\d{{1,2}})-({_any(_IN_FULL)})-(\d{{4}})\b", r"\1 \2 \3"),  # "5-Nov-2019"
        (rf"\b({_any(_IN_FULL)})-(\d{{1,2}})-(\d{{4}})\b", r"\1 \2 \3"),  # "Nov-5-2019"
        (rf"\b(\d{{4}})-({_any(_IN_FULL)})\b", r"\1 \2"),  # "2019-Nov-05"
        (rf"(?<=\d{{4}} )({_any(_IN_FULL)})-(?=\d)", r"\1 "),
        (rf"\b({_any(_SHORT)})\b\.?", lambda found: _IN_FULL[found[1]]),
        (r"\b(early|mid|late) ?- (?=to\b)", r"\1 "),  # "mid- to late 19th century"
        (rf"(\d(?:st|nd|rd|th|s)?|\b(?:century|bce?|ce|ad)) ?- ?(?=\d|{_MONTH}|(?:early|mid|late|c|ca|ad)\b)", r"\1 to "),
        (r" - ", " to "),
        (rf"\b({_MONTH})-(?={_MONTH}|\d\d?(?:st|nd|rd|th)? (?:of )?{_MONTH})", r"\1 to "),
        (r"(?<=\w)-(?=\w)", " "),  # one at an end remains, so that "1850-" is not read as 1850
        (r"\bcenturies\b", "century"),
        # A decade, before the possessives go; "1990's third quarter" is none.
        (r"'?\b(\d+0)'?s\b(?! \w+ (?:quarter|half)\b)", r"\1s"),
        (r"'s\b", ""),
        (r"\s+", " "),
        # Years and decades as they are spoken: "nineteen ninety four", "two thousand and four", "eighties".
        (rf"\b({_HUNDREDS}) ({_TWO_DIGITS})\b", lambda found: f"{_sum(found[1])}{_sum(found[2])}"),
        (
            rf"\btwo thousand(?:(?: and)? ({_TWO_DIGITS}|{_UNIT}))?\b",
            lambda found: str(2000 + _sum(found[1])),
        ),
        (
            rf"\b(?:({_HUNDREDS}) )?({_any(_DECADES)})\b",
            lambda found: f"{_sum(found[1]) or ''}{_DECADES[found[2]]}",
        ),
        (rf"\b({_TEN} )?({_any(_ORDINALS)})\b", lambda found: f"{_sum(found[1]) + _ORDINALS[found[2]]}th"),
        (rf"\b({_TWO_DIGITS}|{_UNIT})\b", lambda found: str(_sum(found[1]))),
        (r"\b(\d{1,2})(?:st|nd|rd|th)\b", r"\1th"),
    )
)


@lru_cache(maxsize=64)  # the same run of words is asked about three times on its way to the grammar
def normalize(text: str) -> str:
    """The words in the one spelling that the grammar reads. Works in time linear in their length."""
    phrase = " ".join(text.translate(SIGNS).lower().split())
    for pattern, written in _STEPS:
        phrase = pattern.sub(written, phrase)
    return " ".join(phrase.split()).strip(" .;:'")
