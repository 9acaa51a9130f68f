"""The language of an article decides what reads its date words, and each language on a table of its own.

The tables are in `languages/`, a line an expression: words, day of publication, value, and the sentence if it matters.
"""

import time
from pathlib import Path

import pytest

from timeline.dates import resolve
from timeline.dates.languages import language_of
from timeline.dates.translation.translation import Translation

TABLES = sorted((Path(__file__).parent / "languages").glob("*.txt"))
CODES = [table.stem for table in TABLES]


def rows(table: Path) -> list[list[str]]:
    lines = [line for line in table.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [[cell.strip() for cell in line.split("|")] for line in lines]


@pytest.mark.parametrize(("code", "row"), [(table.stem, row) for table in TABLES for row in rows(table)], ids=str)
def test_words_of_a_language(code: str, row: list[str]) -> None:
    words, published, value, *context = row
    assert (resolve(words, None if published == "-" else published, *context or [""], code) or "-") == value


@pytest.mark.parametrize("table", TABLES, ids=CODES)
def test_each_table_has_sixty_expressions_and_some_that_are_not_read(table: Path) -> None:
    values = [row[2] for row in rows(table)]
    assert len(values) >= 60
    assert values.count("-") >= 10


@pytest.mark.parametrize("tag", ["en", "en-GB", "EN"])
def test_a_tag_names_the_module_of_its_language(tag: str) -> None:
    assert language_of(tag) is not None
    assert resolve("on Thursday", "2022-10-13", "", tag) == "2022-10-13"


def test_a_region_does_not_matter() -> None:
    assert resolve("am 10. Oktober", "2022-10-13", "", "de-AT") == "2022-10-10"


@pytest.mark.parametrize("tag", ["it", "ja", "", "english", "__init__", "../en", "en.gb"])
@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2022-10-13", "2022-10-13"),
        ("1998", "1998"),
        ("on Thursday", None),
        ("13 October 2022", None),
        ("mar. 11", None),
        ("3/4/2022", None),
        ("1401", None),  # 2022 in Iran
        ("2565", None),  # 2022 in Thailand
    ],
)
def test_in_a_language_without_a_file_only_what_is_unmistakable_is_read(tag: str, words: str, value: str | None) -> None:
    assert resolve(words, "2022-10-13", "", tag) == value


def test_a_year_of_another_calendar_is_not_read() -> None:
    assert resolve("2014", None, "", "am") is None
    assert resolve("2079", None, "", "ne") is None


@pytest.mark.parametrize(
    ("words", "context"),
    [("1998", "in 1998-99"), ("2022-10-13", "2022-10-13/2022-10-15"), ("1998", "x-1998")],
)
def test_a_piece_is_not_read_in_a_language_without_a_file(words: str, context: str) -> None:
    assert resolve(words, None, context, "it") is None


@pytest.mark.parametrize(
    ("code", "phrase", "after", "expected"),
    [
        ("uk", "10 жовтня", " місто", True),
        ("uk", "у четвер", " місто", True),
        ("uk", "жовтень", " місто", False),
        ("uk", "2000", " осіб", False),
        ("uk", "у 2000", " домівок", False),
        ("uk", "у 2000 році", " місто", True),
        ("uk", "їхній", " дім", False),
        ("uk", "у четвер 10", " осіб", False),
        ("de", "am 10. Oktober", " fiel", True),
        ("de", "April", " kam", False),
        ("fr", "mars", " est loin", False),
        ("fr", "en mars", " la ville", True),
        ("fr", "en 2014", ", la ville", True),
    ],
)
def test_words_that_may_be_a_date(code: str, phrase: str, after: str, expected: bool) -> None:
    assert language_of(code).may_be_date(phrase, after) is expected


@pytest.mark.parametrize("code", CODES)
def test_every_month_and_weekday_is_read_in_all_its_forms(code: str) -> None:
    language = language_of(code)
    assert isinstance(language, Translation)
    for number, line in enumerate(language.months.strip().splitlines(), 1):
        for word in line.split():
            assert resolve(f"{word} 2021", None, "", code) == f"2021-{number:02}"
    for number, line in enumerate(language.weekdays.strip().splitlines()):
        for word in line.split():
            assert resolve(word, "2022-10-16", "", code) in (f"2022-10-{10 + number}", None)
    assert [len(part.strip().splitlines()) for part in (language.months, language.weekdays, language.seasons)] == [12, 7, 4]


@pytest.mark.parametrize("code", CODES)
def test_long_texts_take_no_time(code: str) -> None:
    language = language_of(code)
    month, day = language.months.split()[0], language.weekdays.split()[0]
    resolve(day, "2022-10-13", "", code)  # the patterns are made once
    begin = time.perf_counter()
    assert resolve("on " * 100_000, "2022-10-13", "", code) is None
    resolve(f"10 {month} " * 12, "2022", f"10 {month} " * 20_000, code)
    resolve("- " * 90 + month, "2022", "", code)
    resolve(day, "2022-10-13", f"{day}. " * 50_000, code)
    assert time.perf_counter() - begin < 5


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "on Thursday, 20 July 2022"),
        ("en", "Thu., July 20, 2022"),
        ("uk", "у четвер, 20 липня 2022 року"),
        ("uk", "20 липня 2022 року, у четвер"),
        ("ru", "в четверг, 20 июля 2022 года"),
        ("de", "am Donnerstag, dem 20. Juli 2022"),
        ("de", "Do., 20. Juli 2022"),
        ("fr", "le jeudi 20 juillet 2022"),
        ("es", "el jueves, 20 de julio de 2022"),
        ("pl", "w czwartek, 20 lipca 2022 r."),
    ],
)
def test_a_day_with_a_wrong_weekday_is_read_only_without_it(code: str, words: str) -> None:
    assert resolve(words, None, "", code) is None  # 20 July 2022 was a Wednesday
    assert resolve(language_of(code).without_weekday(words), None, "", code) == "2022-07-20"


@pytest.mark.parametrize("code", ["en", "it", *CODES])
def test_words_without_a_weekday_stay_as_they_are(code: str) -> None:
    assert language_of(code).without_weekday("20. 7. 2022, 14:00") == "20. 7. 2022, 14:00"
