"""timeline/publish/markdown_body.py: what an article says is shown as it is, and nothing of it is active."""

import pytest
from hypothesis import example, given

from support.examples import examples
from support.markup import MANY, MARKED_UP, as_commonmark, read, written
from support.rendered_html import live, text_of, to_html
from timeline.publish.markdown_body import passage_markdown


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
def test_a_passage_is_shown_by_itself_as_it_stands(text: str) -> None:
    """On the page of its entry it begins a quotation, wherever it stood in the article."""
    for passage in read(f"x [{text}]{{event=z}}").passages:
        html = to_html(f"> {passage_markdown(passage.content)}")
        assert live(html) == []
        if not read(text).problems:
            assert text_of(html) == text_of(passage.text.replace("&", "&amp;").replace("<", "&lt;"))


@pytest.mark.parametrize("address", ["mailto:a@example.org", "mailto:a.b+c@mail.example.org", "https://example.org/"])
def test_links_to_addresses(address: str) -> None:
    assert written(read(f"[x]({address})")) == f"[x]({address})"


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
        ("a [b [c]{.when}]{event=x} d", "a [b [c]{.tl-when}]{.mark} d"),
    ],
)
def test_writes_markdown_that_people_can_read(source: str, expected: str) -> None:
    assert written(read(source)) == expected
