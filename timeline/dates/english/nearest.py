"""Date words without their year: the day of publication decides which one is meant, where it can be only one.

`READINGS` pairs each pattern with a function that returns the EDTF value of a match, or None where two dates are possible.
"""

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from timeline.dates.english.absolute import (
    ANY_WEEKDAY_FIRST,
    DAY,
    MONTH,
    NTH_QUARTER,
    SEASON,
    WEEKDAY,
    WEEKDAY_FIRST,
    YEAR,
    month_number,
    on_its_weekday,
)
from timeline.dates.english.normalize import WEEKDAYS
from timeline.dates.english.reference import Reference, month, quarter, unit
from timeline.dates.english.tense import Tense
from timeline.dates.english.words import SEASONS
from timeline.dates.seasons import FIRST_MONTHS

# How far from its publication an article names a day without its year, in days. A sentence in the past tense names a day
# that is ahead only for an appointment: "called an election for 20 November". Measured on annotated news.
_NEAR_DAYS, _AHEAD_OF_PAST = 150, 60


def day_of_month(found: re.Match[str], at: Reference) -> str | None:
    """ "October 8", "Saturday, Oct. 8": the nearest such day."""
    day = _nearest(at, month_number(found), int(found["day"]))
    return on_its_weekday(day, found) if day else None


def _nearest(at: Reference, month: int, number: int) -> date | None:
    farthest = _AHEAD_OF_PAST if at.tense is Tense.PAST else _NEAR_DAYS
    for year in (at.day.year - 1, at.day.year, at.day.year + 1):
        day = date(year, month, 1) + timedelta(days=number - 1)
        if day.month == month and -_NEAR_DAYS <= (day - at.day).days <= farthest:
            return day
    return None


def weekday_and_number(found: re.Match[str], at: Reference) -> str | None:
    """ "Thursday 13th": where only one of this month, the last and the next has that day on that weekday."""
    number, first = int(found["day"]), at.day.replace(day=1)
    days = (first + relativedelta(months=shift) + timedelta(days=number - 1) for shift in (-1, 0, 1))
    meant = [day for day in days if day.day == number and WEEKDAYS[day.weekday()] == found["weekday"]]
    return meant[0].isoformat() if len(meant) == 1 else None


def near_month(found: re.Match[str], at: Reference) -> str | None:
    """A bare month: this one, the five before it (in the same year seven), or the next one."""
    number = month_number(found)
    back = (at.day.month - number) % 12
    if at.tense in (Tense.FUTURE, Tense.DEADLINE):
        to_come = back == 0 or back >= 6
    elif back <= 5 or (back <= 7 and number < at.day.month):
        return month(at.day - relativedelta(months=back))
    else:
        to_come = back == 11 and at.tense is Tense.UNKNOWN
    return month(at.day + relativedelta(months=-back % 12)) if to_come else None


def which_month(found: re.Match[str], at: Reference) -> str | None:
    """ "last May", "this September", "next March".

    None for "last" of a month just gone, which may be a year earlier, and for "next" of one later in the same year.
    """
    number, which = month_number(found), found["which"].split()[0]
    back = (at.day.month - number) % 12
    if which == "last":
        return month(at.day - relativedelta(months=back)) if back > 1 else None
    if which == "next":
        return month(at.day + relativedelta(months=12 - back)) if number < at.day.month else None
    return month(at.day.replace(day=1, month=number)) if at.day.month - number <= 6 else None


def near_quarter(found: re.Match[str], at: Reference) -> str | None:
    """A bare quarter: the nearest one, the past one where two are as near within the year."""
    ahead = int(found["n"]) - ((at.day.month - 1) // 3 + 1)
    if ahead in (-3, 2):
        return None
    meant = at.day + relativedelta(months=3 * (ahead if ahead < 2 else ahead - 4))
    return quarter(meant - relativedelta(years=1 if found["ago"] else 0))


def quarter_that_ended(found: re.Match[str], at: Reference) -> str | None:
    """ "the quarter ended September 30": where a quarter ends with that month and day."""
    last_day = {3: "31", 6: "30", 9: "30", 12: "31"}.get(month_number(found))
    if not last_day or (found["day"] or last_day) != last_day:
        return None
    year = found["year"] or (near_month(found, at) or "")[:4]
    return f"{year}-{32 + month_number(found) // 3}" if year else None


def which_season(found: re.Match[str], at: Reference) -> str | None:
    """ "last fall", "this summer".

    None for "last" or "next" where that is in the year of publication: some say so of that year's, some of the one beyond.
    """
    code, year = SEASONS[found["season"]], at.day.year
    starts = {each: date(each, FIRST_MONTHS[code], 1) for each in range(year - 2, year + 2)}
    ended = [each for each in starts if starts[each] + relativedelta(months=3) <= at.day]
    running = [each for each in starts if starts[each] <= at.day and each not in ended]
    meant: int | None = None
    if found["which"] == "last":
        meant = ended[-1] if ended[-1] < year else None
    elif found["which"] == "next":
        meant = year + 1 if starts[year] <= at.day else None
    elif running:
        meant = running[0]
    elif FIRST_MONTHS[code] < 12 or at.day.month >= 9:  # in spring and summer "this winter" may be the last one
        meant = year
    return f"{meant:04}-{code}" if meant else None


def spoken_decade(found: re.Match[str], at: Reference) -> str | None:
    """ "the nineties": the latest that had begun."""
    first = at.day.year // 100 * 100 + int(found[1]) * 10
    return unit("decade", date(first if first <= at.day.year else first - 100, 1, 1), 0)


READINGS = (
    (rf"{WEEKDAY_FIRST}{DAY}(?: of)? {MONTH}", day_of_month),
    (rf"{ANY_WEEKDAY_FIRST}{MONTH} {DAY}", day_of_month),
    (rf"{WEEKDAY} {DAY}", weekday_and_number),
    (rf"(?:the month of )?{MONTH}", near_month),
    (rf"(?P<which>last|next|this(?: past| coming)?) {MONTH}", which_month),
    (rf"(?:the )?(?P<ago>year (?:ago|earlier) )?{NTH_QUARTER}", near_quarter),
    (rf"(?:the )?quarter (?:that )?(?:ended|ending)(?: in| on)? {MONTH}(?: {DAY})?(?: {YEAR})?", quarter_that_ended),
    (rf"(?P<which>last|this|next) {SEASON}", which_season),
    (r"(?:the )?([3-9])0s", spoken_decade),
)
