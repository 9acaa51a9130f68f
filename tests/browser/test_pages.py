"""The built site in a real browser: what a reader sees and does."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.shipped


def test_home(page: Page) -> None:
    page.goto("/")
    expect(page.locator("h1")).to_have_text("Kherson, 2022")
    assert re.search(r"\d+ entries from February to ", page.inner_text("article"))
    key = page.locator("h2:has-text('Key events') + .tl-list .tl-title")
    assert key.count() >= 4
    page.get_by_role("link", name="Saldo urges Kherson residents").first.click()
    expect(page).to_have_url(re.compile("/timeline/entries/saldo-appeal/$"))


def test_every_page_of_the_tabs_opens(page: Page) -> None:
    page.goto("/")
    for tab in page.locator(".md-tabs__link").evaluate_all("links => links.map(link => link.href)"):
        page.goto(tab)
        expect(page.locator("h1")).to_be_visible()


def test_an_entry_shows_its_disagreement(page: Page) -> None:
    page.goto("/timeline/entries/missile-strikes-10-october/")
    expect(page.locator(".tl-dateline .tl-date")).to_have_text("10 October 2022")
    expect(page.locator(".tl-dateline .tl-badge")).to_have_text("articles differ")
    newstuck = page.locator(".tl-evidence", has=page.get_by_role("heading", name=re.compile("Newstuck")))
    expect(newstuck.locator(".tl-when")).to_have_text("last week")
    expect(newstuck.locator(".tl-differs")).to_have_text("3 to 9 October 2022")
    missiles = page.locator("table", has_text="Missiles fired")
    assert [
        missiles.locator("tbody tr td:first-child").nth(row).inner_text() for row in range(missiles.locator("tbody tr").count())
    ] == [
        "75",
        "at least 83",
        "more than 100",
        "84",
    ]
    row = missiles.locator("tr", has_text="more than 100")
    expect(row).to_contain_text("Newstuck")


def test_from_the_passage_to_its_place_and_back(page: Page) -> None:
    page.goto("/timeline/entries/saldo-appeal/")
    newstuck = page.locator(".tl-evidence", has=page.get_by_role("heading", name=re.compile("Newstuck")))
    newstuck.get_by_role("link", name="in context").first.click()
    expect(page).to_have_url(re.compile("/timeline/articles/newstuck-saldo/#passage-saldo-appeal$"))
    passage = page.locator("#passage-saldo-appeal")
    expect(passage).to_be_in_viewport()
    expect(passage.locator(".tl-when")).to_have_text("on Thursday")
    background = passage.evaluate("element => getComputedStyle(element).backgroundColor")
    assert background not in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)")
    page.locator("#passage-saldo-appeal + .tl-ref").click()
    expect(page).to_have_url(re.compile("/timeline/entries/saldo-appeal/$"))


def test_the_flagship_attests_four_events(page: Page) -> None:
    page.goto("/timeline/articles/newstuck-saldo/")
    targets = page.locator(".tl-article .tl-ref").evaluate_all("links => links.map(link => link.pathname)")
    for event in ("annexation", "missile-strikes-10-october", "saldo-appeal", "european-sky-shield"):
        assert f"/timeline/entries/{event}/" in targets
    assert page.locator(".tl-passage").count() == len(targets)


def test_search_finds_saldo_and_lands_on_the_entry(page: Page) -> None:
    page.goto("/")
    page.get_by_role("combobox", name="Search").or_(page.get_by_role("searchbox", name="Search")).click()
    page.get_by_role("combobox", name="Search").press_sequentially("Saldo", delay=50)
    expect(page.get_by_role("option").first).to_have_attribute("href", re.compile("/people/vladimir-saldo/$"), timeout=20_000)
    entry = page.locator("[role=option][href*='/timeline/entries/']").first
    expect(entry).to_have_attribute("href", re.compile("/timeline/entries/saldo-"))
    entry.click()
    expect(page).to_have_url(re.compile(r"/timeline/entries/saldo-[a-z]+/"))
    expect(page.locator("h1")).to_contain_text("Saldo")


@pytest.mark.parametrize(
    "path",
    ["/", "/timeline/2022/10/", "/timeline/entries/annexation/", "/timeline/articles/newstuck-saldo/", "/timeline/people/"],
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_sticks_out_on_a_phone(page: Page, path: str, scheme: Literal["light", "dark"]) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme=scheme)
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate" if scheme == "dark" else "default")


def test_complete_without_script(page_without_script: Page) -> None:
    page = page_without_script
    page.goto("/timeline/")
    links = page.locator(".tl-title")
    assert links.count() >= 24
    links.first.click()
    expect(page.locator(".tl-evidence blockquote").first).to_be_visible()
