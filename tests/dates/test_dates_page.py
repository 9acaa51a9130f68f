"""The tables and the messages of docs/manual/dates.md are true."""

import re
from pathlib import Path

import pytest

from support.command_line import run
from support.paths import ROOT
from timeline.dates import EdtfError, exchange_text, parse, resolve, wording

PUBLISHED = "2022-10-13"
PAGE = (ROOT / "docs/manual/dates.md").read_text(encoding="utf-8")
SECTIONS = dict(section.partition("\n")[::2] for section in re.split(r"\n###? ", PAGE))


def rows(title: str, table: int = 0) -> list[list[str]]:
    """The cells of a table of a section, without code marks and heading."""
    found = re.findall(r"^\|.*\n\|[ |-]+\n((?:\|.*(?:\n|$))+)", SECTIONS[title], re.MULTILINE)[table]
    return [[cell.strip().replace("`", "") for cell in line.strip("|").split("|")] for line in found.splitlines()]


def rows_of(*titles: str) -> list[list[str]]:
    return [row for title in titles for row in rows(title)]


FORMS = ("How a date is written", "Other parts of a year", "Years before Christ, and long years", "One of several dates")


@pytest.mark.parametrize("row", rows_of(*FORMS, "Uncertain and approximate", "Intervals") + rows("Uncertain and approximate", 1))
def test_what_readers_see(row: list[str]) -> None:
    assert wording(parse(row[0])) == row[1]


@pytest.mark.parametrize(("written", "error", "help"), rows("What is refused"))
def test_what_is_refused(written: str, error: str, help: str) -> None:
    with pytest.raises(EdtfError) as refused:
        parse(written)
    assert (refused.value.message, refused.value.help) == (error, help)


@pytest.mark.parametrize("row", rows("In exports"))
def test_what_is_exported(row: list[str]) -> None:
    assert exchange_text(parse(row[0])) == row[1]


@pytest.mark.parametrize(
    ("words", "value"),
    rows_of(
        "Words that name a date",
        "Words that count from the day of publication",
        "Words around a date",
        "Dates of catalogues, archives and museums",
    ),
)
def test_words_that_are_read(words: str, value: str) -> None:
    assert resolve(words, PUBLISHED) == value


@pytest.mark.parametrize(("sentence", "value"), rows("Words that count from the day of publication", 1))
def test_words_that_their_sentence_decides(sentence: str, value: str) -> None:
    words = sentence.split("**")[1]
    assert (resolve(words, PUBLISHED, sentence.replace("**", "")) or "nothing") == value


@pytest.mark.parametrize(("language", "words", "value"), rows("Other languages"))
def test_words_of_other_languages(language: str, words: str, value: str) -> None:
    assert resolve(words, PUBLISHED, "", language) == value


@pytest.mark.parametrize("words", [words for row in rows("What is not read") for words in row[0].split(", ")])
def test_words_that_are_not_read(words: str) -> None:
    assert resolve(words, PUBLISHED) is None


def test_where_the_day_of_publication_is_uncertain() -> None:
    title = "Where the day of publication is uncertain"
    heads = next(line for line in SECTIONS[title].splitlines() if line.startswith("|"))
    words = [cell.strip(" `") for cell in heads.strip("|").split("|")[1:]]
    for published, *values in rows(title):
        date = None if published == "not given" else published
        assert [resolve(each, date) or "nothing" for each in words] == values


def article(name: str, passage: str, when: str) -> str:
    """An article on the event `fall`, in the form that the messages of the page are of."""
    return (
        f"---\ntitle: {name}\npublisher: Echo\nurl: https://example.org/{name}\npublished: {PUBLISHED}\nlanguage: en\n"
        f"text: brief\nevents:\n  fall:\n    {'title: It falls' if name != 'two' else 'topics: []'}\n    when: {when}\n"
        f"---\n\n[{passage}]{{event=fall}}.\n"
    )


@pytest.mark.parametrize(
    "files",
    [
        {"example": article("example", "It fell [in April]{.when}", "2022-05")},
        {"one": article("one", "It fell", "2022-10-13"), "two": article("two", "It fell", "2022-10-12")},
    ],
    ids=["D606", "E704"],
)
def test_the_messages(tmp_path: Path, files: dict[str, str]) -> None:
    folder = tmp_path / "content/articles/2022"
    folder.mkdir(parents=True)
    (tmp_path / "content/vocabulary.yml").write_text("publishers: {echo: {name: Echo}}\n", encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    message, _, _ = run("--root", tmp_path, "check").stderr.partition("\n\n")
    assert f"```text\n{message}\n```\n" in PAGE
