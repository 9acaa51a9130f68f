"""The languages whose date words are read: one module each, named by its code (ISO 639) and found by its presence.

A language is a module with the two functions of `Language`. The language of an article decides which module reads its
date words.
"""

import pkgutil
from datetime import date
from functools import cache
from importlib import import_module
from typing import Protocol, cast

DEFAULT = "en"


class Language(Protocol):
    """What a module of this package has."""

    def interpret(self, words: str, day: date | None, context: str) -> str | None:
        """The EDTF value of date words in an article that was published on a day; None where they do not decide one.

        `day` is None where it is not known. `context` is the text round the words. The result is checked: a value that is
        not EDTF counts as None, and so do ValueError and OverflowError. The time must be linear in the length of both texts.
        """

    def may_be_date(self, phrase: str, after: str) -> bool:
        """False for a run of words of a text that is surely no date, which `suggest` then does not ask `interpret` about.

        `after` is the text that follows. A word that is a date only by its spelling (“may”, “1500 homes”) is False too.
        """


def language_of(tag: str) -> Language:
    """The module for a language tag (BCP 47: `en`, `de-AT`).

    A language without a module is read as English: articles in it are mostly filed as a brief, which is in English.
    """
    code = tag.partition("-")[0].lower()
    return _load(code if code in _codes() else DEFAULT)


@cache
def _codes() -> frozenset[str]:
    return frozenset(module.name for module in pkgutil.iter_modules(__path__))


@cache
def _load(code: str) -> Language:
    return cast(Language, import_module(f"{__name__}.{code}"))
