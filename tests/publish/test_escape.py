"""timeline/escape.py: whatever a contributor writes is shown as it is written, in every place where a template puts it."""

import re
from functools import cache
from html import unescape

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from support.examples import examples
from support.markup import ANY, MANY, MARKED_UP, PAYLOADS, plain, read, written
from support.paths import ROOT
from support.rendered_html import EXTENSIONS, live, tags_of, text_of, to_html
from timeline.publish import escape
from timeline.reading.unsafe_characters import UNSAFE

# Every place of the templates: what stands before the text, and after it, and the elements that may come of it.
PLACES = {
    "paragraph": ("", "\n{: .tl-lead }"),
    "heading": ("# ", ""),
    "heading of a link": ("### [", "](x.md) [via x]{.tl-agency}"),
    "list item": ('1.  <time class="tl-date" datetime="2022">2022</time> [', "](x.md){.tl-title}\n    [x]{.tl-count}"),
    "second line of an item": ("1.  x\n    [", "]{.tl-summary}\n    [x]{.tl-count}"),
    "table": ("| Figure | According to |\n| --- | --- |\n| ", " | [x](x.md) |"),
    "head of a table": ("| ", " | According to |\n| --- | --- |\n| x | y |"),
    "quotation": ("> ", " [in context](x.md#y){.tl-context}"),
    "label": ("[Note]{.tl-label} ", "\n{: .tl-note }"),
    "inside HTML": ('<div class="tl-list" markdown>\n\n- [', "](x.md) [1]{.tl-number}\n\n</div>"),
    "before a link": ("", "[x](x.md){.tl-ref}"),
    "after a link": ("[x](x.md){.tl-ref}", ""),
}
BETWEEN = "\ue000"  # of private use: stands for the text where only the frame is rendered
SHOWN = {
    **dict.fromkeys(["p", "ol", "ul", "li", "div", "table", "thead", "tbody", "tr", "th", "td", "blockquote"], ("class",)),
    "h1": ("id",),
    "h3": ("id",),
    "a": ("href", "class"),
    "span": ("class",),
    "time": ("class", "datetime"),
}
TEXTS = MARKED_UP | ANY


@cache
def frame_of(before: str, after: str) -> str:
    """The HTML of a place, with `BETWEEN` instead of the text."""
    return to_html(before + BETWEEN + after)


def check_in_place(before: str, text: str, after: str) -> None:
    """The text and nothing else is added to what is shown without it."""
    html, frame = to_html(before + escape.inline(text) + after), frame_of(before, after)
    assert text_of(html) == plain(text_of(frame).replace(BETWEEN, plain(text)))
    assert [tag for tag, _ in tags_of(html)] == [tag for tag, _ in tags_of(frame)]
    assert [problem for problem in live(html, SHOWN) if "x.md" not in problem] == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", PAYLOADS)
def test_payloads_in_places(place: str, text: str) -> None:
    before, after = PLACES[place]
    check_in_place(before, text, after)


@pytest.mark.parametrize("place", PLACES)
@given(text=TEXTS.filter(plain))
@examples(MANY)
def test_any_text_in_places(place: str, text: str) -> None:
    before, after = PLACES[place]
    check_in_place(before, text, after)


@pytest.mark.parametrize("text", PAYLOADS)
def test_payloads_as_bodies_and_passages(text: str) -> None:
    for source in (
        text,
        f"[{text}]{{event=a}}",
        f"[x {text} [then]{{.when}}]{{event=a}}",
        f"- x\n\n    > {text}",
        f"## {text}",
        f"*{text}*",
    ):
        assert live(to_html(written(read(source)))) == []


@given(TEXTS)
@examples(MANY)
def test_within_a_line(text: str) -> None:
    html = to_html(f"a{escape.within(text)}b")
    assert text_of(html) == plain(f"a{text}b")
    assert [tag for tag, _ in tags_of(html)] == ["p"]


@given(TEXTS)
@example("`")
@example(" ``` ")
@examples(MANY)
def test_code(text: str) -> None:
    html = to_html(f"a{escape.code(text)}b")
    assert text_of(html) == plain(f"a{text}b")
    assert [tag for tag, _ in tags_of(html)] == (["p", "code"] if plain(text) else ["p"])


@given(TEXTS)
@examples(MANY)
def test_attribute(text: str) -> None:
    html = f'<p title="{escape.attribute(text)}">x</p>'
    assert tags_of(html) == [("p", {"title": plain(text)})]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/", "https://example.org/"),
        ("https://example.org/a_(b)?c=d&e=f#g", "https://example.org/a_%28b%29?c=d&e=f#g"),
        ("https://example.org/%20%C3%A9", "https://example.org/%20%C3%A9"),
        ("https://example.org/é", "https://example.org/%C3%A9"),
        ("https://example.org/'*_x_*[1]", "https://example.org/%27%2A_x_%2A%5B1%5D"),
        ("mailto:a.b+c@example.org", "mailto:a.b+c@example.org"),
    ],
)
def test_address(address: str, expected: str) -> None:
    assert escape.url(address) == expected
    (_, (tag, attributes)) = tags_of(to_html(f"[x]({escape.url(address)})"))
    assert (tag, attributes) == ("a", {"href": expected})


@given(TEXTS)
@examples(MANY)
def test_any_address_stays_one_link(text: str) -> None:
    html = to_html(f"[x](https://example.org/{escape.url(text)})")
    assert [tag for tag, _ in tags_of(html)] == ["p", "a"]
    assert live(html) == []
    assert text_of(html) == "x"


def test_the_extensions_are_those_of_the_site() -> None:
    listed = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    assert [name if isinstance(name, str) else next(iter(name)) for name in listed] == EXTENSIONS


@given(st.lists(st.sampled_from(["a", " ", "\t", "\n", "<", "&", "`", "*", "#", "</pre>", "    ", "]("])).map("".join))
@examples(300)
def test_preformatted_text_is_read_as_it_was_written(text: str) -> None:
    written = escape.preformatted(text)
    assert unescape(written) == text
    html = to_html(f"before\n\n<details>\n<pre><code>.{written}.</code></pre>\n</details>\n\nafter")
    assert unescape(re.search(r"<code>\.(.*)\.</code>", html, re.DOTALL)[1]) == text
    assert live(html, {"p": (), "details": (), "pre": (), "code": ()}) == []


@given(st.text(st.sampled_from("a \t\n"), min_size=1))
def test_no_line_of_preformatted_text_is_empty_or_ends_in_a_blank(text: str) -> None:
    lines = escape.preformatted(text).split("\n")
    assert [line for line in lines[1:] if not line] == []
    assert [line for line in lines if line != line.rstrip()] == []


def test_no_unsafe_character_is_printable() -> None:
    """Printable text is not searched for them."""
    assert [sign for sign in map(chr, range(0x110000)) if sign.isprintable() and UNSAFE.match(sign)] == []
