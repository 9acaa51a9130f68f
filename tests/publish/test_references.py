"""Sources that are no web page: on pages, in feeds and in the data, of the example of a museum."""

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from support.paths import ROOT
from support.records import HOSTILE, SITE, a_chronology, an_article, an_entry
from support.rendered_html import tags_of, text_of, to_html
from timeline.model.article import Passage
from timeline.model.body import Paragraph, PassageSpan, Text
from timeline.model.diagnostics import Location
from timeline.model.reference import ArchiveMark, Reference
from timeline.pipeline import build
from timeline.publish.escape import plain
from timeline.publish.render import render_pages

DOI = "https://doi.org/10.5555/12345678"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("museum")
    shutil.copytree(ROOT / "examples/16-museum/content", root / "content")
    (root / "mkdocs.yml").write_text("site_name: Museum\nsite_url: https://example.org/\n")
    build(root)
    return root / "docs/timeline"


def test_the_page_of_an_article(pages: Path) -> None:
    card = (pages / "articles/museum-bell.md").read_text(encoding="utf-8")
    assert '[Source]{.tl-label data-pagefind-ignore=""} Alderwick Museum, 1889.4.1\n' in card
    assert "read the original" not in card  # it is on no web page
    assert "[(verso)]{.tl-locator" in card
    alloy = (pages / "articles/bells-alloy.md").read_text(encoding="utf-8")
    assert f"[read the original]({DOI})" in alloy
    assert f"[doi:10.5555/12345678]({DOI})" in alloy


def test_the_page_of_an_entry(pages: Path) -> None:
    given = (pages / "entries/bell-given.md").read_text(encoding="utf-8")
    assert "[Inventory card of the church bell]{.tl-headline}" in given
    assert "[(p. 14)](https://example.org/valley/catalogue.pdf#page=14){.tl-locator" in given
    assert "[Source]{.tl-label} ISBN 978-3-16-148410-0\n" in given


def test_the_data(pages: Path) -> None:
    data = json.loads((pages / "chronology.json").read_text(encoding="utf-8"))
    Draft202012Validator(json.loads((pages / "chronology.schema.json").read_text(encoding="utf-8"))).validate(data)
    found = {one["article"]["id"]: one for entry in data["entries"] for one in entry["attestations"]}
    assert found["museum-bell"]["article"]["archive"] == {"institution": "Alderwick Museum", "mark": "1889.4.1"}
    assert found["valley-catalogue"]["article"]["isbn"] == "978-3-16-148410-0"
    (passage,) = found["valley-catalogue"]["passages"]
    assert (passage["at"], passage["at_url"]) == ("p. 14", "https://example.org/valley/catalogue.pdf#page=14")
    assert found["bells-alloy"]["article"]["doi"] == "10.5555/12345678"
    assert "url" not in found["bells-alloy"]["article"]


def test_linked_data(pages: Path) -> None:
    page = (pages / "entries/bell-cast.md").read_text(encoding="utf-8")
    (script,) = re.findall(r'<script type="application/ld\+json">(.*)</script>', page)
    works = json.loads(script)["subjectOf"]
    card, journal = works[0], works[1]
    assert card["@type"] == "ArchiveComponent"
    assert (card["holdingArchive"]["name"], card["itemLocation"]) == ("Alderwick Museum", "1889.4.1")
    assert journal["identifier"] == {"@type": "PropertyValue", "propertyID": "DOI", "value": "10.5555/12345678"}
    assert journal["@id"] == journal["url"] == works[2]["isBasedOn"]["@id"] == DOI
    assert works[2]["hasPart"][0]["position"] == "p. 7"


def test_spreadsheet_and_feeds(pages: Path) -> None:
    table = (pages / "chronology.csv").read_text(encoding="utf-8")
    assert '"Alderwick Museum, 1889.4.1; https://example.org/valley/catalogue.pdf"' in table
    feed = json.loads((pages / "feed.json").read_text(encoding="utf-8"))["items"]
    given = next(item["content_html"] for item in feed if item["url"].endswith("/bell-given/"))
    assert "<cite>Inventory card of the church bell</cite> (Alderwick Museum, 1889.4.1)" in given
    assert "<p>(verso)</p>" in given


def pages_with(text: str) -> list[str]:
    """The HTML of the pages of an article and an entry whose source and place are this text."""
    at = Location("content/articles/2022/x.md", 1, 1)
    passage = Passage("passage-event", ("event",), "It rained.", (Text("It rained."),), (), at, text)
    article = replace(
        an_article(reference=Reference(archive=ArchiveMark(text, text), words=text)),
        passages=(passage,),
        body=(Paragraph((PassageSpan(0, passage.content),)),),
    )
    made = dict(render_pages(a_chronology(an_entry(articles=[article])), SITE))
    return [to_html(made[f"timeline/{path}.md"].split("---\n", 2)[2]) for path in ("articles/x", "entries/event")]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_of_a_source_or_a_place_is_markup(text: str) -> None:
    for html, harmless in zip(pages_with(text), pages_with("Tape 2"), strict=True):
        assert tags_of(html) == tags_of(harmless)
        assert text_of(html).count(plain(text)) >= 3


def test_a_doi_cannot_end_its_link() -> None:
    article = an_article(reference=Reference(doi='10.5555/<img>](x)"{.y}'))
    page = dict(render_pages(a_chronology(an_entry(articles=[article])), SITE))["timeline/articles/x.md"]
    addresses = [of["href"] for tag, of in tags_of(to_html(page)) if tag == "a" and "doi.org" in (of.get("href") or "")]
    assert addresses == ["https://doi.org/10.5555/%3Cimg%3E%5D%28x%29%22%7B.y%7D"] * 2
