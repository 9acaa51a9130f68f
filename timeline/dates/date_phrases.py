"""Runs of words in a text that are date words: the longest first, none across a mark.

The language of the text is asked for every run of up to nine words; it alone decides what is a date.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from timeline.dates.languages import DEFAULT, Language, language_of

_MOST_WORDS = 9  # of "from Friday, September 23 to Tuesday, September 27", one more than that
_AFTER = 40  # characters after a run that are read with it
_WORD = re.compile(r"[^\s\ufffc()\[\]*“”\"]+")
_AROUND = "‘’'`.,;:!?…_"
_IN_BETWEEN = re.compile(r"[()\[\]*“”\"\ufffc;:!?…]")  # what no date runs across


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words from `start` to `end` of a text, with what they were read as."""

    start: int
    end: int
    text: str
    value: str


def find(text: str, start: int, end: int, read: Callable[[str], str | None], language: str = DEFAULT) -> Iterator[Phrase]:
    """The phrases between two places of a text that `read` reads, in their order; words in brackets are a text of their own.

    `read` returns the EDTF value of words, or None. `language` is the language tag of the text.
    """
    grammar = language_of(language)
    words = list(_words(text, start, end))
    first = 0
    while first < len(words):
        count, found = _longest(text, words[first : first + _MOST_WORDS], read, grammar)
        if found:
            yield found
        first += count


def _longest(
    text: str, words: list[tuple[int, int]], read: Callable[[str], str | None], grammar: Language
) -> tuple[int, Phrase | None]:
    """The longest phrase that begins with the first word, and how many words it has; 1 and None where there is none."""
    for count in range(len(words), 0, -1):
        if found := _phrase(text, words[:count], read, grammar):
            return count, found
    return 1, None


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each word, without the punctuation round it."""
    for found in _WORD.finditer(text, start, end):
        word = found[0]
        begins = found.start() + len(word) - len(word.lstrip(_AROUND))
        ends = found.end() - len(word) + len(word.rstrip(_AROUND))
        if begins < ends:
            yield begins, ends


def _phrase(text: str, words: list[tuple[int, int]], read: Callable[[str], str | None], grammar: Language) -> Phrase | None:
    start, end = words[0][0], words[-1][1]
    phrase = text[start:end]
    if not grammar.may_be_date(phrase, text[end : end + _AFTER]):
        return None
    if any(_IN_BETWEEN.search(text, one[1], other[0]) for one, other in pairwise(words)):
        return None
    value = read(phrase)
    return Phrase(start, end, phrase, value) if value else None
