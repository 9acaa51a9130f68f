"""timeline/publish/citations.py: an entry as text, BibTeX and CSL-JSON, with titles that mean harm."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.dated_entries import entry
from support.rendered_html import live, text_of, to_html
from timeline.model.chronology import Site
from timeline.model.entry import Entry
from timeline.publish import escape
from timeline.publish.citations import as_bibtex, as_csl_json, as_text, citations

SITE = Site("Kherson, 2022", url="https://example.org/")
ADDRESS = "https://example.org/timeline/entries/appeal/"
HOSTILE = r'100% of $5 & {x} #1_a~b^c \input{y} <script>"*`[z](w)'
TITLES = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1)


def titled(title: str, when: str = "2022-10-13", event: str = "appeal") -> Entry:
    made = entry(event, when)
    return Entry(**{name: getattr(made, name) for name in Entry.__dataclass_fields__} | {"title": title})


def test_text() -> None:
    assert (
        as_text(titled("Saldo appeals"), SITE, ADDRESS) == f"“Saldo appeals” (event: 13 October 2022). Kherson, 2022. {ADDRESS}"
    )


def test_bibtex() -> None:
    assert as_bibtex(titled("Saldo appeals", "2022-10~"), SITE, ADDRESS) == (
        "@misc{entry-appeal,\n"
        "  title = {{Saldo appeals}},\n"
        "  howpublished = {Kherson, 2022},\n"
        "  note = {Event: c. October 2022},\n"
        f"  url = {{{ADDRESS}}},\n"
        "}"
    )


def test_csl_json() -> None:
    (item,) = json.loads(as_csl_json(titled("Saldo appeals"), SITE, ADDRESS))
    assert item == {
        "id": "entry-appeal",
        "type": "webpage",
        "title": "Saldo appeals",
        "container-title": "Kherson, 2022",
        "event-date": {"date-parts": [[2022, 10, 13]]},
        "URL": ADDRESS,
    }


@pytest.mark.parametrize(
    ("when", "date"),
    [
        ("2022-10", {"date-parts": [[2022, 10]]}),
        ("2022", {"date-parts": [[2022]]}),
        ("2022-09-23/2022-10", {"date-parts": [[2022, 9, 23], [2022, 10]]}),
        ("2022-10-13T05:00+03:00", {"literal": "13 October 2022, 05:00 (UTC+3)"}),
        ("2022-10~", {"literal": "c. October 2022"}),
        ("2022-10-19/2022-11-09~", {"literal": "19 October to c. 9 November 2022"}),
        ("2022-10/..", {"literal": "since October 2022"}),
        ("../2022-10", {"literal": "before October 2022"}),
        ("2022-22", {"literal": "summer 2022"}),
        ("2022-33", {"literal": "first quarter of 2022"}),
        ("199X", {"literal": "1990s"}),
    ],
)
def test_csl_json_says_a_date_no_more_exactly_than_it_is_known(when: str, date: dict) -> None:
    (item,) = json.loads(as_csl_json(titled("A", when), SITE, ADDRESS))
    assert item["event-date"] == date


@pytest.mark.parametrize("when", ["2022-10-13", "2022-10~", "2022/..", "199X"])
def test_csl_json_is_what_the_schema_of_csl_1_0_2_allows(when: str) -> None:
    """csl-data.json: a list of items with `id` and `type`, known variables only, dates in parts or in words."""
    (item,) = json.loads(as_csl_json(titled(HOSTILE, when), SITE, ADDRESS))
    assert item["type"] == "webpage"
    assert all(isinstance(item.pop(text), str) for text in ("id", "type", "title", "container-title", "URL"))
    date = item.pop("event-date")
    assert item == {}
    assert set(date) in ({"date-parts"}, {"literal"})
    parts = date.get("date-parts", [[2022]])
    assert 1 <= len(parts) <= 2
    assert all(1 <= len(part) <= 3 and all(type(number) is int for number in part) for part in parts)


@pytest.mark.parametrize("when", ["2022-10-13", "2022"])
def test_the_date_of_the_event_is_no_date_of_publication(when: str) -> None:
    made = titled("A", when)
    assert not re.search(r"^\s*(year|date|urldate|author)\b", as_bibtex(made, SITE, ADDRESS), re.MULTILINE)
    assert not {"issued", "accessed", "author"} & json.loads(as_csl_json(made, SITE, ADDRESS))[0].keys()


def test_what_tex_acts_on_is_escaped() -> None:
    assert as_bibtex(titled("100% & $5 #1 a_b"), SITE, ADDRESS).splitlines()[1] == r"  title = {{100\% \& \$5 \#1 a\_b}},"
    assert as_bibtex(titled(r"a~b^c\d"), SITE, ADDRESS).splitlines()[1] == (
        r"  title = {{a\textasciitilde{}b\textasciicircum{}c\textbackslash{}d}},"
    )
    assert as_bibtex(titled("Київ – “так”"), SITE, ADDRESS).splitlines()[1] == "  title = {{Київ – “так”}},"


@given(TITLES)
def test_no_title_gets_out_of_its_field(title: str) -> None:
    """BibTeX counts braces, also after a backslash; an at sign or a comma does nothing within them."""
    written = as_bibtex(titled(title), SITE, ADDRESS)
    assert list(fields(written)) == ["title", "howpublished", "note", "url"]
    assert read_tex(fields(written)["title"]) == " ".join(title.split())


@given(TITLES)
def test_csl_json_gives_the_title_back(title: str) -> None:
    assert json.loads(as_csl_json(titled(title), SITE, ADDRESS))[0]["title"] == " ".join(title.split())


def test_an_address_in_bibtex_stays_as_it_is_but_for_braces() -> None:
    assert (
        fields(as_bibtex(titled("A"), SITE, "https://example.org/a_b%20c/#{d}"))["url"] == "https://example.org/a_b%20c/#%7Bd%7D"
    )


@pytest.mark.parametrize("form", ["Text", "BibTeX", "CSL-JSON"])
def test_on_a_page_each_shows_exactly_its_text(form: str) -> None:
    text = citations(titled(HOSTILE + "  </code></pre>\n\n# No heading"), SITE, ADDRESS)[form]
    html = to_html(f"<details>\n<pre><code>{escape.preformatted(text)}</code></pre>\n</details>")
    assert text_of(html) == " ".join(text.split())
    assert live(html, {"details": (), "pre": (), "code": ()}) == []


def fields(bibtex: str) -> dict[str, str]:
    """The fields of one record, by counting braces as BibTeX does."""
    body = re.fullmatch(r"@misc\{[a-z0-9-]+,\n(.*)\n\}", bibtex, re.DOTALL)
    assert body
    found, rest = {}, body[1]
    while name := re.match(r"\s*([a-z]+) = (?=\{)", rest):
        depth, end = 0, name.end()
        while True:
            depth += {"{": 1, "}": -1}.get(rest[end], 0)
            end += 1
            if depth == 0:
                break
        found[name[1]] = rest[name.end() + 1 : end - 1]
        assert rest[end] == ","
        rest = rest[end + 1 :]
    assert rest == ""
    return found


def read_tex(text: str) -> str:
    """What TeX would print: named characters, escaped characters; a bare special one fails."""
    named = {"textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~", "textasciicircum": "^"}
    assert (text[0], text[-1]) == ("{", "}")
    shown = ""
    for piece in re.finditer(r"\\([a-z]+)\{\}|\\([%&#_$])|([^\\{}%&#_$~^])|(.)", text[1:-1], re.DOTALL):
        assert not piece[4], f"{piece[4]} is not escaped"
        shown += named[piece[1]] if piece[1] else piece[2] or piece[3]
    return shown
