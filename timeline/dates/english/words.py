"""The English words of the calendar: the one list of them.

A new date word is one line here. The grammar (`absolute`, `nearest`, `relative`, `grammar`), the search for date words in
running text (`running_text`) and the wording for readers (`wording`) take their words from these tables, and scripts get
them as data from `calendar_names`. Keys are in lowercase letters, in the spelling that `normalize` produces; the first key of a
month or a season is the name that readers see.
"""

from typing import TypedDict

from timeline.dates.seasons import FIRST_MONTHS

MONTHS = {
    "january": 1, "jan": 1,
    "february": 2, "feb": 2,
    "march": 3, "mar": 3,
    "april": 4, "apr": 4,
    "may": 5,
    "june": 6, "jun": 6,
    "july": 7, "jul": 7,
    "august": 8, "aug": 8,
    "september": 9, "sep": 9, "sept": 9,
    "october": 10, "oct": 10,
    "november": 11, "nov": 11,
    "december": 12, "dec": 12,
}  # fmt: skip

# Monday is 0, as in `datetime.date.weekday`.
WEEKDAYS = {
    "monday": 0, "mon": 0,
    "tuesday": 1, "tue": 1, "tues": 1,
    "wednesday": 2, "wed": 2, "weds": 2,
    "thursday": 3, "thu": 3, "thur": 3, "thurs": 3,
    "friday": 4, "fri": 4,
    "saturday": 5, "sat": 5,
    "sunday": 6, "sun": 6,
}  # fmt: skip

# The numbers of the seasons in EDTF. `timeline.dates.seasons` has their months.
SEASONS = {
    "spring": 21,
    "summer": 22,
    "autumn": 23,
    "fall": 23,
    "winter": 24,
}

# Words for one day, in days after the day of publication.
DAYS = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday": -1,
    "last night": -1,
    "last evening": -1,
    "tomorrow": 1,
}

# Words for a part of a day: beside a date they change nothing.
PARTS_OF_DAY = (
    "morning", "afternoon", "evening", "night", "hours", "dawn", "daybreak", "sunrise", "noon", "midday",
    "lunchtime", "dusk", "sunset", "nightfall", "dark",
)  # fmt: skip

# Words that make the date after them approximate.
APPROXIMATELY = ("around", "about", "approximately", "roughly", "circa", "ca", "ca.", "c", "c.")

NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
# The others add "th" to their number, "twentieth" with a change of its last letter.
ORDINALS = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}


def first_spellings(words: dict[str, int]) -> dict[int, str]:
    """The first word of each value: `{1: "january", …}`."""
    return {value: word for word, value in reversed(words.items())}


MONTH_NAMES = tuple(first_spellings(MONTHS)[number].capitalize() for number in range(1, 13))
WEEKDAY_NAMES = tuple(first_spellings(WEEKDAYS)[number].capitalize() for number in range(7))
SEASON_NAMES = first_spellings(SEASONS)


class Season(TypedDict):
    """A season as data: its number in EDTF, and the number of the first of its three months."""

    edtf: int
    first_month: int


class CalendarNames(TypedDict):
    """What `calendar_names` returns."""

    month_names: list[str]
    months: dict[str, int]
    seasons: dict[str, Season]


def calendar_names() -> CalendarNames:
    """The names of months and seasons as plain data for scripts that read or write dates, ready for `json.dumps`.

    - `month_names`: January to December as readers see them. Their first three letters are the short form.
    - `months`: each spelling of a month in lowercase letters, with its number from 1 to 12: `{"january": 1, "jan": 1, …}`.
    - `seasons`: each name of a season in lowercase letters: `{"spring": {"edtf": 21, "first_month": 3}, …}`, among them both
      `autumn` and `fall`. A season has three months; so winter, which begins in December, ends in the following year.
    """
    return {
        "month_names": list(MONTH_NAMES),
        "months": dict(MONTHS),
        "seasons": {name: {"edtf": number, "first_month": FIRST_MONTHS[number]} for name, number in SEASONS.items()},
    }
