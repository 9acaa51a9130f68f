"""A real `mkdocs serve`: it follows edits, survives a broken article, and rests when nothing happens."""

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from support.preview import Preview
from support.sites import copy_project
from support.small_site import SMALL_SITE

ENTRY = "/timeline/entries/appeal/"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    root = copy_project(tmp_path_factory.mktemp("serve") / "project")
    shutil.rmtree(root / "content")
    for name, text in SMALL_SITE.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    found = Preview(root)
    try:
        found.wait_until(lambda: "Serving on" in found.said(), 60, "the server starts")
        found.settle()
        yield found
    finally:
        found.stop()


@pytest.fixture
def article(server: Preview) -> Iterator[Path]:
    """An article of the served project, put back as it was after the test."""
    path = server.root / "content/articles/2022/x.md"
    text = path.read_text()
    yield path
    path.write_text(text)
    server.settle()


def test_rests_when_nothing_happens(server: Preview) -> None:
    before = server.builds()  # the fixtures leave it settled
    time.sleep(3)
    assert server.builds() == before


def test_one_edit_shows_in_the_browser(server: Preview, article: Path, browser: Browser) -> None:
    before = server.builds()  # the fixtures leave it settled
    page = browser.new_page()
    page.goto(server.address + ENTRY)
    assert "Quokka" not in page.inner_text("article")
    _edit(article, "Saldo spoke", "Quokka Saldo spoke")
    page.wait_for_function("document.querySelector('article').innerText.includes('Quokka')", timeout=20_000)
    page.close()
    assert server.settle() - before == 1


def test_an_edit_that_changes_the_home_page_is_one_build_of_some_pages(server: Preview, article: Path) -> None:
    before = server.builds()
    article.write_text(article.read_text().replace("title: Saldo appeals", "title: Echidna appeals"))
    server.wait_until(lambda: "Echidna appeals" in server.page("/"), 20, "the new title is on the home page")
    assert "Echidna appeals" in server.page("/timeline/2022/10/")
    assert server.settle() - before == 1
    assert re.search(r"\b[3-9] pages built", server.said())  # home, entry, lists
    server.wait_until(lambda: "Echidna appeals" in server.page("/timeline/chronology.json"), 20, "the exports follow")


def test_a_new_article_and_a_page_written_by_hand_take_a_whole_build(server: Preview, article: Path) -> None:
    new = article.with_name("z.md")
    new.write_text(
        article.read_text().replace("example.org/x", "example.org/z").replace("appeal:", "plea:").replace("=appeal", "=plea")
    )
    server.wait_until(lambda: "Saldo spoke" in server.page("/timeline/entries/plea/"), 20, "the new entry is shown")
    new.unlink()
    server.settle()
    by_hand = server.root / "docs/about.md"
    by_hand.write_text(by_hand.read_text() + "\nPlatypus\n")
    server.wait_until(lambda: "Platypus" in server.page("/about/"), 20, "the page is shown")
    server.settle()


def test_an_edited_word_can_be_found(server: Preview, article: Path, browser: Browser) -> None:
    _edit(article, "Saldo spoke", "Bandicoot Saldo spoke")
    server.wait_until(lambda: "Bandicoot" in server.page(ENTRY), 20, "the edit is shown")
    server.settle()
    page = browser.new_page()
    page.goto(server.address + "/search/?q=Bandicoot")
    expect(page.locator(f"[data-search-results] a[href='{ENTRY}']")).to_be_visible(timeout=20_000)
    page.close()


def test_a_broken_article_is_reported_and_the_rest_goes_on(server: Preview, article: Path) -> None:
    whole = article.read_text()
    article.write_text(whole.replace("---\n", "---\nevents: [\n", 1))
    problem = re.compile(r"content/articles/2022/x\.md:\d+:\d+: Y201")
    server.wait_until(lambda: problem.search(server.said()), 20, "the problem is reported")
    server.settle()
    assert "Traceback" not in server.said()
    assert "denied it" in server.page("/timeline/articles/y/")
    # The last good page of the broken one stays, and so does everything else that can be edited.
    shown = server.page("/timeline/articles/x/")
    assert "Saldo spoke" in shown
    assert "The article has errors" in shown
    assert re.search(r"content/articles/2022/x\.md:\d+:\d+: Y201", shown)
    other = server.root / "content/articles/2022/y.md"
    kept = other.read_text()
    _edit(other, "They denied", "Wombat denied")
    server.wait_until(lambda: "Wombat" in server.page("/timeline/articles/y/"), 20, "another article is followed")
    other.write_text(kept)
    _mended(article, whole)
    server.wait_until(lambda: "Numbat" in server.page(ENTRY), 20, "the mended article is shown")
    assert "The article has errors" not in server.page("/timeline/articles/x/")


def test_a_removed_article_is_gone_and_comes_back(server: Preview) -> None:
    path = server.root / "content/articles/2022/y.md"
    page = server.root / "docs/timeline/articles/y.md"
    text = path.read_text()
    path.unlink()
    try:
        server.wait_until(lambda: not page.exists(), 20, "its page goes")
        server.wait_until(
            lambda: "told to leave" not in server.page("/timeline/articles/"), 20, "the list of articles leaves it out"
        )
    finally:
        path.write_text(text)
    server.wait_until(page.exists, 20, "its page comes back")
    server.wait_until(lambda: "told to leave" in server.page("/timeline/articles/"), 20, "the list of articles has it again")


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    head, body = text.split("\n---\n", 1)
    assert old in body
    path.write_text(f"{head}\n---\n{body.replace(old, new, 1)}")


def _mended(path: Path, text: str) -> None:
    path.write_text(text)
    _edit(path, "Saldo spoke", "Numbat Saldo spoke")
