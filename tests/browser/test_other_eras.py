"""Dates before our era, approximate ones and those without a year, in a real browser: the picture, the filter and the search."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from support.browser_pages import Pages
from support.sites import run, served, tool

ARTICLE = """\
---
title: What a chronicle holds
publisher: Abbey
source: A chronicle that was made for this test
published: 1100
language: en
text: brief
events:
  first-huts: {title: The first huts are built, when: Y-17E3}
  murder: {title: A dictator is murdered, when: -0043-03-15}
  eruption: {title: A mountain breaks out, when: 0079-10}
  battle: {title: A battle is fought, when: 1066-10-13~}
---

[Huts were built]{event=first-huts}. [The dictator was murdered]{event=murder}.

[The mountain broke out]{event=eruption}. [A battle was fought]{event=battle}.
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The web address of a chronology of four eras."""
    root = tmp_path_factory.mktemp("eras") / "chronology"
    made = run(tool("dateline"), "init", root, "--name", "Chronicle", "--url", "https://example.org/", cwd=root.parent)
    assert made.returncode == 0, made.stderr
    for article in (root / "content/articles").rglob("*.md"):
        article.unlink()
    _write(root / "content/vocabulary.yml", "publishers:\n  abbey: {name: Abbey}\n")
    _write(root / "content/articles/1100/chronicle.md", ARTICLE)
    done = run(tool("dateline"), "build", cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    with served(root / "site") as found:
        yield found


@pytest.fixture(scope="module")
def page(pages: Pages, address: str) -> Iterator[Page]:
    with pages.lent(address) as found:
        yield found


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def marks(page: Page) -> list[tuple[str, float]]:
    """The entries in the picture with their places from the left, in order of these."""
    found = page.locator(".tl-time a.tl-mark").evaluate_all(
        "marks => marks.map(mark => [mark.href.baseVal.split('?')[0].split('/').at(-2), mark.getBoundingClientRect().left])"
    )
    return sorted((tuple(mark) for mark in found), key=lambda mark: mark[1])


def test_the_picture_has_all_eras_in_order_without_script_and_with(page: Page) -> None:
    page.goto("/")
    before = marks(page)
    assert [entry for entry, _ in before] == ["first-huts", "murder", "eruption", "battle"]
    page.locator("dateline-chart").hover()
    page.locator(".tl-time a[tabindex]").first.wait_for()
    after = marks(page)
    assert [entry for entry, _ in after] == [entry for entry, _ in before]
    assert [place for _, place in after] == pytest.approx([place for _, place in before], abs=1)


@pytest.mark.parametrize(
    ("typed", "entries"),
    [
        ("44 BC", ["murder"]),
        ("15 March 44 BC", ["murder"]),
        ("AD 79", ["eruption"]),
        ("October AD 79", ["eruption"]),
        ("before 1066", ["first-huts", "murder", "eruption"]),
        ("11th century", ["battle"]),
        ("March", ["murder"]),  # the chronology has one
    ],
)
def test_the_filter_reads_dates_of_all_eras(page: Page, typed: str, entries: list[str]) -> None:
    page.goto("/")
    page.get_by_label("Date", exact=True).fill(typed)
    page.get_by_label("Date", exact=True).press("Enter")
    links = page.locator(".tl-results a.tl-title")
    expect(links).to_have_count(len(entries))
    assert links.evaluate_all("links => links.map(link => link.pathname.split('/').at(-2))") == entries


def test_a_date_that_is_typed_before_the_data_are_loaded_is_read_when_they_are(page: Page) -> None:
    held: list[Route] = []
    page.route("**/view.json", lambda route: held.append(route))
    page.goto("/")
    field = page.get_by_label("Date", exact=True)
    with page.expect_request("**/view.json"):
        field.fill("March")
        field.press("Tab")
    expect(page).to_have_url(re.compile("/$"))
    assert field.evaluate("field => field.validationMessage") == ""
    held[0].continue_()
    expect(page).to_have_url(re.compile(r"\?on=March$"))
    expect(page.locator(".tl-results a.tl-title")).to_have_count(1)
    page.unroute_all()


def test_a_date_without_a_year_zooms_the_picture(page: Page) -> None:
    page.goto("/?on=March")
    expect(page.locator(".tl-results a.tl-title")).to_have_count(1)
    assert [entry for entry, place in marks(page) if 0 < place < 1280] == ["murder"]


def test_the_day_after_an_approximate_one_finds_it_and_says_so(page: Page) -> None:
    page.goto("/?on=1066-10-14")
    row = page.locator(".tl-results li")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("perhaps: its date is approximate")
    page.goto("/?on=1066-10-13")
    expect(row).to_have_count(1)
    expect(row).not_to_contain_text("perhaps")


@pytest.mark.parametrize(("typed", "entry"), [("44 BC", "murder"), ("15 March", "murder"), ("1066-10-14", "battle")])
def test_the_search_reads_them_too(page: Page, typed: str, entry: str) -> None:
    page.goto("/search/?q=" + typed)
    expect(page.locator("[data-search-results]")).to_have_attribute("aria-busy", "false", timeout=20_000)
    expect(page.locator("[data-search] [role=status]")).to_have_text(re.compile("^1 entry of this date"))
    expect(page.locator("[data-search-results] .tl-title").first).to_have_attribute("href", f"/timeline/entries/{entry}/")
