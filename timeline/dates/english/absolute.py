"""Date words with a year, or a decade or a century: they mean the same in every article.

`READINGS` pairs each pattern with a function that returns the EDTF value of a match, or None where the words name no date.
The functions may raise ValueError for a day that the calendar does not have.
"""

import re
from datetime import date

from timeline.dates.english.normalize import MONTHS, WEEKDAYS
from timeline.dates.english.words import SEASONS

MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
DAY = r"(?:the )?(?P<day>\d\d?)(?:th)?"
YEAR = r"(?P<year>(?:1\d|20|21)\d\d)"
SEASON = rf"(?P<season>{'|'.join(SEASONS)})"
NTH_QUARTER = r"(?P<n>[1-4])th quarter"
# What may precede a day and a month: "Saturday, 8 October", "this coming Sunday, October 16".
WEEKDAY_FIRST = rf"(?:{WEEKDAY} )?"
ANY_WEEKDAY_FIRST = rf"(?:(?:this |the )?(?:coming |past |last |next )?{WEEKDAY} )?"

_OF_YEAR = rf" (?:of |in )?{YEAR}"
_ANY_QUARTER = rf"(?:{NTH_QUARTER}|q(?P<q>[1-4]))"
_LATEST_CENTURY = 22


def month_number(found: re.Match[str]) -> int:
    """The number of the month that `MONTH` found: 1 to 12."""
    return MONTHS.index(found["month"]) + 1


def on_its_weekday(day: date, found: re.Match[str]) -> str | None:
    """The day in EDTF; None where the words give it a weekday that it is not."""
    if found["weekday"] and found["weekday"] != WEEKDAYS[day.weekday()]:
        return None
    return day.isoformat()


def iso_day(found: re.Match[str]) -> str | None:
    """ "2022-10-08", which `normalize` writes with full stops."""
    return date(*map(int, found.groups())).isoformat()


def day_of_year(found: re.Match[str]) -> str | None:
    """ "Saturday, Oct. 8, 2022", "8 October 2022"."""
    return on_its_weekday(date(int(found["year"]), month_number(found), int(found["day"])), found)


def month_of_year(found: re.Match[str]) -> str | None:
    """ "October 2022", "the month of October 2022"."""
    return f"{found['year']}-{month_number(found):02}"


def quarter_of_year(found: re.Match[str]) -> str | None:
    """ "the third quarter of 2022", "2022 Q3"."""
    return f"{found['year']}-{32 + int(found['n'] or found['q'])}"


def last_quarter_of_year(found: re.Match[str]) -> str | None:
    """ "the final quarter of 2009"."""
    return f"{found['year']}-36"


def half_of_year(found: re.Match[str]) -> str | None:
    """ "the second half of 2022", as a quarter is: by the number that EDTF has for it."""
    return f"{found['year']}-{40 if found['half'] == '1th' else 41}"


def season_of_year(found: re.Match[str]) -> str | None:
    """ "the spring of 2022"."""
    return f"{found['year']}-{SEASONS[found['season']]}"


def year_named(found: re.Match[str]) -> str | None:
    """ "2021", "the year 2021"."""
    return found["year"]


def decade(found: re.Match[str]) -> str | None:
    """ "the 1970s". None for "the 1900s", ten years or a hundred; "the 2000s" are not yet a century."""
    return None if found[1].endswith("0") and found[1] != "200" else f"{found[1]}X"


def century(found: re.Match[str]) -> str | None:
    """ "the 20th century", up to the 22nd."""
    return f"{int(found[1]) - 1:02}XX" if int(found[1]) <= _LATEST_CENTURY else None


READINGS = (
    (r"(\d{4})\.(\d\d)\.(\d\d)", iso_day),
    (rf"{WEEKDAY_FIRST}{DAY}(?: of)? {MONTH}{_OF_YEAR}", day_of_year),
    (rf"{ANY_WEEKDAY_FIRST}{MONTH} {DAY}{_OF_YEAR}", day_of_year),
    (rf"(?:the month of )?{MONTH}{_OF_YEAR}", month_of_year),
    (rf"(?:the )?{_ANY_QUARTER}{_OF_YEAR}", quarter_of_year),
    (rf"(?:the )?{YEAR} {_ANY_QUARTER}", quarter_of_year),
    (rf"the (?:final|last) quarter of {YEAR}", last_quarter_of_year),
    (rf"(?:the )?(?P<half>1th|2th|latter) half of {YEAR}", half_of_year),
    (rf"(?:the )?{SEASON}{_OF_YEAR}", season_of_year),
    (rf"(?:the year )?{YEAR}", year_named),
    (r"(?:the )?((?:1\d|20)\d)0s", decade),
    (r"(?:the )?(\d\d?)th century", century),
)
