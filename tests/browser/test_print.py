"""A view printed with its passages, in a real browser: what stands on paper is what the pages of the entries say."""

import io
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from pypdf import PdfReader

from support.paths import ROOT
from timeline.model.chronology import Chronology
from timeline.model.entry import Entry
from timeline.project import load

pytestmark = pytest.mark.shipped

# A view on the home page; on a month, with summaries in the list; on a month of one entry, whose list is without paragraphs.
VIEWS = ["/?certainty=differ", "/timeline/2022/10/?topics=air-strikes", "/timeline/2022/02/?certainty=day"]

# The parts that tell something, in their order, without the links that lead about in the site.
TOLD = """place => {
  const parts = place.querySelectorAll('.tl-summary, .tl-lead, .tl-note, .tl-compare, .tl-colophon, .tl-evidence');
  return [...parts].map(part => {
    const copy = part.cloneNode(true);
    for (const link of copy.querySelectorAll('.tl-context, .tl-self')) link.remove();
    return copy.textContent.replace(/\\s+/g, ' ').trim();
  });
}"""

# The same parts of each page of a list of addresses.
OF_PAGES = f"""paths => Promise.all(paths.map(async path => {{
  const html = await (await fetch(path)).text();
  const found = new DOMParser().parseFromString(html, 'text/html');
  return ({TOLD})(found.querySelector('article.md-content__inner'));
}}))"""


@pytest.fixture(scope="module")
def chronology() -> Chronology:
    return load(ROOT).chronology


def press(page: Page, path: str) -> None:
    """Opens a view and presses its button; the browser's own window for printing would wait for somebody."""
    page.goto(path)
    page.evaluate("() => { window.printed = 0; window.print = () => printed++; }")
    page.get_by_role("button", name="Print with passages").click()


def begin_to_print(page: Page, path: str) -> None:
    press(page, path)
    page.wait_for_function("printed === 1")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")


def of_view(chronology: Chronology, page: Page) -> list[Entry]:
    """The entries that the page lists, in its order."""
    links = page.locator(".tl-list li:visible > a.tl-title, .tl-list li:visible > p > a.tl-title")
    ids = links.evaluate_all("links => links.map(link => link.pathname.split('/').at(-2))")
    entries = {entry.id: entry for entry in chronology.entries}
    return [entries[found] for found in ids]


@pytest.mark.parametrize("path", VIEWS)
def test_each_entry_is_printed_with_what_its_own_page_says(page: Page, chronology: Chronology, path: str) -> None:
    begin_to_print(page, path)
    entries = of_view(chronology, page)
    told = page.locator(".tl-list li:visible:has(.tl-with)").evaluate_all(f"items => items.map({TOLD})")
    assert len(told) == len(entries) > 0
    pages = page.evaluate(OF_PAGES, [f"/timeline/entries/{entry.id}/" for entry in entries])
    for entry, parts, of_page in zip(entries, told, pages, strict=True):
        assert parts == of_page, entry.id


@pytest.mark.parametrize("path", VIEWS)
def test_paper_has_every_passage_every_address_and_no_button(page: Page, chronology: Chronology, path: str) -> None:
    press(page, path)
    page.wait_for_function("printed === 1")
    entries, address = of_view(chronology, page), page.url
    # The browser itself says here that it begins and that it has ended.
    text = re.sub(r"\s", "", "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages))
    assert "Kherson,2022Printedon" in text
    assert address in text
    for entry in entries:
        assert text.count(f"/timeline/entries/{entry.id}/>") == 1
        for claim in (attestation.claim for attestation in entry.attestations):
            assert f"<{claim.article.url}>" in text
            for passage in claim.passages:
                assert re.sub(r"\s", "", passage.text) in text
    for button in ("incontext", "Copy", "Printwith", "Clearall"):
        assert button not in text
    expect(page.locator(".tl-with, .tl-printed")).to_have_count(0)


@pytest.mark.parametrize("path", VIEWS)
def test_what_is_put_in_has_no_ids_and_leads_where_it_led(page: Page, address: str, path: str) -> None:
    begin_to_print(page, path)
    assert page.locator(".tl-with").count()
    assert page.locator(".tl-with").locator("[id], button, script, .tl-context, .tl-self").count() == 0
    assert (
        page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id).filter((id, i, all) => all.indexOf(id) < i)")
        == []
    )
    links = page.locator(".tl-with a").evaluate_all("links => links.map(link => link.href)")
    inner = {link.split("#")[0] for link in links if link.startswith(address)}
    assert inner
    for link in inner:
        assert page.request.get(link).ok, link


def test_a_passage_is_kept_whole_and_a_title_with_what_follows(page: Page) -> None:
    begin_to_print(page, VIEWS[0])
    style = "(element, name) => getComputedStyle(element)[name]"
    for whole in (".tl-with .tl-evidence", ".tl-with blockquote", ".tl-with .tl-compare table"):
        assert page.locator(whole).first.evaluate(style, "breakInside") == "avoid", whole
    assert page.locator(".tl-results li").first.evaluate(style, "breakInside") == "auto"
    for begins in (".tl-results li > .tl-title", ".tl-with .tl-lead", ".tl-with > .tl-label", ".tl-with h3"):
        assert page.locator(begins).first.evaluate(style, "breakAfter") == "avoid", begins


def test_after_printing_the_page_is_as_it_was_and_can_print_again(page: Page) -> None:
    press(page, VIEWS[1])
    page.wait_for_function("printed === 1")
    before = page.locator("main").inner_html()
    for _ in range(2):
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(page.locator(".tl-with")).to_have_count(3)
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator("main").inner_html() == before
        page.evaluate("dispatchEvent(new Event('beforeprint'))")  # printed by the browser's own command: the list alone
        expect(page.locator(".tl-with")).to_have_count(0)
        page.evaluate("printed = 0")
        page.get_by_role("button", name="Print with passages").click()
        page.wait_for_function("printed === 1")


FAILURES: dict[str, Callable[[Route], None]] = {
    "the network fails": lambda route: route.abort(),
    "it is gone": lambda route: route.fulfill(status=404, body="<article class='tl-evidence'>none</article>"),
    "it is not a page of ours": lambda route: route.fulfill(body="<title>Log in</title>"),
}


@pytest.mark.parametrize(("path", "why"), [(VIEWS[0], "the network fails"), *((VIEWS[1], why) for why in FAILURES)])
def test_where_a_page_cannot_be_loaded_nothing_is_printed(browser: Browser, address: str, path: str, why: str) -> None:
    page = browser.new_page(base_url=address)  # which may have faults
    page.route("**/entries/missile-strikes-10-october/", FAILURES[why])
    press(page, path)
    told = f"Not printed: {address}/timeline/entries/missile-strikes-10-october/ could not be loaded."
    expect(page.locator(".tl-said")).to_have_text(told)
    page.wait_for_load_state("networkidle")
    expect(page.locator(".tl-said")).to_have_text(told)
    assert page.evaluate("printed") == 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".tl-with")).to_have_count(0)
    page.unroute_all()
    page.get_by_role("button", name="Print with passages").click()
    page.wait_for_function("printed === 1")
    page.close()


def test_six_pages_are_asked_for_at_once_and_the_reader_is_told_how_many_there_are(page: Page) -> None:
    held: list[Route] = []
    page.route("**/timeline/entries/*/", lambda route: held.append(route))
    with page.expect_request("**/timeline/entries/*/"):
        press(page, VIEWS[0])
    total = page.locator(".tl-results li").count()
    page.wait_for_timeout(300)
    assert len(held) == 6 < total
    page.get_by_role("button", name="Print with passages").click()  # once is enough
    held[0].continue_()
    expect(page.locator(".tl-said")).to_have_text(f"1 of {total}")
    assert page.evaluate("printed") == 0
    page.unroute_all()  # which lets the others go on
    page.wait_for_function("printed === 1")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("printed") == 1


def test_a_view_that_changes_meanwhile_is_not_printed(page: Page) -> None:
    page.route("**/timeline/entries/*/", lambda route: None)
    with page.expect_request("**/timeline/entries/*/"):
        press(page, "/?topics=air-strikes&places=kyiv")
    page.get_by_role("button", name="Remove Kyiv").click()
    expect(page).to_have_url(re.compile(r"\?topics=air-strikes$"))
    page.unroute_all()  # which lets them go on
    expect(page.locator(".tl-said")).to_have_text("Not printed: the view has changed.")
    assert page.evaluate("printed") == 0


HOSTILE = """<script>ran = 1</script><img src="x" onerror="ran = 1"><style>body { display: none }</style><button>Press</button>
<a id="page-address" style="color: red" href="javascript:ran = 1" onclick="ran = 1">here</a><svg onload="ran = 1"></svg>"""


def test_nothing_that_a_page_may_hold_runs_in_another(page: Page) -> None:
    def worse(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace("<blockquote>", f"<blockquote>{HOSTILE}"))

    page.route("**/timeline/entries/*/", worse)
    begin_to_print(page, VIEWS[1])
    link = page.locator(".tl-with blockquote > a").first
    assert link.evaluate("link => link.outerHTML") == "<a>here</a>"
    assert page.locator(".tl-with").locator("script, style, button, [src], [onerror], [onload], [style]").count() == 0
    page.wait_for_timeout(200)
    assert page.evaluate("typeof ran") == "undefined"


def test_the_button_is_there_where_a_list_has_entries_of_the_view(page: Page) -> None:
    button = page.get_by_role("button", name="Print with passages", include_hidden=True)
    for path, there in {
        "/?topics=air-strikes": True,
        "/?people=nobody": False,
        "/timeline/?topics=air-strikes": True,
        "/timeline/2022/12/?topics=invasion": False,
        "/timeline/publishers/reuters/?topics=air-strikes": True,
        "/timeline/people/?topics=air-strikes": False,
        "/timeline/entries/drone-strikes-kyiv/?topics=air-strikes": False,
    }.items():
        page.goto(path)
        expect(page.locator(".tl-view output")).to_be_visible()
        expect(button).to_be_visible(visible=there)


def test_nothing_is_loaded_for_printing_until_it_is_asked_for(page: Page, asked: list[str]) -> None:
    page.goto(VIEWS[0])
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "print.js" in url or "/entries/" in url]
