"""Date words in a language without a file: only what means the same everywhere."""

import re
from datetime import date

# Languages whose texts may count years otherwise, by a calendar in which 2014 is another year: Ethiopia and Nepal.
_OTHER_YEARS = frozenset(("am", "ti", "om", "so", "ne", "new", "mai", "bho"))
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d", re.ASCII)  # earlier and later ones may be of the Persian, Buddhist or Jewish calendar


class Unmistakable:
    """The reader of texts in a language of which only the tag is known."""

    def __init__(self, code: str) -> None:
        self._years = code not in _OTHER_YEARS

    def interpret(self, words: str, day: date | None, context: str) -> str | None:
        """The value of an ISO date and of a year in four digits; None for all else."""
        written = words.strip()
        if _DAY.fullmatch(written) or (self._years and _YEAR.fullmatch(written)):
            return None if re.search(rf"\w[-/]{re.escape(written)}|{re.escape(written)}[-/]\w", context) else written
        return None

    def may_be_date(self, phrase: str, after: str) -> bool:
        """True for an ISO date: a lone number is mostly no year."""
        return bool(_DAY.fullmatch(phrase.strip()))

    def without_weekday(self, words: str) -> str:
        """The words: no weekday is known."""
        return words
