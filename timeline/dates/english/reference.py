"""What relative date words are counted from, and the calendar units that are counted."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from timeline.dates.english.tense import Tense

SHIFTS = {"last": -1, "this": 0, "current": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day of publication (None where it is not known) and the tense of the sentence."""

    day: date | None
    tense: Tense = Tense.UNKNOWN


def week(day: date) -> str:
    """The week of a day, Monday to Sunday as in ISO 8601, as an interval of days."""
    monday = day - timedelta(days=day.weekday())
    return f"{monday}/{monday + timedelta(days=6)}"


def weekend(day: date) -> str:
    """Saturday and Sunday of a day's week."""
    saturday = day + timedelta(days=5 - day.weekday())
    return f"{saturday}/{saturday + timedelta(days=1)}"


def month(day: date) -> str:
    return day.isoformat()[:7]


def quarter(day: date) -> str:
    return f"{day.isoformat()[:4]}-{33 + (day.month - 1) // 3}"


def year(day: date) -> str:
    return day.isoformat()[:4]


def decade(day: date) -> str:
    return day.isoformat()[:3] + "X"


UNITS = {
    "week": (week, relativedelta(weeks=1)),
    "month": (month, relativedelta(months=1)),
    "quarter": (quarter, relativedelta(months=3)),
    "year": (year, relativedelta(years=1)),
    "decade": (decade, relativedelta(years=10)),
}


def unit(name: str, day: date, shift: int) -> str:
    """The unit of that name in which the day lies, or so many units later."""
    spell, length = UNITS[name]
    return spell(day + shift * length)
