"""English, the language of the grammar: its words need no translation."""

import re
from datetime import date
from functools import lru_cache

from timeline.dates.english.context import Context, contexts, is_piece, quarter_named
from timeline.dates.english.grammar import read
from timeline.dates.english.normalize import normalize
from timeline.dates.english.reference import Reference
from timeline.dates.english.running_text import may_be_date
from timeline.dates.english.tense import Tense, tense
from timeline.dates.english.words import WEEKDAYS


class English:
    """The reader of English date words."""

    def interpret(self, words: str, day: date | None, context: str) -> str | None:
        """The EDTF value of date words; None where they do not decide one.

        `context` is read for the tense of its sentence, and for a longer date that the words are a piece of.
        """
        understood = _understand(words, context)
        if understood is None:
            return None
        phrase, sentence_tense = understood
        return read(phrase, Reference(day, sentence_tense) if day else None)

    def may_be_date(self, phrase: str, after: str) -> bool:
        """False for a run of words that has no date word, or that only looks like a date."""
        return may_be_date(phrase, after)

    def without_weekday(self, words: str) -> str:
        """The words without "Thursday," or "Thu."."""
        return _WEEKDAY.sub("", words, count=1)


_WEEKDAY = re.compile(rf"\b(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\b[.,]*\s*", re.IGNORECASE)
_LEAD = re.compile(r"(?:by|until|till)\s", re.IGNORECASE)
LANGUAGE = English()


@lru_cache(maxsize=1)  # the same words are asked for every day that the article may have been published on
def _understand(words: str, context: str) -> tuple[str, Tense] | None:
    """The normalized words and the tense of their sentence; None for a piece of a longer date."""
    found = contexts(words, context)
    if is_piece(words, found):
        return None
    phrase = normalize(words)
    if phrase in ("the quarter", "quarter"):  # "In the third quarter …; in the quarter …"
        phrase = quarter_named(context) or phrase
    # "until Monday": its first word is as much of a context as if only "Monday" were marked.
    lead = _LEAD.match(words)
    around = [Context(before + lead[0], after) for before, after in found] if lead else found
    return phrase, tense(around)
