"""The places of date words in their context, and whether they are only a piece of a longer date there."""

import re
from itertools import islice

from timeline.dates.english.normalize import MONTHS, WEEKDAYS, normalize

Place = tuple[str, str]  # the text before the words, and the text after them

_NEAR = 240  # characters of context read on each side: about a sentence, however long the passage is
_MOST_PLACES = 8  # words that stand in more places than these tell no more of themselves

_PLAIN = str.maketrans("‘’“”–—", "''\"\"--")
_MONTH, _WEEKDAY = "|".join(MONTHS), "|".join(WEEKDAYS)
_MONTH_BEGINS = "|".join(name[:3] for name in MONTHS)

# How a phrase begins, and what before it belongs to the same date: "last Thursday", "13 October", "the day
# before Thursday".
_BEFORE = tuple(
    (re.compile(phrase), re.compile(rf"(?:{before}) $", re.ASCII | re.IGNORECASE))
    for phrase, before in (
        (r"", r"\b(?:day|week|month|year|morning|night|evening)s? (?:before|after)"),
        (
            rf"{_MONTH}|{_WEEKDAY}",
            r"\b(?:last|next|this|past|previous|following|every|each|same|that|coming|one)",
        ),
        (rf"{_MONTH}", r"\d(?:st|nd|rd|th)?(?: of)?"),
        (r"(?:last|next) (?:week|month|quarter|year|decade)", r"\bthe"),
    )
)

# How a phrase ends, and what after it belongs to the same date.
_AFTER = tuple(
    (re.compile(rf".*(?:{phrase})", re.ASCII), re.compile(after, re.ASCII | re.IGNORECASE))
    for phrase, after in (
        (r"", r"[-/]\d"),
        (rf"(?:{_MONTH})(?: \d\d?(?:th)?)?", r",? (?:of )?\d{4}\b"),
        (rf"{_MONTH}", r" \d\d?\b"),
        (rf"{_WEEKDAY}", rf",? (?:the )?\d\d?(?:st|nd|rd|th)?(?: of)? (?:{_MONTH_BEGINS})"),
        (rf"{_WEEKDAY}", rf",? (?:{_MONTH_BEGINS})[a-z]*\.? \d"),
        (
            rf"{_MONTH}|{_WEEKDAY}|[a-z] \d\d?(?:th)?",
            r",? (?:of |in )?(?:this|that|last|next|the (?:same|previous|following)) (?:week|month|year)\b",
        ),
        (r"[a-z]", r" (?:before last|after next)\b"),
        (r"week|month|quarter|half", r" of\b"),
    )
)


def contexts(words: str, context: str) -> list[Place]:
    """Where the words stand whole in the context, with single spaces and plain quotation marks."""
    words, context = (" ".join(text.translate(_PLAIN).split()) for text in (words, context))
    found = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", context) if words else ()
    return [
        (context[max(0, place.start() - _NEAR) : place.start()], context[place.end() : place.end() + _NEAR])
        for place in islice(found, _MOST_PLACES)
    ]


def is_piece(words: str, places: list[Place]) -> bool:
    """True where, in any of its places, they are a piece of a longer date: "Thursday" of "last Thursday"."""
    phrase = normalize(words)
    return any(
        any(begins.match(phrase) and more.search(before) for begins, more in _BEFORE)
        or any(ends.fullmatch(phrase) and more.match(after) for ends, more in _AFTER)
        for before, after in places
    )
