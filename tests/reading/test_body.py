"""timeline/reading/body.py on any text: it never fails, points into the file, and shows what it accepts as it is, inert."""

from itertools import takewhile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from support.examples import examples
from support.markup import ANY, MANY, MARKED_UP, lines_of, read, written
from support.rendered_html import live, text_of, to_html
from timeline.model.records import Mark
from timeline.reading import body
from timeline.reading.spans import parser


def as_commonmark(text: str) -> str:
    """The source as CommonMark has it, without the marks; the oracle for what is to be seen.

    Numbers of a list that does not begin with 1 are seen too, and in HTML they are no text.
    """
    markdown = parser()
    for mark in ("span_open", "span_close", "broken_open", "broken_close", "fault"):
        markdown.add_render_rule(mark, lambda *_: "")
    tokens, counted = markdown.parse(text), []
    for place, token in enumerate(tokens):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            counted.append("start" in token.attrs)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            counted.pop()
        elif token.type == "list_item_open" and counted[-1]:
            inside = takewhile(lambda other, level=token.level: other.level > level, tokens[place + 1 :])
            if any(other.type in ("inline", "fence", "hr", "heading_open") for other in inside):
                token.tag = f"li>{token.info}. <i"
    return markdown.renderer.render(tokens, markdown.options, {})


@given(st.one_of(ANY, MARKED_UP))
@examples(MANY)
def test_reads_any_text_and_points_into_it(text: str) -> None:
    lines = lines_of(text)
    for problem in body.read(lines, 0).problems:
        assert 1 <= problem.at.line <= len(lines.lines)
        assert 1 <= problem.at.column <= len(lines.lines[problem.at.line - 1]) + 1
        assert problem.message
        assert problem.help


@given(MARKED_UP)
@example("10) -")  # a number that counts nothing
@example("10) - a")
@example("10) > 7. b")
@examples(MANY)
def test_what_is_accepted_is_shown_as_it_stands_and_is_inert(text: str) -> None:
    found = read(text)
    html = to_html(written(found))
    assert live(html) == []
    if not found.problems:
        assert text_of(html) == text_of(as_commonmark(text))


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


@given(MARKED_UP)
@examples(MANY)
def test_a_passage_is_shown_by_itself_as_it_stands(text: str) -> None:
    """On the page of its entry it begins a quotation, wherever it stood in the article."""
    for passage in read(f"x [{text}]{{event=z}}").passages:
        pieces = "".join(p if isinstance(p, str) else "[" if p.opens else "]{.when}" for p in passage.pieces)
        html = to_html(f"> {pieces}")
        assert live(html) == []
        if not read(text).problems:
            assert text_of(html) == text_of(passage.text.replace("&", "&amp;").replace("<", "&lt;"))


@pytest.mark.parametrize("address", ["mailto:a@example.org", "mailto:a.b+c@mail.example.org", "https://example.org/"])
def test_links_to_addresses(address: str) -> None:
    assert written(read(f"[x]({address})")) == f"[x]({address})"


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
    ("source", "expected"),
    [
        ("one\ntwo  \nthree\\\nfour", "one two three four"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("# a\n\n## b\n\n###### c", "### a\n\n#### b\n\n###### c"),
        ("* a\n* b\n\n  c\n", "-   a\n\n-   b\n\n    c"),
        ("3) a\n4) b", "3&#46; a\n\n4&#46; b"),
        ("- a\n  - b\n    > c\n    > d", "-   a\n\n    -   b\n\n        > c d"),
        ("> a\n>\n> b", "> a\n>\n> b"),
        ("- > a\n\n  b", "-   > a\n\n    b"),
        ("_a_ __b__ `c`", "<em>a</em> <strong>b</strong> <code>c</code>"),
        (
            "[a_b](https://example.org/a_b) <https://example.org/>",
            "[a&#95;b](https://example.org/a_b) [https://example.org/](https://example.org/)",
        ),
        ("~~~ python\n<b>\n\n  x\n~~~", "<code>&lt;b&gt;</code>\n\n<code>x</code>"),
        ("***", "* * *"),
        ("\\# a", "&#35; a"),
        ("1986\\. A year", "1986&#46; A year"),
        ("a [b [c]{.when}]{event=x} d", "a [b [c]{.mark}]{.mark} d"),
    ],
)
def test_writes_markdown_that_people_can_read(source: str, expected: str) -> None:
    assert written(read(source)) == expected


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


def test_the_pieces_of_a_passage_hold_its_words_and_not_its_inner_passages() -> None:
    outer, inner = read("[*a* [b [c]{.when}]{event=y}]{event=x}").passages
    assert "".join(p if isinstance(p, str) else "<" if p.opens else ">" for p in outer.pieces) == "<em>a</em> b <c>"
    assert "".join(p if isinstance(p, str) else "<" if p.opens else ">" for p in inner.pieces) == "b <c>"
    assert ([w.events for w in outer.words], [w.events for w in inner.words]) == ([], [("y",)])


@given(MARKED_UP)
@examples(MANY)
def test_marks_are_paired_and_numbered_by_their_passages(text: str) -> None:
    """Templates find the passage of a mark by its number, in a preview of broken articles too."""
    found, stack = read(text), []
    for mark in (piece for piece in found.pieces if isinstance(piece, Mark)):
        assert 0 <= mark.number < len(found.passages)
        if mark.opens:
            stack.append((mark.kind, mark.number))
        else:
            assert stack.pop() == (mark.kind, mark.number)
    assert stack == []
    assert len({passage.anchor for passage in found.passages}) == len(found.passages)


@pytest.mark.parametrize(
    "text", ["[" * 25 + "a" + "]{event=x}" * 25 + "\n\n[b]{event=y}", "> " * 25 + "[a]{event=x}", "*a _b " * 25]
)
def test_what_is_nested_too_deep_leaves_nothing_half_read(text: str) -> None:
    found = read(text)
    assert {problem.code for problem in found.problems} <= {"P408"}
    assert not found.problems or (found.pieces, found.passages) == ([], [])
