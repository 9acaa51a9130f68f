"""The maps in a real browser, from narrow to wide, with scripts and without."""

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from support.browser_pages import DESK, Pages
from support.sites import copy_built, leave_out, run, served, tool

pytestmark = pytest.mark.shipped

PLACES = "/timeline/places/"
PHONE = ViewportSize(width=390, height=844)
SMALLEST = ViewportSize(width=320, height=600)
# More places than a map has room for, beside those of the chronology: a grid round Kherson.
MANY = [(f"crowd-{number}", f"Crowded Place {number}", 46 + number % 15 / 9, 31 + number // 15 / 3) for number in range(150)]


@pytest.fixture(scope="module")
def crowded(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same site with an event in each of 150 further places. Of the pages that the tests do not open, many are left out."""
    root = copy_built(built_site, tmp_path_factory.mktemp("crowd") / "project")
    listed = "".join(f"  {id}:\n    name: {name}\n    lat: {lat:.4f}\n    lon: {lon:.4f}\n" for id, name, lat, lon in MANY)
    vocabulary = root / "content/vocabulary.yml"
    vocabulary.write_text(re.sub(r"^places:\n", f"places:\n{listed}", vocabulary.read_text(), flags=re.MULTILINE))
    heads = "".join(
        f"  {id}-event:\n    title: An event in {name}\n    when: 2022-10-13\n    places: [{name}]\n" for id, name, *_ in MANY
    )
    passages = "\n\n".join(f"[Something happened in {name}]{{event={id}-event}}." for id, name, *_ in MANY)
    article = "title: Much happened\npublisher: Reuters\nurl: https://example.org/much\npublished: 2022-10-13\nlanguage: en\n"
    text = f"---\n{article}text: brief\nevents:\n{heads}---\n\n{passages}\n"
    (root / "content/articles/2022/much.md").write_text(text)
    leave_out(root, "/timeline/*/*.md", "!/timeline/*/index.md")
    done = run(tool("mkdocs"), "build", cwd=root)
    assert done.returncode == 0, done.stderr
    with served(root / "site") as found:
        yield found


@pytest.fixture(params=["with scripts", "without scripts"])
def page(pages: Pages, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page that fails its test if anything is asked of another host or is missing."""
    with pages.lent(address, java_script_enabled=request.param == "with scripts") as found:
        yield found


@pytest.fixture
def page_with_script(pages: Pages, address: str) -> Iterator[Page]:
    with pages.lent(address, java_script_enabled=True) as found:
        yield found


@pytest.fixture
def page_of_crowd(pages: Pages, crowded: str) -> Iterator[Page]:
    with pages.lent(crowded) as found:
        yield found


def drawing(page: Page) -> Locator:
    """The one of the two drawings that is to be seen."""
    return page.locator(".tl-region svg").filter(visible=True)


# Without the halo round letters, which may touch another one.
BOXES = """elements => elements.filter(element => element.checkVisibility({ visibilityProperty: true })).map(element => {
    const box = element.getBBox(), on = element.getScreenCTM();
    const at = (x, y) => new DOMPoint(x, y).matrixTransform(on);
    const first = at(box.x, box.y), last = at(box.x + box.width, box.y + box.height);
    return { left: first.x, top: first.y, right: last.x, bottom: last.y };
})"""


def boxes(found: Locator) -> list[dict[str, float]]:
    """Left, top, right and bottom of each SVG element that is to be seen, in pixels of the screen."""
    return found.evaluate_all(BOXES)


def meet(one: dict[str, float], other: dict[str, float]) -> bool:
    across = one["left"] < other["right"] and other["left"] < one["right"]
    return across and one["top"] < other["bottom"] and other["top"] < one["bottom"]


@pytest.mark.parametrize("size", [SMALLEST, PHONE, DESK])
def test_one_drawing_is_shown_and_it_fits(page: Page, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(PLACES)
    expect(drawing(page)).to_have_count(1)
    (water,) = boxes(drawing(page).locator(".tl-water"))
    assert 0 <= water["left"] < water["right"] <= size["width"]
    assert water["right"] - water["left"] > size["width"] * 0.6


def test_pins_agree_with_the_list_and_with_the_pages(page: Page) -> None:
    page.goto(PLACES)
    items = page.locator(".tl-index li")
    listed = {
        item.locator("a").inner_text(): item.locator(".tl-number").inner_text()
        for item in (items.nth(number) for number in range(items.count()))
    }
    pins = drawing(page).locator("a")
    names = [pins.nth(number).get_attribute("aria-label").split(": ") for number in range(pins.count())]
    beyond = page.locator(".tl-beyond li")
    names += [
        [beyond.nth(number).locator("a").inner_text(), beyond.nth(number).locator(".tl-number").inner_text()]
        for number in range(beyond.count())
    ]
    assert dict(names) == listed
    assert len(names) == len(listed)
    page.get_by_role("link", name="Kherson: 12 entries").filter(visible=True).locator(".tl-spot").click()
    expect(page).to_have_url(re.compile("/timeline/places/kherson/$"))
    expect(page.locator(".tl-list li")).to_have_count(12)


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_tab_reaches_each_pin_and_shows_its_name(page: Page, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(PLACES)
    pins = drawing(page).locator("a")
    pins.first.focus()
    for number in range(pins.count()):
        pin = pins.nth(number)
        expect(pin).to_be_focused()
        expect(pin.locator("text")).to_be_visible()
        stroke = pin.locator(".tl-reach")
        expect(stroke).to_have_css("stroke-width", "2px")
        expect(stroke).not_to_have_css("stroke", "none")
        page.keyboard.press("Tab")
    expect(pins.last).not_to_be_focused()


@pytest.mark.parametrize("size", [SMALLEST, PHONE, DESK])
@pytest.mark.usefixtures("pages")  # those below are asked for by name
@pytest.mark.parametrize("fixture", ["page_with_script", "page_of_crowd"])
def test_names_do_not_overlap(size: ViewportSize, fixture: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(fixture)
    page.set_viewport_size(size)
    page.goto(PLACES)
    (frame,) = boxes(drawing(page).locator(".tl-water"))
    names = boxes(drawing(page).locator("text"))
    assert len(names) >= 8
    assert [(one, other) for one, other in combinations(names, 2) if meet(one, other)] == []
    for name in names:
        assert name["left"] >= frame["left"]
        assert name["right"] <= frame["right"]


@pytest.mark.parametrize("size", [SMALLEST, PHONE, DESK])
def test_letters_can_be_read(page: Page, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    for path in (PLACES, "/timeline/entries/referendums/"):
        page.goto(path)
        shown = page.locator(".tl-map svg").filter(visible=True).first
        width = shown.bounding_box()["width"] / float(shown.get_attribute("viewBox").split()[2])
        assert 10.5 <= width * float(shown.get_attribute("font-size")) <= 18


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_no_pin_lies_under_another(page: Page, size: ViewportSize) -> None:
    """What is pressed in the middle of a dot is its own link."""
    page.set_viewport_size(size)
    page.goto(PLACES)
    pins = drawing(page).locator("a")
    for number in range(pins.count()):
        pins.nth(number).locator(".tl-spot").click(trial=True, timeout=5000)


def test_a_crowd_is_drawn_in_part_and_the_page_says_so(page_of_crowd: Page) -> None:
    page = page_of_crowd
    page.goto(PLACES)
    expect(drawing(page).locator("a")).to_have_count(120)
    expect(page.locator(".tl-region figcaption")).to_contain_text("The map shows the 120 places with the most entries")
    assert page.locator(".tl-index li").count() > 150
    assert page.evaluate("document.querySelectorAll('*').length - document.querySelectorAll('.tl-index *').length") <= 1500
    page.set_viewport_size(PHONE)
    expect(drawing(page).locator("a")).to_have_count(60)
    expect(page.locator(".tl-region figcaption")).to_contain_text("The map shows the 60 places", use_inner_text=True)


def test_beyond_the_map(page: Page) -> None:
    page.goto(PLACES)
    expect(page.locator(".tl-beyond svg .tl-frame")).to_be_visible()
    page.locator(".tl-beyond").get_by_role("link", name="UN headquarters in New York").click()
    expect(page.locator("h1")).to_have_text("UN headquarters in New York")
    expect(page.locator(".tl-detail .tl-spot")).to_have_count(1)
    expect(page.locator(".tl-detail a")).to_have_count(0)  # the page that it would lead to is this one


def test_an_entry_shows_its_places(page: Page) -> None:
    page.goto("/timeline/entries/referendums/")
    pins = page.locator(".tl-detail").get_by_role("link")
    places = page.locator(".tl-names", has_text="Places").locator("a")
    assert sorted(pins.nth(number).get_attribute("aria-label") for number in range(pins.count())) == sorted(
        places.all_inner_texts()
    )
    pins.filter(has_text="Luhansk").locator("text").click()
    expect(page.locator("h1")).to_have_text("Luhansk")


def test_an_entry_without_places_has_no_map(page: Page) -> None:
    page.goto("/timeline/entries/partial-mobilisation/")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".tl-map")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [PLACES, "/timeline/places/kherson/", "/timeline/entries/referendums/"])
def test_nothing_sticks_out_on_the_smallest_screen(page_with_script: Page, path: str, scheme: Literal["light", "dark"]) -> None:
    page = page_with_script
    page.set_viewport_size(SMALLEST)
    page.emulate_media(color_scheme=scheme)
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    water = page.locator(".tl-water").filter(visible=True).first
    expect(water).to_have_css("fill", "rgb(27, 34, 38)" if scheme == "dark" else "rgb(230, 235, 236)")
