"""dateline import: what each importer makes of a file, and what the command tells of what it could not carry over."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.command_line import run
from support.examples import examples
from timeline.contribute.drafts.draft import Draft, DraftEvent, as_text
from timeline.contribute.drafts.placement import merge_drafts
from timeline.contribute.drafts.quotes import Quote, find
from timeline.contribute.drafts.rights import LEFT_OUT
from timeline.contribute.importers import Reading, Skipped, Unreadable, decoded, importers, kinds_of
from timeline.contribute.importers.issue_form import LABELS
from timeline.contribute.importers.text import is_furniture
from timeline.project import load

PAGE = """\
<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Bridge closed after flood - Daily Echo</title>
<link rel="canonical" href="https://example.org/news/bridge">
<meta property="og:site_name" content="Daily Echo"><meta name="author" content="Ada Byron">
<meta property="article:published_time" content="2022-10-13T08:30:00+01:00">
<meta property="article:modified_time" content="2022-10-15T08:30:00+01:00">
</head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Bridge closed after flood</h1>
<p>The old bridge was closed on Thursday after the river rose by two metres, the council said.
&ldquo;Nobody was hurt,&rdquo; it added [sic].</p>
<p>Engineers will look at the <b>piers</b> on Friday. Until then the ferry runs each hour from the north bank.</p>
<p>The bridge was built in 1898, and it was the first of iron in the county, as a plate on it says.</p>
</article><footer>Accept cookies</footer></body></html>
"""
ANNOTATIONS = {
    "total": 3,
    "rows": [
        {
            "uri": "https://example.org/news/bridge",
            "document": {"title": ["Bridge closed | Echo"]},
            "tags": ["bridge-closed", "My tag"],
            "text": "the first date",
            "target": [{"selector": [{"type": "RangeSelector"}, quote]}],
        }
        for quote in (
            {"type": "TextQuoteSelector", "exact": "The old bridge was closed", "prefix": "", "suffix": " on Thursday"},
            {"type": "TextQuoteSelector", "exact": "The new bridge was closed"},
        )
    ]
    + [{"uri": "https://example.org/news/bridge", "target": [{"source": "https://example.org/news/bridge"}]}],
}
LINKED = '<p>It <a href="https://example.org/a">closed</a> &amp; stayed so.</p>'
SLIDES = {
    "title": {"text": {"headline": "My timeline"}},
    "eras": [{"start_date": {"year": 2022}, "end_date": {"year": 2023}}],
    "events": [
        {
            "start_date": {"year": "2022", "month": "", "day": ""},
            "text": {"headline": "<b>Bridge</b> closed", "text": LINKED},
            "media": {"url": "", "caption": "The bridge"},
            "group": "Town",
        },
        {
            "start_date": {"year": 2022, "month": 3},
            "end_date": {"year": 2022, "month": 4, "day": 2},
            "text": {"headline": "Repair"},
        },
        {"start_date": {"year": -44}, "text": {"headline": "Ides"}, "media": {"url": "https://example.org/ides"}},
        {"start_date": {"year": 2022, "month": 13}, "text": {"headline": "Never"}},
    ],
}
OLD_SLIDES = {
    "timeline": {
        "headline": "My timeline",
        "type": "default",
        "date": [
            {
                "startDate": "2011,12,10",
                "endDate": "2011,12,11",
                "headline": "Bridge closed",
                "text": "<p>It closed.</p>",
                "tag": "town",
                "asset": {"media": "https://example.org/bridge.jpg", "credit": "", "caption": "The bridge"},
            },
            {"startDate": "2012", "headline": "Repair", "asset": {"media": "https://example.org/repair"}},
            {"startDate": "3/14/2013 10:30", "headline": "Fair"},
        ],
        "era": [{"startDate": "2011", "endDate": "2013", "headline": "Flood"}],
    }
}
SHEET = """\
Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Type,Group
2022,10,13,,,,,,Thursday,"Bridge, closed","It closed.
And stayed so.",https://example.org/bridge,,,,
2022,,,,2023,,,,,Repair,,,,,,
,,,,,,,,,Cover,,,,,title,
"""
MARKWHEN = """\
title: Bridge
dateFormat: d/M/y

section The flood
2022-10-13: Bridge closed #bridge [report](https://example.org/a)
  It stays so.
10/2022 - 12/2022: Repair
03/04/2023: Opened again
2023-04 / 2023-05: [First tolls](https://example.org/tolls)
13 May 2023: A fair
2024~: Another flood
now: A dream
!opened + 10 days: A feast
endSection
"""
ISSUE = "\n\n".join(
    f"### {label}\n\n{answer}"
    for label, answer in zip(
        LABELS,
        (
            "The old bridge is closed",
            "13 October 2022",
            "https://example.org/bridge",
            "Bridge “closed”",
            "Reuters",
            "2022-10",
            "English",
            "The old bridge was closed on Thursday, the council said.",
            "on Thursday",
            "The council",
            "_No response_",
        ),
        strict=True,
    )
)


def read(kind: str, text: str) -> Reading:
    return importers()[kind].read(text)


def told(reading: Reading) -> list[tuple[int, str]]:
    return [(skipped.line, skipped.message) for skipped in reading.skipped]


def dates(reading: Reading) -> list[tuple[str | None, str | None]]:
    """Title and date of the event of each draft."""
    return [(draft.events[0].title, draft.events[0].when) for draft in reading.drafts]


def run_import(root: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return run("--root", root, "import", *arguments)


@pytest.fixture
def page(small_site: Path) -> Path:
    """A saved page beside a site whose vocabulary has its publisher."""
    path = small_site / "content/vocabulary.yml"
    path.write_text(path.read_text(encoding="utf-8") + "  echo:\n    name: Daily Echo\n", encoding="utf-8")
    saved = small_site / "page.html"
    saved.write_text(PAGE, encoding="utf-8")
    return saved


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (PAGE, ["html"]),
        (json.dumps(ANNOTATIONS), ["hypothesis"]),
        (json.dumps(ANNOTATIONS["rows"]), ["hypothesis"]),
        (json.dumps(SLIDES), ["timelinejs"]),
        (SHEET, ["timelinejs"]),
        (SHEET.replace("Bridge, closed", "Bridge closed: nobody hurt"), ["timelinejs"]),
        ("Year\tHeadline\n2022\tBridge closed: nobody hurt\n", ["timelinejs"]),
        ("Start Date;End Date;Headline\n10/13/2022;;Bridge: closed\n", ["timelinejs"]),
        (json.dumps(OLD_SLIDES), ["timelinejs"]),
        (json.dumps({"export_date": "2026-02-03", "annotations": ANNOTATIONS["rows"]}), ["hypothesis"]),
        (MARKWHEN, ["markwhen"]),
        ("The mayor said: nobody was hurt. 10 people left: all by ferry.\n", ["text"]),
        (ISSUE, ["issue-form"]),
        ("The bridge is closed\n\nIt was closed on Thursday, the council said.\n", ["text"]),
        ("", []),
        ("{}", []),
    ],
)
def test_files_are_known_by_their_content(text: str, kinds: list[str]) -> None:
    assert kinds_of(text) == kinds


def test_a_page_gives_what_it_states() -> None:
    reading = read("html", PAGE)
    draft = reading.drafts[0]
    assert reading.skipped == ()
    assert replace(draft, body=()) == Draft(
        title="Bridge closed after flood",
        publisher="Daily Echo",
        author="Ada Byron",
        url="https://example.org/news/bridge",
        published="2022-10-13",
        language="en-GB",
    )
    assert [paragraph[:28] for paragraph in draft.body] == [
        "The old bridge was closed on",
        "Engineers will look at the p",
        "The bridge was built in 1898",
    ]
    assert draft.body[0].endswith("“Nobody was hurt,” it added [sic].")


def test_lines_that_are_no_part_of_a_page_are_dropped_and_told() -> None:
    reading = read("html", PAGE.replace("<p>Engineers", "<p>Advertisement</p>\n<p>Engineers"))
    assert [paragraph[:10] for paragraph in reading.drafts[0].body] == ["The old br", "Engineers ", "The bridge"]
    assert reading.skipped == (Skipped("the line “Advertisement”, which is not part of the article"),)


@pytest.mark.parametrize(
    ("stated", "published", "skipped"),
    [
        ('<time itemprop="datePublished" datetime="2022-10-12">', "2022-10-12", []),
        ('<script type="application/ld+json">{"@graph": [{"datePublished": "2022-10-11"}]}</script>', "2022-10-11", []),
        ('<script type="application/ld+json">{"comment": {"datePublished": "2022-10-11"}}</script>', None, []),
        ('<script type="application/ld+json">{"datePublished": </script>', None, []),
        ('<meta property="article:modified_time" content="2022-10-15">', None, []),
        ("<p>Copyright 2019, updated 1 May 2021</p>", None, []),
        ('<meta property="article:published_time" content="soon">', None, []),
        (
            '<meta itemprop="datePublished" content="2022-10-12"><time pubdate datetime="2022-10-13">',
            None,
            ["the page states several dates of publication: 2022-10-12, 2022-10-13"],
        ),
    ],
)
def test_a_page_is_dated_only_by_what_it_states(stated: str, published: str | None, skipped: list[str]) -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2022-10-13T08:30:00+01:00">', "")
    reading = read(
        "html", page.replace('<meta property="article:modified_time"', f'{stated}<meta property="article:modified_time"')
    )
    assert (reading.drafts[0].published, [one.message for one in reading.skipped]) == (published, skipped)


@pytest.mark.parametrize(
    ("links", "url"),
    [
        (
            '<link rel="canonical" href="https://example.org/a"><meta property="og:url" content="https://example.org/a?fbclid=1">',
            "https://example.org/a",
        ),
        ('<meta property="og:url" content="https://example.org/a?id=2&amp;utm_source=x">', "https://example.org/a?id=2"),
        (
            '<link rel="canonical" href="https://example.org/"><meta property="og:url" content="https://example.org/a">',
            "https://example.org/a",
        ),
    ],
)
def test_a_page_has_the_address_that_it_states(links: str, url: str) -> None:
    page = PAGE.replace('<link rel="canonical" href="https://example.org/news/bridge">', links)
    assert read("html", page).drafts[0].url == url


def test_a_time_in_utc_leaves_the_day_open(page: Path) -> None:
    page.write_text(page.read_text(encoding="utf-8").replace("2022-10-13T08:30:00+01:00", "2022-10-13T03:30:00Z"), "utf-8")
    text = run_import(page.parent, page, "--dry-run").stdout
    assert "\npublished: 2022-10-12/2022-10-13\n" in text
    assert "# the page states its time in UTC only; where it was published, it was 12 October 2022 or 13 October 2022\n" in text


@pytest.mark.parametrize("markup", ["<html></html>", "<html>" + "<div>" * 19_000 + "x", "<!doctype html><p>", "<html><body>\x00"])
def test_pages_without_text_are_told(markup: str) -> None:
    assert read("html", markup).skipped == (Skipped("the text: the page has none that can be recognized"),)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ('<meta charset="windows-1251"><p>Херсон'.encode("cp1251"), "Херсон"),
        (b'<html><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">\x93x\x94', "“x”"),
        ('<?xml version="1.0" encoding="koi8-u"?><html>Львів'.encode("koi8-u"), "Львів"),
        ('<html><meta charset="no-such">“x”'.encode(), "“x”"),
        ("\ufeffa\r\nb\rc".encode(), "a\nb\nc"),
        ("<html>Київ".encode("utf-16"), "Київ"),
    ],
)
def test_pages_are_read_by_the_encoding_that_they_declare(data: bytes, text: str) -> None:
    assert decoded(data)[0].endswith(text)


def test_what_is_in_no_encoding_is_told_with_its_place() -> None:
    with pytest.raises(Unreadable) as error:
        decoded(b"ab\nc\xff")
    assert (error.value.line, error.value.column, error.value.message) == (2, 2, "byte 0xff is not valid UTF-8")


@pytest.mark.parametrize(
    ("data", "what", "help"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF", "copy its text into a plain text file"),
        (b"PK\x03\x04\x14\x00", "a file of a word processor", "copy its text into a plain text file"),
        (rb"{\rtf1\ansi Saldo}", "a file of a word processor", "copy its text into a plain text file"),
        (b"\x89PNG\r\n\x1a\n", "a picture", "type its text"),
        (b"bplist00\xd1", "a web archive", "save the page again in the browser"),
        (
            b"From: <Saved by Blink>\r\nContent-Type: x;\r\n\ty\r\nMIME-Version: 1.0\r\n\r\n<html>",
            "a web archive",
            "save the page",
        ),
        (b"", "an empty file", "save the page or the text again"),
        (b"\xef\xbb\xbf \r\n", "an empty file", "save the page or the text again"),
    ],
)
def test_files_of_other_programs_are_told_apart(data: bytes, what: str, help: str) -> None:
    with pytest.raises(Unreadable) as error:
        decoded(data)
    assert error.value.message.startswith(what)
    assert error.value.help.startswith(help)


@pytest.mark.parametrize("text", ["PK and RIFF are names", "Saldo: he left\n\nMIME-Version: 1.0 is what mails begin with", "GIF"])
def test_a_text_that_begins_like_another_file_is_a_text(text: str) -> None:
    assert decoded(text.encode())[0] == text


def test_of_a_page_nothing_is_kept_unless_it_is_asked_for(page: Path) -> None:
    done = run_import(page.parent, page, "--dry-run")
    assert f"# {LEFT_OUT}\ntext: excerpt\n" in done.stdout
    assert "old bridge" not in done.stdout
    assert "may not be republished without permission; --full keeps all of it" in done.stderr


def test_a_passage_keeps_its_paragraph_alone(page: Path) -> None:
    done = run_import(page.parent, page, "--passage", '"Nobody was\nhurt," it added', "--event", "appeal")
    assert done.stdout == "content/articles/2022/echo-bridge-closed-flood.md\n"
    text = (page.parent / done.stdout.strip()).read_text(encoding="utf-8")
    assert text.endswith(
        """\
text: excerpt
events:
  appeal: {}
---

The old bridge was closed on Thursday after the river rose by two metres, the council said. [“Nobody
was hurt,” it added]{event=appeal} \\[sic\\].
"""
    )


def test_each_passage_has_its_event(page: Path) -> None:
    passages = ["--passage", "The old bridge was closed", "--passage", "the ferry runs each hour"]
    done = run_import(page.parent, page, *passages, "--event", "appeal", "--event", "ferry", "--dry-run")
    assert "[The old bridge was closed]{event=appeal} on Thursday" in done.stdout
    assert "[the ferry runs each hour]{event=ferry}" in " ".join(done.stdout.split())
    assert "\nevents:\n  appeal: {}\n  ferry: {}\n" in done.stdout
    alone = run_import(page.parent, page, *passages, "--event", "appeal", "--dry-run")
    assert alone.stdout.count("{event=appeal}") == 2
    wrong = run_import(page.parent, page, *passages[:2], "--event", "appeal", "--event", "ferry", "--dry-run")
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert "2 events for 1 passage\nhelp: give one --event for all passages, or one for each --passage" in wrong.stderr


def test_an_archived_copy_is_filed_under_its_original(page: Path) -> None:
    copy = "https://web.archive.org/web/20221014000000/https://example.org/news/other"
    text = run_import(page.parent, page, "--url", copy, "--dry-run").stdout
    assert f"\n# archived copy: {copy}\nurl: https://example.org/news/other\n" in text
    again = run_import(page.parent, page, "--url", "https://web.archive.org/web/2022/https://example.org/x", "--dry-run")
    assert "content/articles/2022/x.md already has this address" in again.stderr


def test_of_an_imported_page_only_the_date_of_its_event_is_open(page: Path) -> None:
    run_import(page.parent, page, "--full", "--passage", "The old bridge was closed on Thursday", "--event", "appeal")
    assert [problem.code for problem in load(page.parent).problems] == ["D603"]
    path = page.parent / "content/articles/2022/echo-bridge-closed-flood.md"
    path.write_text(path.read_text(encoding="utf-8").replace("on Thursday]", "[on Thursday]{.when}]"), encoding="utf-8")
    assert load(page.parent).problems == []


def test_the_whole_text_is_kept_only_on_demand(page: Path) -> None:
    done = run_import(page.parent, page, "--full", "--dry-run")
    assert "text: full\n" in done.stdout
    assert "Engineers will look at the piers on Friday." in done.stdout
    assert "Propose it only if it may be republished" in done.stderr


def test_flags_count_before_the_file(page: Path) -> None:
    flags = ["--url", "https://example.org/other", "--publisher", "reuters", "--published", "14 October 2022", "--language", "en"]
    text = run_import(page.parent, page, *flags, "--stdout").stdout
    for line in ("url: https://example.org/other", "publisher: Reuters", "published: 2022-10-14", "language: en"):
        assert f"\n{line}\n" in text


@pytest.mark.parametrize(
    ("line", "dropped"),
    [
        ("Read more: Bridge closed for good", True),
        ("READ ALSO | Ferries are late", True),
        ("Related: the flood of 1898", True),
        ("~ Scroll to continue", True),
        ("Sign up for our daily newsletter to get the news first.", True),
        ("Subscribe to the Echo and get every story in your inbox", True),
        ("Story continues below advertisement", True),
        ("© 2022 Daily Echo", True),
        ("Read more than a page before you sign, the council said.", False),
        ("Related companies: none were named in the report, but two boards met.", False),
        ("Subscribers of the Echo met the mayor. Newsletters were handed out.", False),
        ("Sign the treaty, the newsletter of the council said. It was signed on Friday.", False),
        ("Watch the river: it rose by two metres.", False),
        ("Join us, the mayor said, in repairing the bridge.", False),
    ],
)
def test_lines_that_are_no_part_of_an_article(line: str, dropped: bool) -> None:
    assert is_furniture(line) == dropped


def test_text_loses_what_is_no_part_of_it() -> None:
    reading = read(
        "text", "The bridge is closed\n\nIt was closed\non Thursday.\n\nREAD MORE:\n\nShare this\nIt stays so. Read more.\n"
    )
    assert reading.drafts == (
        Draft(title="The bridge is closed", body=("It was closed on Thursday.", "It stays so. Read more.")),
    )
    assert [(skipped.line, skipped.message[:22]) for skipped in reading.skipped] == [
        (6, "the line “READ MORE:”,"),
        (8, "the line “Share this”,"),
    ]


def test_annotations_are_quotes_of_their_page() -> None:
    reading = read("hypothesis", json.dumps(ANNOTATIONS))
    draft = reading.drafts[0]
    assert len(reading.drafts) == 1
    assert (draft.title, draft.url, draft.text) == ("Bridge closed | Echo", "https://example.org/news/bridge", "excerpt")
    assert draft.events == (DraftEvent("bridge-closed"),)
    assert draft.body == ("The old bridge was closed", "The new bridge was closed")
    assert [skipped.message for skipped in reading.skipped] == [
        "the tag “My tag”, which is not an event id",
        "the tag “My tag”, which is not an event id",
        "an annotation of https://example.org/news/bridge without a quotation",
    ]
    assert "[The old bridge was closed]{event=bridge-closed}" in as_text(draft)
    assert "# note on “The old bridge was closed”: the first date" in as_text(draft)


def test_annotations_are_looked_for_in_their_text(page: Path) -> None:
    file = page.with_name("annotations.json")
    file.write_text(json.dumps(ANNOTATIONS), encoding="utf-8")
    done = run_import(page.parent, file, "--text-of", page, "--dry-run")
    assert "the passage “The new bridge was closed”: it is not in one paragraph of the text" in done.stderr
    assert "\ntitle: Bridge closed after flood\n" in done.stdout
    assert "[The old bridge was closed]{event=bridge-closed} on Thursday after the river" in done.stdout
    assert "Engineers" not in done.stdout


def test_slides_keep_the_precision_that_they_have() -> None:
    reading = read("timelinejs", json.dumps(SLIDES))
    assert dates(reading) == [("Bridge closed", "2022"), ("Repair", "2022-03/2022-04-02"), ("Ides", "-0043"), ("Never", None)]
    first = reading.drafts[0]
    assert (first.described, first.url, first.events[0].summary) == (
        "Bridge closed",
        "https://example.org/a",
        "It closed & stayed so.",
    )
    assert reading.drafts[1].url is None
    assert [skipped.message for skipped in reading.skipped] == [
        "the title slide",
        "the eras (1)",
        "the media caption of “Bridge closed”",
        "the group of “Bridge closed”",
        "the date of “Never”: there is no month 13",
    ]


def test_the_article_is_what_the_text_links_to_and_no_picture() -> None:
    slides = [
        {"headline": "Closed", "text": '<a href="https://example.org/a">Echo</a>', "media": {"url": "https://example.org/b.jpg"}},
        {"headline": "Opened", "text": '<a href="https://example.org/c">Echo</a>', "media": {"url": "https://example.org/b.jpg"}},
        {"headline": "Tolls", "media": {"url": "https://youtu.be/x", "link": "https://example.org/d"}},
        {"headline": "Fair", "media": {"url": "//example.org/e", "alt": "A fair"}},
        {"headline": "Flood", "media": {"url": "<iframe src='https://example.org/f'></iframe>"}},
        {"headline": "Ferry", "text": '<a href="example.org/g">Echo</a>', "media": {"url": "https://example.org/map.png?s=1"}},
    ]
    events = [
        {"start_date": {"year": 2022}, "text": {"headline": one["headline"], "text": one.get("text")}, "media": one.get("media")}
        for one in slides
    ]
    reading = read("timelinejs", json.dumps({"events": events}))
    assert [draft.url for draft in merge_drafts(reading.drafts)] == [
        "https://example.org/a",
        "https://example.org/c",
        "https://example.org/d",
        "https://example.org/e",
        None,
        None,
    ]
    assert [skipped.message for skipped in reading.skipped] == [
        "the media of “Closed”: https://example.org/b.jpg",
        "the media of “Opened”: https://example.org/b.jpg",
        "the media of “Tolls”: https://youtu.be/x",
        "the media alt of “Fair”",
        "the media of “Flood”: <iframe src='https://example.org/f'></iframe>",
        "a link of “Ferry”: example.org/g",
        "the media of “Ferry”: https://example.org/map.png?s=1",
    ]


def test_a_timeline_in_the_form_of_2014() -> None:
    reading = read("timelinejs", json.dumps(OLD_SLIDES))
    assert dates(reading) == [
        ("Bridge closed", "2011-12-10/2011-12-11"),
        ("Repair", "2012"),
        ("Fair", "2013-03-14"),
    ]
    assert [draft.url for draft in reading.drafts] == [None, "https://example.org/repair", None]
    assert [skipped.message for skipped in reading.skipped] == [
        "the title slide",
        "the eras (1)",
        "the media caption of “Bridge closed”",
        "the tag of “Bridge closed”",
        "the media of “Bridge closed”: https://example.org/bridge.jpg",
        "the time of day of “Fair”, because its offset from UTC is not stated",
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_sheet_with_other_delimiters_and_columns(delimiter: str) -> None:
    rows = [
        ["start date", "END DATE", "Headline", "Text", "Media", "Type", "Notes"],
        ["10/13/2022", "10/14/2022", "Bridge closed", "It closed.", "https://example.org/a", "", "to do"],
        [],
        ["2023", "", "Repair", "", "", "", ""],
        ["2023", "", "Cover", "", "", "start", ""],
    ]
    reading = read("timelinejs", "\n".join(delimiter.join(row) for row in rows))
    assert dates(reading) == [("Bridge closed", "2022-10-13/2022-10-14"), ("Repair", "2023")]
    assert told(reading) == [(2, "the notes of “Bridge closed”"), (5, "the title slide")]


def test_a_sheet_is_read_like_slides() -> None:
    reading = read("timelinejs", SHEET)
    assert dates(reading) == [("Bridge, closed", "2022-10-13"), ("Repair", "2022/2023")]
    assert (reading.drafts[0].url, reading.drafts[0].events[0].summary) == (
        "https://example.org/bridge",
        "It closed. And stayed so.",
    )
    assert told(reading) == [(2, "the display date of “Bridge, closed”"), (5, "the title slide")]


@pytest.mark.parametrize(
    ("date", "when"),
    [
        ("2022-10-13 / now", "2022-10-13/.."),
        ("2022-10/now", "2022-10/.."),
        ("2022-10-13 / 3 weeks", "2022-10-13/2022-11-02"),
        ("2022-10-13/2 days", "2022-10-13/2022-10-14"),
        ("2022-10 - 3 months", "2022-10/2022-12"),
        ("2022 / 2 years", "2022/2023"),
        ("Jan 2020 - Mar 2021", "2020-01/2021-03"),
        ("Dec 25 2012 – Dec 26 2012", "2012-12-25/2012-12-26"),
        ("from 2022-10-13 to 2022-10-15", "2022-10-13/2022-10-15"),
        ("12/2012 - 05/2014", "2012-12/2014-05"),
        ("03/04/2022-05/04/2022", "2022-04-03/2022-04-05"),
        ("2031-11-19T01:35:10Z-2032-08-04T18:22:48Z", "2031-11-19/2032-08-04"),
        ("13/10/2022 10:30 am", "2022-10-13"),
        ("2022 / 3 weeks", None),  # of which month?
        ("2022-10-13 / !opened", None),
        ("now - 2023", None),
        ("every 2 weeks for 3 times", None),
        ("9999-12-31 / 2 days", None),
    ],
)
def test_dates_and_ranges_of_markwhen(date: str, when: str | None) -> None:
    reading = read("markwhen", f"dateFormat: d/M/y\n\n{date}: A feast\n")
    assert [draft.events[0].when for draft in reading.drafts] == ([when] if when else [])
    assert when or f"the event “A feast”, left out: `{date}`: " in reading.skipped[0].message


def test_lines_below_an_event_of_markwhen_are_its_properties_and_its_text() -> None:
    text = """\
2022-10-13:
id: bridge
tags: [flood]
The bridge is closed

It stays so. 12:30: the last bus had left.
12:45: the ferry stopped.
10 people were stranded, the mayor said: nobody was hurt.
- [x] barriers are up
"""
    reading = read("markwhen", text)
    (draft,) = reading.drafts
    assert draft.described == "The bridge is closed"
    assert draft.events[0].summary == (
        "It stays so. 12:30: the last bus had left. 12:45: the ferry stopped. "
        "10 people were stranded, the mayor said: nobody was hurt. barriers are up"
    )
    assert told(reading) == [(2, "the property `id`"), (3, "the property `tags`")]


@pytest.mark.parametrize(
    ("kind", "text", "place"),
    [
        ("timelinejs", '{"events": [\n  {"start_date": }\n]}', (2, 18)),
        ("timelinejs", '{"events": 3}', (1, 1)),
        ("timelinejs", 'Year,Headline\n2022,a,b\n"', (2, 3)),
        ("timelinejs", 'Year,Headline\n2022,"a" b\n', (2, 1)),
        ("hypothesis", "[1]", (1, 1)),
        ("hypothesis", "[" * 100_000, (0, 0)),
        ("markwhen", "nothing here", (1, 1)),
        ("issue-form", "### Something else", (1, 1)),
    ],
)
def test_what_is_malformed_is_told_with_its_place(kind: str, text: str, place: tuple[int, int]) -> None:
    with pytest.raises(Unreadable) as error:
        read(kind, text)
    assert (error.value.line, error.value.column) == place
    assert error.value.help


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>One</p><p>two<br>three</p>", "One two three"),
        ("<b>O</b>ne &lt;b&gt; &amp;", "One <b> &"),
        ("<script>alert(1)</script>One", "One"),
        ("<![<![ One", None),
        ("<!-- One", None),
        ("\x00\ud800<b>One", "\ufffdOne"),
        ("<div>" * 200 + "One", "One"),
    ],
)
def test_markup_of_slides_becomes_words(markup: str, words: str | None) -> None:
    reading = read(
        "timelinejs", json.dumps({"events": [{"start_date": {"year": 2022}, "text": {"headline": "A", "text": markup}}]})
    )
    assert reading.drafts[0].events[0].summary == words


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=9)
    | st.sampled_from(["2022", "https://example.org/", "<![", "<b>"])
)
KEYS = st.sampled_from(
    [
        *("rows", "uri", "document", "title", "target", "selector", "type", "exact", "prefix", "tags"),
        *("events", "start_date", "end_date", "year", "month", "day", "media", "url", "text", "headline", "eras"),
    ]
)
DATA = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=9), max_leaves=30)


@examples(150)
@given(st.sampled_from(["hypothesis", "timelinejs"]), DATA, st.sampled_from(["", "rows", "events", "list"]))
def test_no_data_make_an_importer_fail(kind: str, data: object, under: str) -> None:
    whole = [data] if under == "list" else {under: [data]} if under else data
    try:
        for draft in merge_drafts(read(kind, json.dumps(whole)).drafts):
            as_text(draft)
    except Unreadable as error:
        assert error.help


@examples(100)
@given(st.text(), st.sampled_from(["", PAGE, SHEET, MARKWHEN, ISSUE]), st.integers(0, 400))
def test_no_text_makes_an_importer_fail(text: str, around: str, place: int) -> None:
    whole = around[:place] + text + around[place:]
    kinds_of(whole)
    for importer in importers().values():
        try:
            for draft in merge_drafts(importer.read(whole).drafts):
                as_text(draft)
        except Unreadable as error:
            assert error.help


def test_markwhen_dates_are_read_as_its_header_says() -> None:
    reading = read("markwhen", MARKWHEN)
    assert dates(reading) == [
        ("Bridge closed report", "2022-10-13"),
        ("Repair", "2022-10/2022-12"),
        ("Opened again", "2023-04-03"),
        ("First tolls", "2023-04/2023-05"),
        ("A fair", "2023-05-13"),
        ("Another flood", "2024~"),
    ]
    assert (reading.drafts[0].url, reading.drafts[0].events[0].summary) == ("https://example.org/a", "It stays so.")
    assert [(line, message[:33]) for line, message in told(reading)] == [
        (1, "`title` of the header"),
        (4, "the section “section The flood”"),
        (14, "the section “endSection”"),
        (5, "the tag #bridge"),
        (12, "the event “A dream”, left out: `n"),
        (13, "the event “A feast”, left out: `!"),
    ]


@pytest.mark.parametrize(
    ("header", "when"), [("", None), ("dateFormat: M/d/y", "2022-03-04"), ("dateFormat: d/M/y", "2022-04-03")]
)
def test_figures_are_ambiguous_without_the_header(header: str, when: str | None) -> None:
    reading = read("markwhen", f"{header}\n03/04/2022: A fair\n")
    assert [draft.events[0].when for draft in reading.drafts] == ([when] if when else [])
    assert not when or reading.skipped == ()
    assert when or "either order: 3 April or 4 March" in reading.skipped[0].message


def test_the_first_address_is_taken_and_the_others_are_told() -> None:
    links = "https://example.org/a https://example.org/b https://example.org/a"
    sheet = read("timelinejs", f"Year,Headline,Text\n2022,A feast,{links}\n")
    line = read("markwhen", f"2022: A feast {links}\n")
    for reading, number in ((sheet, 2), (line, 1)):
        assert reading.drafts[0].url == "https://example.org/a"
        assert told(reading) == [(number, "a further address of “A feast”: https://example.org/b")]


def test_markwhen_of_our_own_is_read_back() -> None:
    reading = read(
        "markwhen", 'title: "Site"\ntimezone: UTC\n\n2022-09/2022-11: autumn: Flood\n> It rose.\n> https://example.org/entry/\n'
    )
    draft = reading.drafts[0]
    assert (draft.events[0], draft.url) == (
        DraftEvent("autumn-flood", "autumn: Flood", "It rose.", "2022-09/2022-11"),
        "https://example.org/entry/",
    )


def test_a_proposal_becomes_the_draft_that_it_means() -> None:
    reading = read("issue-form", ISSUE)
    assert reading == Reading(
        (
            Draft(
                title="Bridge “closed”",
                publisher="Reuters",
                url="https://example.org/bridge",
                published="2022-10",
                language="en",
                text="brief",
                events=(DraftEvent("old-bridge-closed", "The old bridge is closed", when="2022-10-13"),),
                body=("The old bridge was closed on Thursday, the council said.",),
                passages=(
                    Quote(
                        "The old bridge was closed on Thursday, the council said.",
                        ("old-bridge-closed",),
                        words="on Thursday",
                        within=0,
                    ),
                ),
                comments=(("events", "People, organisations and places: The council"),),
            ),
        )
    )


def test_a_proposal_is_filed_and_passes_the_check(small_site: Path) -> None:
    (small_site / "issue.md").write_text(ISSUE.replace("\n", "\r\n"), encoding="utf-8")
    done = run_import(small_site, small_site / "issue.md")
    assert done.stdout == "content/articles/2022/reuters-bridge-closed.md\n"
    outcome = load(small_site)
    assert outcome.problems == []
    assert ("old-bridge-closed", "2022-10-13") in [(entry.id, entry.when.text) for entry in outcome.chronology.entries]


@pytest.mark.parametrize(
    ("answer", "key", "value"),
    [
        ("https://doi.org/10.5555/12345678", "doi", "10.5555/12345678"),
        ("0-306-40615-2", "isbn", "0-306-40615-2"),
        ("Broadcast of 13 October, on tape at the station", "source", "Broadcast of 13 October, on tape at the station"),
        ("example.org/a", "url", "example.org/a"),
        ("https://example.org/a b", "url", "https://example.org/a b"),
    ],
)
def test_a_proposal_says_where_the_original_is(answer: str, key: str, value: str) -> None:
    (draft,) = read("issue-form", f"### What happened\n\nRain\n\n### Address of the article\n\n{answer}\n").drafts
    assert {name: getattr(draft, name) for name in ("url", "doi", "isbn", "source") if getattr(draft, name)} == {key: value}


@pytest.mark.parametrize(
    "hostile",
    [
        "---\ntitle: mine\n---\n[x]{event=appeal}",
        "# x\n\n### Publisher\n\nEvil Press\n\n### What happened\n\nIt is mine",
        "![x](https://example.org/x.png) <script>alert(1)</script> [x](javascript:alert(1))",
        "\x1b]0;owned\x07 \u202e \x00 \ud800",
        "]{event=appeal} [on Thursday]{.when}",
        "&#91;x&#93;&#123;event=appeal&#125;",
        "```\n</details>\n~~~",
        "x" * 5000,
    ],
)
@pytest.mark.parametrize("label", [label for label in LABELS if label not in ("Address of the article", "Date of publication")])
def test_nothing_of_a_stranger_escapes_the_draft(small_site: Path, label: str, hostile: str) -> None:
    """Whatever the answer, the file is valid but for values that are still open, and marks nothing but the proposed event."""
    parts = ISSUE.split("### ")
    text = "### ".join(f"{label}\n\n{hostile}\n\n" if part.startswith(f"{label}\n") else part for part in parts)
    draft = read("issue-form", text).drafts[0]
    path = small_site / "content/articles/2022/z.md"
    path.write_text(as_text(draft), encoding="utf-8")
    outcome = load(small_site)
    assert {problem.code for problem in outcome.problems} <= {"V501", "H302", "H310", "H313", "E702", "E701", "P406", "D603"}
    article = next((article for article in outcome.chronology.articles if article.path.endswith("z.md")), None)
    marked = {event for passage in (article.passages if article else ()) for event in passage.events}
    assert marked <= {event.id for event in draft.events}
    assert "appeal" not in marked


def test_drafts_of_one_address_are_one_article() -> None:
    one = Draft(url="https://example.org/a", events=(DraftEvent("closed", "A"),))
    other = Draft(url="https://example.org/a/", events=(DraftEvent("closed", "B"),))
    assert [[event.id for event in draft.events] for draft in merge_drafts((one, other, Draft(), Draft()))] == [
        ["closed", "closed-2"],
        [],
        [],
    ]


def test_what_is_too_long_is_told(small_site: Path) -> None:
    file = small_site / "long.mw"
    file.write_text(f"2022: A feast\n{'and more ' * 300}\n", encoding="utf-8")
    done = run_import(small_site, file, "--dry-run")
    assert "not carried over: `summary` of feast of “A feast” as it is; a comment in the draft has its beginning" in done.stderr
    assert "# summary: still open, because this is not valid: and more and more" in done.stdout


def test_annotations_beyond_what_an_article_takes_are_told() -> None:
    quotes = [Quote(f"words {number}", within=number) for number in range(600)]
    found, skipped = find([quote.exact for quote in quotes], quotes)
    assert (len(found), len(skipped)) == (500, 100)
    assert skipped[0] == (quotes[500], "an article has room for 500 passages")


def test_annotations_of_one_page_under_two_addresses_are_one_article() -> None:
    rows = json.dumps([ANNOTATIONS["rows"][0], ANNOTATIONS["rows"][1] | {"uri": "https://example.org/news/bridge/#top"}])
    (draft,) = merge_drafts(read("hypothesis", rows).drafts)
    assert draft.events == (DraftEvent("bridge-closed"),)
    text = as_text(draft)
    assert "[The old bridge was closed]{event=bridge-closed}\n\n[The new bridge was closed]{event=bridge-closed}\n" in text


def test_a_text_that_is_too_long_for_an_article_is_refused(page: Path) -> None:
    page.with_name("long.txt").write_text("A headline\n\n" + "Many words, and more of them.\n\n" * 10_000, encoding="utf-8")
    done = run_import(page.parent, page.with_name("long.txt"), "--full", "--published", "2022")
    assert (done.returncode, done.stdout) == (1, "")
    assert "larger than 256 KiB" in done.stderr
    assert "help: keep only what supports its events: --passage instead of --full" in done.stderr


def test_several_drafts_are_several_files(small_site: Path) -> None:
    file = small_site / "line.mw"
    file.write_text("2022-10-13: Saldo\n2022-11: Appeal\n", encoding="utf-8")
    done = run_import(small_site, file)
    assert (done.returncode, done.stdout) == (0, "content/articles/2022/saldo.md\ncontent/articles/2022/appeal.md\n")
    second = (small_site / "content/articles/2022/appeal.md").read_text(encoding="utf-8")
    assert "\n  appeal-2:\n" in second
    assert "# appeal-2: there is an event appeal; if it is the same, write that id" in second


def test_a_filed_article_with_a_wrong_date_does_not_stop_an_import(small_site: Path) -> None:
    path = small_site / "content/articles/2022/y.md"
    text = path.read_text(encoding="utf-8").replace("is denied\n", "is denied\n    when: [2022, 2023]\n")
    path.write_text(text, encoding="utf-8")
    file = small_site / "line.mw"
    file.write_text("2022-10-13: Saldo\n", encoding="utf-8")
    done = run_import(small_site, file)
    assert (done.returncode, done.stdout) == (0, "content/articles/2022/saldo.md\n")


def test_what_is_filed_already_is_not_filed_again(small_site: Path) -> None:
    file = small_site / "line.mw"
    file.write_text("2022-10-13: Saldo\n2022-11: Appeal\n2022-11-03: Saldo\n", encoding="utf-8")
    first = run_import(small_site, file)
    assert first.stdout.split() == [f"content/articles/2022/{name}.md" for name in ("saldo", "appeal", "saldo-2")]
    file.write_text("2022-10-13: Saldo\n2022-11: Appeal\n2022-12: Answer\n", encoding="utf-8")
    done = run_import(small_site, file, "--into", small_site / "content/articles/2021")
    assert (done.returncode, done.stdout) == (1, "content/articles/2021/answer.md\n")
    assert "not written: “Saldo”: it already exists as content/articles/2022/saldo.md\nhelp: complete that file" in done.stderr
    assert "not written: “Appeal”: it already exists as content/articles/2022/appeal.md\n" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message", "help"),
    [
        (["no-such-file"], "no-such-file: there is no such file", "help: write its whole path"),
        (["pages.htm"], "pages.htm: there is no such file", "page.html?"),
        (["page.html", "--text-of", "https://example.org/x"], "web addresses are not fetched", "help: save the page"),
        (["content"], "content: a folder", "help: name one file in it"),
        (["content/articles/2022/x.md"], "it seems to be an article file already", "help: move it to content/articles/"),
        (["page.html", "--as", "word"], "there is no kind `word`", "help: the kinds are "),
        (["vague.txt"], "vague.txt: its kind is not known", "help: say what it is: --as KIND, one of "),
        (["empty.txt"], "empty.txt: an empty file, which cannot be read", "help: save the page or the text again"),
        (["page.html", "--event", "My event"], "`My event` is not a valid event id", "help: use lowercase letters"),
        (["page.html", "--url", "x.html"], "--url: `x.html` is not valid", "help: copy the whole address"),
        (["page.html", "--published", "03/04/2022"], "3 April or 4 March", "help: write 2022-04-03 or 2022-03-04"),
        (["page.html", "--url", "https://example.org/x"], "2022/x.md already has this address", "help: complete that file"),
        (["page.html", "--as", "timelinejs"], "page.html:1:1: no columns Year and Headline", "help: the first row names"),
        (["page.html", "--as", "hypothesis"], "page.html:1:1: not valid JSON", "help: export the file again"),
        (["two.mw", "--url", "https://example.org/"], "the file makes 2 drafts", "help: --url can be used for one draft only"),
        (["bytes.txt"], "bytes.txt:1:1: byte 0xff is not valid UTF-8", "help: save the file as UTF-8"),
        (["page.html", "--passage", "closed on THURSDAY"], "is not in one paragraph", "has “closed on Thursday”"),
        (["page.html", "--passage", "no such words"], "it is not in one paragraph", "help: copy the words from the page"),
        (["page.html", "--passage", "the"], "it is 8 times in the text; quote more of it", "help: "),
        (["none.json", "--as", "timelinejs"], "none.json: no draft can be made of it: it is empty", "help: check that it is"),
        (["open.mw"], "open.mw:1: no draft can be made of it: the event “A”, left out", "help: check that it is"),
        (["page.html", "--text-of", "none.json"], "none.json: no draft can be made of it", "help: check that it is"),
        (["many.mw"], "many.mw: it makes more than 2,000 drafts", "help: split it"),
        (["big.html"], "larger than 20 MB", "help: split it, or save the text alone"),
    ],
)  # fmt: skip
def test_mistakes_are_reported_with_help(
    page: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str, help: str
) -> None:
    page.with_name("empty.txt").write_text("\n", encoding="utf-8")
    page.with_name("vague.txt").write_text("{}", encoding="utf-8")
    page.with_name("two.mw").write_text("2022: A\n2023: B\n", encoding="utf-8")
    page.with_name("none.json").write_text('{"events": [], "start_date": 1}', encoding="utf-8")
    page.with_name("open.mw").write_text("03/04/2022: A\n", encoding="utf-8")
    page.with_name("many.mw").write_text("2022: A\n" * 2_001, encoding="utf-8")
    page.with_name("bytes.txt").write_bytes(b"\xff")
    with page.with_name("big.html").open("wb") as big:
        big.truncate(20_000_001)
    before = sorted(page.parent.rglob("*"))
    monkeypatch.chdir(page.parent)
    done = run_import(page.parent, *arguments)
    assert done.returncode in (1, 2)
    assert message in done.stderr
    assert help in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(page.parent.rglob("*")) == before


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_of_what_has_no_end_no_more_is_read_than_may_be(page: Path) -> None:
    assert "larger than 20 MB" in run_import(page.parent, "/dev/zero").stderr
