"""RSS, Atom and JSON Feed, read by what did not write them."""

import json
import re
from datetime import date
from xml.dom.minidom import parseString

import feedparser
import jsonschema
import pytest

from support.records import HOSTILE, SITE, a_chronology, an_article, an_entry
from timeline.model.chronology import Chronology, Site
from timeline.model.names import Name
from timeline.publish.escape import plain
from timeline.publish.exports import export_files
from timeline.publish.feed_items import IN_FEED, OF_NAME
from timeline.publish.switch import as_bytes

ADA = Name("people", "ada", "Ada <Lovelace>", "Engineer & poet")
FLOODS = Name("topics", "floods", "Floods & more")
FLOOD = an_entry(
    "flood",
    "2022-09-28/2022-11-02~",
    title="The river stands above its banks",
    summary="For five weeks it rains.",
    names=(ADA, FLOODS),
    articles=(an_article("x", "2022-10-14"), an_article("y", "2023-01", title=None, described="A note", text="full")),
)
BRIDGE = an_entry("bridge", "1898", title="The bridge is built", articles=(an_article("z", None),))
SMALL = a_chronology(FLOOD, BRIDGE)

# What the specification of JSON Feed 1.1 demands, and what it does not know.
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items", "home_page_url", "feed_url"],
    "propertyNames": {"pattern": "^(_.+|version|title|home_page_url|feed_url|description|language|items)$"},
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "language": {"const": "en"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "url", "title", "content_html", "_dateline"],
                "propertyNames": {"pattern": "^(_.+|id|url|title|summary|content_html|date_published|tags)$"},
                "properties": {
                    "id": {"type": "string", "pattern": "^https://"},
                    "content_html": {"type": "string", "minLength": 1},
                    "date_published": {"pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"},
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
            },
        },
    },
}


def files(chronology: Chronology, site: Site = SITE) -> dict[str, str]:
    return {path.removeprefix("timeline/"): text for path, text in dict(export_files(chronology, site)).items()}


def read(xml: str) -> feedparser.FeedParserDict:
    parseString(xml.encode())
    feed = feedparser.parse(
        xml.encode(), sanitize_html=False, response_headers={"content-type": "application/xml; charset=utf-8"}
    )
    assert not feed.bozo, feed.bozo_exception
    return feed


@pytest.mark.parametrize(("file", "version"), [("rss.xml", "rss20"), ("atom.xml", "atom10")])
def test_a_feed_is_what_its_name_says(file: str, version: str) -> None:
    feed = read(files(SMALL)[file])
    assert feed.version == version
    assert (feed.feed.title, feed.feed.link) == ("Bridge Town", SITE.url)
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [f"{SITE.url}timeline/{file}"]
    assert [entry.title for entry in feed.entries] == [
        "28 September to c. 2 November 2022: The river stands above its banks",
        "1898: The bridge is built",
    ]
    assert [entry.id for entry in feed.entries] == [f"{SITE.url}timeline/entries/{id}/" for id in ("flood", "bridge")]
    assert [entry.link for entry in feed.entries] == [entry.id for entry in feed.entries]
    assert [tag.term for tag in feed.entries[0].tags] == ["Floods & more"]


def test_rss_bears_the_day_of_the_newest_article_and_none_where_none_is_dated() -> None:
    feed = read(files(SMALL)["rss.xml"])
    flood, bridge = feed.entries
    # January 2023: its last day, for then it was out for certain.
    assert flood.published == "Tue, 31 Jan 2023 00:00:00 +0000"
    assert "published" not in bridge
    assert "updated" not in bridge
    assert feed.feed.updated == "Tue, 31 Jan 2023 00:00:00 +0000"
    assert files(SMALL)["rss.xml"].count(f'<guid isPermaLink="true">{SITE.url}timeline/entries/') == 2


def test_atom_demands_a_day_and_gets_that_of_the_newest_article_of_all() -> None:
    feed = read(files(SMALL)["atom.xml"])
    assert [entry.updated for entry in feed.entries] == ["2023-01-31T00:00:00+00:00"] * 2
    assert all("published" not in entry for entry in feed.entries)
    assert feed.feed.author == "Bridge Town"


def test_where_nothing_is_dated_no_clock_is_asked() -> None:
    """1970 stands for a day that is not known, where a format demands one."""
    built = files(a_chronology(BRIDGE))
    assert read(built["atom.xml"]).entries[0].updated == "1970-01-01T00:00:00+00:00"
    assert "<pubDate>" not in built["rss.xml"]
    assert str(date.today().year) not in re.sub(r'"[^"]*"', "", built["rss.xml"] + built["atom.xml"])


def test_the_event_is_never_passed_off_as_published() -> None:
    """Published in 2022, happened in 1898: no format has a day of 1898."""
    built = files(a_chronology(an_entry("x", "1898-05-01")))
    for file in ("rss.xml", "atom.xml"):
        assert "1898" not in re.sub("<title>.*?</title>", "", built[file])
    assert json.loads(built["feed.json"])["items"][0]["date_published"] == "2022-10-14T00:00:00+00:00"


@pytest.mark.parametrize("file", ["rss.xml", "atom.xml", "feed.json"])
def test_an_item_tells_all_and_says_whose_words_it_has(file: str) -> None:
    text = files(SMALL)[file]
    if file == "feed.json":
        html = json.loads(text)["items"][0]["content_html"]
    else:
        entry = read(text).entries[0]
        html = entry.content[0].value if file == "atom.xml" else entry.description
    assert html.splitlines() == [
        "<p>For five weeks it rains.</p>",
        "<blockquote><p>It happened.</p></blockquote>",
        '<p>The Wire, 14 October 2022, in our words: <a href="https://wire.example.org/x">“Headline of x”</a></p>',
        "<blockquote><p>It happened.</p></blockquote>",
        '<p>The Wire, January 2023: <a href="https://wire.example.org/y">A note</a></p>',
        "<p>2 articles.</p>",
    ]


def test_json_feed_has_the_date_of_the_event_as_data() -> None:
    feed = json.loads(files(SMALL)["feed.json"])
    jsonschema.validate(feed, JSON_FEED)
    flood, bridge = feed["items"]
    assert flood["_dateline"] == {
        "edtf": "2022-09-28/2022-11-02~",
        "earliest": "2022-09-28",
        "latest": "2022-11-02",
        "precision": "interval",
        "qualified": True,
        "wording": "28 September to c. 2 November 2022",
    }
    assert flood["tags"] == ["Ada <Lovelace>", "Floods & more"]
    assert "date_published" not in bridge
    assert feed["_dateline"]["about"] == f"{SITE.url}timeline/data/"


def test_a_name_has_a_feed_of_its_own() -> None:
    built = files(SMALL)
    assert {path for path in built if "/" in path} == {
        f"{name}/{file}" for name in ("people/ada", "topics/floods") for file in ("atom.xml", "calendar.ics")
    }
    feed = read(built["people/ada/atom.xml"])
    assert (feed.feed.title, feed.feed.subtitle) == ("Ada <Lovelace> · Bridge Town", "Engineer & poet")
    assert feed.feed.id == f"{SITE.url}timeline/people/ada/"
    assert len(feed.entries) == 1
    # An item is the same item in every feed that has it.
    assert feed.entries[0].id == read(built["atom.xml"]).entries[0].id


def test_a_feed_has_the_entries_with_the_newest_articles() -> None:
    """The entry of 1700 is the last in time and first in the feed, for it was written about last."""
    many = [an_entry(f"e-{n}", "2022", articles=(an_article(f"a-{n}", f"{1900 + n}"),)) for n in range(IN_FEED)]
    old = an_entry("old", "1700", articles=(an_article("new", "2024-05-01"),))
    never = an_entry("never", "2023", articles=(an_article("undated", None),))
    built = files(a_chronology(*many, old, never))
    for ids in (
        [entry.id for entry in read(built["rss.xml"]).entries],
        [item["id"] for item in json.loads(built["feed.json"])["items"]],
    ):
        assert [address.split("/")[-2] for address in ids] == ["old", *(f"e-{n}" for n in range(IN_FEED - 1, 0, -1))]


def test_the_feed_of_a_name_is_shorter() -> None:
    ada = (Name("people", "ada", "Ada"),)
    many = [an_entry(f"e-{n}", "2022", names=ada, articles=(an_article(f"a-{n}", f"{1900 + n}"),)) for n in range(30)]
    built = files(a_chronology(*many))
    newest = [f"e-{n}" for n in range(29, 29 - OF_NAME, -1)]
    assert [entry.id.split("/")[-2] for entry in read(built["people/ada/atom.xml"]).entries] == newest
    assert len(read(built["rss.xml"]).entries) == 30


def test_without_an_address_there_are_no_feeds() -> None:
    """An id that changes when the site finds its place would be worse than none."""
    built = files(SMALL, Site("Bridge Town"))
    files_without_addresses = {"csv", "json", "mw", "schema.json", "sqlite"}
    assert set(built) == {f"chronology.{kind}" for kind in files_without_addresses} | {
        *("sources.json", "summaries.json", "timeline.json", "view.json")
    }
    assert b"https://bridge-town" not in b"".join(map(as_bytes, built.values()))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_text(text: str) -> None:
    site = Site(text, text, SITE.url)
    names = (Name("people", "name", text, text), Name("topics", "topic", text))
    article = an_article("x", passage=text, title=text, author=text)
    built = files(a_chronology(an_entry(title=text, summary=text, names=names, articles=(article,))), site)
    feed = json.loads(built["feed.json"])
    assert feed["items"][0]["title"] == f"13 October 2022: {plain(text)}"
    assert feed["items"][0]["summary"] == feed["title"] == plain(text)
    for path in ("rss.xml", "atom.xml", "people/name/atom.xml"):
        (entry,) = read(built[path]).entries
        assert entry.title == f"13 October 2022: {plain(text)}"
        for html in [content.value for content in entry.get("content", ())] or [entry.description]:
            assert set(re.findall(r"<(/?\w+)", html)) == {"p", "/p", "blockquote", "/blockquote", "a", "/a"}
            assert "src=" not in re.sub(r">[^<]*<", "><", html)
