"""What is wrong with a text that is not an EDTF value, and what to write instead.

A message names the rule (“a date has no spaces”), its help begins with what to do (“write …”); both begin with a small letter.
"""

import re

_YEAR_FIRST = "write the year in four digits first: 2022, 2022-10, 2022-10-13"

# Common mistakes: what was read so far, what comes next, the message, its help.
_COMMON = tuple(
    (re.compile(read, re.ASCII), re.compile(rest, re.ASCII), message, help)
    for read, rest, message, help in (
        (r"", r"\s", "a date has no spaces", "write it without spaces: 2022-10-13"),
        (r".*T", r"[?~%]", "a date-time takes no qualifier", "leave out the time, or the qualifier"),
        (
            r".*[?~%]",
            r"[?~%]",
            "a date takes one qualifier",
            "write ? for uncertain, ~ for approximate, % for both",
        ),
        (r".*-\d\d", r"T", "a date-time needs hours, minutes and an offset", "write 2022-10-13T05:00+03:00, or the day alone"),
        (r"\d{4}", r"-\d(?!\d)", "a month and a day have two digits", "write a zero before it: 2022-03-05"),
        (
            r"\d{4}",
            r"-X",
            "only digits of a year can be unspecified",
            "leave out what is not known: 2022, 2022-10",
        ),
        (r"\d{4}", r"s|'s", "this is not an EDTF decade", "write the 1990s as 199X"),
        (r"\d{4}", r"\d", "a year has four digits", "put hyphens between year, month and day: 2022-10-13"),
        (r"", r"\d{1,3}-", "a year has four digits", "write the year in full: 2022-10-13"),
        (
            r"",
            r"\d{2,3}x",
            "an unspecified digit is a capital X",
            "write 199X for the 1990s, 19XX for 1900 to 1999",
        ),
        (r"", r"[\u2012-\u2015]", "an interval takes a slash", "write 2022-10-13/2022-10-19"),
        (r"", r"[^\x00-\x7f]", "a date is written in ASCII", "use the digits 0 to 9 and a plain hyphen"),
        (r"", r"[?~%]", "a qualifier belongs at the end of a date", "write 2022-10~, not ~2022-10"),
    )
)


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
    read, rest = text[:stop], text[stop:]
    for before, after, message, help in _COMMON:
        if before.match(read) and after.match(rest):
            return EdtfError(message, place + stop, help)
    if not read:
        return EdtfError("a date begins with its year in four digits", place, _YEAR_FIRST)
    return EdtfError(f"{rest[0]!r} cannot follow {read!r}", place + stop, f"end the date after {read}")
