"""Where date words occur in their passage, and whether they are only a piece of a longer date there."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from timeline.dates.english.normalize import MONTHS, SIGNS, WEEKDAYS, normalize
from timeline.dates.english.words import PARTS_OF_DAY

_NEAR = 240  # characters of context read on each side: about a sentence, however long the passage is
_MOST_OCCURRENCES = 8  # more do not change the result

_PLAIN = SIGNS | str.maketrans("“”", '""')
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
        (r"", rf"[-/](?!(?:{'|'.join(PARTS_OF_DAY)})\b)\w"),
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


# A word or number that a hyphen joins to the phrase: "post-1989". A part of a month or a year changes nothing.
_JOINED = re.compile(r"(?<!\bearly)(?<!\bmid)(?<!\blate)(?<=\w)[-/]$", re.IGNORECASE)

_QUARTER = re.compile(r"[1-4]th quarter(?: (?:of )?(?:\d{4}|(?:this|last) year))?", re.ASCII)
_LONGEST_PASSAGE = 2000  # characters


class Context(NamedTuple):
    """The text before and after one occurrence of the words, with single spaces and plain quotation marks."""

    before: str
    after: str


def contexts(words: str, text: str) -> list[Context]:
    """The contexts of the words in a text, where they occur as whole words."""
    words, text = (" ".join(each.translate(_PLAIN).split()) for each in (words, text))
    found = ((start, start + len(words)) for start in _occurrences(words, text))
    return [
        Context(text[max(0, start - _NEAR) : start], text[end : end + _NEAR]) for start, end in islice(found, _MOST_OCCURRENCES)
    ]


def _occurrences(words: str, text: str) -> Iterator[int]:
    """Where the words begin in a text, as whole words. To compile a pattern of each would take longer."""
    start = text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        is_whole = not _is_of_word(text[start - 1 : start]) and not _is_of_word(text[end : end + 1])
        if is_whole:
            yield start
        start = text.find(words, end if is_whole else start + 1)


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def is_piece(words: str, found: list[Context]) -> bool:
    """True where the words are a piece of a longer date in any of their contexts: "Thursday" of "last Thursday"."""
    phrase = normalize(words)
    return any(
        bool(_JOINED.search(before))
        or any(begins.match(phrase) and more.search(before) for begins, more in _BEFORE)
        or any(ends.fullmatch(phrase) and more.match(after) for ends, more in _AFTER)
        for before, after in found
    )


def quarter_named(text: str) -> str | None:
    """The only quarter that a passage names by its number: "the third quarter". None where it names several or none."""
    named = {found[0] for found in _QUARTER.finditer(normalize(text[:_LONGEST_PASSAGE]))}
    return named.pop() if len(named) == 1 else None
