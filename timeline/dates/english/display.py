"""The dates of catalogues, archives and museums: “?1776”, “c. 1830-5”, “18th-19th century”, “published 1896”, “206 BC-AD 220”.

`READINGS` are as in `absolute`. `FRAMES` go round other date words: each is a pattern with a group `rest`, and a function that
makes the value of the whole of that of the rest, or None.
"""

import re
from collections.abc import Callable

from timeline.dates.english.absolute import DAY, MONTH, YEAR, month_number
from timeline.dates.english.words import APPROXIMATELY
from timeline.dates.seasons import FIRST_MONTHS

_ERA = r"(?P<era>bce?|ad|ce)"
_PERHAPS = r"probably|possibly|perhaps|likely|prob|poss"
_MADE = (
    r"(?:1th |re)?(?:published|exhibited|printed|made|designed|manufactured|patented|issued|dated|cast|executed|engraved"
    r"|painted|drawn|signed|built|written|posted|postmarked|inscribed|taken|photographed|circulated|commissioned|composed)"
)
_PARTS = "early|mid|middle|late"
_HALVES = {"1th": (0, 49), "early": (0, 49), "2th": (50, 99), "latter": (50, 99), "last": (50, 99)}
_QUARTERS = {"1th": 0, "2th": 25, "3th": 50, "4th": 75, "last": 75}
# A year of its own, or a longer span of years: what may be "before" something or uncertain by a question mark.
_YEARS = r"(?:.* )?(?:\d{3,4}s?|(?:\d{3,4} )?(?:bce?|ce)|century)"
_QUALIFIERS = {("", "~"): "~", ("", "?"): "?", ("~", "?"): "%", ("?", "~"): "%"}


def _year(number: int, era: str) -> str:
    """A year of an era in EDTF, in which 1 BC is the year 0."""
    year = 1 - number if era.startswith("b") else number
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def year_of_era(found: re.Match[str]) -> str | None:
    """ "800 BCE", "AD 79", "220 CE"."""
    return _year(int(found["number"]), found["era"]) if int(found["number"]) else None


def century_of_era(found: re.Match[str]) -> str | None:
    """ "5th century BC", as the interval of its years; "1st century AD"."""
    number = int(found["number"])
    if number == 0:
        return None
    if not found["era"].startswith("b"):
        return f"{number - 1:02}XX"
    return f"{_year(100 * number, 'bc')}/{_year(100 * number - 99, 'bc')}"


def half_of_century(found: re.Match[str]) -> str | None:
    """ "the second half of the 19th century": 1850 to 1899."""
    hundreds, (first, last) = 100 * (int(found["number"]) - 1), _HALVES[found["half"]]
    return f"{hundreds + first:04}/{hundreds + last:04}"


def quarter_of_century(found: re.Match[str]) -> str | None:
    """ "the first quarter of the 18th century": 1700 to 1724."""
    first = 100 * (int(found["number"]) - 1) + _QUARTERS[found["quarter"]]
    return f"{first:04}/{first + 24:04}"


def year_first(found: re.Match[str]) -> str | None:
    """ "1896 December 11", "1896 Dec."."""
    day = found["day"]
    return f"{found['year']}-{month_number(found):02}" + (f"-{int(day):02}" if day else "")


def short_range(found: re.Match[str]) -> str | None:
    """ "1941-45", "1830-5": None for what EDTF reads as a month or a season, "2003-04" and "2021-22", and for "1998-94"."""
    first, short = found["year"], found["short"]
    last = first[: -len(short)] + short
    is_part_of_year = int(short) <= 12 if len(short) == 2 or first >= "2000" else False
    if last <= first or (not found["c"] and (is_part_of_year or int(short) in FIRST_MONTHS)):
        return None
    return f"{first}~/{last}~" if found["c"] else f"{first}/{last}"


def either_year(found: re.Match[str]) -> str | None:
    """ "1991 or 1992"."""
    return f"[{found['one']},{found['other']}]" if found["one"] < found["other"] else None


def two_years(found: re.Match[str]) -> str | None:
    """ "1991/1992"."""
    return f"{found['one']}/{found['other']}"


def winter_of_years(found: re.Match[str]) -> str | None:
    """ "the winter of 1918-1919": one winter, if the second year is the next."""
    first, next = found["year"], found["next"]
    return f"{first}-24" if f"{int(first) + 1}"[-len(next) :] == next else None


def qualified(value: str, sign: str) -> str | None:
    """The value with a qualifier at each of its dates; None for one with an open end, or with others of another kind."""
    parts = []
    for part in value.split("/"):
        bare = part.rstrip("~?%")
        sum_of_both = _QUALIFIERS.get((part[len(bare) :], sign), part[len(bare) :])
        if not bare[-1:].isalnum():  # an open end, a set
            return None
        parts.append(bare + sum_of_both)
    return "/".join(parts)


def _open_end(value: str, begins: bool) -> str | None:
    if "/" in value or value.endswith("]"):
        return None
    return f"{value}/.." if begins else f"../{value}"


READINGS = (
    (rf"{_ERA} (?P<number>\d{{1,4}})", year_of_era),
    (rf"(?P<number>\d{{1,4}}) {_ERA}", year_of_era),
    (rf"(?:the )?(?P<number>\d\d?)th century {_ERA}", century_of_era),
    (rf"(?:the )?(?P<half>{'|'.join(_HALVES)}) half of (?:the )?(?P<number>\d\d?)th century", half_of_century),
    (rf"(?:the )?(?P<quarter>{'|'.join(_QUARTERS)}) quarter of (?:the )?(?P<number>\d\d?)th century", quarter_of_century),
    (rf"{YEAR} {MONTH}(?: {DAY})?", year_first),
    (rf"(?P<c>(?:c|ca|circa)\.? )?(?:from |between )?{YEAR} to (?P<short>\d\d?)", short_range),
    (rf"(?P<one>{YEAR.replace('?P<year>', '?:')}) or (?P<other>{YEAR.replace('?P<year>', '?:')})", either_year),
    (rf"(?P<one>{YEAR.replace('?P<year>', '?:')})/(?P<other>{YEAR.replace('?P<year>', '?:')})", two_years),
    (rf"(?:the )?winter(?: of)? {YEAR}(?: to |/)(?P<next>\d{{4}}|\d\d)", winter_of_years),
)

FRAMES: tuple[tuple[str, Callable[[str], str | None]], ...] = (
    (rf"(?:{'|'.join(map(re.escape, APPROXIMATELY))}) (?P<rest>.+)", lambda value: qualified(value, "~")),
    (rf"\? ?(?P<rest>{_YEARS})", lambda value: qualified(value, "?")),
    (rf"(?P<rest>{_YEARS}) ?\?", lambda value: qualified(value, "?")),
    (rf"(?:{_PERHAPS})\.? (?P<rest>{_YEARS})", lambda value: qualified(value, "?")),
    (rf"{_MADE} (?:in |on )?(?P<rest>{_YEARS})", lambda value: value),
    (rf"(?P<rest>{_YEARS}) {_MADE}", lambda value: value),
    (
        rf"(?:before|no later than|not after|by or before|in or before|before or in) (?P<rest>{_YEARS})",
        lambda value: _open_end(value, False),
    ),
    (rf"(?P<rest>{_YEARS}) or (?:earlier|before)", lambda value: _open_end(value, False)),
    (rf"(?:after|no earlier than|not before|in or after|after or in) (?P<rest>{_YEARS})", lambda value: _open_end(value, True)),
    (rf"(?P<rest>{_YEARS}) or (?:later|after)", lambda value: _open_end(value, True)),
    (rf"(?:{_PARTS}) to (?P<rest>(?:{_PARTS}) .+)", lambda value: value),
)
