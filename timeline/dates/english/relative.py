"""Date words that count from the day of publication: yesterday, on Thursday, last week, three days ago."""

import re
from datetime import date, timedelta

from timeline.dates.english.absolute import WEEKDAY
from timeline.dates.english.normalize import WEEKDAYS
from timeline.dates.english.reference import SHIFTS, UNITS, Anchor, unit, week, weekend
from timeline.dates.english.tense import Tense

_MOST_DAYS = 14  # more "days ago" than these are mostly round numbers


def _days(day: date, shift: int) -> date:
    return day + timedelta(days=shift)


def near_day(found: re.Match[str], at: Anchor) -> str | None:
    return _days(at.day, {"yesterday": -1, "last": -1, "tomorrow": 1}.get(found[0].split()[0], 0)).isoformat()


def days_ago(found: re.Match[str], at: Anchor) -> str | None:
    count = int(found[1])
    return _days(at.day, -count).isoformat() if 1 <= count <= _MOST_DAYS else None


def _back(found: re.Match[str], at: Anchor) -> int:
    """Days from the latest such weekday to the publication: 0 to 6."""
    return (at.day.weekday() - WEEKDAYS.index(found["weekday"])) % 7


def weekday(found: re.Match[str], at: Anchor) -> str | None:
    """A bare weekday: the day of publication itself, else the latest one before it.

    Not where the sentence tells of the future, and for a deadline only the day itself. Never the weekday of
    the day after publication: more often than six days ago it means tomorrow, or today farther east.
    """
    back = _back(found, at)
    if back == 6 or at.tense is Tense.FUTURE or (at.tense is Tense.DEADLINE and back):
        return None
    return _days(at.day, -back).isoformat()


def which_weekday(found: re.Match[str], at: Anchor) -> str | None:
    """ "last Friday", "this coming Sunday". "Last" must not be yesterday, "next" must fall in the next week,
    "this" in this one and not be past: else speakers differ on which is meant."""
    past, ahead = _days(at.day, -(_back(found, at) or 7)), _days(at.day, 7 - _back(found, at))
    which = found["which"].split()[-1]
    if which in ("last", "past"):
        return None if which == "last" and past == _days(at.day, -1) else past.isoformat()
    if which == "coming":
        return ahead.isoformat()
    if which == "next":
        return ahead.isoformat() if week(ahead) != week(at.day) else None
    meant = _days(at.day, -_back(found, at) % 7)
    return meant.isoformat() if week(meant) == week(at.day) else None


def weekday_of_week(found: re.Match[str], at: Anchor) -> str | None:
    monday = _days(at.day, -at.day.weekday() + 7 * SHIFTS[found["which"]])
    return _days(monday, WEEKDAYS.index(found["weekday"])).isoformat()


def which_unit(found: re.Match[str], at: Anchor) -> str | None:
    """ "last month", "next week"."""
    return unit(found["unit"], at.day, SHIFTS[found["which"]])


def latest_quarter(found: re.Match[str], at: Anchor) -> str | None:
    """The one that figures are published of: the last complete one."""
    return unit("quarter", at.day, -1)


def near_weekend(found: re.Match[str], at: Anchor) -> str | None:
    """ "the weekend", "last weekend". On a Monday to Friday only the tense tells which one is meant by "the
    weekend"; "this weekend" is the coming one from Tuesday on."""
    which, today = found["which"], at.day.weekday()
    if which == "last":
        return weekend(_days(at.day, -7))
    if today >= 5 or at.tense is Tense.FUTURE or (which == "this" and today > 0):
        return weekend(at.day)
    return weekend(_days(at.day, -7)) if at.tense is Tense.PAST or (found["over"] and today == 0) else None


READINGS = (
    (r"today|yesterday|tomorrow|tonight|this (?:morning|afternoon|evening)|last (?:night|evening)", near_day),
    (r"(\d\d?) days? ago", days_ago),
    (WEEKDAY, weekday),
    (rf"(?P<which>last|next|this|(?:this |the )?(?:past|coming)) {WEEKDAY}", which_weekday),
    (rf"{WEEKDAY}(?: of)? (?P<which>last|this|next) week", weekday_of_week),
    (rf"(?P<which>last|this|next) (?P<unit>{'|'.join(UNITS)})", which_unit),
    (rf"(?:the )?(?P<which>current) (?P<unit>{'|'.join(UNITS)})", which_unit),
    (r"the (?:latest|most recent) quarter", latest_quarter),
    (r"(?P<over>over )?(?:the|(?P<which>this|last)) weekend", near_weekend),
)
