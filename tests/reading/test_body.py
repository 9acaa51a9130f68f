"""timeline/reading/body.py on any text: it never fails, and its problems point into the file."""

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.examples import examples
from support.markup import ANY, MANY, MARKED_UP, as_commonmark, lines_of, read
from support.rendered_html import text_of
from timeline.model.body import (
    Block,
    Code,
    CodeBlock,
    DateSpan,
    Emphasis,
    Heading,
    Inline,
    ItemList,
    Link,
    ListItem,
    Paragraph,
    PassageSpan,
    Quotation,
    Strong,
    Text,
    ThematicBreak,
    unmarked_text,
)
from timeline.reading.body import read_body


def passage_spans(parts: Iterable[Block | Inline | ListItem]) -> Iterator[PassageSpan]:
    """All passages in blocks or inline parts, inner ones too."""
    for part in parts:
        if isinstance(part, PassageSpan):
            yield part
        for inside in ("content", "blocks", "items"):
            yield from passage_spans(getattr(part, inside, ()))


@given(st.one_of(ANY, MARKED_UP))
@examples(MANY)
def test_reads_any_text_and_points_into_it(text: str) -> None:
    lines = lines_of(text)
    for problem in read_body(lines, 0).problems:
        assert 1 <= problem.at.line <= len(lines.lines)
        assert 1 <= problem.at.column <= len(lines.lines[problem.at.line - 1]) + 1
        assert problem.message
        assert problem.help


@given(MARKED_UP)
@examples(MANY)
def test_a_passage_is_a_run_of_the_visible_text(text: str) -> None:
    found = read(text)
    visible = text_of(as_commonmark(text))
    for passage in found.passages:
        if not found.problems:
            assert passage.text in visible
        for words in passage.words:
            assert words.text in passage.text
            assert words.events


@pytest.mark.parametrize(
    "address", ["mailto:a@b", "mailto:a@example.org?cc=b@example.org", "mailto:", "tel:1", "#top", "/a", "b.md", ""]
)
def test_links_to_anything_else(address: str) -> None:
    assert [problem.code for problem in read(f"[x](<{address}>)").problems] == ["P410"]


@pytest.mark.parametrize("bracket", ["[", "]", "{", "](", "]{"])
def test_a_paragraph_of_too_many_brackets_is_told_once(bracket: str) -> None:
    found = read("one\n\n\ntwo\n\nthree " + bracket * 301)
    assert [(problem.code, problem.at.line) for problem in found.problems] == [("P409", 6)]
    assert "P409" not in [problem.code for problem in read(bracket * 150 + "\n\n" + bracket * 150).problems]


def test_an_article_of_too_many_marks_is_not_looked_at_any_closer() -> None:
    found = read("[a]{event=x}\n\n" * 1001)
    assert [(problem.code, problem.message) for problem in found.problems] == [("P409", "1001 marks in one article")]
    assert len(read("[a]{event=x}\n\n" * 1000).passages) == 1000


@pytest.mark.parametrize(
    ("source", "anchors"),
    [
        ("[a]{event=x} [b]{event=y} [c]{event=x}", ["passage-x", "passage-y", "passage-x--2"]),
        ("[a]{event=x} [b]{event=x} [c]{event=x-2}", ["passage-x", "passage-x--2", "passage-x-2"]),
        ('[a]{event="x y"} [b]{event="y x"}', ["passage-x", "passage-y"]),
        ("[a [b]{event=y}]{event=x}", ["passage-x", "passage-y"]),
    ],
)
def test_each_passage_has_an_address(source: str, anchors: list[str]) -> None:
    assert [passage.anchor for passage in read(source).passages] == anchors


def test_the_content_of_a_passage_is_what_its_brackets_hold() -> None:
    outer, inner = read("[*a* [b [c]{.when}]{event=y}]{event=x}").passages
    assert inner.content == (Text("b "), DateSpan((Text("c"),)))
    assert outer.content == (Emphasis((Text("a"),)), Text(" "), PassageSpan(1, inner.content))
    assert ([w.events for w in outer.words], [w.events for w in inner.words]) == ([], [("y",)])


@given(MARKED_UP)
@examples(MANY)
def test_each_passage_is_in_the_body_once_under_its_number(text: str) -> None:
    """Templates find a passage by its number, in a preview of articles with errors too."""
    found = read(text)
    assert sorted(span.number for span in passage_spans(found.blocks)) == list(range(len(found.passages)))
    assert all(span.content == found.passages[span.number].content for span in passage_spans(found.blocks))
    assert len({passage.anchor for passage in found.passages}) == len(found.passages)


@pytest.mark.parametrize(
    "text", ["[" * 25 + "a" + "]{event=x}" * 25 + "\n\n[b]{event=y}", "> " * 25 + "[a]{event=x}", "*a _b " * 25]
)
def test_what_is_nested_too_deep_leaves_nothing_half_read(text: str) -> None:
    found = read(text)
    assert {problem.code for problem in found.problems} <= {"P408"}
    assert not found.problems or (found.blocks, found.passages) == ((), [])


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("# a\n\nb\nc", (Heading(1, (Text("a"),)), Paragraph((Text("b"), Text(" "), Text("c"))))),
        ("3) a\n4) b", (ItemList((ListItem("3", (Paragraph((Text("a"),)),)), ListItem("4", (Paragraph((Text("b"),)),)))),)),
        ("- ***\n- > a", (ItemList((ListItem("", (ThematicBreak(),)), ListItem("", (Quotation((Paragraph((Text("a"),)),)),)))),)),
        ("~~~\n<b>\n~~~", (CodeBlock("<b>\n"),)),
        (
            "**a `b`** [c](https://example.org/)",
            (Paragraph((Strong((Text("a "), Code("b"))), Text(" "), Link("https://example.org/", (Text("c"),)))),),
        ),
    ],
)
def test_blocks_and_their_text(source: str, blocks: tuple[Block, ...]) -> None:
    assert read(source).blocks == blocks


def test_the_text_outside_the_passages() -> None:
    found = read("# a\n\nb *c* [d [e]{.when}]{event=x}.\n\n- f `g`\n\n~~~\nh\n~~~")
    assert unmarked_text(found.blocks) == "a\nb c .\nf g\nh\n"
