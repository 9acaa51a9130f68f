"""JSON-LD of entry pages: what it says, and that nothing gets out of its element."""

import json
import re

import pytest

from support.records import HOSTILE, SITE, a_chronology, an_article, an_entry
from support.rendered_html import tags_of, to_html
from timeline.model.chronology import Site
from timeline.model.names import Name
from timeline.publish import json_text
from timeline.publish.escape import plain
from timeline.publish.linked_data import linked_data
from timeline.publish.render import render_pages

ADA = Name("people", "ada", "Ada Lovelace")
AUTHORITY = Name("organisations", "river-authority", "River Authority")
TOWN = Name("places", "town", "Bridge Town", lat=46.6354, lon=-32.6169)
FLOODS = Name("topics", "floods", "Floods")
REUTERS = Name("publishers", "reuters", "Reuters")


def test_an_event_with_its_articles_and_passages() -> None:
    brief = an_article("x", "2022-10-14", agency=REUTERS)
    full = an_article("y", "2022-10~", text="full", title=None, described="A note", language="de", passage="Es geschah.")
    entry = an_entry("closed", summary="Because.", names=(ADA, AUTHORITY, FLOODS, TOWN), articles=(brief, full))
    assert linked_data(entry, SITE) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "url": f"{SITE.url}timeline/entries/closed/",
        "name": "It happens",
        "description": "Because.",
        "startDate": "2022-10-13",
        "location": [
            {
                "@type": "Place",
                "name": "Bridge Town",
                "geo": {"@type": "GeoCoordinates", "latitude": 46.6354, "longitude": -32.6169},
            }
        ],
        "about": [
            {"@type": "Person", "name": "Ada Lovelace"},
            {"@type": "Organization", "name": "River Authority"},
            {"@type": "Thing", "name": "Floods"},
        ],
        "subjectOf": [
            {
                "@type": "NewsArticle",
                "@id": "https://wire.example.org/x",
                "url": "https://wire.example.org/x",
                "headline": "Headline of x",
                "publisher": {"@type": "Organization", "name": "The Wire"},
                "sourceOrganization": {"@type": "Organization", "name": "Reuters"},
                "datePublished": "2022-10-14",
                "inLanguage": "en",
            },
            {
                # Our own words are quoted from our brief, and never from the article.
                "@type": "CreativeWork",
                "url": f"{SITE.url}timeline/articles/x/",
                "name": "Brief in our own words",
                "author": {"@type": "Organization", "name": "Bridge Town"},
                "isBasedOn": {"@id": "https://wire.example.org/x"},
                "hasPart": [
                    {
                        "@type": "Quotation",
                        "url": f"{SITE.url}timeline/articles/x/#passage-event",
                        "text": "It happened.",
                        "inLanguage": "en",
                    }
                ],
            },
            {
                "@type": "NewsArticle",
                "@id": "https://wire.example.org/y",
                "url": "https://wire.example.org/y",
                "description": "A note",
                "publisher": {"@type": "Organization", "name": "The Wire"},
                "inLanguage": "de",
                "hasPart": [
                    {
                        "@type": "Quotation",
                        "url": f"{SITE.url}timeline/articles/y/#passage-event",
                        "text": "Es geschah.",
                        "inLanguage": "de",
                    }
                ],
            },
        ],
    }


def test_without_an_address_it_has_none() -> None:
    assert SITE.url not in json.dumps(linked_data(an_entry(), Site("Bridge Town")))
    assert "url" not in linked_data(an_entry(), Site("Bridge Town"))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_in_its_element(text: str) -> None:
    entry = an_entry(title=text, summary=text, articles=(an_article("x", title=text, passage=text),))
    page = dict(render_pages(a_chronology(entry), SITE))["timeline/entries/event.md"]
    html = to_html(page.split("\n---\n", 1)[1])
    (script,) = re.findall(r"<script[^>]*>(.*?)</script>", html, re.DOTALL)
    assert not set(script) & set("<>&\n")
    data = json.loads(script)
    quotation = data["subjectOf"][1]["hasPart"][0]
    assert [data["name"], data["description"], data["subjectOf"][0]["headline"], quotation["text"]] == [plain(text)] * 4
    assert [attributes for tag, attributes in tags_of(html) if tag == "script"] == [{"type": "application/ld+json"}]


@pytest.mark.parametrize(
    ("value", "text"), [("</script>&", r'"\u003c/script\u003e\u0026"'), ({"é": [None, 1.5]}, '{"é": [null, 1.5]}')]
)
def test_json_in_html(value: object, text: str) -> None:
    assert json_text.in_html(value) == text
    assert json.loads(text) == value
