"""What the sentence round date words tells of them: their tense, and whether they are only a piece of a date."""

import re
from enum import Enum
from itertools import islice

from timeline.dates.spelling import MONTHS, WEEKDAYS, spelling


class Tense(Enum):
    """When the event is, seen from the day of publication. A deadline lies ahead, or is that day itself."""

    PAST = "past"
    FUTURE = "future"
    DEADLINE = "deadline"
    UNKNOWN = "unknown"


_NEAR = 240  # characters of context read on each side: about a sentence, however long the passage is
_MOST_PLACES = 8  # words that stand in more places than these tell no more of their tense

_FUTURE = frozenset(
    "will won't shall would plan plans planned planning due expect expects expected scheduled schedule set intends"
    " intend intended hopes hope hoping upcoming forthcoming going tomorrow likely must should pending awaiting"
    # Present tense, and participles, of what a calendar fixes: "the court meets on Thursday".
    " begins starts opens meets takes ends expires returns arrives leaves resumes beginning starting effective".split()
)
_PAST = frozenset(
    "was were had said told took came went left fell hit held made met began broke struck shot found gave got led"
    " lost paid put ran rose sent sat saw spoke spent stood won wrote did became brought bought built caught drew"
    " flew fought grew heard kept knew laid sold sank sought taught thought threw wore blew been".split()
)
_NO_VERBS = frozenset("need hundred united red bed indeed speed armed unprecedented exceed proceed succeed".split())
_NO_INFINITIVE = frozenset("the a an his her its their our my this that these those all some any".split())

_TOKEN = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
_SENTENCE = re.compile(r"(?<=[a-z\d][a-z\d%\"')][.!?])[\"')]* (?=[\"'(]?[A-Z])")
_DEADLINE = re.compile(r"\b(?:by|until|till|before)(?: the)? $", re.IGNORECASE)

_PLAIN = str.maketrans("‘’“”–—", "''\"\"--")

_MONTH, _WEEKDAY = "|".join(MONTHS), "|".join(WEEKDAYS)
_BEGINS_WITH_NAME = re.compile(f"(?:{_MONTH}|{_WEEKDAY})")
_PIECE_BEFORE = re.compile(
    r"(?:\b(?:last|next|this|past|previous|following|every|each|same|that|coming|one)|\d(?:st|nd|rd|th)?(?: of)?)[ -]$",
    re.ASCII | re.IGNORECASE,
)
# How a phrase ends, and what would go on with the same date after it.
_MONTH_SHORT = "|".join(name[:3] for name in MONTHS)
_PIECES_AFTER = tuple(
    (re.compile(phrase, re.ASCII), re.compile(after, re.ASCII | re.IGNORECASE))
    for phrase, after in (
        (r".*", r"[-/]\d"),
        (rf".*(?:{_MONTH})(?: \d\d?(?:th)?)?", r",? (?:of )?\d{4}\b"),
        (rf".*(?:{_MONTH})", r" \d\d?\b"),
        (rf".*(?:{_WEEKDAY})", rf",? (?:the )?\d\d?(?:st|nd|rd|th)?(?: of)? (?:{_MONTH_SHORT})"),
        (rf".*(?:{_WEEKDAY})", rf",? (?:{_MONTH_SHORT})[a-z]*\.? \d"),
        (
            rf".*(?:{_MONTH}|{_WEEKDAY}|\d|th)",
            r",? (?:of |in )?(?:this|that|last|next|the (?:same|previous|following)) (?:week|month|year)\b",
        ),
        (r".*[a-z]", r" (?:before last|after next)\b"),
    )
)
_A_UNIT_FROM = re.compile(r"\b(?:day|week|month|year|morning|night|evening)s? (?:before|after) $", re.IGNORECASE)


def surroundings(words: str, context: str) -> list[tuple[str, str]]:
    """The text before and after each place where the words stand whole in the context, with single spaces."""
    words, context = (" ".join(text.translate(_PLAIN).split()) for text in (words, context))
    found = islice(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", context) if words else (), _MOST_PLACES)
    return [(context[max(0, m.start() - _NEAR) : m.start()], context[m.end() : m.end() + _NEAR]) for m in found]


def is_piece(words: str, places: list[tuple[str, str]]) -> bool:
    """True where, in any of its places, the words are a piece of a longer date: "Thursday" of "last Thursday"."""
    phrase = spelling(words)
    for before, after in places:
        if _A_UNIT_FROM.search(before) or (_BEGINS_WITH_NAME.match(phrase) and _PIECE_BEFORE.search(before)):
            return True
        if any(ending.fullmatch(phrase) and more.match(after) for ending, more in _PIECES_AFTER):
            return True
    return False


def tense(places: list[tuple[str, str]]) -> Tense:
    """The tense of the sentence round the words; where their places differ, the one that resolves less."""
    found = {_tense_of(*place) for place in places}
    for cautious in (Tense.FUTURE, Tense.DEADLINE, Tense.UNKNOWN):
        if cautious in found:
            return cautious
    return Tense.PAST if found else Tense.UNKNOWN


def _tense_of(before: str, after: str) -> Tense:
    """Nearest verb before the words, for they follow it in most sentences, else the first one after them."""
    if _DEADLINE.search(before):
        return Tense.DEADLINE
    tokens = _TOKEN.findall(_SENTENCE.split(before)[-1])
    infinitive = False
    for index in reversed(range(len(tokens))):
        found = _marker(tokens[index])
        if found:
            # "agreed to meet on Thursday": the past verb is not the one that the day belongs to.
            return Tense.UNKNOWN if infinitive and found is Tense.PAST else found
        following = tokens[index + 1] if index + 1 < len(tokens) else ""
        infinitive |= tokens[index] == "to" and following.islower() and following not in _NO_INFINITIVE
    markers = map(_marker, _TOKEN.findall(_SENTENCE.split(after)[0]))
    return next(filter(None, markers), Tense.UNKNOWN)


def _marker(token: str) -> Tense | None:
    word = token.lower()
    if word in _FUTURE or word.endswith("'ll"):
        return Tense.FUTURE
    if word in _PAST or (token.islower() and word.endswith("ed") and word not in _NO_VERBS):
        return Tense.PAST
    return None
