"""How an article is cited, as its publisher printed it: as a line of text, for BibTeX, and as CSL-JSON.

The date in it is that of its publication, as exactly as it is known. A date that is not exact is in words, where a format
has room for words, and is left out elsewhere.
"""

from collections.abc import Mapping
from typing import Any

from timeline.dates import Part, When, wording
from timeline.model.article import Article, Passage
from timeline.model.reference import IN_ADDRESS, KINDS, locator_wording
from timeline.publish.citations import bibtex, tex
from timeline.publish.escape import plain
from timeline.publish.feed_items import stated
from timeline.publish.json_text import line

_TYPES = {kind: type for type, kind in KINDS.items()}
_PARTS_OF_WORKS = ("article-journal", "webpage")  # of these the publisher is the journal or the site
_BIBTEX = {"book": ("book", "publisher"), "article-journal": ("article", "journal")}  # by the type of CSL; else `misc`


def source_citations(article: Article) -> dict[str, str]:
    """Every form by its name for readers."""
    fields = (f"  {line(name)}: {line(value)}" for name, value in csl_item(article).items())
    return {"Text": as_text(article), "BibTeX": as_bibtex(article), "CSL-JSON": "[{\n" + ",\n".join(fields) + "\n}]"}


def as_text(article: Article) -> str:
    """One line: author, title, publisher, date of publication, where the original is, and where in it the passages are."""
    title = f"“{plain(article.title)}”" if article.title else plain(article.described or "")
    author = f"{plain(article.author)}: " if article.author else ""
    words = (locator_wording(passage.locator) for passage in article.passages if passage.locator and not _is_address(passage))
    places = ", ".join(dict.fromkeys(map(plain, words)))
    where = [plain(article.source or ""), article.url or "", places and f"Passages: {places}"]
    said = [f"{author}{title}", f"{plain(article.publisher.name)}, {article.published_wording}", *filter(None, where)]
    return ". ".join(said)


def as_bibtex(article: Article) -> str:
    """A record of the type `book`, `article` or `misc`. `date` is for biblatex, `year` for BibTeX."""
    reference, published = article.reference, article.published
    type, publisher = _BIBTEX.get(_kind(article), ("misc", "howpublished"))
    archive = reference.archive and f"{reference.archive.institution}, {reference.archive.mark}"
    notes = [reference.words, archive, published and not _are_exact(published) and f"Published {wording(published)}"]
    fields = stated(
        author=article.author and f"{{{tex(article.author)}}}",
        title=f"{{{tex(article.display_title)}}}",
        **{publisher: tex(article.publisher.name)},
        year=published and _year(published),
        date=published and _are_exact(published) and published.text,
        note=tex("; ".join(note for note in notes if note)),
        doi=reference.doi and tex(reference.doi),
        isbn=reference.isbn,
        url=reference.url,
    )
    return bibtex(type, article.id, {name: value for name, value in fields.items() if value})


def _is_address(passage: Passage) -> bool:
    """Whether the place of a passage has no words: a part of the address that is no page."""
    return locator_wording(passage.locator) == IN_ADDRESS


def csl_item(article: Article) -> Mapping[str, Any]:
    """The article as an item of CSL 1.0.2."""
    reference, kind = article.reference, _kind(article)
    publisher = {"container-title" if kind in _PARTS_OF_WORKS else "publisher": plain(article.publisher.name)}
    return {"id": article.id, "type": kind} | stated(
        title=plain(article.display_title),
        author=[{"literal": plain(article.author)}] if article.author else [],
        **publisher,
        issued=article.published and _csl_date(article.published),
        URL=reference.url,
        DOI=reference.doi,
        ISBN=reference.isbn,
        archive=reference.archive and plain(reference.archive.institution),
        archive_location=reference.archive and plain(reference.archive.mark),
        note=reference.words and plain(reference.words),
        language=article.language,
    )


def _kind(article: Article) -> str:
    """The type of CSL: by the kind that is stated, else by where it is."""
    reference = article.reference
    if article.kind in _TYPES:
        return _TYPES[article.kind]
    if reference.isbn:
        return "book"
    if reference.doi:
        return "article-journal"
    return "webpage" if reference.url else "document"


def _csl_date(when: When) -> dict[str, Any]:
    """In numbers where they say exactly what the date says; else in words, which every style prints as they are."""
    if not _are_exact(when):
        return {"literal": wording(when)}
    return {"date-parts": [[int(number) for number in part.text.split("-")] for part in _parts(when)]}


def _parts(when: When) -> tuple[Part, ...]:
    return (when.start, when.end) if when.end else (when.start,)


def _are_exact(when: When) -> bool:
    """Whether numbers of year, month and day say all that the date says."""
    return all(
        part.precision in ("day", "month", "year")
        and not part.qualifier
        and not part.timed
        and part.text.replace("-", "").isdecimal()
        and not part.text.startswith("-")
        for part in _parts(when)
    )


def _year(when: When) -> str:
    """The year in which all of a date lies; empty if there is none."""
    first, last = when.earliest, when.latest
    return str(first.year) if first and last and first.year == last.year > 0 and not when.qualified else ""
