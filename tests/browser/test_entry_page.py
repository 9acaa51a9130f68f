"""The page of an entry in a real browser: what is copied, where its links lead, how it prints, how it holds long values."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from support.browser_pages import Pages, watched_page
from support.sites import copy_built, run, served, tool
from timeline.model.chronology import Chronology
from timeline.project import load

pytestmark = pytest.mark.shipped

ANNEXATION = "/timeline/entries/annexation/"
LONG = "/timeline/entries/long-entry/"
ARTICLE = "/timeline/articles/newstuck-saldo/"
SITE = "https://dateline.example.org"
# A long title with what Markdown, HTML, TeX and JSON act on.
TITLE = ('{x} 100% of $5 & #1_a~b^c \\d <b>*bold*</b> `code` "quoted" ' + "Donaudampfschifffahrt" * 4 + " and so on" * 6)[:200]
WORD = "supercalifragilisticexpialidocious" * 2


def add_long_entry(content: Path) -> None:
    """One entry with a title of 200 characters, 15 names, 11 articles, and 20 figures that all differ."""
    names = [f"{WORD} the {number}th" for number in range(15)]
    vocabulary = yaml.safe_load((content / "vocabulary.yml").read_text(encoding="utf-8"))
    vocabulary["people"] |= {f"long-{number}": {"name": name} for number, name in enumerate(names)}
    vocabulary["claims"] |= {f"long-{number}": {"name": f"Figure {number} of {WORD}"} for number in range(20)}
    (content / "vocabulary.yml").write_text(yaml.safe_dump(vocabulary, allow_unicode=True), encoding="utf-8")
    for number in range(11):
        event = {"when": f"2022-10-{number + 1:02}", "claims": {f"long-{figure}": f"{number}{figure:02}" for figure in range(20)}}
        if number == 0:
            event |= {"title": TITLE, "entry_when": "2022-10-05", "people": names}
        head = {
            "title": f"A headline, number {number}, with {WORD}",
            "publisher": "Reuters",
            "url": f"https://example.org/{WORD}/{WORD}?number={number}",
            "published": f"2022-10-{number + 1:02}",
            "language": "en",
            "text": "brief",
            "events": {"long-entry": event},
        }
        passage = f"[They counted {' and '.join(event['claims'].values())} of {WORD}]{{event=long-entry}}."
        text = f"---\n{yaml.safe_dump(head, allow_unicode=True, width=10_000)}---\n\n{passage}\n"
        (content / f"articles/2022/long-{number}.md").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def project(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_built(built_site, tmp_path_factory.mktemp("entry-page") / "project")
    add_long_entry(root / "content")
    done = run(tool("mkdocs"), "build", "--strict", cwd=root)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture(scope="module")
def chronology(project: Path) -> Chronology:
    return load(project).chronology


@pytest.fixture(scope="module")
def address(project: Path) -> Iterator[str]:
    with served(project / "site") as found:
        yield found


CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


@pytest.fixture
def page(pages: Pages, address: str) -> Iterator[Page]:
    with pages.lent(address, **CLIPBOARD) as found:
        yield found


@pytest.fixture
def new_page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that may be changed for good."""
    with watched_page(browser, address, **CLIPBOARD) as found:
        yield found


def copied(page: Page, button: str) -> str:
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    return page.evaluate("navigator.clipboard.readText()")


def test_copy_link_gives_the_permanent_address_alone(page: Page) -> None:
    page.goto(ANNEXATION + "?topic=annexation#attestation-meduza-laws")
    assert copied(page, "Copy link") == SITE + ANNEXATION


def test_copied_citations_are_exact_and_have_the_day_of_reading(new_page: Page) -> None:
    page = new_page
    page.clock.set_fixed_time("2026-03-05T12:00:00")
    page.goto(LONG)
    page.get_by_text("Cite this entry").click()
    assert copied(page, "Copy Text") == f"“{TITLE}” (event: 5 October 2022). Kherson, 2022. {SITE}{LONG} (read on 2026-03-05)"
    tex = (
        TITLE.replace("\\", "\\textbackslash ")
        .replace("{", "\\textbraceleft{}")
        .replace("x}", "x\\textbraceright{}")
        .replace("\\textbackslash ", "\\textbackslash{}")
        .replace("~", "\\textasciitilde{}")
        .replace("^", "\\textasciicircum{}")
    )
    for character in "%$&#_":
        tex = tex.replace(character, "\\" + character)
    assert copied(page, "Copy BibTeX") == (
        f"@misc{{entry-long-entry,\n  title = {{{{{tex}}}}},\n  howpublished = {{Kherson, 2022}},\n"
        f"  note = {{Event: 5 October 2022. Read on 2026-03-05}},\n  url = {{{SITE}{LONG}}},\n}}"
    )
    quoted = TITLE.replace("\\", "\\\\").replace('"', '\\"')
    assert copied(page, "Copy CSL-JSON") == (
        f'[{{\n  "id": "entry-long-entry",\n  "type": "webpage",\n  "author": [{{"literal": "Kherson, 2022"}}],\n'
        f'  "title": "{quoted} (event: 5 October 2022)",\n'
        f'  "URL": "{SITE}{LONG}",\n  "accessed": {{"date-parts": [[2026, 3, 5]]}}\n}}]'
    )


def test_without_a_clipboard_the_text_is_selected(new_page: Page) -> None:
    page = new_page
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(ANNEXATION)
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status").filter(has_text="Selected")).to_be_visible()
    assert page.evaluate("getSelection().toString()") == SITE + ANNEXATION
    expect(page.locator(".tl-address")).to_be_visible()


def test_without_script_there_is_no_button_and_nothing_is_missing(page_without_script: Page) -> None:
    page = page_without_script
    page.goto(ANNEXATION)
    assert page.locator(".tl-copy").count() == 4
    assert page.locator(".tl-copy:visible").count() == 0
    page.get_by_text("Cite this entry").click()
    expect(page.locator("#cite\\:text")).to_contain_text(SITE + ANNEXATION)
    assert page.locator(".tl-story li").count() == 8


@pytest.mark.parametrize("event", ["annexation", "saldo-appeal", "invasion-begins", "zelensky-visits-kherson"])
def test_neighbours_by_name(page: Page, chronology: Chronology, event: str) -> None:
    """A plain search of all entries finds the same; at most eight rows, topics first."""
    place = next(number for number, entry in enumerate(chronology.entries) if entry.id == event)
    expected = []
    for facet in ("topics", "people", "organisations", "places"):
        for name in sorted(chronology.entries[place].named(facet), key=lambda name: name.name.casefold()):
            before = [entry.id for entry in chronology.entries[:place] if name in entry.names][-1:]
            after = [entry.id for entry in chronology.entries[place + 1 :] if name in entry.names][:1]
            if before or after:
                expected.append((name.name, before, after))
    assert expected
    page.goto(f"/timeline/entries/{event}/")
    rows = page.locator(".tl-story li")
    read = "element => [...element.querySelectorAll('a')].map(link => link.pathname.split('/').at(-2))"
    shown = [
        (
            row.locator(".tl-name").inner_text(),
            row.locator(".tl-before").evaluate(read) if row.locator(".tl-before").count() else [],
            row.locator(".tl-after").evaluate(read) if row.locator(".tl-after").count() else [],
        )
        for row in rows.all()
    ]
    assert shown == expected[:8]


def test_what_one_article_says_has_an_address_of_its_own(page: Page) -> None:
    page.goto(ANNEXATION + "#attestation-meduza-laws")
    meduza = page.locator("#attestation-meduza-laws")
    expect(meduza).to_be_in_viewport()
    expect(meduza.get_by_role("heading")).to_contain_text("Meduza")
    reuters = page.locator("#attestation-reuters-saldo")
    reuters.get_by_role("link", name="Link to what this article says").click()
    expect(page).to_have_url(re.compile("/annexation/#attestation-reuters-saldo$"))


def test_the_differences_stand_first_and_lead_to_what_is_said(page: Page) -> None:
    page.goto(ANNEXATION)
    headings = page.locator("article h2").all_inner_texts()
    assert [heading.casefold() for heading in headings[:2]] == ["where the articles differ", "what the articles say"]
    dates = page.locator(".tl-dates tbody tr")
    compared = dict(row.locator("td").all_inner_texts()[:2] for row in dates.all())
    assert compared["30 September 2022"] == "the date of this entry"
    assert compared["30 September to 4 October 2022"] == "includes it"
    assert compared["5 October 2022"] == "differs"
    dates.filter(has_text="The Iola Register").get_by_role("link").click()
    expect(page.locator("#attestation-ap-iola-1005")).to_be_in_viewport()


def test_side_by_side_where_there_is_room(page: Page) -> None:
    page.goto(ANNEXATION)
    first, second = (page.locator(".tl-evidence").nth(number).bounding_box() for number in (0, 1))
    assert first["y"] == second["y"]
    assert first["x"] + first["width"] < second["x"]
    parts = page.locator(".tl-evidence .tl-headline")  # on one line although one passage is longer than the other
    assert parts.nth(0).bounding_box()["y"] == parts.nth(1).bounding_box()["y"]
    page.set_viewport_size({"width": 390, "height": 844})
    first, second = (page.locator(".tl-evidence").nth(number).bounding_box() for number in (0, 1))
    assert first["x"] == second["x"]
    assert first["y"] + first["height"] <= second["y"]


@pytest.mark.parametrize("width", [320, 640, 960, 1280])  # 640 is what 1280 comes to at 200 % zoom
@pytest.mark.parametrize("path", [ANNEXATION, "/timeline/entries/missile-strikes-10-october/", LONG])
def test_nothing_is_wider_than_the_window(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    page.get_by_text("Cite this entry").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    wide = """right => [...document.querySelectorAll('article.md-content__inner *')]
        .filter(element => element.getBoundingClientRect().right > right + 1).map(element => element.outerHTML.slice(0, 80))"""
    assert page.evaluate(wide, width) == []


def test_an_entry_in_print(page: Page) -> None:
    page.goto(ANNEXATION)
    page.emulate_media(media="print", color_scheme="dark")
    for gone in (
        ".md-header",
        ".md-tabs",
        ".md-footer",
        ".tl-crumbs",
        ".tl-story",
        ".tl-pager",
        ".tl-cite",
        ".tl-copy",
        ".tl-context",
    ):
        assert page.locator(gone).count(), gone
        assert page.locator(f"{gone}:visible").count() == 0, gone
    assert page.locator("h2:visible").all_inner_texts()[-1].casefold() == "who, where, what"
    expect(page.locator(".tl-printed")).to_contain_text(re.compile(rf"Kherson, 2022\s*{re.escape(SITE + ANNEXATION)}"))
    colours = "element => [getComputedStyle(element).color, getComputedStyle(element).backgroundColor]"
    assert page.locator("body").evaluate(colours)[1] == "rgb(255, 255, 255)"
    assert page.locator(".tl-evidence blockquote").first.evaluate(colours)[0] == "rgb(0, 0, 0)"
    for whole in (".tl-evidence", ".tl-compare table"):
        assert page.locator(whole).first.evaluate("element => getComputedStyle(element).breakInside") == "avoid"


def printed(page: Page) -> str:
    """What stands on the printed pages, without blanks: lines end within addresses."""
    pages = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    return re.sub(r"\s", "", "".join(sheet.extract_text() for sheet in pages))


def test_a_printed_entry_has_every_passage_and_every_address(page: Page, chronology: Chronology) -> None:
    (entry,) = (entry for entry in chronology.entries if entry.id == "annexation")
    page.goto(ANNEXATION)
    text = printed(page)
    assert f"{SITE}{ANNEXATION}" in text
    assert len(entry.attestations) == 11
    for claim in (attestation.claim for attestation in entry.attestations):
        assert f"<{claim.article.url}>" in text
        for passage in claim.passages:
            assert re.sub(r"\s", "", passage.text) in text
    assert "Copylink" not in text
    assert "Citethisentry" not in text
    assert "incontext" not in text


def test_a_printed_article_has_its_address_and_that_of_the_original(page: Page) -> None:
    page.goto(ARTICLE)
    text = printed(page)
    assert f"{SITE}{ARTICLE}" in text
    assert "<https://newstuck.com/khersons-russian-installed-governor-urges-locals-to-flee/>" in text
    page.emulate_media(media="print")
    passage = page.locator(".tl-passage").first
    assert passage.evaluate("element => getComputedStyle(element).borderBottomStyle") == "solid"
    assert passage.locator(".tl-when").evaluate("element => getComputedStyle(element).textDecorationStyle") == "dotted"
