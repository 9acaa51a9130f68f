"""The view in a real browser: filters, the address, the picture of time and the list, by mouse, by finger and by keyboard."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browser_pages import Pages
from support.paths import ROOT
from support.sites import leave_out, run, served, tool
from timeline.dates import parse, wording
from timeline.model.chronology import Chronology
from timeline.model.entry import Entry
from timeline.project import load
from timeline.publish.spellings import folded

pytestmark = pytest.mark.shipped


@pytest.fixture(scope="module")
def chronology() -> Chronology:
    return load(ROOT).chronology


def about(chronology: Chronology, *ids: str) -> list[Entry]:
    """The entries that bear all of these names."""
    return [entry for entry in chronology.entries if {*ids} <= {name.id for name in entry.names}]


def listed(page: Page) -> list[str]:
    """Ids of the entries in the list of the view."""
    links = page.locator(".tl-results a.tl-title")
    return links.evaluate_all("links => links.map(link => link.pathname.split('/').at(-2))")


def lists(page: Page, entries: list[str]) -> None:
    """The list of the view shows these entries, at once or soon."""
    expect(page.locator(".tl-results a.tl-title")).to_have_count(len(entries))
    assert listed(page) == entries


def drawn(page: Page) -> list[str]:
    """Ids of the entries in the picture."""
    return page.locator(".tl-time a.tl-mark").evaluate_all(
        "marks => marks.map(mark => mark.href.baseVal.split('?')[0].split('/').at(-2))"
    )


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def ids(entries: list[Entry]) -> list[str]:
    return [entry.id for entry in entries]


def pick(page: Page, kind: str, name: str) -> None:
    page.locator("summary", has_text=re.compile(f"^{kind}$")).click()
    page.locator("details[open]").get_by_label(re.compile(f"^{re.escape(name)}")).click()
    page.keyboard.press("Escape")


def test_nothing_is_loaded_for_the_view_until_it_is_used(page: Page, asked: list[str]) -> None:
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "view.json" in url]
    page.locator("dateline-chart").hover()
    page.locator(".tl-time a[tabindex]").first.wait_for()
    assert len([url for url in asked if "view.json" in url]) == 1


def test_filters_combine_and_stand_in_the_address(page: Page, chronology: Chronology) -> None:
    page.goto("/")
    pick(page, "topics", "Air strikes")
    expect(page.locator(".tl-view output")).to_have_text(
        f"{len(about(chronology, 'air-strikes'))} of {len(chronology.entries)} entries"
    )
    pick(page, "places", "Kyiv")
    both = about(chronology, "air-strikes", "kyiv")
    assert 0 < len(both) < len(about(chronology, "air-strikes"))
    expect(page.locator(".tl-view output")).to_have_text(re.compile(f"^{len(both)} of "))
    assert query(page) == {"topics": ["air-strikes"], "places": ["kyiv"]}
    lists(page, ids(both))
    assert drawn(page) == ids(both)
    page.reload()
    lists(page, ids(both))


def test_each_choice_says_how_many_entries_it_leaves(page: Page, chronology: Chronology) -> None:
    page.goto("/?topics=air-strikes")
    page.locator("summary", has_text=re.compile("^people$")).click()
    expect(page.locator("details[open] li").first).to_be_visible()
    shown = page.locator("details[open] li").all_inner_texts()
    found = Counter(name.name for entry in about(chronology, "air-strikes") for name in entry.named("people"))
    assert {re.sub(r"\s*\d+$", "", text).strip(): int(text.split()[-1]) for text in shown} == found
    counts = [int(text.split()[-1]) for text in shown]
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize("spelling", ["Kiev", "Київ", "kyiv"])
def test_another_spelling_finds_the_name(page: Page, spelling: str) -> None:
    page.goto("/")
    page.locator("summary", has_text=re.compile("^places$")).click()
    page.locator("details[open] input[type=search], details[open] input:not([type=checkbox])").first.fill(spelling)
    expect(page.locator("details[open] li label").filter(has_text="Kyiv")).to_be_visible()


@pytest.mark.parametrize("words", ["Zelenskyy", "Зеленський", "ZELENSKY"])
def test_words_of_another_spelling(page: Page, chronology: Chronology, words: str) -> None:
    page.goto(f"/?words={words}")
    expect(page.locator(".tl-results a.tl-title").first).to_be_visible()
    assert {entry.id for entry in about(chronology, "volodymyr-zelensky")} <= set(listed(page))


def test_words_are_folded_alike_in_python_and_in_the_browser(page: Page) -> None:
    texts = ["Łódź", "Přerov", "STRASSE Straße", "Đorđe Ærø Þór", "Diyarbakır", "Київ", "ﬁ İ", "Ñandú"]
    page.goto("/about/")
    fold = "async texts => { const { fold } = await import('/assets/words.js'); return texts.map(fold); }"
    assert page.evaluate(fold, texts) == [folded(text) for text in texts]


def test_one_click_clears_one_filter_and_leaves_the_others(page: Page) -> None:
    page.goto("/?topics=air-strikes&places=kyiv&on=2022-10")
    page.get_by_role("button", name="Remove Kyiv").click()
    expect(page).to_have_url(re.compile(r"\?topics=air-strikes&on=2022-10$"))
    page.get_by_role("button", name="Clear all").click()
    expect(page).to_have_url(re.compile(r"/$"))
    expect(page.locator(".tl-static")).to_be_visible()
    expect(page.locator(".tl-view")).to_be_hidden()


def test_who_takes_a_filter_off_by_keyboard_goes_on_from_there(page: Page) -> None:
    page.goto("/?topics=air-strikes&places=kyiv")
    page.get_by_role("button", name="Remove Air strikes").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Remove Kyiv")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("summary", has_text="people")).to_be_focused()


def test_without_its_data_the_view_says_so_and_can_be_tried_again(page: Page) -> None:
    page.route("**/view.json", lambda route: route.abort())
    page.goto("/?topics=air-strikes")
    expect(page.locator(".tl-view output")).to_have_text("The entries could not be loaded.")
    expect(page.locator(".tl-static")).to_be_visible()
    page.unroute("**/view.json")
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator(".tl-view")).to_be_hidden()


def test_a_list_does_not_jump_when_the_view_comes(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address, viewport={"width": 390, "height": 800})
    page.add_init_script(
        """window.shifts = [];
        new PerformanceObserver(list => shifts.push(...list.getEntries().map(one => one.value)))
          .observe({type: "layout-shift", buffered: true});"""
    )
    page.goto("/timeline/2022/10/?people=vladimir-putin")
    expect(page.locator(".tl-view output")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("shifts.reduce((sum, one) => sum + one, 0)") < 0.1
    page.close()


def test_the_way_back_takes_a_filter_off(page: Page) -> None:
    page.goto("/")
    pick(page, "topics", "Air strikes")
    expect(page.locator(".tl-view output")).to_be_visible()
    page.go_back()
    expect(page.locator(".tl-view")).to_be_hidden()
    page.go_forward()
    expect(page.locator(".tl-view output")).to_be_visible()


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        # Known to the month, so that it may have been on any of its days.
        ("2022-04-02", ["saldo-installed"]),
        ("2022-03-03", ["kherson-captured"]),
        ("2022-11-11", ["kherson-retaken"]),
        ("2022-03", ["kherson-captured"]),
        ("2021", []),
        ("2022-02-24/2022-04-01", ["invasion-begins", "kherson-captured", "saldo-installed"]),
    ],
)
def test_a_date_admits_what_may_have_been_then(page: Page, on: str, expected: list[str]) -> None:
    page.goto(f"/?on={on}")
    expect(page.locator(".tl-view output")).to_have_text(re.compile(f"^{len(expected)} of"))
    lists(page, expected)


def test_a_date_as_people_type_it(page: Page, chronology: Chronology) -> None:
    page.goto("/")
    field = page.get_by_label("Date", exact=True)
    field.fill("11 November 2022")
    field.press("Enter")
    lists(page, ["kherson-retaken"])
    field.fill("Friday, Nov. 11, 2022")
    field.press("Enter")
    lists(page, ["kherson-retaken"])
    field.fill("11 November 2022")
    field.press("Enter")
    for unread in ("soon", "9/10/2022"):
        field.fill(unread)
        field.press("Tab")
        assert "13 October 2022" in field.evaluate("field => field.validationMessage")
        expect(field).to_have_attribute("aria-invalid", "true")
        assert query(page) == {"on": ["11 November 2022"]}
    lists(page, ["kherson-retaken"])
    (retaken,) = [entry for entry in chronology.entries if entry.id == "kherson-retaken"]
    pick(page, "topics", retaken.named("topics")[0].name)
    assert query(page)["on"] == ["11 November 2022"]


def test_words_of_summaries_are_found(page: Page, chronology: Chronology) -> None:
    page.goto("/?words=truck")
    lists(page, [entry.id for entry in chronology.entries if "truck" in f"{entry.title} {entry.summary}".lower()])
    assert "crimea-bridge-explosion" in listed(page)


def test_words_of_title_date_and_names_are_found_without_their_accents(page: Page, chronology: Chronology) -> None:
    page.goto("/")
    page.get_by_label("Words", exact=True).press_sequentially("przewodow november")
    lists(page, ["przewodow-missile"])
    assert query(page) == {"words": ["przewodow november"]}
    expect(page.get_by_label("Words", exact=True)).to_be_focused()


def test_certainty_is_a_filter(page: Page, chronology: Chronology) -> None:
    page.goto("/?certainty=differ")
    differing = [entry.id for entry in chronology.entries if entry.conflict]
    lists(page, differing)
    expect(page.locator(".tl-results .tl-badge")).to_have_count(len(differing))


def test_what_is_not_there_is_named_and_can_be_cleared(page: Page) -> None:
    page.goto("/?people=nobody&on=non/sense")
    expect(page.locator(".tl-view output")).to_have_text(re.compile("^0 of"))
    expect(page.locator(".tl-results li")).to_have_text("No matching entries. Remove a filter.")
    page.get_by_role("button", name="Remove nobody").click()
    expect(page.locator(".tl-view output")).to_have_text(re.compile("^0 of"))  # a date that cannot be read admits nothing
    page.get_by_role("button", name="Remove non/sense").click()
    expect(page.locator(".tl-static")).to_be_visible()


def test_hostile_addresses_are_shown_as_text(page: Page) -> None:
    page.goto('/?people=<img src=x onerror="document.title=1">&words=<b>&on=<i>/<i>')
    expect(page.locator(".tl-view output")).to_have_text(re.compile("^0 of"))
    expect(page.locator(".tl-view .tl-part").first).to_have_text('<img src=x onerror="document.title=1">')
    assert page.locator(".tl-view img, .tl-view b, .tl-view i").count() == 0


def test_the_view_goes_along_to_other_pages(page: Page, chronology: Chronology) -> None:
    page.goto("/?topics=air-strikes")
    strikes = about(chronology, "air-strikes")
    page.locator(".tl-results a.tl-title").nth(1).click()
    expect(page).to_have_url(re.compile(f"/entries/{strikes[1].id}/\\?topics=air-strikes$"))
    near = page.locator(".tl-view p").first
    expect(near).to_contain_text(strikes[0].title)
    expect(near).to_contain_text(strikes[2].title)
    near.get_by_role("link", name=strikes[2].title).click()
    expect(page).to_have_url(re.compile(f"/entries/{strikes[2].id}/\\?topics=air-strikes$"))
    page.get_by_role("link", name="Chronology").first.click()
    expect(page).to_have_url(re.compile(r"/timeline/\?topics=air-strikes$"))
    expect(page.locator(".tl-list li:visible")).to_have_count(len(strikes))
    headings = page.locator("article h3:visible").all_inner_texts()
    assert headings == list(dict.fromkeys(wording(parse(entry.when.text[:7])) for entry in strikes))
    page.goto("/timeline/2022/10/?topics=air-strikes")
    october = [entry for entry in strikes if entry.when.text.startswith("2022-10")]
    expect(page.locator(".tl-list li:visible")).to_have_count(len(october))
    listed_there = page.locator(".tl-list li").count()
    counts = f"{len(october)} of {listed_there} entries here, {len(strikes)} of {len(chronology.entries)} entries in the view"
    expect(page.locator(".tl-view output")).to_have_text(counts)
    page.get_by_role("button", name="Clear all").click()
    expect(page).to_have_url(re.compile(r"/timeline/2022/10/$"))
    assert page.locator(".tl-list li:visible").count() > len(october)
    page.get_by_role("link", name="Chronology").first.click()
    expect(page).to_have_url(re.compile(r"/timeline/$"))


def test_the_view_goes_along_from_maps_too_and_comes_back_with_forward(page: Page) -> None:
    page.goto("/timeline/places/?topics=air-strikes")
    pin = page.locator("a.tl-pin:visible").first
    expect(pin).to_have_attribute("href", re.compile(r"\?topics=air-strikes$"))
    page.goto("/")
    pick(page, "topics", "Air strikes")
    page.locator(".tl-results a.tl-title").first.click()
    expect(page.locator("h1")).to_contain_text("Missiles")
    page.evaluate("setTimeout(() => history.go(-2))")  # after the answer, which the next page would cut off
    expect(page).to_have_url(re.compile("/$"))
    page.go_forward()
    expect(page.locator(".tl-view output")).to_be_visible()


def test_panels_of_the_filters_stay_on_a_narrow_screen(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/")
    for kind in ("people", "organisations", "places", "topics", "publishers", "certainty"):
        page.locator("summary", has_text=re.compile(f"^{kind}$")).click()
        expect(page.locator("details[open] li").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == 390, kind


def test_copy_this_view(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto("/?topics=air-strikes&on=2022-10")
    page.get_by_role("button", name="Copy this view").click()
    expect(page.locator(".tl-said")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}/?topics=air-strikes&on=2022-10"
    context.close()


def test_the_picture_is_there_without_script(page_without_script: Page, chronology: Chronology) -> None:
    page = page_without_script
    page.goto("/")
    marks = page.locator(".tl-time a.tl-mark")
    expect(marks).to_have_count(len(chronology.entries))
    expect(page.locator(".tl-filters")).to_be_hidden()
    expect(page.locator(".tl-zoom, .tl-view")).to_have_count(0)
    page.locator("summary", has_text="List by month").click()
    expect(page.locator(".tl-months").get_by_role("link", name=re.compile("October"))).to_be_visible()
    marks.filter(has_text="Explosion damages the Crimean Bridge").first.click()
    expect(page).to_have_url(re.compile("/timeline/entries/crimea-bridge-explosion/$"))


def test_the_first_picture_with_script_is_the_one_without(page: Page) -> None:
    """What Python draws and what the script draws must not drift apart."""

    def picture(found: Page) -> list[list[str]]:
        return found.locator(".tl-time a").evaluate_all(
            """marks => marks.map(mark => {
                 const [title, figure, text] = mark.children;
                 const tenths = name => Math.round(10 * parseFloat(figure.getAttribute(name) ?? 0));
                 return [mark.getAttribute('class'), title.textContent, ...['cx', 'cy', 'x', 'y', 'width'].map(tenths),
                         text?.getAttribute('text-anchor') ?? 'start', text?.textContent];
               })"""
        )

    page.goto("/")
    before = picture(page)
    labels = page.locator(".tl-tick text").all_text_contents()
    page.locator("dateline-chart").hover()
    page.locator(".tl-time a[tabindex]").first.wait_for()
    after = picture(page)
    assert [mark[:2] + mark[-2:] for mark in after] == [mark[:2] + mark[-2:] for mark in before]
    for one, other in zip(before, after, strict=True):
        assert all(abs(a - b) <= 1 for a, b in zip(one[2:-2], other[2:-2], strict=True)), (one, other)
    assert page.locator(".tl-tick text").all_text_contents() == labels


def test_titles_in_the_picture_can_be_read_and_key_events_are_told_apart(page: Page) -> None:
    page.goto("/")
    colours = """(mark, of) => getComputedStyle(of ? mark.querySelector(of) : document.body)[of ? 'fill' : 'backgroundColor']"""
    plain = page.locator("a.tl-dot:not(.tl-main)", has=page.locator("text")).first
    key = page.locator("a.tl-dot.tl-main", has=page.locator("text")).first
    ink, accent = plain.evaluate(colours, "circle"), key.evaluate(colours, "circle")
    ground = plain.evaluate(colours)
    assert len({ink, accent, ground}) == 3
    assert plain.evaluate(colours, "text") == page.locator("body").evaluate("body => getComputedStyle(body).color")
    assert key.evaluate(colours, "text") == accent


def test_zoom_and_pan_by_buttons_and_the_list_follows(page: Page) -> None:
    page.goto("/")
    page.locator("dateline-chart").hover()
    page.get_by_role("button", name="Zoom in").click()
    expect(page).to_have_url(re.compile(r"\?on=2022-\d\d-\d\d%2F2022-\d\d-\d\d$"))
    first, address = listed(page), page.url
    assert first == drawn(page)
    page.get_by_role("button", name="Zoom in").click()
    expect(page).not_to_have_url(address)
    assert set(listed(page)) < set(first)
    page.get_by_role("button", name="Show all dates").click()
    expect(page).to_have_url(re.compile(r"/$"))


def test_zoom_by_wheel_only_when_it_is_meant(page: Page) -> None:
    page.goto("/")
    box = page.locator(".tl-time").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.8, box["y"] + 60)
    page.locator(".tl-time a[tabindex]").first.wait_for()
    page.mouse.wheel(0, 300)
    page.wait_for_function("scrollY > 0")
    assert not query(page)
    page.evaluate("scrollTo(0, 0)")
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    expect(page).to_have_url(re.compile(r"\?on="))
    first, last = query(page)["on"][0].split("/")
    # Zoomed to 1/e of the time, round a place in the middle of October.
    assert "2022-07" < first < "2022-09" and "2022-10-31" < last < "2022-12-15"


def test_drag_moves_the_window_and_does_not_open_an_entry(page: Page) -> None:
    page.goto("/?on=2022-10")
    mark = page.locator(".tl-time a[tabindex]").first
    mark.wait_for()
    box = mark.locator("circle, rect").bounding_box()
    page.mouse.move(box["x"] + 4, box["y"] + 4)
    page.mouse.down()
    page.mouse.move(box["x"] + 204, box["y"] + 4, steps=5)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"\?on=2022-09-\d\d%2F2022-10-\d\d$"))
    first, last = query(page)["on"][0].split("/")
    assert first < "2022-10-01" and last < "2022-10-31"
    page.locator(".tl-time a.tl-mark circle").first.click()
    expect(page).to_have_url(re.compile("/timeline/entries/"))


@pytest.mark.parametrize("loaded", [True, False], ids=["later", "as the first thing that is done"])
def test_two_fingers_zoom(browser: Browser, address: str, loaded: bool) -> None:
    context = browser.new_context(base_url=address, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto("/?on=2022" if loaded else "/")
    if loaded:
        page.locator(".tl-time a[tabindex]").first.wait_for()
    box = page.locator(".tl-time").bounding_box()
    fingers = context.new_cdp_session(page)

    def touch(kind: str, *places: float) -> None:
        points = [{"x": box["x"] + place, "y": box["y"] + 100, "id": number} for number, place in enumerate(places)]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 150, 200)
    page.locator(".tl-time a[tabindex]").first.wait_for()
    for step in range(1, 6):
        touch("touchMove", 150 - 20 * step, 200 + 20 * step)
    touch("touchEnd")
    expect(page).to_have_url(re.compile(r"\?on=2022-\d\d-\d\d%2F"))
    first, last = query(page)["on"][0].split("/")
    assert first > "2022-02-24" and last < "2022-12-01"
    context.close()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_titles_in_the_picture_do_not_overlap(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for address_of_view in ("/?on=2022", "/?on=2022-10", "/?topics=air-strikes"):
        page.goto(address_of_view)
        page.locator(".tl-time a[tabindex]").first.wait_for()
        boxes = page.locator(".tl-mark text").evaluate_all(
            "texts => texts.map(text => text.getBoundingClientRect()).map(box => [box.left, box.right, box.top, box.bottom])"
        )
        assert boxes
        for place, (left, right, top, bottom) in enumerate(boxes):
            for other in boxes[place + 1 :]:
                assert right <= other[0] or other[1] <= left or bottom - 3 <= other[2] or other[3] - 3 <= top, (
                    width,
                    address_of_view,
                )


def test_the_picture_is_one_stop_for_the_keyboard(page: Page) -> None:
    page.goto("/")
    page.locator("dateline-chart").hover()
    page.locator(".tl-time a[tabindex]").first.wait_for()
    assert page.locator('.tl-time a[tabindex="0"]').count() == 1
    page.locator('.tl-time a[tabindex="0"]').focus()
    for key, event in (("ArrowRight", "kherson-captured"), ("ArrowRight", "saldo-installed"), ("ArrowLeft", "kherson-captured")):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.dataset.key") == event
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.dataset.key") == "kherson-shelling-24-december"
    page.keyboard.press("+")
    expect(page).to_have_url(re.compile(r"\?on="))
    assert page.evaluate("document.activeElement.closest('.tl-time') !== null")
    address = page.url
    page.keyboard.press("Shift+ArrowRight")
    expect(page).not_to_have_url(address)
    assert page.url > address
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(r"/$"))
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/timeline/entries/invasion-begins/$"))


def test_who_comes_by_keyboard_keeps_the_mark_when_the_script_draws(page: Page) -> None:
    page.goto("/")
    page.locator(".tl-time a.tl-mark").nth(3).focus()
    page.locator(".tl-time a[tabindex]").first.wait_for()
    assert page.evaluate("document.activeElement.dataset.key") == "counter-offensive-announced"
    page.keyboard.press("+")  # zooms round it
    expect(page).to_have_url(re.compile(r"\?on="))
    assert page.evaluate("document.activeElement.dataset.key") == "counter-offensive-announced"


def test_after_a_drag_the_keyboard_opens_entries_and_a_released_pointer_moves_nothing(page: Page) -> None:
    page.goto("/?on=2022-10")
    page.locator(".tl-time a[tabindex]").first.wait_for()
    box = page.locator(".tl-time").bounding_box()
    page.mouse.move(box["x"] + 600, box["y"] + 150)
    page.mouse.down(button="right")
    page.mouse.move(box["x"] + 500, box["y"] + 150)
    page.mouse.up(button="right")
    page.mouse.move(box["x"] + 500, box["y"] + 190)
    page.mouse.down()
    page.mouse.move(box["x"] + 500, box["y"] + 400)  # straight down, out of the picture
    page.mouse.up()
    page.mouse.move(box["x"] + 500, box["y"] + 150)
    page.mouse.move(box["x"] + 300, box["y"] + 150)
    page.wait_for_timeout(200)
    assert query(page) == {"on": ["2022-10"]}
    page.mouse.down()
    page.mouse.move(box["x"] + 350, box["y"] + 150, steps=3)
    page.mouse.up()
    expect(page).not_to_have_url(re.compile(r"on=2022-10$"))
    page.locator('.tl-time a[tabindex="0"]').focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/timeline/entries/"))


def test_typing_the_id_of_a_choice_does_not_take_the_focus_away(page: Page) -> None:
    page.goto("/")
    page.locator("summary", has_text=re.compile("^places$")).click()
    expect(page.locator("details[open] li").first).to_be_visible()
    page.get_by_label("Find in places").press_sequentially("kherson")
    expect(page.get_by_label("Find in places")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("details[open]")).to_have_count(0)  # it does not lie over what has the focus


def test_all_of_a_view_is_done_by_keyboard(page: Page) -> None:
    page.goto("/")
    page.locator("summary", has_text=re.compile("^topics$")).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("air str")
    expect(page.locator("details[open] li")).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"\?topics=air-strikes$"))
    assert page.evaluate("document.activeElement.value") == "air-strikes"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "topics"
    expect(page.locator("details[open]")).to_have_count(0)


def test_pointing_at_an_entry_marks_it_in_the_list_and_in_the_picture(page: Page) -> None:
    page.goto("/?topics=air-strikes")
    page.locator(".tl-results li").nth(1).hover()
    expect(page.locator(".tl-time a.tl-on")).to_have_count(1)
    assert page.locator(".tl-time a.tl-on").get_attribute("data-key") == listed(page)[1]


def test_a_view_prints_whole_and_says_what_it_is(page: Page, chronology: Chronology) -> None:
    page.goto("/?certainty=differ")
    expect(page.locator(".tl-results li").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".tl-view output")).to_be_visible()
    expect(page.locator(".tl-part")).to_be_visible()
    for hidden in (".tl-filters", ".tl-zoom", ".tl-button", ".md-tabs", ".md-header__button"):
        assert page.locator(f"{hidden}:visible").count() == 0, hidden
    expect(page.locator(".tl-address")).to_be_visible()
    expect(page.locator(".tl-address")).to_have_text(page.url)
    spelled = page.locator(".tl-results a.tl-title").first.evaluate("link => getComputedStyle(link, '::after').content")
    assert spelled == f'" <{page.url.split("?")[0]}timeline/entries/{listed(page)[0]}/>"'


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with 210 entries, too many for marks. Only the pages that the tests open are built."""
    root = tmp_path_factory.mktemp("many") / "project"
    made = run(tool("python"), ROOT / "bench/synthetic.py", "210", root, cwd=ROOT)
    assert made.returncode == 0, made.stderr
    leave_out(root, "/timeline/*/*.md", "!/timeline/*/index.md", "!/timeline/entries/*.md")
    done = run(tool("mkdocs"), "build", cwd=root)
    assert done.returncode == 0, done.stderr
    with served(root / "site") as found:
        yield found


@pytest.fixture
def page_of_many(pages: Pages, many: str) -> Iterator[Page]:
    with pages.lent(many) as found:
        yield found


def bars(page: Page) -> list[tuple[str, list[float]]]:
    """Each bar: what it says, and its edges and heights in tenths of a per cent or pixels."""
    return page.locator(".tl-time a.tl-bar").evaluate_all(
        """bars => bars.map(bar => [bar.querySelector('title').textContent,
             ['x', 'y', 'width', 'height'].flatMap(name =>
               [...bar.querySelectorAll('rect')].map(rect => parseFloat(rect.getAttribute(name) ?? 0)))])"""
    )


def test_the_first_bars_with_script_are_those_without(page_of_many: Page) -> None:
    page = page_of_many
    page.goto("/")
    before = bars(page)
    assert 20 < len(before) <= 130
    page.locator("dateline-chart").hover()
    page.locator(".tl-time a[tabindex]").first.wait_for()
    after = bars(page)
    assert len(after) == len(before)
    for (said, one), (said_after, other) in zip(before, after, strict=True):
        assert said == said_after
        assert one == pytest.approx(other, abs=0.6)


def test_a_bar_zooms_into_its_time_until_there_are_marks(page_of_many: Page) -> None:
    page = page_of_many
    page.goto("/")
    page.locator("dateline-chart").hover()
    page.locator(".tl-time a[tabindex]").first.wait_for()
    highest = max(bars(page), key=lambda bar: bar[1][-2])[0]
    page.locator("a.tl-bar", has_text=highest).click()
    expect(page).to_have_url(re.compile(r"\?on=\d{4}$"))
    count = int(page.locator(".tl-view output").inner_text().split()[0])
    assert count >= int(re.search(r": (\d+)", highest)[1])
    assert page.locator("a.tl-mark").count() == (count if count <= 60 else 0)


def test_a_long_list_is_cut_until_it_is_asked_for_or_printed(page_of_many: Page) -> None:
    page = page_of_many
    page.goto("/?certainty=day")
    rows = page.locator(".tl-results li")
    expect(rows).to_have_count(50)
    total = int(page.locator(".tl-view output").inner_text().split()[0])
    button = page.get_by_role("button", name=f"Show {total - 50} more")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(rows).to_have_count(total)
    expect(button).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(rows).to_have_count(50)
    button.click()
    expect(rows).to_have_count(total)
    page.get_by_label("Words", exact=True).fill("the")  # what was asked for does not hold for the next view
    expect(rows).to_have_count(50)


def test_hundreds_of_pages_are_loaded_for_print_only_if_the_reader_says_so(browser: Browser, many: str) -> None:
    page = browser.new_page(base_url=many)
    page.goto("/?on=1900/2100")
    page.evaluate("() => { window.printed = 0; window.print = () => printed++; }")
    expect(page.locator(".tl-results li")).to_have_count(50)
    total = int(page.locator(".tl-view output").inner_text().split()[0])
    assert total > 200
    asked: list[str] = []
    page.on("dialog", lambda dialog: asked.append(dialog.message) or (dialog.accept() if len(asked) == 2 else dialog.dismiss()))
    pages: list[str] = []
    page.on("request", lambda request: "/entries/" in request.url and pages.append(request.url))
    button = page.get_by_role("button", name="Print with passages")
    button.click()
    page.wait_for_timeout(200)
    assert (pages, page.evaluate("printed")) == ([], 0)
    button.click()
    page.wait_for_function("printed === 1", timeout=60_000)
    assert asked == [f"This loads {total} pages. Load all of them?"] * 2
    assert len(pages) == len({*pages}) == total
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # those too that the list did not show yet
    expect(page.locator(".tl-results li > .tl-with")).to_have_count(total)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".tl-results li")).to_have_count(50)
    page.close()
