"""A real `mkdocs serve`: it follows edits, survives a broken article, and rests when nothing happens."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from support.preview import Preview
from support.sites import copy_project

pytestmark = pytest.mark.shipped

ENTRY = "/timeline/entries/saldo-appeal/"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    found = Preview(copy_project(tmp_path_factory.mktemp("serve") / "project"))
    try:
        found.wait_until(lambda: "Serving on" in found.said(), 60, "the server starts")
        found.settle()
        yield found
    finally:
        found.stop()


@pytest.fixture
def article(server: Preview) -> Iterator[Path]:
    """An article of the served project, put back as it was after the test."""
    path = server.root / "content/articles/2022/reuters-saldo.md"
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
    _edit(article, "appealed to residents", "appealed to Quokka residents")
    page.wait_for_function("document.querySelector('article').innerText.includes('Quokka')", timeout=20_000)
    page.close()
    assert 1 <= server.settle() - before <= 2


def test_an_edited_word_can_be_found(server: Preview, article: Path, browser: Browser) -> None:
    _edit(article, "appealed to residents", "appealed to Bandicoot residents")
    server.wait_until(lambda: "Bandicoot" in server.page(ENTRY), 20, "the edit is shown")
    server.settle()
    page = browser.new_page()
    page.goto(server.address + "/search/?q=Bandicoot")
    expect(page.locator(f"[data-search-results] a[href='{ENTRY}']")).to_be_visible(timeout=20_000)
    page.close()


def test_a_broken_article_is_reported_and_the_rest_goes_on(server: Preview, article: Path) -> None:
    whole = article.read_text()
    article.write_text(whole.replace("---\n", "---\nevents: [\n", 1))
    problem = re.compile(r"content/articles/2022/reuters-saldo\.md:\d+:\d+: Y201")
    server.wait_until(lambda: problem.search(server.said()), 20, "the problem is reported")
    server.settle()
    assert "Traceback" not in server.said()
    assert "newstuck" in server.page("/timeline/articles/newstuck-saldo/").lower()
    # The last good page of the broken one stays, and so does everything else that can be edited.
    assert "appealed to residents" in server.page("/timeline/articles/reuters-saldo/")
    other = server.root / "content/articles/2022/nato-essi.md"
    kept = other.read_text()
    _edit(other, "NATO", "Wombat")
    server.wait_until(lambda: "Wombat" in server.page("/timeline/articles/nato-essi/"), 20, "another article is followed")
    other.write_text(kept)
    _mended(article, whole)
    server.wait_until(lambda: "Numbat" in server.page(ENTRY), 20, "the mended article is shown")


def test_a_removed_article_is_gone_and_comes_back(server: Preview) -> None:
    path = server.root / "content/articles/2022/vov-unga.md"
    page = server.root / "docs/timeline/articles/vov-unga.md"
    text = path.read_text()
    assert "    title:" not in text  # else its entry would lose its title with it, and an error would keep the page
    path.unlink()
    try:
        server.wait_until(lambda: not page.exists(), 20, "its page goes")
        server.settle()
        assert "vov-unga" not in server.page("/timeline/articles/")
    finally:
        path.write_text(text)
    server.wait_until(page.exists, 20, "its page comes back")
    server.settle()
    assert "vov-unga" in server.page("/timeline/articles/")


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    head, body = text.split("\n---\n", 1)
    assert old in body
    path.write_text(f"{head}\n---\n{body.replace(old, new, 1)}")


def _mended(path: Path, text: str) -> None:
    path.write_text(text)
    _edit(path, "appealed to residents", "appealed to Numbat residents")
