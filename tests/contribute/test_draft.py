"""The file of a draft: whatever a draft holds, it is read back as it was meant, and nothing of it becomes a mark."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.examples import examples
from timeline.contribute.drafts.draft import PLACEHOLDER, Draft, DraftEvent, as_text, clean, id_from
from timeline.contribute.drafts.quotes import Quote, find
from timeline.model.article import Article
from timeline.model.body import Paragraph, PassageSpan, Text, plain_text
from timeline.model.values import is_id
from timeline.project import Project, load

VOCABULARY = "publishers:\n  echo:\n    name: Echo\n"
COMPLETE = Draft(
    title="The bridge is closed",
    publisher="Echo",
    url="https://example.org/bridge",
    published="2022-10-13",
    language="en",
    text="full",
    events=(DraftEvent("bridge-closed", title="The bridge is closed", when="2022-10-13"),),
    body=("Before it.", "The bridge was closed.", "After it."),
    passages=(Quote("The bridge was closed", ("bridge-closed",)),),
)
NAUGHTY = [
    "---",
    "...",
    "null",
    "1984",
    "2022-10-13",
    "~",
    "true",
    "yes: no",
    "a #comment",
    "a # comment",
    "# comment",
    "- item",
    "? key",
    "[a, b]",
    "{a: b}",
    "&anchor",
    "*alias",
    "!tag",
    "%TAG",
    "@at",
    "`code`",
    "|",
    ">-",
    "'single'",
    '"double"',
    'it\'s "both"',
    "back\\slash",
    "trailing \\",
    "trailing:",
    "key: value",
    "a\nb: c\n---\nd",
    "tab\tbed",
    "\ufeffmark",
    "\u202eevil\u202c",
    "\x1b[31mred",
    "nul\x00",
    "a\u2028b\u2029c\x85d",
    "\ud800 alone",
    "x\U0010ffff",
    "Герсон, “Львів”",
    "שלום",
    "🌉 bridge",
    "e\u0301",
    "\u200bzero\u200b",
    "]{event=x}",
    "[x]{event=y}",
    "[[x]{.when}]{event=y}",
    "x]{.when}",
    "{.when}",
    "{ event=x}",
    "![x](https://example.org/x.png)",
    "[x](javascript:alert(1))",
    "[x](https://example.org/a b)",
    "](",
    "[x]: https://example.org",
    "<https://example.org>",
    "<script>alert(1)</script>",
    "<!-- comment",
    "&lt;b&gt; &amp; &#91;x&#93;{.when}",
    "AT&T",
    "# heading",
    "### What happened",
    "=== \n---",
    "1. first",
    "12) twelfth",
    "2022. A year",
    "+ plus",
    "* star",
    "***",
    "___",
    "> quotation",
    "```\ncode\n```",
    "~~~",
    "    indented code",
    "**bold** _em_ `code` ~~gone~~",
    "a" * 390,
    "[" * 350,
    "]{" * 350,
    "word " * 60 + "- not an item " + "word " * 20 + "1. nor this",
    ("x" * 97 + " # ") * 3,
    "$x$ {{ jinja }} {% raw %}",
    "{: .class #id }",
    "C:\\[x]\\{y}",
]


def filed(text: str) -> Project:
    """What a build finds in a site that has this article alone."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "content/articles/2022").mkdir(parents=True)
        (root / "content/vocabulary.yml").write_text(VOCABULARY, encoding="utf-8")
        (root / "content/articles/2022/echo-bridge.md").write_text(text, encoding="utf-8")
        return load(root)


def read_back(draft: Draft) -> Article:
    outcome = filed(as_text(draft))
    assert outcome.problems == []
    return outcome.chronology.articles[0]


def shown(article: Article) -> list[str]:
    """The text of each paragraph of the body. It has no other blocks, and no emphasis, code or links."""
    assert {type(block) for block in article.body} <= {Paragraph}
    assert {type(part) for block in article.body for part in block.content} <= {Text, PassageSpan}
    return [plain_text(block.content) for block in article.body]


def test_a_complete_draft_is_the_file_that_a_person_would_write() -> None:
    assert (
        as_text(COMPLETE)
        == """\
---
title: The bridge is closed
publisher: Echo
url: https://example.org/bridge
published: 2022-10-13
language: en
text: full
events:
  bridge-closed:
    title: The bridge is closed
    when: 2022-10-13
---

Before it.

[The bridge was closed]{event=bridge-closed}.

After it.
"""
    )
    assert [passage.text for passage in read_back(COMPLETE).passages] == ["The bridge was closed"]


def test_all_keys_stand_in_the_order_of_the_format() -> None:
    event = DraftEvent("e", "T", "S", "2022")
    draft = Draft(described="D", publisher="P", author="W", url="https://example.org/", published="2022", language="en",
                  text="brief", events=(event,))  # fmt: skip
    keys = [line.split(":")[0] for line in as_text(draft).split("\n") if ":" in line and line[0] != "#"]
    head = "described publisher author url published language text events"
    assert keys == [
        *head.split(" "),
        "  e",
        *(f"    {key}" for key in ("title", "summary", "when")),
    ]


def test_what_is_open_has_a_comment_in_its_place() -> None:
    assert (
        as_text(Draft(publisher="Echo"))
        == """\
---
# title: still open: headline as the publisher printed it
publisher: Echo
# url: still open: web address of the article, `https://…` or `http://…`; or `doi`, `isbn`, `archive`, `source`
# published: still open: date of publication: `2022-10-13`, `2022-10`, `2022-10-13/2022-10-19?`. Leave it out if it is not known
# language: still open: language of the original: en, uk, de
# text: still open: what the body is: `brief` (our own words), `excerpt` or `full`; shown to readers
# events: still open: the id of each event that the article reports, and its title
# Below the next line: what the article says, with the words that support an event marked like this:
# [It was closed [on Thursday]{.when}, the council said]{event=an-event-id}.
---
"""
    )
    assert {problem.code for problem in filed(as_text(Draft(publisher="Echo"))).problems} == {"H302"}


@pytest.mark.parametrize(
    "wrong",
    [{"url": "javascript:alert(1)"}, {"published": "yesterday"}, {"language": "English, mostly"}, {"title": "x" * 500}],
)
def test_what_the_format_does_not_take_is_told_and_not_written(wrong: dict[str, str]) -> None:
    (key, value), text = next(iter(wrong.items())), as_text(replace(COMPLETE, **wrong))
    assert f"# {key}: still open, because this is not valid: {value[:200]}" in text
    assert f"\n{key}:" not in text


def test_an_event_that_nobody_named_is_asked_for_where_it_stands() -> None:
    outcome = filed(as_text(replace(COMPLETE, events=(), passages=(Quote("The bridge was closed"),))))
    assert [(problem.code, problem.message) for problem in outcome.problems] == [
        ("P406", f"`{PLACEHOLDER}` is not a valid event id")
    ]


@pytest.mark.parametrize("naughty", NAUGHTY, ids=range(len(NAUGHTY)))
def test_naughty_text_is_read_back_as_text(naughty: str) -> None:
    line = naughty[:390]  # no title is longer
    text = clean(line)
    event = DraftEvent("bridge-closed", title=line, summary=line * 3, when="2022-10-13")
    article = read_back(
        replace(
            COMPLETE,
            title=line,
            author=line,
            events=(event,),
            body=(*COMPLETE.body, naughty, f"x {naughty}"),
            comments=(("", naughty), ("title", naughty), ("events", naughty)),
        )
    )
    assert (article.title, article.author) == (text, text)
    assert article.events[0].title.value == text
    assert [passage.text for passage in article.passages] == ["The bridge was closed"]
    assert shown(article) == [*COMPLETE.body, *(clean(said) for said in (naughty, f"x {naughty}") if clean(said))]


@pytest.mark.parametrize("naughty", NAUGHTY, ids=range(len(NAUGHTY)))
def test_a_naughty_passage_is_what_it_was(naughty: str) -> None:
    text = clean(f"x {naughty} y")
    article = read_back(replace(COMPLETE, body=(f"Before. {text} After.",), passages=(Quote(text, ("bridge-closed",)),)))
    assert [passage.text for passage in article.passages] == [text]


@examples(60)
@given(st.lists(st.text(), max_size=3), st.text(alphabet="[]{}()<>!#&*_`\\\"'.-=: \n1aéж~|>+", max_size=60), st.text(max_size=60))
def test_any_text_is_read_back_as_text(body: list[str], marks: str, title: str) -> None:
    event = DraftEvent("bridge-closed", title=f"x{title}", summary=f"x{marks}", when="2022-10-13")
    draft = replace(COMPLETE, title=f"x{marks}", events=(event,), body=("The bridge was closed", marks, *body))
    article = read_back(draft)
    assert article.title == clean(f"x{marks}")
    assert (article.events[0].title.value, article.events[0].summary.value) == (clean(f"x{title}"), clean(f"x{marks}"))
    assert [passage.text for passage in article.passages] == ["The bridge was closed"]
    assert shown(article) == [said for said in map(clean, ("The bridge was closed", marks, *body)) if said]


@examples(60)
@given(st.text(alphabet="[]{}()<>!#&*_`\\\"'.-=: 1aéж~|>+", max_size=80))
def test_any_words_can_be_a_passage(text: str) -> None:
    words = clean(f"a{text}b")
    article = read_back(replace(COMPLETE, body=(f"x {words} y",), passages=(Quote(words, ("bridge-closed",)),)))
    assert [passage.text for passage in article.passages] == [words]


def test_date_words_are_marked_inside_their_passage() -> None:
    quote = Quote("It was closed on Thursday [sic]", ("bridge-closed", "other"), words="on Thursday")
    text = as_text(replace(COMPLETE, body=("It was closed on Thursday [sic].",), passages=(quote,)))
    assert '[It was closed [on Thursday]{.when} \\[sic\\]]{event="bridge-closed other"}.' in text


def test_attributes_are_never_broken_over_lines() -> None:
    ids = tuple(f"an-event-with-a-long-id-{number}" for number in range(6))
    text = as_text(replace(COMPLETE, body=("The bridge was closed.",), passages=(Quote("The bridge was closed", ids),)))
    assert f'event="{" ".join(ids)}"}}.' in text


def test_words_are_found_but_for_white_space_and_the_shape_of_quotation_marks() -> None:
    paragraphs = ["“Nobody  was hurt,” the mayor’s\u00a0office said.", "Nobody was here."]
    quotes = [Quote('"Nobody was\nhurt," the mayor\'s office'), Quote("nobody was here"), Quote("Nobody was")]
    found, skipped = find(paragraphs, quotes)
    assert [(place.paragraph, paragraphs[place.paragraph][place.start : place.end]) for place in found] == [
        (0, "“Nobody  was hurt,” the mayor’s\u00a0office")
    ]
    assert [reason for _, reason in skipped] == [
        "it is not in one paragraph of the text",
        "it is 2 times in the text; quote more of it",
    ]


def test_what_stands_round_words_tells_which_are_meant() -> None:
    paragraphs = ["It fell on Monday.", "It fell again."]
    found, _ = find(paragraphs, [Quote("It fell", prefix="on Monday. ", suffix=" aga")])
    assert [place.paragraph for place in found] == [1]


def test_passages_that_share_words_are_told() -> None:
    found, skipped = find(["one two three"], [Quote("one two"), Quote("two three")])
    assert [place.quote.exact for place in found] == ["one two"]
    assert skipped == [(Quote("two three"), "it shares words with another passage")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Saldo asks the residents to leave", "saldo-asks-residents-leave"),
        ("The mayor's car: “Škoda”, 2022", "mayors-car-skoda-2022"),
        ("Херсон", ""),
        ("Index", "index-event"),
        ("The", "the"),
        ("--- !!", ""),
    ],
)
def test_ids_are_made_of_words(text: str, expected: str) -> None:
    assert id_from(text) == expected


@given(st.text())
def test_an_id_is_valid_or_empty(text: str) -> None:
    made = id_from(text)
    assert made == "" or is_id(made)
