"""What relative date words are counted from, and the calendar units that they count."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from timeline.dates.english.tense import Tense

SHIFTS = {"last": -1, "this": 0, "current": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class Reference:
    """The day of publication, and the tense of the sentence in which the words are.

    An article whose day of publication is not known has no Reference: the grammar passes None instead.
    """

    day: date
    tense: Tense = Tense.UNKNOWN


def days_after(day: date, number: int) -> str:
    """The day that is so many days after another one, in EDTF; a negative number is before it."""
    return (day + timedelta(days=number)).isoformat()


def week(day: date) -> str:
    """The week of a day, Monday to Sunday as in ISO 8601, as an interval of days."""
    monday = day - timedelta(days=day.weekday())
    return f"{monday}/{monday + timedelta(days=6)}"


def weekend(day: date, shift: int = 0) -> str:
    """Saturday and Sunday of the week of a day, or so many weeks later, as an interval of days."""
    saturday = day + timedelta(days=5 - day.weekday() + 7 * shift)
    return f"{saturday}/{saturday + timedelta(days=1)}"


def month(day: date) -> str:
    """The month of a day: `2022-10`."""
    return day.isoformat()[:7]


def quarter(day: date) -> str:
    """The quarter of a day, which EDTF numbers from 33 to 36: `2022-36`."""
    return f"{day.isoformat()[:4]}-{33 + (day.month - 1) // 3}"


def year(day: date) -> str:
    """The year of a day: `2022`."""
    return day.isoformat()[:4]


def decade(day: date) -> str:
    """The decade of a day: `202X`."""
    return day.isoformat()[:3] + "X"


UNITS: dict[str, tuple[Callable[[date], str], relativedelta]] = {
    "week": (week, relativedelta(weeks=1)),
    "month": (month, relativedelta(months=1)),
    "quarter": (quarter, relativedelta(months=3)),
    "year": (year, relativedelta(years=1)),
    "decade": (decade, relativedelta(years=10)),
}


def unit(name: str, day: date, shift: int) -> str:
    """The unit of that name (a key of `UNITS`) in which a day is, or so many units later."""
    write, length = UNITS[name]
    return write(day + shift * length)
