"""Dates that are written in words, or with slashes, and can mean one day or month only: 13 October 2022 becomes 2022-10-13.

Nothing is taken that needs a publication date, a century or a guess: no `03/04/2022`, no `'22`, no `early October`.
"""

import re
from typing import Any

from timeline.contribute.edits import Edit
from timeline.contribute.scalar_edits import replace_values
from timeline.dates import parse_or_none, resolve
from timeline.dates.english.normalize import MONTHS, WEEKDAYS
from timeline.reading.source import Source
from timeline.reading.vocabulary import Vocabulary
from timeline.reading.yaml_tree import Path

_YEAR_FIRST = re.compile(r"(\d{4})([/-])(\d\d?)\2(\d\d?)", re.ASCII)
_WEEKDAY, _MONTH = (rf"(?:{'|'.join(name[:3] for name in names)})[a-z]*\.?" for names in (WEEKDAYS, MONTHS))
_DAY = r"\d\d?(?:st|nd|rd|th)?"
# Nothing but a day of the week, a day, a month and a year: any word more could change what is meant.
_IN_WORDS = re.compile(rf"(?:{_WEEKDAY},? )?(?:{_DAY} )?{_MONTH} (?:{_DAY},? )?\d{{4}}", re.ASCII | re.IGNORECASE)


def fix(source: Source, vocabulary: Vocabulary) -> tuple[list[Edit], Any]:
    """The edits that write such dates as EDTF, and the data that the YAML must hold after them."""
    data = source.tree.data if source.is_article and isinstance(source.tree.data, dict) else {}
    events = data.get("events")
    places: list[Path] = [("published",)]
    places += [("events", event, key) for event in (events if isinstance(events, dict) else ()) for key in ("when", "entry_when")]
    written = {path: _value(source, path) for path in places if path in source.tree.values}
    return replace_values(source, {path: found for path, value in written.items() if value and (found := iso(value))})


def iso(written: str) -> str | None:
    """The EDTF form of a day or month that is written otherwise; None if it is EDTF, or could be anything else."""
    text = " ".join(written.split())
    if parse_or_none(written):
        return None
    if found := _YEAR_FIRST.fullmatch(text):
        year, _, month, day = found.groups()
        value = parse_or_none(f"{year}-{month:0>2}-{day:0>2}")
    else:
        value = parse_or_none(resolve(text, None)) if _IN_WORDS.fullmatch(text) else None
    return value.text if value and value.precision in ("day", "month") and not value.qualified else None


def _value(source: Source, path: Path) -> str | None:
    value = source.tree.data
    for step in path:
        value = value[step]
    return value if isinstance(value, str) else None
