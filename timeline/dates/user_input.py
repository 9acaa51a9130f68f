"""A date as people type it: EDTF, or English words that name a date by themselves."""

import re

from timeline.dates.date_words import resolve
from timeline.dates.edtf import parse
from timeline.dates.english.words import MONTH_NAMES as MONTHS
from timeline.dates.errors import EdtfError

_NAMED = re.compile(rf"(?:(\d\d?)\w* )?({'|'.join(MONTHS)}) (?:(\d\d?)\w*,? )?(\d{{4}})", re.ASCII | re.IGNORECASE)
_FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})", re.ASCII)


def typed(text: str) -> str:
    """The EDTF value of a typed date: `2022-10-13`, `13 October 2022`, `October 2022`, `spring 2022`.

    Raises EdtfError with a reason for anything that does not name one date, whatever the day on which it is typed.
    """
    said = " ".join(text.split())
    try:
        return parse(said).text
    except EdtfError as error:
        if found := _FIGURES.fullmatch(said):
            raise _figures(*found.group(1, 3, 4)) from None
        if meant := resolve(said, None):
            return meant
        if found := _NAMED.fullmatch(said):  # a day that is not there, 30 February
            parse(f"{found[4]}-{MONTHS.index(found[2].capitalize()) + 1:02}-{int(found[1] or found[3] or 0):02}")
        if re.search("[A-Za-z]{3}", said):
            reason = "these words do not name a date by themselves"
            raise EdtfError(reason, 0, "write 2022-10-13, or in words with the year: 13 October 2022") from None
        raise error


def _figures(first: str, second: str, year: str) -> EdtfError:
    """The error for 03/04/2022, with the dates that it may be."""
    if len(year) == 2:
        return EdtfError("the century of the year is missing", 0, "write the year in four digits first: 2022-10-13")
    days = []
    for day, month in dict.fromkeys([(first, second), (second, first)]):
        try:
            days.append((parse(f"{year}-{int(month):02}-{int(day):02}").text, f"{int(day)} {MONTHS[int(month) - 1]}"))
        except EdtfError:
            continue
    if not days:
        return EdtfError("there is no such day", 0, "write the year in four digits first: 2022-10-13")
    if len(days) == 1:
        return EdtfError("a date in figures begins with its year", 0, f"write {days[0][0]}")
    reason = f"day and month can be in either order: {days[0][1]} or {days[1][1]}"
    return EdtfError(reason, 0, f"write {days[0][0]} or {days[1][0]}")
