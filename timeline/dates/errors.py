"""What is wrong with a text that is not an EDTF value, and what to write instead.

A message names the rule (“a date has no spaces”), its help begins with what to do (“write …”); both begin with a small letter.
"""

import re
from collections.abc import Callable

_YEAR_FIRST = "write the year in four digits first: 2022, 2022-10, 2022-10-13"
_DATE, _DAY, _CLOCK = r"(\d{4}(?:-\d\d){0,2})", r"(\d{4}-\d\d-\d\d)", r"(\d\d:\d\d(?::\d\d)?)"
_DASH = r"[-\u2010-\u2015\u2212]"

Help = str | Callable[[re.Match[str]], str]  # a text with the groups of the match as {1}, or a function of the match


def _four_digits(year: str) -> str:
    return f"-{year[1:]:0>4}" if year.startswith("-") else f"{year:0>4}"


def _before_christ(found: re.Match[str]) -> str:
    year = int(found[1])
    return f"write {'-' * (year > 1)}{year - 1:04}{found[2]} for {year} BC, for the year 0000 is 1 BC"


def _millennium(found: re.Match[str]) -> str:
    sign, digit = found.groups()
    return f"write -{digit}999/-{digit}000" if sign else f"write {digit}000/{digit}999"


def _rounded(found: re.Match[str]) -> str:
    digits = found[1].rstrip("0")
    zeros = len(found[1]) - len(digits)
    return f"write Y{digits}E{zeros}, which is rounded" if zeros else f"leave it out: Y{found[1]}"


def _significant(found: re.Match[str]) -> str:
    known = found[1][: int(found[2])]
    return f"write {known}{'X' * (4 - len(known))}" if len(known) > 1 else f"write {known}000/{known}999"


def _two_digits(found: re.Match[str]) -> str:
    return "write a zero before it: " + "-".join(f"{number:0>2}" for number in found.groups() if number)


# Mistakes that the whole date shows, with its message and help.
_WHOLE: tuple[tuple[re.Pattern[str], str, Help], ...] = tuple(
    (re.compile(pattern, re.ASCII | re.DOTALL), message, help)
    for pattern, message, help in (
        (rf"(\d{{4}}){_DASH}(\d\d){_DASH}(\d\d)", "a date has plain hyphens", "write {1}-{2}-{3}"),
        (rf"{_DATE}[\u2012-\u2015]{_DATE}", "an interval takes a slash", "write {1}/{2}"),
        (r"(-?)(\d)XXX", "a year has at least two known digits", _millennium),
        (
            r"XX.*",
            "a date has a year, with at least two known digits",
            "write the year, or an interval of years: 1990/1999",
        ),
        (r"(-?(?:\d{3}X|\d\dXX))[?~%]?-.*", "only the last digits of a date can be unspecified", "write {1}"),
        (r"Y(-?\d{1,4})", "the letter Y is for years of more than four digits", lambda found: f"write {_four_digits(found[1])}"),
        (r"Y(-?\d+)[?~%]", "a year behind the letter Y takes no qualifier", _rounded),
        (r"(Y-?\d+E\d+)[?~%]", "a year with an exponent is rounded, and takes no qualifier", "write {1}"),
        (r"(Y-?\d+E\d+)S\d+", "significant digits are not supported", "write {1}"),
        (r"Y-?\d+S\d+", "significant digits are not supported", "round the year: Y-17E3"),
        (r"(\d{4})S([1-3])", "significant digits are not supported", _significant),
        (r"Y.*", "a year behind the letter Y has five to eleven digits", "write Y-17000, or rounded Y-17E3"),
        (r"-(\d{1,3})((?:-.*)?)", "a year has four digits", _before_christ),
        (r"(-\d{5,})", "a year of more than four digits begins with the letter Y", "write Y{1}"),
        (r"(\d{4})(0[1-9]|1[0-2])(\d\d)", "a year has four digits", "put hyphens between year, month and day: {1}-{2}-{3}"),
        (r"(\d{5,})", "a year of more than four digits begins with the letter Y", "write Y{1}; a date has hyphens: 2022-10-13"),
        (r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", "a month and a day have two digits", _two_digits),
        (r"(\d{2})00(?:s|'s)", "ten years or a hundred", "write {1}0X for ten years, {1}XX for a hundred"),
        (r"(\d{3})0(?:s|'s)", "this is not an EDTF decade", "write the {1}0s as {1}X"),
        (rf"{_DAY} {_CLOCK}(.*)", "a date-time has the letter T before its time", "write {1}T{2} and the offset: {1}T{2}+03:00"),
        (rf"{_DAY}T{_CLOCK}", "a date-time needs hours, minutes and an offset", "write {1}T{2}+03:00, or the day alone"),
        (rf"{_DAY}T{_CLOCK}(?:Z|[+-]\d\d:\d\d)[?~%]", "a date-time takes no qualifier", "leave out the time, or the qualifier"),
        (rf"{_DAY}T.*", "a date-time needs hours, minutes and an offset", "write 2022-10-13T05:00+03:00, or the day alone"),
    )
)

# Other mistakes: what was read so far, what comes next, the message, its help.
_COMMON = tuple(
    (re.compile(read, re.ASCII), re.compile(rest, re.ASCII), message, help)
    for read, rest, message, help in (
        (r"", r"\s", "a date has no spaces", "write it without spaces: 2022-10-13"),
        (r".*[?~%]", r"[?~%]", "a date takes one qualifier", "write ? for uncertain, ~ for approximate, % for both"),
        (r"", r"\d{1,3}-", "a year has four digits", "write the year in full: 2022-10-13"),
        (r"", r"[\u2012-\u2015]", "an interval takes a slash", "write 2022-10-13/2022-10-19"),
        (r"", r".*[^\x00-\x7f]", "a date is written in ASCII", "use the digits 0 to 9 and a plain hyphen"),
    )
)
_LETTERS = str.maketrans("uxyes", "XXYES")  # `u` is the unspecified digit of an older EDTF


class EdtfError(ValueError):
    """A text that is not an EDTF value of the profile.

    `message` says what is wrong, `offset` where (an index into the text, from 0), `help` what to write instead.
    """

    def __init__(self, message: str, offset: int, help: str) -> None:
        super().__init__(message)
        self.message, self.offset, self.help = message, offset, help


def syntax_error(text: str, stop: int, place: int) -> EdtfError:
    """The error for a date of which the first `stop` characters are EDTF; `place` is the offset of the date in the value."""
    if not text:
        return EdtfError("the date is empty", place, _YEAR_FIRST)
    if re.fullmatch(r"-?[\dux]+(?:-[\dux]+){0,2}|y-?\d.*", text, re.ASCII) and re.search("[uxy]", text):
        right = text.translate(_LETTERS)
        message = (
            "the letter before a long year is a capital Y" if text.startswith("y") else "an unspecified digit is a capital X"
        )
        return EdtfError(message, place + stop, f"write {right}")
    for pattern, message, help in _WHOLE:
        if found := pattern.fullmatch(text):
            return EdtfError(message, place + stop, help(found) if callable(help) else help.format(found[0], *found.groups()))
    read, rest = text[:stop], text[stop:]
    for before, after, message, common_help in _COMMON:
        if before.match(read) and after.match(rest):
            return EdtfError(message, place + stop, common_help)
    if not read:
        return EdtfError("a date begins with its year in four digits", place, _YEAR_FIRST)
    return EdtfError(f"{rest[0]!r} cannot follow {read!r}", place + stop, f"end the date after {read}")
