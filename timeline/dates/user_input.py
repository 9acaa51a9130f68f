"""A date that a person types: EDTF, or English words that name a date by themselves.

`typed_date` reads what the search and the filters of the site read, which have a script for it. `date_from_input` is for a
date that goes into a file: it takes no year from anywhere, and its error says what to write.
"""

import re
from collections.abc import Mapping

from timeline.dates.date_words import resolve
from timeline.dates.edtf import parse, parse_or_none
from timeline.dates.english import typed_spans
from timeline.dates.english.words import MONTH_NAMES as MONTHS
from timeline.dates.errors import EdtfError
from timeline.dates.languages import DEFAULT, codes
from timeline.dates.value import When

_NAMED = re.compile(rf"(?:(\d\d?)\w* )?({'|'.join(MONTHS)}) (?:(\d\d?)\w*,? )?(\d{{4}})", re.ASCII | re.IGNORECASE)
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})", re.ASCII)
_YEAR_FIRST = "write the year in four digits first: 2022-10-13"


_LONGEST = 200  # characters; no date is longer
_NO_YEARS: Mapping[int, int] = {}


def typed_date(text: str, years: Mapping[int, int] = _NO_YEARS) -> str | None:
    """The EDTF value of a date that a person typed, in EDTF or as the site, agencies or people write it; None for another text.

    `years` decides about dates without a year: it has the one year in which the chronology has a month, by the number of the
    month.
    """
    if len(text) > _LONGEST:
        return None
    if when := parse_or_none(re.sub(r"\s*/\s*", "/", text.strip()).upper()):
        return when.text
    value = typed_spans.read(text, years)
    return value if parse_or_none(value) else None


def parse_written(text: str) -> When:
    """Reads an EDTF value. The error for a text that can mean one date only says how that date is written."""
    try:
        return parse(text)
    except EdtfError as error:
        value = typed_date(text) or _in_another_language(text)
        help = f"write {value}" if value else error.help
        raise EdtfError(error.message, error.offset, help) from None


def date_from_input(text: str) -> str:
    """The EDTF value of a date that a person typed: `2022-10-13`, `13 October 2022`, `spring 2022`, `13 жовтня 2022`.

    Raises EdtfError for anything that does not name one date, whatever the day on which it is typed.
    """
    written = " ".join(text.split())
    try:
        return parse(written).text
    except EdtfError as error:
        if _NUMERIC.fullmatch(written):
            raise _explained(written, error) from None
        if value := typed_date(written) or resolve(written, None) or _in_another_language(written):
            return value
        raise _explained(written, error) from None


def _in_another_language(text: str) -> str | None:
    """The one value that the languages other than English give to a text; None where they give none or several."""
    values = {value for code in sorted(codes() - {DEFAULT}) if (value := resolve(text, None, language=code))}
    return values.pop() if len(values) == 1 else None


def _explained(written: str, error: EdtfError) -> EdtfError:
    """A better error than that of the EDTF parser, where the text is a date in numbers or in words."""
    if found := _NUMERIC.fullmatch(written):
        return _numeric(*found.group(1, 3, 4))
    if found := _NAMED.fullmatch(written):
        try:
            parse(f"{found[4]}-{MONTHS.index(found[2].capitalize()) + 1:02}-{int(found[1] or found[3] or 0):02}")
        except EdtfError as no_such_day:
            return no_such_day
    if re.search("[A-Za-z]{3}", written):
        help = "write 2022-10-13, or in words with the year: 13 October 2022"
        return EdtfError("these words do not name a date by themselves", 0, help)
    return error


def _numeric(first: str, second: str, year: str) -> EdtfError:
    """The error for 03/04/2022, with the dates that it may be."""
    if len(year) == 2:
        return EdtfError("the century of the year is missing", 0, _YEAR_FIRST)
    days = []
    for day, month in dict.fromkeys([(first, second), (second, first)]):
        try:
            days.append((parse(f"{year}-{int(month):02}-{int(day):02}").text, f"{int(day)} {MONTHS[int(month) - 1]}"))
        except EdtfError:
            continue
    if not days:
        return EdtfError("there is no such day", 0, _YEAR_FIRST)
    if len(days) == 1:
        return EdtfError("a date in figures begins with its year", 0, f"write {days[0][0]}")
    message = f"day and month can be in either order: {days[0][1]} or {days[1][1]}"
    return EdtfError(message, 0, f"write {days[0][0]} or {days[1][0]}")
