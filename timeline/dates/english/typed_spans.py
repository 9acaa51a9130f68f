"""Typed dates with what goes round them: doubts, two ends, an open end, and sets of several dates."""

import re

from timeline.dates.day import Day, edtf_day
from timeline.dates.edtf import parse, parse_or_none
from timeline.dates.english.typed import Years, single
from timeline.dates.english.words import MONTHS

_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
_ABOUT = r"(?:c|ca|circa|about|around|approximately|roughly) |(?:c|ca)(?=\d)"
_QUALIFIERS = {"approximate": "~", "uncertain": "?", "uncertain and approximate": "%"}
_COMPONENTS = ("year", "month|season|quarter|quadrimester|semester", "day")
_DOUBT = "uncertain and approximate|uncertain|approximate"

# What is written otherwise, one after the other; the script of the site has the same list.
STEPS = (
    (r"[\u2012\u2014\u2015\u2212]", "–"),
    (r"\s+", " "),
    (r"([a-z])\.", r"\1"),
    (r",(?=\s|$)", ""),
    (r" [-–] ", " to "),
    (rf"^(\d\d?)[-–](\d\d?) (?={_MONTH}\b)", r"\1 to \2 "),
    (rf"\b({_MONTH} \d\d?)[-–](\d\d?)(?= \d{{4}}|$)", r"\1 to \2"),
    (rf"\b({_MONTH})[-–](?={_MONTH}\b)", r"\1 to "),
    (r"^(\d\d)(\d\d)–(?=\d\d$)", r"\1\2 to \1"),
    (r"^(\d{4})–(?=\d{4}$)", r"\1 to "),
)
_STEPS = tuple((re.compile(pattern), written) for pattern, written in STEPS)


def read(text: str, years: Years) -> str | None:
    """The EDTF value of typed words; None where they are no date."""
    alternatives = re.split(r",? or (?!earlier|later)", text.lower().strip())
    if len(alternatives) > 1 or re.search(r"^one of | or (?:earlier|later)$", alternatives[0]):
        members = [member for part in alternatives for member in _members(part, years)]
        return f"[{','.join(members)}]" if all(members) else None
    words = _normalized(text)
    return _span(words, years) or _end(words, years)


def _normalized(text: str) -> str:
    words = text.lower().strip()
    for pattern, written in _STEPS:
        words = pattern.sub(written, words)
    if not re.fullmatch(r"[\dq/]+", words):
        words = re.sub(r" ?/ ?", " to ", words)
    return words.strip()


def _members(text: str, years: Years) -> list[str]:
    """The dates of a set between two "or"; an empty text where one is not read."""
    member = _member(_normalized(text), years)
    if member or ", " not in text:
        return [member]
    return [_member(_normalized(part), years) for part in text.split(", ")]


def _member(words: str, years: Years) -> str:
    if found := re.fullmatch(r"(.+) or (earlier|later)", words):
        value = _end(found[1], years)
        ranges = {"earlier": f"..{value}", "later": f"{value}.."}
        return ranges[found[2]] if value else ""
    if found := re.fullmatch(r"one of (.+)", words):
        return (_span(found[1], years) or "").replace("/", "..")
    return _end(words, years) or ""


def _span(words: str, years: Years) -> str | None:
    """A value with a slash; None where there is none."""
    if found := re.fullmatch(r"(?:from )?(.+?) (?:to|until|till|through) (.+)|between (.+?) and (.+)", words):
        first, last = found[1] or found[3], found[2] or found[4]
        ends = _open(_first(first, last, years)), _open(_last(first, last, years))
        return "/".join(ends) if all(ends) and not set("/[") & set("".join(ends)) and parse_or_none("/".join(ends)) else None
    found = re.fullmatch(r"(since|from|until|till|by|before|after|not later than) (.+)", words)
    value = found and _end(found[2], years)
    if not found or not value or "/" in value:
        return None
    if found[1] in ("before", "after"):
        return _beside(value, found[1])
    return {"since": f"{value}/..", "from": f"{value}/", "until": f"/{value}", "till": f"/{value}"}.get(found[1], f"../{value}")


def _beside(value: str, side: str) -> str | None:
    """Before or after all days of a date, as exact as the date: before October 2022 is until September."""
    part = parse(value).start
    if part.earliest is None or part.latest is None:
        return None
    bound = part.latest.toordinal() + 1 if side == "after" else part.earliest.toordinal() - 1
    day = Day.fromordinal(bound)
    text = edtf_day(day, part.units) + part.qualifier
    return f"{text}/.." if side == "after" else f"../{text}"


def _open(value: str | None) -> str:
    return value or ""


def _first(first: str, last: str, years: Years) -> str | None:
    """The first end of a span, with what it shares with the last: "23 to 27 September 2022", "October to November 2022"."""
    if first == "..":
        return first
    return _end(first, {}) or _shared(first, last, {}) or _shared(first, last, years) or _end(first, years)


def _shared(first: str, last: str, years: Years) -> str | None:
    """The first end with as little as possible of the words with which the last one ends."""
    tail = last.split(" ")
    for length in range(1, len(tail)):
        words = " ".join(tail[-length:])
        is_era = words in ("bc", "bce", "ad", "ce")
        if (not is_era or len(tail) == 2) and (value := _end(f"{first} {words}", years)):
            return value
    return None


def _last(first: str, last: str, years: Years) -> str | None:
    """The last end of a span; it may be a day of the month that the first has: "September 23 to 27, 2022"."""
    if last == "..":
        return last
    month = re.search(rf"\b({_MONTH}) (?:the )?\d\d?(?:st|nd|rd|th)?(?: \d{{4}})?$", first)
    if month and re.fullmatch(r"\d\d?(?:st|nd|rd|th)?(?: \d{4})?", last):
        return _end(f"{month[1]} {last}", years)
    return _end(last, years)


def _end(words: str, years: Years) -> str | None:
    """One date with its doubts: "c. 13 October", "some day in c. June 2004", "11 June 2004 (year uncertain)"."""
    if value := single(words, years):
        return value
    if found := re.fullmatch(r"some (day|month) in (.+)", words):
        return _unspecified(_end(found[2], years), found[1])
    if found := re.fullmatch(rf"(?P<perhaps>perhaps )?(?P<about>{_ABOUT})?(?P<rest>.+)", words):
        sign = {(True, True): "%", (True, False): "?", (False, True): "~"}.get((bool(found["perhaps"]), bool(found["about"])))
        value = single(found["rest"], years) if sign else None
        if value and parse_or_none(f"{value}{sign}"):
            return f"{value}{sign}"
    found = re.fullmatch(r"(.+) \(([a-z ]+)\)", words)
    return _qualified(single(found[1], years), found[2]) if found else None


def _unspecified(value: str | None, unit: str) -> str | None:
    """ "2004-06-XX~" for some day in `2004-06~`."""
    found = re.fullmatch(r"(-?\d{4}(-\d\d)?)([?~%]?)", value or "")
    if not found or (found[2] and unit == "month"):
        return None
    return f"{found[1]}{'-XX' if found[2] or unit == 'month' else '-XX-XX'}{found[3]}"


def _qualified(value: str | None, doubts: str) -> str | None:
    """The value with the qualifiers of its components: "year and month approximate"."""
    signs = ["", "", ""]
    for kinds, doubt in re.findall(rf"((?:\w+ and )*?\w+) ({_DOUBT})\b", doubts):
        for kind in kinds.split(" and "):
            place = next((place for place, names in enumerate(_COMPONENTS) if kind in names.split("|")), None)
            if place is None:
                return None
            signs[place] = _QUALIFIERS[doubt]
    found = re.fullmatch(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?", value or "")
    written = [sign + part for sign, part in zip(signs, found.groups(), strict=True) if part] if found else []
    return "-".join(written) or None
