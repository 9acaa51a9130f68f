"""Date words brought to one spelling, so that the grammar has each form once.

Small letters, no commas and possessives, months and weekdays in full, numbers in digits, every ordinal with
"th", "to" for the dash of a range: "Sept. 23–27" and "September 23rd to 27th" read alike.
"""

import re
from collections.abc import Iterable

from timeline.dates import value

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
_BELOW_20 = """
    one two three four five six seven eight nine
    ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

MONTHS, WEEKDAYS = tuple(name.lower() for name in value.MONTHS), tuple(_WEEKDAYS.split())

_SIGNS = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-"})
_IN_FULL = {name[:3]: name for name in MONTHS + WEEKDAYS} | {
    "sept": "september",
    "tues": "tuesday",
    "weds": "wednesday",
    "thur": "thursday",
    "thurs": "thursday",
}
_NUMBERS = {name: number for number, name in enumerate(_BELOW_20.split(), 1)}
_NUMBERS |= {name: 10 * number for number, name in enumerate(_TENS.split(), 2)}
_DECADES = {f"{name[:-1]}ies": f"{_NUMBERS[name]}s" for name in _TENS.split()}
_ORDINALS = {f"{name[:-1]}ieth" if name.endswith("y") else f"{name}th": n for name, n in _NUMBERS.items()}
_ORDINALS |= {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}


def _any(names: Iterable[str]) -> str:
    """A pattern of alternatives, the longest first."""
    return f"(?:{'|'.join(sorted(names, key=len, reverse=True))})"


def _sum(words: str | None) -> int:
    """ "ninety four" is 94, nothing is 0."""
    return sum(_NUMBERS[word] for word in (words or "").split())


_TEN, _UNIT, _TEEN = _any(_TENS.split()), _any(_BELOW_20.split()[:9]), _any(_BELOW_20.split()[9:])
_TWO_DIGITS = f"(?:{_TEN}(?: {_UNIT})?|{_TEEN})"
_HUNDREDS = _any([*_BELOW_20.split()[12:], "twenty"])
_MONTH = f"{_any(MONTHS)}\\b"

_STEPS = tuple(
    (re.compile(pattern, re.ASCII), written)
    for pattern, written in (
        (r'[,()"“”]', " "),
        (r"\b(\d{4})-(\d\d)-(\d\d)\b", r"\1.\2.\3"),  # ISO, out of the way of the dashes
        (r"(?<![a-z])([ap])\.? ?m\b\.?", r"\1m"),
        (rf"\b({_any(_IN_FULL)})\b\.?", lambda found: _IN_FULL[found[1]]),
        (rf"(?<=\d)-(?=\d|{_MONTH})| - ", " to "),
        (rf"\b({_MONTH})-(?={_MONTH})", r"\1 to "),
        (r"-", " "),
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


def spelling(words: str) -> str:
    """The words in the one spelling that the grammar reads. Works in time linear in their length."""
    phrase = " ".join(words.translate(_SIGNS).lower().split())
    for pattern, written in _STEPS:
        phrase = pattern.sub(written, phrase)
    return " ".join(phrase.split()).strip(" .;:'")
