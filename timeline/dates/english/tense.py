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
    cut shut quit beat burst spread shook swept dealt drove swore woke hid tore hung dug stuck slid fed bled bred
    withdrew retook overran overthrew undertook withheld broadcast
"""
# "set" by itself is past as often as not: "the traders set up their stalls".
_FUTURE, _PAST = frozenset((*_FUTURE_WORDS.split(), "set to", "set for")), frozenset(_PAST_WORDS.split())
_NO_VERBS = (
    "need", "hundred", "united", "red", "bed", "indeed", "speed", "armed", "exceed", "proceed", "succeed", "feed", "seed", "weed",
    "breed", "bleed", "heed", "greed", "deed", "shed", "embed", "sacred", "naked", "wicked", "rugged", "hatred", "kindred",
)  # fmt: skip
# A participle after one of these belongs to a noun: "in occupied Kherson", "the wounded soldiers".
_BEFORE_PARTICIPLE = ("in", "of", "from", "to", "for", "with", "on", "at", "into", "near", "across", "and", "or")
# "More than expected", "as planned": no verb is to come.
_AS = ("as", "than")
_BE = ("is", "are", "was", "were", "be", "been", "s", "re")
# What goes on until a day of the past: "the shelling lasted until Wednesday". "They were given until Wednesday" is to come.
_GOES_ON = re.compile(
    r"\b(?:lasted|continued|stayed|remained|raged|waited|hid|slept|went on|dragged on)\b[^.;:!?]*$", re.IGNORECASE
)
_HAD_DONE = re.compile(
    r"\bhad (?:already |all |been )*(?!promised|pledged|vowed|agreed|demanded|urged|ordered|asked|told|called|expected|wanted"
    r"|planned|hoped|threatened|given|said)\w+(?:ed|en|wn|ft|ne|ld|ade|ost|un)\b[^.;:!?]*$",
    re.IGNORECASE,
)
_NOUN_BEGINS = ("the", "a", "an", "his", "her", "its", "their", "our", "this", "that", "these", "those", "all")

_TOKEN = re.compile(r"\bset (?:to|for)\b|[^\W\d_]+(?:'[a-z]+)?")
_SENTENCE = re.compile(r"(?<=[a-z\d][a-z\d%\"')][.!?])[\"')]* (?=[\"'(]?[A-Z])")
_SINCE = re.compile(r"\bsince(?: the \w+)?(?: of| on)? $", re.IGNORECASE)
_DEADLINE = re.compile(r"\b(by|until|till|before)(?: the)? $", re.IGNORECASE)


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
    if deadline := _DEADLINE.search(before):
        done = _HAD_DONE if deadline[1].lower() == "by" else _GOES_ON
        return Tense.PAST if done.search(_SENTENCE.split(before[: deadline.start()])[-1]) else Tense.DEADLINE
    if _SINCE.search(before):
        return Tense.PAST
    tokens = _TOKEN.findall(_SENTENCE.split(before)[-1])
    infinitive, following = False, ""
    for token, previous in zip(reversed(tokens), (*reversed(tokens[:-1]), ""), strict=False):
        found = None if _is_no_verb(token, previous, following) else verb(token)
        # "will be held on Thursday": the participle has no tense, the verb before it has.
        if found and not (found is Tense.PAST and previous.lower() == "be"):
            # "agreed to meet on Thursday": the past verb is not the one that the day belongs to.
            return Tense.UNKNOWN if infinitive and found is Tense.PAST else found
        infinitive |= token == "to" and following.islower() and following not in _NOUN_BEGINS
        following = token
    verbs = map(verb, _TOKEN.findall(_SENTENCE.split(after)[0]))
    return next(filter(None, verbs), Tense.UNKNOWN)


def _is_no_verb(token: str, previous: str, following: str) -> bool:
    """True for a word with the form of a verb, which its neighbours show to be none: "the occupied city", "due to rain"."""
    word, before = token.lower(), previous.lower()
    if word == "due":
        return following == "to" and before not in _BE
    if word.endswith("ed"):
        return before in _AS or (word not in _FUTURE and before in (*_NOUN_BEGINS, *_BEFORE_PARTICIPLE))
    return False
