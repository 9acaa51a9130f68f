"""The languages whose date words are read: one module each, named by its code (ISO 639) and found by its presence.

A language is a module with a `LANGUAGE`: a `Translation`, which is data, or another `Language`. The language of an article
decides which one reads its date words.
"""

import pkgutil
from datetime import date
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from timeline.dates.unmistakable import Unmistakable

DEFAULT = "en"


class Language(Protocol):
    """What reads the date words of a language."""

    def interpret(self, words: str, day: date | None, context: str) -> str | None:
        """The EDTF value of date words in an article that was published on a day; None where they do not decide one.

        `day` is None where it is not known. `context` is the text round the words. The result is checked: a value that is
        not EDTF counts as None, and so do ValueError and OverflowError. The time must be linear in the length of both texts.
        """

    def may_be_date(self, phrase: str, after: str) -> bool:
        """False for a run of words of a text that is surely no date, which `suggest` then does not ask `interpret` about.

        `after` is the text that follows. A word that is a date only by its spelling (“may”, “1500 homes”) is False too.
        """

    def without_weekday(self, words: str) -> str:
        """Date words without the weekday among them; the same words where there is none."""


@cache
def codes() -> frozenset[str]:
    """The codes of the languages that have a module."""
    return frozenset(module.name for module in pkgutil.iter_modules(__path__))


@cache
def language_of(tag: str) -> Language:
    """The language of a tag (BCP 47: `en`, `de-AT`); of one without a module, the reader of what is unmistakable."""
    code = tag.partition("-")[0].lower()
    if code not in codes():
        return Unmistakable(code)
    return cast(Language, import_module(f"{__name__}.{code}").LANGUAGE)
