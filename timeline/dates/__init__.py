"""Dates: EDTF values with their bounds and wording, and English date words resolved to them.

Nothing here guesses: what is not a date of the profile is refused with its place, and words that the
publication date does not decide resolve to nothing.
"""

from timeline.dates.date_words import resolve
from timeline.dates.edtf import parse
from timeline.dates.english.wording import wording
from timeline.dates.english.words import MONTH_NAMES as MONTHS
from timeline.dates.english.words import calendar_names
from timeline.dates.errors import EdtfError
from timeline.dates.value import Part, When

__all__ = ["MONTHS", "EdtfError", "Part", "When", "calendar_names", "parse", "resolve", "wording"]
