"""Date words that count from the day of publication: yesterday, on Thursday, last week, three days ago.

`READINGS` pairs each pattern with a function that returns the EDTF value of a match, or None where speakers differ.
"""

import re
from datetime import timedelta

from timeline.dates.english.absolute import WEEKDAY
from timeline.dates.english.normalize import WEEKDAYS
from timeline.dates.english.reference import SHIFTS, UNITS, Reference, days_after, unit, week, weekend
from timeline.dates.english.tense import Tense
from timeline.dates.english.words import DAYS

_MOST_DAYS = 14  # more "days ago" than these are mostly round numbers


def near_day(found: re.Match[str], at: Reference) -> str | None:
    """ "yesterday", "this morning"."""
    return days_after(at.day, DAYS[found[0]])


def near_day_on_its_weekday(found: re.Match[str], at: Reference) -> str | None:
    """ "today, Thursday", "yesterday (Wednesday)": None where that day has another weekday."""
    shift = DAYS[found["day"]]
    return days_after(at.day, shift) if (at.day.weekday() + shift) % 7 == WEEKDAYS.index(found["weekday"]) else None


def days_ago(found: re.Match[str], at: Reference) -> str | None:
    """ "three days ago", from 1 to 14."""
    count = int(found[1])
    return days_after(at.day, -count) if 1 <= count <= _MOST_DAYS else None


def exactly_ago(found: re.Match[str], at: Reference) -> str | None:
    """ "a year ago today", "exactly five years ago", "ten years ago this month": counted to the day, or to the unit named."""
    count = 1 if found["count"].startswith("a") else int(found["count"])
    day = at.day - count * UNITS[found["unit"]][1]
    if (now := found["now"]) in ("month", "year"):
        return unit(now, day, 0)
    return day.isoformat() if now or found["exactly"] else None


def _back(found: re.Match[str], at: Reference) -> int:
    """Days from the latest such weekday to the publication: 0 to 6."""
    return (at.day.weekday() - WEEKDAYS.index(found["weekday"])) % 7


def weekday(found: re.Match[str], at: Reference) -> str | None:
    """A bare weekday: the day of publication itself, else the latest one before it.

    Not where the sentence is about the future, and for a deadline only the day itself. Never the weekday of
    the day after publication: more often than six days ago it means tomorrow, or today farther east.
    """
    back = _back(found, at)
    if back == 6 or at.tense is Tense.FUTURE or (at.tense is Tense.DEADLINE and back):
        return None
    return days_after(at.day, -back)


def which_weekday(found: re.Match[str], at: Reference) -> str | None:
    """ "last Friday", "this coming Sunday".

    "Last" must not be yesterday, "next" must be in the next week, "this" in this one and not past: else speakers differ on
    which is meant.
    """
    back, which = _back(found, at), found["which"].split()[-1]
    if which in ("last", "past"):
        return None if which == "last" and back == 1 else days_after(at.day, -(back or 7))
    if which == "coming":
        return days_after(at.day, 7 - back)
    ahead = 7 - back if which == "next" else -back % 7
    in_this_week = week(at.day + timedelta(days=ahead)) == week(at.day)
    return days_after(at.day, ahead) if in_this_week == (which == "this") else None


def weekday_of_week(found: re.Match[str], at: Reference) -> str | None:
    """ "Monday last week", "Tuesday of this week"."""
    return days_after(at.day, WEEKDAYS.index(found["weekday"]) - at.day.weekday() + 7 * SHIFTS[found["which"]])


def which_unit(found: re.Match[str], at: Reference) -> str | None:
    """ "last month", "next week"."""
    return unit(found["unit"], at.day, SHIFTS[found["which"]])


def latest_quarter(found: re.Match[str], at: Reference) -> str | None:
    """ "the latest quarter": the last complete one, for which figures are published."""
    return unit("quarter", at.day, -1)


def near_weekend(found: re.Match[str], at: Reference) -> str | None:
    """ "the weekend", "last weekend".

    From Monday to Friday only the tense decides which one "the weekend" is; "this weekend" is the coming one from Tuesday on.
    """
    which, today = found["which"], at.day.weekday()
    if which == "last":
        return weekend(at.day, -1)
    if today >= 5 or at.tense is Tense.FUTURE or (which == "this" and today > 0):
        return weekend(at.day)
    return weekend(at.day, -1) if at.tense is Tense.PAST or (found["over"] and today == 0) else None


READINGS = (
    ("|".join(DAYS), near_day),
    (rf"(?P<day>{'|'.join(DAYS)}) {WEEKDAY}", near_day_on_its_weekday),
    (r"(\d\d?) days? ago", days_ago),
    (
        r"(?P<exactly>exactly |precisely )?(?P<count>an?|\d\d?) (?P<unit>week|month|year)s? ago"
        r"(?: (?:this )?(?P<now>today|month|year))?",
        exactly_ago,
    ),
    (WEEKDAY, weekday),
    (rf"(?P<which>last|next|this|(?:this |the )?(?:past|coming)) {WEEKDAY}", which_weekday),
    (rf"{WEEKDAY}(?: of)? (?P<which>last|this|next) week", weekday_of_week),
    (rf"(?P<which>last|this|next) (?P<unit>{'|'.join(UNITS)})", which_unit),
    (rf"(?:the )?(?P<which>current) (?P<unit>{'|'.join(UNITS)})", which_unit),
    (r"the (?:latest|most recent) quarter", latest_quarter),
    (r"(?P<over>over )?(?:the|(?P<which>this|last)) weekend", near_weekend),
)
