"""Date words brought to one spelling, so that the grammar has each form once.

Small letters, no commas and possessives, months and weekdays in full, numbers in digits, ordinals all in
"th", "to" for the dash of a range: "Sept. 23–27th" and "September 23 to 27" become nearly the same phrase.
"""

import re

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

_SIGNS = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-"})
_SHORT = {name[:3]: name for name in MONTHS + WEEKDAYS} | {
    "sept": "september",
    "tues": "tuesday",
    "weds": "wednesday",
    "thur": "thursday",
    "thurs": "thursday",
}

_BELOW_20 = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {name: n for n, name in enumerate(_BELOW_20, 1)} | {name: 10 * n for n, name in enumerate(_TENS, 2)}
_DECADES = {f"{name[:-1]}ies": f"{10 * n}s" for n, name in enumerate(_TENS, 2)}
_IRREGULAR = "first second third fifth eighth ninth twelfth".split()
_ORDINALS = dict(zip(_IRREGULAR, (1, 2, 3, 5, 8, 9, 12), strict=True)) | {
    (f"{name[:-1]}ieth" if name.endswith("y") else f"{name}th"): n for name, n in _NUMBERS.items()
}


def _any(names: object) -> str:
    """A group of alternatives, the longest first."""
    return f"(?:{'|'.join(sorted(names, key=len, reverse=True))})"


_TEN, _UNIT, _TEEN = _any(_TENS), _any(_BELOW_20[:9]), _any(_BELOW_20[9:])
_TWO_DIGITS = f"(?:{_TEN}(?: {_UNIT})?|{_TEEN})"
_HUNDREDS = _any(_BELOW_20[12:] + ["twenty"])


def _sum(words: str | None) -> int:
    """ "ninety four" is 94."""
    return sum(_NUMBERS[word] for word in (words or "").split())


_STEPS = tuple(
    (re.compile(pattern, re.ASCII), replacement)
    for pattern, replacement in (
        (r'[,()"“”]', " "),
        (r"\b(\d{4})-(\d\d)-(\d\d)\b", r"\1.\2.\3"),  # ISO, out of the way of the dashes
        (r"(?<![a-z])([ap])\.? ?m\b\.?", r"\1m"),
        (rf"\b({_any(_SHORT)})\b\.?", lambda found: _SHORT[found[1]]),
        (r"(?<=\d)-(?=\d)| - ", " to "),
        (rf"(?<=\d)-(?={_any(MONTHS)}\b)", " to "),
        (rf"\b({_any(MONTHS)})-(?={_any(MONTHS)}\b)", r"\1 to "),
        (r"-", " "),
        # A decade, before the possessives go; "1990's third quarter" is none.
        (r"'?\b(\d+0)'?s\b(?! [\w]+ (?:quarter|half)\b)", r"\1s"),
        (r"'s\b", ""),
        (r"\s+", " "),
        # Years and decades as they are spoken: "nineteen ninety four", "nineteen eighties", "two thousand and four".
        (rf"\b({_HUNDREDS}) ({_TWO_DIGITS})\b", lambda found: f"{_sum(found[1])}{_sum(found[2]):02}"),
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
    for pattern, replacement in _STEPS:
        phrase = pattern.sub(replacement, phrase)
    return " ".join(phrase.split()).strip(" .;:'")
