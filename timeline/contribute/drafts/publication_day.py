"""The day on which a page was published, from the times that it states for programs."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

# A time in UTC may be of another day on the clock of the publisher. Nearly all news come from between these offsets, in hours.
_WESTERNMOST, _EASTERNMOST = -8, 10
_TIME = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<clock>\d\d:\d\d)[\d:.,]*\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?(?![\d:])",
    re.ASCII | re.IGNORECASE,
)
_UTC = ("z", "utc", "gmt", "+00:00", "+0000", "-00:00", "-0000")


def publication_day(stated: Iterable[str]) -> tuple[str | None, list[str]]:
    """The day as EDTF, and all days that the times say; an interval of two days where only a time in UTC is stated.

    The day is None where the times say nothing or contradict each other. A text that is no time does not count.
    """
    possible = [days for one in stated if (days := _days(one))]
    shared = sorted(set.intersection(*possible)) if possible else []
    said = list(dict.fromkeys(day.isoformat() for days in possible for day in sorted(days)))
    return "/".join(day.isoformat() for day in shared) or None, said


def _days(stated: str) -> set[date]:
    """The days on which a page with this time may have been published; none where it is no time."""
    found = _TIME.match(stated.strip())
    if not found:
        return set()
    try:
        day = date.fromisoformat(found["day"])
        if not found["clock"] or (found["zone"] or "").lower() not in _UTC:
            return {day}
        at = datetime.fromisoformat(f"{found['day']}T{found['clock']}").replace(tzinfo=UTC)
        return {(at + timedelta(hours=offset)).date() for offset in (_WESTERNMOST, 0, _EASTERNMOST)}
    except (ValueError, OverflowError):
        return set()
