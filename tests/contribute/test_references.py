"""References of other programs as drafts: CSL-JSON, BibTeX and RIS; and the sources that this program exports, read again."""

import json
import shutil
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.paths import ROOT
from support.records import HOSTILE
from timeline.contribute.drafts.draft import Draft, as_text
from timeline.contribute.importers import Reading, Unreadable, importers, kinds_of
from timeline.pipeline import build
from timeline.project import load

BIBTEX = r"""% a comment
@string{Nat = "Nature"}
@article{watson1953,
  author = {Watson, James D. and Crick, F. H. C.},
  title = {Molecular {S}tructure of Nucleic Acids},
  journal = nat, volume = 171, number = 4356, pages = {737--738},
  year = 1953, month = apr, day = 25,
  doi = {https://doi.org/10.1038/171737a0},
  url = {https://doi.org/10.1038/171737a0},
  abstract = {We wish to suggest},
}
@book{hill, author = {{Alderwick Parish} and Ada van der Hill}, title = {B{\"u}cher \& \emph{more}}, publisher = {Valley Press},
  isbn = {978-3-16-148410-0 (pbk)}, date = {1912/1914}, langid = {german}}
@online{x, title = {A page}, year = {c. 1890}, howpublished = {\url{https://example.org/a_b}}}
"""
RIS = """TY  - JOUR
AU  - Watson, James D.
AU  - Crick, F. H. C.
TI  - Molecular Structure of Nucleic Acids
JO  - Nature
VL  - 171
IS  - 4356
SP  - 737
EP  - 738
DA  - 1953/04/25/
SN  - 0028-0836
DO  - 10.1038/171737a0
AB  - We wish to suggest
ER  -

TY  - PCOMM
AU  - Hill, Ada
TI  - Letter to her sister
DB  - Alderwick Record Office
AV  - D/HIL/3/12
DA  - 1912/04/08
LA  - English
ER  -
"""
CSL = json.dumps([
    {
        "id": "w", "type": "article-journal", "title": "Molecular <i>Structure</i> of Nucleic Acids", "container-title": "Nature",
        "author": [{"family": "Watson", "given": "James D."}, {"family": "Crick", "given": "F. H. C."}],
        "issued": {"date-parts": [["1953", 4, 25]]}, "DOI": "10.1038/171737a0", "page": "737-738", "volume": 171, "issue": "4356",
        "abstract": "We wish to suggest",
    },
    {
        "id": "l", "type": "personal_communication", "title": "Letter to her sister", "author": [{"literal": "Ada Hill"}],
        "archive": "Alderwick Record Office", "archive_location": "D/HIL/3/12", "issued": {"date-parts": [[1912, 4, 8]]},
        "language": "en",
    },
    {"id": "i", "type": "interview", "title": "Talk", "issued": {"date-parts": [[1931]], "circa": True}, "publisher": "Radio"},
])  # fmt: skip
OF = {"bibtex": BIBTEX, "ris": RIS, "csl-json": CSL}


def read(kind: str, text: str) -> Reading:
    return importers()[kind].read(text)


def stated(draft: Draft) -> dict[str, object]:
    return {key: value for key, value in asdict(draft).items() if value and key != "text"}


@pytest.mark.parametrize("kind", OF)
def test_files_are_known_by_their_content(kind: str) -> None:
    assert kinds_of(OF[kind]) == [kind]


@pytest.mark.parametrize("kind", OF)
def test_an_article_in_a_journal(kind: str) -> None:
    reading = read(kind, OF[kind])
    assert stated(reading.drafts[0]) == {
        "title": "Molecular Structure of Nucleic Acids",
        "publisher": "Nature",
        "author": "James D. Watson and F. H. C. Crick",
        "doi": "10.1038/171737a0",
        "source": "vol. 171, no. 4356, pp. 737–738",
        "published": "1953-04-25",
        "kind": "article in a journal",
    }
    assert [skipped.message for skipped in reading.skipped] == ["abstract of “Molecular Structure of Nucleic Acids”"]


@pytest.mark.parametrize("kind", ["ris", "csl-json"])
def test_a_letter_in_an_archive(kind: str) -> None:
    assert stated(read(kind, OF[kind]).drafts[1]) == {
        "title": "Letter to her sister",
        "publisher": "Alderwick Record Office",
        "author": "Ada Hill",
        "archive": ("Alderwick Record Office", "D/HIL/3/12"),
        "published": "1912-04-08",
        "language": "en",
        "kind": "letter",
    }


def test_bibtex() -> None:
    book, page = read("bibtex", BIBTEX).drafts[1:]
    assert stated(book) == {
        "title": "Bücher & more",
        "publisher": "Valley Press",
        "author": "Alderwick Parish and Ada van der Hill",
        "isbn": "978-3-16-148410-0",
        "published": "1912/1914",
        "language": "de",
        "kind": "book",
    }
    assert stated(page) == {"title": "A page", "url": "https://example.org/a_b", "published": "1890~"}


def test_a_date_is_no_more_exact_than_it_is_written() -> None:
    dates = {
        '{"date-parts": [[1931]], "circa": true}': "1931~",
        '{"date-parts": [[1931, 5], [1931, 6]]}': "1931-05/1931-06",
        '{"literal": "spring 1931"}': "1931-21",
        '{"raw": "March 1931"}': "1931-03",
        '{"literal": "n.d."}': None,
        '{"date-parts": [[1931, 2, 30]]}': None,
        '{"date-parts": [[]]}': None,
    }
    for issued, expected in dates.items():
        reading = read("csl-json", f'[{{"type": "book", "title": "A", "issued": {issued}}}]')
        assert (issued, reading.drafts[0].published) == (issued, expected)
        assert bool(reading.skipped) == (expected is None and issued != '{"date-parts": [[]]}')


def test_what_cannot_be_read_is_reported_with_its_line() -> None:
    broken = (
        BIBTEX + "@misc{bad, title = {No {end}, year = {2020}}\n@book{good, title = {Good}, year = 2020, publisher = where}\n"
    )
    reading = read("bibtex", broken)
    assert [draft.title for draft in reading.drafts][3:] == ["Good"]
    assert [(skipped.line, skipped.message.partition(":")[0]) for skipped in reading.skipped][1:] == [
        (16, "an entry that is not valid BibTeX"),
        (16, "a string that is not defined"),
    ]
    half = read("ris", RIS + "TY  - BOOK\nTI  - Half a record\n")
    assert (half.skipped[0].line, half.skipped[0].message) == (24, "a reference without its last line `ER  -`")
    assert len(half.drafts) == 2


def test_a_chain_of_strings_does_not_grow_without_limit() -> None:
    strings = "@string{a0 = {xxxxxxxxxx}}\n" + "".join(f"@string{{a{n + 1} = a{n} # a{n}}}\n" for n in range(60))
    reading = read("bibtex", strings + "@book{b, title = a60}\n")
    assert any("too long" in skipped.message for skipped in reading.skipped)


def test_an_old_book_is_found_by_its_imprint() -> None:
    book = "@book{c, title={Mills}, publisher={Valley Press}, address={Alderwick}, year=1887}"
    assert read("bibtex", book).drafts[0].source == "Alderwick: Valley Press"
    assert read("bibtex", book.replace("year", "isbn={0-306-40615-2}, year")).drafts[0].source is None


def test_of_several_addresses_the_first_counts_and_an_issn_is_no_isbn() -> None:
    text = "TY  - JOUR\nTI  - A\nUR  - https://example.org/a; https://example.org/b\nSN  - 2325-9671 (electronic)\nER  -\n"
    (draft,) = read("ris", text).drafts
    assert (draft.url, draft.isbn) == ("https://example.org/a", None)


def test_a_chapter_is_found_in_its_book() -> None:
    chapter = "@incollection{c, title={Mills}, booktitle={Valleys}, publisher={Valley Press}, isbn={0-306-40615-2}, pages={14}}"
    draft = read("bibtex", chapter).drafts[0]
    assert (draft.publisher, draft.source, draft.kind) == ("Valley Press", "in: Valleys, p. 14", "chapter of a book")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_of_a_reference_escapes_the_draft(text: str, tmp_path: Path) -> None:
    """The file is read as one head, and says what the file of the reference manager says."""
    item = {
        "type": "book",
        "title": text,
        "publisher": text,
        "archive": text,
        "archive_location": text,
        "ISBN": text,
        "volume": text,
    }
    written = as_text(read("csl-json", json.dumps([item | {"issued": {"date-parts": [[1912]]}}])).drafts[0])
    path = tmp_path / "content/articles/1912/a.md"
    path.parent.mkdir(parents=True)
    (tmp_path / "content/vocabulary.yml").write_text("publishers: {}\n")
    path.write_text(written, encoding="utf-8")
    assert {problem.code for problem in load(tmp_path).problems} <= {"V501", "H302", "H310", "H313", "S901"}


@given(st.sampled_from(sorted(OF)), st.text(), st.integers(0, 900))
def test_no_text_makes_a_reader_fail(kind: str, text: str, place: int) -> None:
    try:
        for draft in read(kind, OF[kind][:place] + text + OF[kind][place:]).drafts:
            as_text(draft)
    except Unreadable as error:
        assert error.help


def test_exported_sources_are_read_again(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples/16-museum/content", tmp_path / "content")
    articles = {article.id: article for article in build(tmp_path).project.chronology.articles}
    text = (tmp_path / "docs/timeline/sources.json").read_text(encoding="utf-8")
    drafts = {item["id"]: draft for item, draft in zip(json.loads(text), read("csl-json", text).drafts, strict=True)}
    assert drafts.keys() == articles.keys()
    for id, article in articles.items():
        draft, reference = drafts[id], article.reference
        archive = reference.archive and (reference.archive.institution, reference.archive.mark)
        assert (draft.url, draft.doi, draft.isbn, draft.archive) == (reference.url, reference.doi, reference.isbn, archive)
        assert (draft.title, draft.publisher, draft.published) == (
            article.display_title,
            article.publisher.name,
            article.published_edtf,
        )
