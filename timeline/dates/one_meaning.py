"""Dates that are not EDTF, but can mean one day or month only: `13 October 2022`, `2022/10/13`.

`check --fix` corrects them. Dates that need a publication date, a century or a guess are left to the author: `03/04/2022`,
`'22`, `early October`.
"""

import re

from timeline.dates.date_words import resolve
from timeline.dates.edtf import parse_or_none
from timeline.dates.english.normalize import MONTHS, WEEKDAYS

_YEAR_FIRST = re.compile(r"(\d{4})([/-])(\d\d?)\2(\d\d?)", re.ASCII)
_WEEKDAY, _MONTH = (rf"(?:{'|'.join(name[:3] for name in names)})[a-z]*\.?" for names in (WEEKDAYS, MONTHS))
_DAY = r"\d\d?(?:st|nd|rd|th)?"
# Only a day of the week, a day, a month and a year: any other word could change the meaning.
_IN_WORDS = re.compile(rf"(?:{_WEEKDAY},? )?(?:{_DAY} )?{_MONTH} (?:{_DAY},? )?\d{{4}}", re.ASCII | re.IGNORECASE)


def edtf_of(written: str) -> str | None:
    """The EDTF value of such a date; None for EDTF, and for any other text."""
    text = " ".join(written.split())
    if parse_or_none(written):
        return None
    if found := _YEAR_FIRST.fullmatch(text):
        year, _, month, day = found.groups()
        value = parse_or_none(f"{year}-{month:0>2}-{day:0>2}")
    else:
        value = parse_or_none(resolve(text, None)) if _IN_WORDS.fullmatch(text) else None
    return value.text if value and value.precision in ("day", "month") and not value.qualified else None
