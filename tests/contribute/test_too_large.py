"""What would keep a command of a contributor busy for minutes is refused, or read in proportion."""

import json
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from support.command_line import run
from timeline.contribute.drafts.imported_file import read_file
from timeline.contribute.importers import MAX_DRAFTS, Unreadable, importers
from timeline.contribute.suggestions import Suggester, dates, read_article_source
from timeline.dates import resolve
from timeline.model.errors import UserError
from timeline.project import load

PAGE = "<!doctype html><html><head><title>T</title></head><body><article><p {}>Word {}</p></article></body></html>"
SHEET = "Year,Month,Day,Headline,Text\n"
MANY: dict[str, Callable[[int], str]] = {
    "bibtex": lambda number: "".join(f"@book{{k{n}, title={{T {n}}}}}\n" for n in range(number)),
    "csl-json": lambda number: json.dumps([{"type": "book", "title": f"T {n}"} for n in range(number)]),
    "hypothesis": lambda number: json.dumps([{"uri": f"https://example.org/{n}", "target": []} for n in range(number)]),
    "markwhen": lambda number: "".join(f"2022-10-13: event {n}\n" for n in range(number)),
    "ris": lambda number: "".join(f"TY  - BOOK\nTI  - T {n}\nER  - \n" for n in range(number)),
    "timelinejs": lambda number: SHEET + "".join(f"2022,10,13,Event {n},Text\n" for n in range(number)),
}


@pytest.mark.parametrize("kind", MANY)
def test_a_file_of_too_many_drafts_is_refused(kind: str) -> None:
    importer = importers()[kind]
    assert len(importer.read(MANY[kind](MAX_DRAFTS)).drafts) == MAX_DRAFTS
    with pytest.raises(Unreadable, match="it makes more than 2,000 drafts"):
        importer.read(MANY[kind](MAX_DRAFTS + 1))


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (PAGE.format("", "<p><a href=x>w</a>" * 10_000), "a page of 20,006 tags; 20,000 are allowed"),
        (PAGE.format("", "<A href=x>w</A> " * 4_001), "a page with a paragraph of more than 4,000 tags"),
        (PAGE.format("a " * 10_001, ""), "a page with a tag of too many attributes"),
    ],
)
def test_a_page_that_is_too_large_is_refused(page: str, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        importers()["html"].read(page)


def test_a_long_file_that_is_no_page_is_refused(tmp_path: Path) -> None:
    (tmp_path / "long.mw").write_text("2022-10-13: words\n" + "[" * 4_000_000, encoding="utf-8")
    with pytest.raises(UserError, match="4,000,018 characters; 4,000,000 are allowed"):
        read_file(tmp_path / "long.mw", "markwhen")


@pytest.mark.parametrize("kind", importers())
def test_a_kind_is_detected_in_time_in_proportion(kind: str) -> None:
    """Some took the square of the number of empty lines: 3 seconds for these."""
    begun = process_time()
    assert importers()[kind].detects(SHEET + "\n" * 20_000) is (kind == "timelinejs")
    assert process_time() - begun < 1


def test_a_page_with_a_long_picture_in_it_is_read() -> None:
    picture = f"<img src='data:image/png;base64,{'A' * 1_000_000}'>"
    assert importers()["html"].read(PAGE.format("", picture)).drafts


def test_of_very_much_that_is_not_carried_over_the_first_is_told(small_site: Path, tmp_path: Path) -> None:
    (tmp_path / "tags.mw").write_text("2022-10-13: words " + "#tag " * 1_000, encoding="utf-8")
    done = run("--root", small_site, "import", tmp_path / "tags.mw", "--as", "markwhen", "--dry-run")
    assert done.stderr.count("not carried over: ") == 100
    assert "more things not carried over" in done.stderr


def test_suggest_reads_equal_words_once(small_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (small_site / "content/articles/2022/x.md").read_text(encoding="utf-8") + "\n" + "Monday " * 1_000
    source = read_article_source("content/articles/2022/x.md", text)
    project = load(small_site)
    asked: list[str] = []
    monkeypatch.setattr(dates, "resolve", lambda words, *rest: asked.append(words) or resolve(words, *rest))
    found = Suggester(project.chronology, project.vocabulary).suggest(source)
    assert len([one for one in found if one.kind == "date"]) == 1_000
    assert len(asked) < 100
