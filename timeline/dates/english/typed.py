"""Dates as people type them, in English: what the site itself prints, what agencies write, and short forms.

The script of the site (`dates.js`) reads the same forms in the same order; both are tested on one table. `typed` are the
single dates, `typed_spans` what has two ends.
"""

import re
from collections.abc import Callable, Mapping

from timeline.dates.day import Day, edtf_year
from timeline.dates.edtf import parse_or_none
from timeline.dates.english.words import MONTHS, SEASONS, WEEKDAYS

_SCALES = {"thousand": 3, "million": 6, "billion": 9}
_NUMBERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": 4}
_THIRDS = {"first": 37, "middle": 38, "last": 39}

_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))}) )?"
_DAY = r"(?:the )?(?P<day>\d\d?)(?:st|nd|rd|th)?"
_ERA = "(?:bce?|ad|ce)"
_YEAR = rf"(?P<year>(?:ad )?\d[\d,]*(?: {_ERA})?)"
_CLOCK = r"(?: (?:at )?(?P<clock>\d\d:\d\d(?::\d\d)?)(?: \(?utc(?P<offset>[+-]\d\d?(?::\d\d)?)?(?P<zone>)\)?)?)?"
_OF = "(?: of| in)?"

Years = Mapping[int, int]  # the one year in which a chronology has a month, by the number of the month


def year_number(text: str) -> int | None:
    """The astronomical number of a year: -43 for "44 bc"; None for a number that nobody takes for a year."""
    digits = re.sub(r"[^\d]", "", text)
    if not digits or len(digits) > 11 or int(digits) == 0:
        return 0 if digits == "0000" else None
    if "bc" in text:
        return 1 - int(digits)
    return int(digits) if len(digits) == 4 or re.search("[a-z]", text) else None


def single(words: str, years: Years) -> str | None:
    """The EDTF value of one date in normalized words or in EDTF; None where it is none. A missing year is taken from `years`."""
    if (when := parse_or_none(words.upper())) and when.end is None and not when.members:
        return when.text
    for pattern, reading in _TABLE:
        found = pattern.fullmatch(words)
        if found and (value := reading(found, years)) and parse_or_none(value):
            return value
    return None


def _date(found: re.Match[str], years: Years) -> str | None:
    """A month, or a day of it, with its year or without."""
    parts = found.groupdict()
    month, written = MONTHS[parts["month"]], parts["year"]
    year = year_number(written) if written else years.get(month)
    if year is None:
        return None
    text = f"{edtf_year(year)}-{month:02}"
    if not parts.get("day"):
        return text
    day = int(parts["day"])
    weekday = parts.get("weekday")
    if weekday and (Day(year, month, day).toordinal() - 1) % 7 != WEEKDAYS[weekday]:
        return None
    return f"{text}-{day:02}{_time(parts)}"


def _time(parts: dict[str, str | None]) -> str:
    """The time of day, where its offset from UTC is given."""
    if not parts.get("clock") or parts["zone"] is None:
        return ""
    offset = parts["offset"]
    if not offset:
        return f"T{parts['clock']}Z"
    hours, _, minutes = offset[1:].partition(":")
    return f"T{parts['clock']}{offset[0]}{hours:0>2}:{minutes or '00'}"


def _season(found: re.Match[str], years: Years) -> str | None:
    """A season; of one over New Year both years may be given."""
    year, number = year_number(found["year"]), SEASONS[found["season"]]
    if year is None:
        return None
    number += {"northern": 4, "southern": 8}.get(found["half"] or "", 0)
    is_over_new_year = number in (24, 28, 30)
    if found["last"] and not (is_over_new_year and _is_year(found["last"], year + 1)):
        return None
    return f"{edtf_year(year)}-{number}"


def _is_year(text: str, year: int) -> bool:
    """Whether a text is this year, as it is written behind another: 2023 as "23" or "2023", -42 as "43 bc"."""
    digits = re.sub(r"[^\d]", "", text)
    return year_number(text) == year or int(digits) == year or (len(digits) == 2 and int(digits) == year % 100 and year > 0)


def _quarter(found: re.Match[str], years: Years) -> str | None:
    year, number = year_number(found["year"]), found["number"]
    quarter = _NUMBERS.get(number) or int(number)
    return None if year is None else f"{edtf_year(year)}-{32 + quarter}"


def _half(found: re.Match[str], years: Years) -> str | None:
    year, number = year_number(found["year"]), found["number"]
    half = _NUMBERS.get(number) or int(number)
    return None if year is None else f"{edtf_year(year)}-{39 + half}"


def _third(found: re.Match[str], years: Years) -> str | None:
    year = year_number(found["year"])
    return None if year is None else f"{edtf_year(year)}-{_THIRDS[found['number']]}"


def _year(found: re.Match[str], years: Years) -> str | None:
    year = year_number(found["year"])
    return None if year is None else edtf_year(year)


def _decade(found: re.Match[str], years: Years) -> str | None:
    return f"{found['digits']:0>3}X"


def _years_bc(found: re.Match[str], years: Years) -> str | None:
    """Years before Christ; those of a decade of EDTF are that decade: 50–41 BC."""
    first, last = year_number(f"{found['first']} bc"), year_number(found["last"])
    if first is None or last is None:
        return None
    if first % 10 == 1 and last == first + 9:
        return f"-{-last // 10:03}X"
    return "000X" if (first, last) == (0, 9) else f"{edtf_year(first)}/{edtf_year(last)}"


def _century(found: re.Match[str], years: Years) -> str | None:
    number = int(found["digits"]) - 1
    sign = "-" if (found["era"] or "").startswith("bc") else ""
    return None if number < 0 else f"{sign}{number:02}XX"


def _rounded(found: re.Match[str], years: Years) -> str | None:
    """A rounded number of years, as many digits as are written: "around 170 million years ago"."""
    whole, _, fraction = found["digits"].replace(",", "").partition(".")
    zeros = _SCALES.get(found["scale"] or "", 0) - len(fraction)
    digits = (whole + fraction).lstrip("0").rstrip("0")
    zeros += len(whole + fraction) - len((whole + fraction).rstrip("0"))
    ago = found["ago"] or ""
    if not digits or zeros < (4 if ago == "years ago" else 1):
        return None  # so many years ago is a year only where the years since Christ do not count
    if not ago and not (found["ad"] and (found["scale"] or "," in found["digits"])):
        return None
    return f"Y{'' if found['ad'] else '-'}{digits}E{zeros}"


def _figures(found: re.Match[str], years: Years) -> str | None:
    """13/10/2022 or 10/10: where only one of the two orders is a date. With full stops the day is first."""
    numbers = int(found["first"]), int(found["second"])
    orders = {numbers} if found["sign"] == "." else {numbers, numbers[::-1]}
    values = []
    for day, month in orders:
        year = int(found["year"]) if found["year"] else years.get(month)
        dated = f"{edtf_year(year if year is not None else 2000)}-{month:02}-{day:02}"
        if parse_or_none(dated):
            values.append(dated if year is not None else "")
    return values[0] or None if len(values) == 1 else None


def _year_first(found: re.Match[str], years: Years) -> str | None:
    return f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}"


# What is tried one after the other: the name of the reading, and the pattern of the whole text. The script of the site has
# the same patterns, as `make documents` writes them for it, and its own readings of these names.
PATTERNS = (
    ("date", rf"{_WEEKDAY}{_DAY}(?: day)?(?: of)? {_MONTH}(?:{_OF} {_YEAR})?{_CLOCK}"),
    ("date", rf"(?:the )?(?:month of )?{_MONTH}(?:{_OF} {_YEAR})?"),
    ("date", rf"{_WEEKDAY}{_MONTH} {_DAY}(?: {_YEAR})?{_CLOCK}"),
    (
        "season",
        rf"(?:the )?(?P<season>{'|'.join(SEASONS)}){_OF} {_YEAR}(?:[–-](?P<last>(?:ad )?\d[\d,]*(?: bc)?))?"
        r"(?: \((?P<half>northern|southern) hemisphere\))?",
    ),
    ("quarter", rf"(?:the )?(?P<number>first|second|third|fourth|last|[1-4](?:st|nd|rd|th)) quarter{_OF} {_YEAR}"),
    ("quarter", rf"q(?P<number>[1-4]){_OF}[ /-]?{_YEAR}"),
    ("quarter", rf"{_YEAR}[ /-]?q(?P<number>[1-4])"),
    ("half", rf"(?:the )?(?P<number>first|second|1st|2nd) half{_OF} {_YEAR}"),
    ("half", rf"h(?P<number>[12]){_OF} {_YEAR}"),
    ("third", rf"(?:the )?(?P<number>first|middle|last) four months{_OF} {_YEAR}"),
    ("year", rf"(?:the )?(?:year )?{_YEAR}"),
    ("decade", r"(?:the )?(?:ad )?(?P<digits>\d{1,3})0'?s"),
    ("years_bc", r"(?P<first>\d[\d,]*)(?: bc)? ?[–-] ?(?P<last>\d[\d,]* bce?|ad \d+)"),
    ("century", rf"(?:the )?(?P<digits>\d\d?)(?:st|nd|rd|th) century(?: (?P<era>{_ERA}))?"),
    (
        "rounded",
        r"(?:around |about |some )?(?P<ad>ad )?(?P<digits>\d[\d,]*(?:\.\d+)?)(?: (?P<scale>thousand|million|billion))?"
        r"(?: ?(?P<ago>years ago|bce?))?",
    ),
    ("figures", r"(?P<first>\d\d?)(?P<sign>[./])(?P<second>\d\d?)(?:(?P=sign)(?P<year>\d{4}))?"),
    ("year_first", r"(?P<year>\d{4})[./](?P<month>\d\d?)[./](?P<day>\d\d?)"),
)
_READINGS: dict[str, Callable[[re.Match[str], Years], str | None]] = {
    "date": _date,
    "season": _season,
    "quarter": _quarter,
    "half": _half,
    "third": _third,
    "year": _year,
    "decade": _decade,
    "years_bc": _years_bc,
    "century": _century,
    "rounded": _rounded,
    "figures": _figures,
    "year_first": _year_first,
}
_TABLE = tuple((re.compile(pattern, re.ASCII), _READINGS[name]) for name, pattern in PATTERNS)
