"""timeline.json in the published TimelineJS, in a real browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from support.npm import need_package
from support.paths import ROOT
from support.records import HOSTILE, SITE, a_chronology, an_article, an_entry
from support.sites import served
from timeline.model.chronology import Chronology, Site
from timeline.project import load
from timeline.publish.escape import plain
from timeline.publish.exports import export_files

PAGE = """\
<!doctype html><meta charset="utf-8"><title>TimelineJS</title>
<link rel="stylesheet" href="dist/css/timeline.css"><script src="dist/js/timeline.js"></script>
<div id="it" style="width: 1200px; height: 800px"></div>
<script>
  fetch("timeline.json").then(answer => answer.json()).then(data => {
    window.timeline = new TL.Timeline("it", data, {font: null});
    window.timeline.on("loaded", () => { window.ready = true; });
  });
</script>
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to serve, with TimelineJS in it."""
    root = tmp_path_factory.mktemp("timelinejs")
    shutil.copytree(need_package("@knight-lab/timelinejs", "3.9.11", root / "npm") / "dist", root / "served/dist")
    (root / "served/index.html").write_text(PAGE, encoding="utf-8")
    return root / "served"


@pytest.fixture
def page(folder: Path, browser: Browser) -> Iterator[Page]:
    """A page that fails its test if our file makes TimelineJS ask another host, say something or go wrong."""
    faults: list[str] = []
    with served(folder) as address:
        found = browser.new_page(base_url=address)
        found.on("request", lambda request: request.url.startswith((address, "data:")) or faults.append(f"asked {request.url}"))
        found.on("pageerror", lambda error: faults.append(str(error)))
        found.on("dialog", lambda dialog: (faults.append(f"said {dialog.message}"), dialog.dismiss()))
        yield found
        found.close()
    assert faults == []


def shown(page: Page, folder: Path, chronology: Chronology, site: Site = SITE) -> list[tuple[str, str]]:
    """Date and headline of every slide, as a reader sees them; the slide of the title has no date."""
    (folder / "timeline.json").write_text(dict(export_files(chronology, site))["timeline/timeline.json"], encoding="utf-8")
    page.goto("/")
    page.wait_for_function("window.ready", timeout=30_000)
    assert page.evaluate("timeline.config.messages.errors") == []
    return [tuple(slide) for slide in page.evaluate(SLIDES)]


SLIDES = """
[...document.querySelectorAll(".tl-slide")].map(slide => [
  slide.querySelector(".tl-headline-date")?.textContent ?? "", slide.querySelector(".tl-headline").textContent])
"""


@pytest.mark.shipped
def test_our_own_chronology(page: Page, folder: Path) -> None:
    chronology = load(ROOT).chronology
    slides = shown(page, folder, chronology, Site("Kherson, 2022", "", SITE.url))
    assert slides[0] == ("", "Kherson, 2022")
    assert len(slides) == len(chronology.entries) + 1
    assert ("13 October 2022", "Saldo urges Kherson residents to leave and asks Moscow for help") in slides
    assert ("2 to 3 March 2022", "Russian troops take the city of Kherson") in slides


def test_imprecise_dates_are_shown_in_our_words(page: Page, folder: Path) -> None:
    words = {
        "0079": "AD 79",
        "18XX": "19th century",
        "199X": "1990s",
        "2022": "2022",
        "2022-10": "October 2022",
        "2022-10-13T05:00+03:00": "13 October 2022, 05:00 (UTC+3)",
        "2022-10-13~": "c. 13 October 2022",
        "2022-24": "winter 2022–23",
        "2022-36": "fourth quarter of 2022",
        "../2022-11": "by November 2022",
        "2022-03-05/2022": "5 March 2022 to 2022",
        "2022-12/..": "since December 2022",
    }
    entries = [an_entry(f"e-{n}", when, title=when) for n, when in enumerate(words)]
    slides = shown(page, folder, a_chronology(*entries))
    assert {headline: date for date, headline in slides[1:]} == words
    # What TimelineJS itself knows of a month or of a year has no day.
    known = page.evaluate("timeline.config.events.map(event => [event.text.headline, Object.keys(event.start_date.data)])")
    units = {headline: [unit for unit in ("year", "month", "day", "hour") if unit in keys] for headline, keys in known}
    assert (units["2022"], units["199X"], units["18XX"]) == (["year"],) * 3
    assert (units["2022-10"], units["2022-24"], units["2022-36"]) == (["year", "month"],) * 3
    assert units["2022-10-13~"] == ["year", "month", "day"]


def test_hostile_text_is_text(page: Page, folder: Path) -> None:
    entries = [
        an_entry(f"e-{n}", f"{2000 + n}", title=text, summary=text, articles=(an_article(f"a-{n}", passage=text, title=text),))
        for n, text in enumerate(HOSTILE)
    ]
    slides = shown(page, folder, a_chronology(*entries), Site(HOSTILE[0], HOSTILE[2], SITE.url))
    assert [" ".join(headline.split()) for _, headline in slides] == [plain(HOSTILE[0]), *(plain(text) for text in HOSTILE)]
    assert page.locator(".tl-slide img, .tl-slide script, .tl-slide iframe, .tl-timemarker img").count() == 0
