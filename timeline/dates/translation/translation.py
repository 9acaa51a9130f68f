"""A language as data, and how its date words are read: by their translation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from timeline.dates.english import tense
from timeline.dates.english.context import Context, contexts
from timeline.dates.english.grammar import read
from timeline.dates.english.reference import Reference
from timeline.dates.english.words import MONTH_NAMES, WEEKDAY_NAMES
from timeline.dates.translation.common import COMMON, ROMAN, SEASONS, roman, spelled, table, words_beside
from timeline.dates.translation.patterns import any_of, lines, pattern

_MONTHS, _WEEKDAYS = (tuple(map(str.lower, names)) for names in (MONTH_NAMES, WEEKDAY_NAMES))
_MOST_BESIDE = 2  # words on each side that may make a longer date
_NO_DATE = "every day"
_WEEKDAY_AND_NUMBER = re.compile(rf"(?:{'|'.join(_WEEKDAYS)}) \d\d?$")


@dataclass(frozen=True)
class Translation:
    """The date words of a language, in lowercase letters. A line of a table, or a part between commas, has all forms of one word.

    - `months` begin with January, `weekdays` with Monday, `seasons` with spring, `numbers` with one, `tens` (of decades) with
      twenty.
    - `short_months` and `short_weekdays` are read beside a number only: alone, "mar." is many things.
    - `day` is the pattern of a day of the month; `year_words` may follow a year.
    - `on`, `of` and `in_` are the words before a day, between day, month and year, and before a month or a year.
    - `phrases` are lines as in `patterns`. They are tried before those that all languages have.
    - `future` and `past` are patterns of the verbs that put a sentence into that tense.
    """

    months: str
    weekdays: str
    seasons: str
    numbers: str
    phrases: str
    short_months: str = ""
    short_weekdays: str = ""
    tens: str = ""
    day: str = r"\d\d?"
    year_words: str = ""
    on: str = ""
    of: str = ""
    in_: str = ""
    future: str = r"(?!)"
    past: str = r"(?!)"

    def interpret(self, words: str, day: date | None, context: str) -> str | None:
        """The EDTF value of date words; None where they do not decide one, or are a piece of a longer date."""
        phrase, longer, sentence_tense = _understand(self, words, context)
        at = Reference(day, sentence_tense) if day else None
        value = read(phrase, at) if phrase else None
        return value if value and all(_has_end(read(each, at), value) for each in longer) else None

    def may_be_date(self, phrase: str, after: str) -> bool:
        """True for words that have a translation, and are no lone name of a month and no lone number."""
        spelling = spelled(phrase)
        english = self.translate(spelling) if self._date_word.search(spelling) else None
        if english in _MONTHS:
            return " " in spelling
        if english and english.isdecimal():
            return bool(re.search(r"[^\W\d_]{3,}", spelling)) or (" " in spelling and not re.match(r"\s+\w", after))
        return english is not None and not _WEEKDAY_AND_NUMBER.search(english)  # "on Monday, ten people"

    def without_weekday(self, words: str) -> str:
        """The words without their weekday, full or short, and without the word before it."""
        spelling = spelled(words)
        before, *after = self._weekday.split(spelling, maxsplit=1)
        return " ".join(" ".join((before, *after)).split()) if after else words

    def translate(self, phrase: str) -> str | None:
        """The English of a phrase in the spelling of `spelled`; None where no line fits all of it."""
        for written, english in self._lines:
            if (found := written.fullmatch(phrase)) and (slots := self._slots(found)) is not None:
                return english.format_map(slots)
        return None

    def longer(self, words: str, around: Context) -> Iterator[str]:
        """The translations of the words with a few words beside them; no date where a word or number is joined by a hyphen."""
        if re.search(r"\w[-/]$", around.before) or re.match(r"[-/]\w", around.after):
            yield _NO_DATE
        before, after = words_beside(*around, _MOST_BESIDE)
        for left in range(len(before) + 1):
            for right in range(len(after) + 1):
                beside = " ".join([*before[len(before) - left :], words, *after[:right]])
                if (left or right) and (english := self.translate(spelled(beside))):
                    yield english

    def verb(self, token: str) -> tense.Tense | None:
        """The tense of a verb of the language, or of an English one: a brief is in English around the words that it cites."""
        future, past = self._verbs
        if future.fullmatch(token.lower()):
            return tense.Tense.FUTURE
        return tense.Tense.PAST if past.fullmatch(token.lower()) else tense.verb(token)

    @cached_property
    def _verbs(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        return re.compile(f"(?:{self.future})"), re.compile(f"(?:{self.past})")

    @cached_property
    def _tables(self) -> dict[str, dict[str, str]]:
        """The words of each kind of slot with their English."""
        months, weekdays = table(self.months, _MONTHS), table(self.weekdays, _WEEKDAYS)
        return {
            "month": months,
            "mon": months | table(self.short_months, _MONTHS),
            "weekday": weekdays,
            "wday": weekdays | table(self.short_weekdays, _WEEKDAYS),
            "season": table(self.seasons, SEASONS),
            "number": table(self.numbers, map(str, range(1, 100))),
            "tens": table(self.tens, map(str, range(2, 10))),
        }

    @cached_property
    def _lines(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """The patterns of all phrases with their English."""
        slots = {name: any_of(words) for name, words in self._tables.items()}
        slots |= {
            "iso": r"\d{4}-\d\d-\d\d",
            "day": self.day,
            "year": rf"(?:1\d|20|21)\d\d(?: {any_of(self.year_words.split())})?",
            "n": rf"\d\d?|{slots['number']}",
            "decade": r"(?:1\d|20)\d0",
            "century": rf"{ROMAN}|\d\d?",
            "hundreds": ROMAN,
            "digit": "[2-9]",
            "clock": r"\d\d?(?:[:.]\d\d)?",
            "numeric": r"\d\d?\. ?(?:0?[1-9]|1[0-2])\. ?",
            "when": ".+?",
        }
        text = self.phrases + COMMON
        for name, words in (("ON", self.on), ("OF", self.of), ("IN", self.in_)):
            text = text.replace(f"[{name}]", f"[{'|'.join(words.split())}]" if words else "")
        return tuple((pattern(written, slots), english) for written, english in lines(text))

    @cached_property
    def _weekday(self) -> re.Pattern[str]:
        """A weekday, full or short, with the word that stands before it: “am Donnerstag”, “Do.”."""
        on = rf"(?:\b(?:{'|'.join(self.on.replace('_', ' ').split('|'))}) )?" if self.on else ""
        return re.compile(rf"{on}\b{any_of(self._tables['wday'])}(?!\w)")

    @cached_property
    def _date_word(self) -> re.Pattern[str]:
        """What every date has one of. Most runs of words of a text have none, and are not compared with all lines."""
        written = " ".join(re.sub(r"\{\w+\}", " ", written) for written, _ in lines(self.phrases))
        words = [*re.findall(r"[^\W\d_]{4,}", written), *self._tables["mon"], *self._tables["wday"], *self._tables["season"]]
        return re.compile(rf"\d{{4}}|\b(?:{ROMAN}\b|{'|'.join(map(re.escape, dict.fromkeys(words)))})")

    def _slots(self, found: re.Match[str]) -> dict[str, str] | None:
        """The English of what the slots of a phrase hold; None where one has none."""
        slots = {name: self._slot(name.removesuffix("2"), text) for name, text in found.groupdict().items()}
        given = {name: english for name, english in slots.items() if english}
        return given if len(given) == len(slots) else None

    def _slot(self, kind: str, text: str) -> str | None:
        if kind == "when":
            return self.translate(text)
        words = self._tables.get("number" if kind == "n" else kind, {})
        if english := words.get(text) or words.get(text.removesuffix(".")):
            return english
        if kind in ("century", "hundreds"):
            number = int(text) if text.isdecimal() else roman(text)
            in_english = f"{number}th" if kind == "century" else f"{number - 1}"
            return in_english if number else None
        if kind == "iso":
            return text.replace("-", ".")  # as `normalize` writes it
        if kind == "numeric":
            day, month = re.findall(r"\d+", text)
            return f"{day} {_MONTHS[int(month) - 1]}"
        digits = re.match(r"\d+", text)
        return digits[0] if digits else "1"  # the first of a month is the only one in letters


@lru_cache(maxsize=8)  # the same words are asked for every day that the article may have been published on
def _understand(language: Translation, words: str, context: str) -> tuple[str | None, tuple[str, ...], tense.Tense]:
    """The translation of words, those of longer phrases that they are in, and the tense of their sentence."""
    phrase = language.translate(spelled(words))
    found = contexts(words, context) if phrase else []
    longer = dict.fromkeys(each for one in found for each in language.longer(words, one))
    return phrase, tuple(longer), tense.tense(found, language.verb)


def _has_end(longer: str | None, value: str) -> bool:
    """Whether a longer phrase only adds to a date: "since Monday" has the same Monday, "last Monday" has another."""
    return bool(longer) and (longer == value or value in [part.rstrip("?~%") for part in (longer or "").split("/")])
