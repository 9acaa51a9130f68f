"""EDTF dates with their bounds and their wording, and date words of several languages resolved to them.

Nothing here guesses. A text that is not a date of the profile raises `EdtfError` with its place, and words that the date of
publication does not decide resolve to None.
"""

from timeline.dates.date_words import resolve
from timeline.dates.day import Day
from timeline.dates.edtf import parse, parse_or_none
from timeline.dates.english.wording import wording
from timeline.dates.english.words import MONTH_NAMES as MONTHS
from timeline.dates.english.words import calendar_names
from timeline.dates.english.years import year_wording
from timeline.dates.errors import EdtfError
from timeline.dates.exchange import exchange_text
from timeline.dates.one_meaning import edtf_of
from timeline.dates.user_input import parse_written, typed_date
from timeline.dates.value import Part, Precision, Relation, When

__all__ = [
    "MONTHS", "Day", "EdtfError", "Part", "Precision", "Relation", "When",
    "calendar_names", "edtf_of", "exchange_text", "parse", "parse_or_none", "parse_written", "resolve", "typed_date", "wording",
    "year_wording",
]  # fmt: skip
