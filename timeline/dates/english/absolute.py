"""Date words that name what they mean: days, months, quarters, seasons, years, decades, centuries.

With a year they mean the same in every article. Without one the day of publication decides, where it does:
each reading says how near a date must be, and None is the answer where two are.
"""

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from timeline.dates.english.normalize import MONTHS, WEEKDAYS
from timeline.dates.english.reference import Anchor, month, quarter, unit
from timeline.dates.english.tense import Tense
from timeline.dates.english.words import SEASONS
from timeline.dates.seasons import FIRST_MONTHS

MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
YEAR = r"(?P<year>(?:1\d|20|21)\d\d)"
_DAY = r"(?:the )?(?P<day>\d\d?)(?:th)?"
_OF_YEAR = rf"(?: (?:of |in )?{YEAR})"
_NTH_QUARTER = r"(?:(?P<n>[1-4])th quarter|q(?P<q>[1-4]))"
_SEASON = rf"(?P<season>{'|'.join(SEASONS)})"

# How far from its publication an article names a day without its year. What it tells in the past tense is
# hardly ahead at all, but for an appointment: "called an election for 20 November".
_NEAR_DAYS, _AHEAD_OF_PAST = 150, 60
_LATEST_CENTURY = 22


def iso_day(found: re.Match[str], at: Anchor) -> str | None:
    return date(*map(int, found.groups())).isoformat()


def day_of_month(found: re.Match[str], at: Anchor) -> str | None:
    """ "Saturday, Oct. 8, 2022", "October 8": without year the nearest; a weekday must agree."""
    number, day = MONTHS.index(found["month"]) + 1, int(found["day"])
    stated = found["year"] and date(int(found["year"]), number, day)
    meant = stated or (at.day and _nearest(at, number, day))
    if meant is None or (found["weekday"] and found["weekday"] != WEEKDAYS[meant.weekday()]):
        return None
    return meant.isoformat()


def _nearest(at: Anchor, month: int, number: int) -> date | None:
    farthest = _AHEAD_OF_PAST if at.tense is Tense.PAST else _NEAR_DAYS
    for year in (at.day.year - 1, at.day.year, at.day.year + 1):
        day = date(year, month, 1) + timedelta(days=number - 1)
        if day.month == month and -_NEAR_DAYS <= (day - at.day).days <= farthest:
            return day
    return None


def weekday_and_number(found: re.Match[str], at: Anchor) -> str | None:
    """ "Thursday 13th": where only one of this month, the last and the next has that day on that weekday."""
    if at.day is None:
        return None
    number, first = int(found["day"]), at.day.replace(day=1)
    days = (first + relativedelta(months=shift) + timedelta(days=number - 1) for shift in (-1, 0, 1))
    meant = [day for day in days if day.day == number and WEEKDAYS[day.weekday()] == found["weekday"]]
    return meant[0].isoformat() if len(meant) == 1 else None


def month_of_year(found: re.Match[str], at: Anchor) -> str | None:
    return f"{found['year']}-{MONTHS.index(found['month']) + 1:02}"


def near_month(found: re.Match[str], at: Anchor) -> str | None:
    """A bare month: this one, the five before it (in the same year seven), or the two after it."""
    if at.day is None:
        return None
    number = MONTHS.index(found["month"]) + 1
    back = (at.day.month - number) % 12
    past = back <= 5 or (back <= 7 and number < at.day.month)
    if at.tense in (Tense.FUTURE, Tense.DEADLINE):
        shift = 0 if back == 0 else 12 - back if back >= 6 else None
    elif past:
        shift = -back
    else:
        shift = 12 - back if back >= 10 and at.tense is Tense.UNKNOWN else None
    return None if shift is None else month(at.day + relativedelta(months=shift))


def which_month(found: re.Match[str], at: Anchor) -> str | None:
    """ "last May", "this September", "next March". None for "last" of a month just gone: it may be a year
    earlier; and for "next" of one later in the same year."""
    if at.day is None:
        return None
    number, which = MONTHS.index(found["month"]) + 1, found["which"].split()[0]
    back = (at.day.month - number) % 12
    if which == "last":
        return month(at.day - relativedelta(months=back)) if back > 1 else None
    if which == "next":
        return month(at.day + relativedelta(months=12 - back)) if number < at.day.month else None
    return month(at.day.replace(day=1, month=number)) if at.day.month - number <= 6 else None


def quarter_of_year(found: re.Match[str], at: Anchor) -> str | None:
    return f"{found['year']}-{32 + int(found['n'] or found['q'] or 4)}"


def near_quarter(found: re.Match[str], at: Anchor) -> str | None:
    """A bare quarter: the nearest one, the past one where two are as near within the year."""
    if at.day is None:
        return None
    ahead = int(found["n"]) - ((at.day.month - 1) // 3 + 1)
    if ahead in (-3, 2):
        return None
    meant = at.day + relativedelta(months=3 * (ahead if ahead < 2 else ahead - 4))
    return quarter(meant - relativedelta(years=1 if found["ago"] else 0))


def half_of_year(found: re.Match[str], at: Anchor) -> str | None:
    """The profile has no half-years: six months."""
    first = 1 if found["half"] == "1th" else 7
    return f"{found['year']}-{first:02}/{found['year']}-{first + 5:02}"


def season_of_year(found: re.Match[str], at: Anchor) -> str | None:
    return f"{found['year']}-{SEASONS[found['season']]}"


def which_season(found: re.Match[str], at: Anchor) -> str | None:
    """ "last fall", "this summer". None for "last" or "next" where that is in the year of publication: some
    say so of that year's, some of the one beyond."""
    if at.day is None:
        return None
    code, year = SEASONS[found["season"]], at.day.year
    starts = {each: date(each, FIRST_MONTHS[code], 1) for each in range(year - 2, year + 2)}
    ended = [each for each in starts if starts[each] + relativedelta(months=3) <= at.day]
    running = [each for each in starts if starts[each] <= at.day and each not in ended]
    if found["which"] == "last":
        meant = ended[-1] if ended[-1] < year else None
    elif found["which"] == "next":
        meant = year + 1 if starts[year] <= at.day else None
    else:
        meant = running[0] if running else year if code < 24 or at.day.month >= 9 else None
    return f"{meant:04}-{code}" if meant else None


def year_named(found: re.Match[str], at: Anchor) -> str | None:
    return found["year"]


def decade(found: re.Match[str], at: Anchor) -> str | None:
    """ "the 1970s". "The 1900s" may be ten years or a hundred; "the 2000s" are not yet a century."""
    return None if found[1].endswith("0") and found[1] != "200" else f"{found[1]}X"


def spoken_decade(found: re.Match[str], at: Anchor) -> str | None:
    """ "the nineties": the latest that had begun."""
    if at.day is None:
        return None
    first = at.day.year // 100 * 100 + int(found[1]) * 10
    return unit("decade", date(first if first <= at.day.year else first - 100, 1, 1), 0)


def century(found: re.Match[str], at: Anchor) -> str | None:
    return f"{int(found[1]) - 1:02}XX" if int(found[1]) <= _LATEST_CENTURY else None


READINGS = (
    (r"(\d{4})\.(\d\d)\.(\d\d)", iso_day),
    (rf"(?:{WEEKDAY} )?{_DAY}(?: of)? {MONTH}{_OF_YEAR}?", day_of_month),
    (rf"(?:(?:this |the )?(?:coming |past |last |next )?{WEEKDAY} )?{MONTH} {_DAY}{_OF_YEAR}?", day_of_month),
    (rf"{WEEKDAY} {_DAY}", weekday_and_number),
    (rf"(?:the month of )?{MONTH}{_OF_YEAR}", month_of_year),
    (rf"(?:the month of )?{MONTH}", near_month),
    (rf"(?P<which>last|next|this(?: past| coming)?) {MONTH}", which_month),
    (rf"(?:the )?{_NTH_QUARTER}{_OF_YEAR}", quarter_of_year),
    (rf"(?:the )?{YEAR} {_NTH_QUARTER}", quarter_of_year),
    (rf"the (?P<n>)(?P<q>)(?:final|last) quarter of {YEAR}", quarter_of_year),
    (r"(?:the )?(?P<ago>year (?:ago|earlier) )?(?P<n>[1-4])th quarter", near_quarter),
    (rf"(?:the )?(?P<half>1th|2th|latter) half of {YEAR}", half_of_year),
    (rf"(?:the )?{_SEASON}{_OF_YEAR}", season_of_year),
    (rf"(?P<which>last|this|next) {_SEASON}", which_season),
    (rf"(?:the year )?{YEAR}", year_named),
    (r"(?:the )?((?:1\d|20)\d)0s", decade),
    (r"(?:the )?([3-9])0s", spoken_decade),
    (r"(?:the )?(\d\d?)th century", century),
)
