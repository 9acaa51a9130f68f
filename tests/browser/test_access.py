"""Access: axe, the keyboard, narrow screens and reduced motion, on every type of page, light and dark."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from support.browser_pages import Pages
from support.paths import ROOT
from timeline.project import load
from timeline.publish.page_types import address_of, page_types
from timeline.publish.render import render_pages
from timeline.publish.shown import page_variables

pytestmark = pytest.mark.shipped

# The page types of the templates, by name; pages with a view, and pages that no template makes, by address.
PAGES = [
    *(name for name in page_types() if name != "part"),  # no list is long
    "/?topics=air-strikes&on=2022-10",
    "/timeline/2022/10/?topics=air-strikes",
    "/timeline/entries/missile-strikes-10-october/?topics=air-strikes",
    "/timeline/places/",
    "/timeline/places/kherson/",
    "/about/",
    "/404.html",
]


@pytest.fixture(scope="session")
def longest_pages() -> dict[str, str]:
    """The address of the longest page of each type."""
    project = load(ROOT)
    texts, variables = dict(render_pages(project.chronology, project.site)), page_variables(project.chronology)
    found = {}
    for page_type in page_types().values():
        if not variables[page_type.rows]:
            continue
        paths = [page_type.path_of(shown.get(page_type.name)) for shown in variables[page_type.rows]]
        found[page_type.name] = "/" + address_of(max(paths, key=lambda path: len(texts[path])))
    return found


@pytest.fixture
def path(request: pytest.FixtureRequest, longest_pages: dict[str, str]) -> str:
    """A page of `PAGES`; of a type, the longest page."""
    return longest_pages.get(request.param, request.param)


@pytest.fixture(scope="module")
def desk(pages: Pages, address: str) -> Iterator[Page]:
    """One page for tests that open an address and only look."""
    with pages.lent(address) as page:
        yield page


@pytest.fixture(scope="module")
def narrow(pages: Pages, address: str) -> Iterator[Page]:
    """One page of 320 pixels, which is also what 200 % of 640 pixels comes to, for tests that only look."""
    with pages.lent(address) as page:
        page.set_viewport_size({"width": 320, "height": 700})
        yield page


def violations(page: Page, *rules: str) -> list[str]:
    """What axe finds on a page, by all of its rules or by some, with the beginning of the first elements."""
    options = {"resultTypes": ["violations"]}  # what is well is not described
    if rules:
        options["runOnly"] = [*rules]
    response = Axe().run(page, options=options).response
    return [f"{rule['id']}: {[node['html'][:160] for node in rule['nodes']][:3]}" for rule in response["violations"]]


def all_violations(page: Page) -> list[str]:
    """What axe finds on a light page, and in the colours of the dark one; the rest is the same in both."""
    found = violations(page)
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")  # what the theme's switch does, which a panel would lose
    page.wait_for_function("document.getAnimations().every(animation => animation.playState !== 'running')")
    return found + violations(page, "color-contrast", "link-in-text-block")


@pytest.mark.parametrize("path", PAGES, indirect=True)
def test_axe_finds_nothing(desk: Page, path: str) -> None:
    desk.goto(path)
    if "?" in path:
        expect(desk.locator(".tl-view output")).to_be_visible()
    if path == "/":
        desk.locator("summary", has_text="topics").click()
        expect(desk.locator("details[open] li").first).to_be_visible()
    assert all_violations(desk) == []


@pytest.mark.parametrize("path", ["home", "entry", "/timeline/places/kherson/", "/404.html"], indirect=True)
def test_no_page_asks_another_host(page: Page, path: str) -> None:
    """The fixture notes every request, also those that come when the picture and the search are used.

    For what comes with a page itself, `desk` notes it on each type of page. The search is the same on all of them.
    """
    page.goto(path)
    page.keyboard.press("/")
    page.keyboard.type("kherson")
    expect(page.locator("[data-search] [role=status]")).to_contain_text("entr")
    page.keyboard.press("Escape")
    if page.locator("dateline-chart").count():
        page.locator("dateline-chart").hover()
        page.locator(".tl-time a[tabindex]").first.wait_for()


@pytest.mark.parametrize("path", PAGES, indirect=True)
def test_nothing_sticks_out_at_320_pixels(narrow: Page, path: str) -> None:
    narrow.goto(path)
    if "?" in path:
        expect(narrow.locator(".tl-view output")).to_be_visible()
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.usefixtures("pages")  # those below are asked for by name
@pytest.mark.parametrize("fixture", ["page", "page_without_script"])
def test_all_parts_of_the_site_are_reached_by_keyboard_on_a_narrow_screen(
    request: pytest.FixtureRequest, address: str, fixture: str
) -> None:
    page: Page = request.getfixturevalue(fixture)
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/")
    places = page.locator(".md-tabs").get_by_role("link", name="Places")
    for _ in range(20):
        page.keyboard.press("Tab")
        if places.evaluate("link => link === document.activeElement"):
            break
    expect(places).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/timeline/places/")


def test_axe_finds_nothing_in_the_open_search(page: Page) -> None:
    page.goto("/timeline/2022/10/")
    page.keyboard.press("/")
    page.keyboard.type("kherson")
    expect(page.locator("[role=option]").first).to_be_visible()
    assert all_violations(page) == []


def test_nothing_moves_for_those_who_ask_for_that(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto("/?on=2022-10")
    expect(page.locator(".tl-view output")).to_be_visible()
    moving = page.evaluate("document.getAnimations().filter(one => one.effect.getComputedTiming().duration > 1).length")
    slow = page.evaluate(
        """[...document.querySelectorAll('article *, header *')].filter(one =>
             getComputedStyle(one).transitionDuration.split(',').some(time => parseFloat(time) > 0.01)).length"""
    )
    assert (moving, slow) == (0, 0)
