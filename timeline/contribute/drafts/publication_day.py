"""The day on which a page was published, from the times that it states for programs."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

# A time in UTC may be of another day on the clock of the publisher. Nearly all news come from between these offsets, in hours.
_WESTERNMOST, _EASTERNMOST = -8, 10
_TIME = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<clock>\d\d:\d\d)(?P<seconds>[\d:.,]*)\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?(?![\d:])",
    re.ASCII | re.IGNORECASE,
)
_UTC = ("z", "utc", "gmt", "+00:00", "+0000", "-00:00", "-0000")
_DAY_IN_PATH = re.compile(r"[/-](\d{4})([/-])(\d\d)\2(\d\d)(?=[/.-]|$)", re.ASCII)


def publication_day(stated: Iterable[str]) -> tuple[str | None, list[str]]:
    """The day as EDTF, and all days that the times say; an interval of two days where only a time in UTC is stated.

    The day is None where the times say nothing or contradict each other. A text that is no time does not count.
    """
    times = [found for one in stated if (found := _TIME.match(one.strip()))]
    offsets = sorted({offset for time in times if (offset := _offset(time)) is not None}) or [_WESTERNMOST, _EASTERNMOST]
    possible = [days for time in times if (days := _days(time, offsets))]
    shared = sorted(set.intersection(*possible)) if possible else []
    said = list(dict.fromkeys(day.isoformat() for days in possible for day in sorted(days)))
    return "/".join(day.isoformat() for day in shared) or None, said


def day_in_address(url: str) -> list[str]:
    """The day that the path of an address holds, `/2022/10/13/` or `-2022-10-13`, which is that of the publisher's clock."""
    found = _DAY_IN_PATH.search(urlsplit(url).path)
    return [f"{found[1]}-{found[3]}-{found[4]}"] if found else []


def _offset(time: re.Match[str]) -> float | None:
    """The offset from UTC in hours on the publisher's clock; none where the time is in UTC or has no zone."""
    zone = (time["zone"] or "").lower()
    if not zone or zone in _UTC:
        return None
    hours = int(zone[1:3]) + int(zone[-2:]) / 60
    return -hours if zone.startswith("-") else hours


def _days(time: re.Match[str], offsets: list[float]) -> set[date]:
    """The days on which a page with this time may have been published, on clocks with these offsets; none if it is no time."""
    try:
        day = date.fromisoformat(time["day"])
        if not time["clock"] or (time["zone"] or "").lower() not in _UTC:
            return {day}
        if not (time["clock"] + time["seconds"]).strip("0:.,"):
            return {day}  # midnight in UTC is written where no time is known
        at = datetime.fromisoformat(f"{time['day']}T{time['clock']}").replace(tzinfo=UTC)
        return {(at + timedelta(hours=offset)).date() for offset in offsets}
    except (ValueError, OverflowError):
        return set()
