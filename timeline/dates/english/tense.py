"""The tense of the sentence with the date words: it decides whether a weekday is past or to come."""

import re
from collections.abc import Callable
from enum import Enum

from timeline.dates.english.context import Context


class Tense(Enum):
    """When the event is, seen from the day of publication. A deadline lies ahead, or is that day itself."""

    PAST = "past"
    FUTURE = "future"
    DEADLINE = "deadline"
    UNKNOWN = "unknown"


# The last two lines: present tense and participles for what is scheduled ("the court meets on Thursday").
_FUTURE_WORDS = """
    will won't shall would must should going likely tomorrow upcoming forthcoming pending awaiting due
    plan plans planned planning expect expects expected schedule scheduled intend intends intended
    hope hopes hoping
    begins starts opens meets takes ends expires returns arrives leaves resumes
    beginning starting effective
"""
_PAST_WORDS = """
    was were been had did said told took came went left fell hit held made met began broke struck shot found
    gave got led lost paid put ran rose sent sat saw spoke spent stood won wrote became brought bought built
    caught drew flew fought grew heard kept knew laid sold sank sought taught thought threw wore blew
"""
# "set" by itself is past as often as not: "the traders set up their stalls".
_FUTURE, _PAST = frozenset((*_FUTURE_WORDS.split(), "set to", "set for")), frozenset(_PAST_WORDS.split())
_NO_VERBS = ("need", "hundred", "united", "red", "bed", "indeed", "speed", "armed", "exceed", "proceed", "succeed")
_NOUN_BEGINS = ("the", "a", "an", "his", "her", "its", "their", "our", "this", "that", "these", "those", "all")

_TOKEN = re.compile(r"\bset (?:to|for)\b|[^\W\d_]+(?:'[a-z]+)?")
_SENTENCE = re.compile(r"(?<=[a-z\d][a-z\d%\"')][.!?])[\"')]* (?=[\"'(]?[A-Z])")
_SINCE = re.compile(r"\bsince(?: the \w+)?(?: of| on)? $", re.IGNORECASE)
_DEADLINE = re.compile(r"\b(?:by|until|till|before)(?: the)? $", re.IGNORECASE)


def verb(token: str) -> Tense | None:
    """The tense of an English verb in the form in which it is written; None for another word, and for a form without one."""
    word = token.lower()
    if word in _FUTURE or word.endswith("'ll"):
        return Tense.FUTURE
    if word in _PAST or (token.islower() and word.endswith("ed") and word not in _NO_VERBS):
        return Tense.PAST
    return None


def tense(contexts: list[Context], verb: Callable[[str], Tense | None] = verb) -> Tense:
    """The tense of the sentence with the words; where their contexts differ, the one that resolves less.

    `verb` says the tense of a verb, in the language of the text.
    """
    found = {_tense_of(*context, verb) for context in contexts}
    for cautious in (Tense.FUTURE, Tense.DEADLINE, Tense.UNKNOWN):
        if cautious in found:
            return cautious
    return Tense.PAST if found else Tense.UNKNOWN


def _tense_of(before: str, after: str, verb: Callable[[str], Tense | None]) -> Tense:
    """The tense of the nearest verb before the words, which they mostly follow, else of the next verb after them."""
    if _DEADLINE.search(before):
        return Tense.DEADLINE
    if _SINCE.search(before):
        return Tense.PAST
    tokens = _TOKEN.findall(_SENTENCE.split(before)[-1])
    infinitive, following = False, ""
    for token, previous in zip(reversed(tokens), (*reversed(tokens[:-1]), ""), strict=False):
        found = verb(token)
        # "will be held on Thursday": the participle has no tense, the verb before it has.
        if found and not (found is Tense.PAST and previous.lower() == "be"):
            # "agreed to meet on Thursday": the past verb is not the one that the day belongs to.
            return Tense.UNKNOWN if infinitive and found is Tense.PAST else found
        infinitive |= token == "to" and following.islower() and following not in _NOUN_BEGINS
        following = token
    verbs = map(verb, _TOKEN.findall(_SENTENCE.split(after)[0]))
    return next(filter(None, verbs), Tense.UNKNOWN)
