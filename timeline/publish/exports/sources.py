"""CSL-JSON, for reference managers: the sources of all entries, each as what its reference and its kind say it is."""

from typing import Any

from timeline.dates import Part, When, wording
from timeline.model.article import Article
from timeline.model.reference import KINDS
from timeline.publish.escape import plain
from timeline.publish.export_file import ExportFile, Purpose
from timeline.publish.feed_items import ExportData, stated
from timeline.publish.json_text import line

FILES = (
    ExportFile(
        "sources.json",
        "CSL-JSON",
        "the articles for reference managers such as Zotero",
        "application/vnd.citationstyles.csl+json",
        Purpose.DOWNLOAD,
    ),
)
_TYPES = {kind: type for type, kind in KINDS.items()}
_IN_A_WORK = ("article-journal", "webpage")  # of these the publisher is the journal or the site


def export(data: ExportData) -> dict[str, str]:
    """The files: path below docs/timeline/ -> text."""
    articles = {one.claim.article.id: one.claim.article for item in data.items for one in item.entry.attestations}
    items = (line(_item(articles[id])) for id in sorted(articles))
    return {"sources.json": "[\n" + ",\n".join(items) + "\n]\n"}


def _item(article: Article) -> dict[str, Any]:
    reference, kind = article.reference, _kind(article)
    publisher = {"container-title" if kind in _IN_A_WORK else "publisher": plain(article.publisher.name)}
    return {"id": article.id, "type": kind} | stated(
        title=plain(article.display_title),
        author=[{"literal": plain(article.author)}] if article.author else [],
        **publisher,
        issued=article.published and _date(article.published),
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


def _date(when: When) -> dict[str, Any]:
    """In numbers where they say exactly what the date says; else in words, which every style prints as they are."""
    parts = (when.start, when.end) if when.end else (when.start,)
    if any(not _is_exact(part) for part in parts):
        return {"literal": wording(when)}
    return {"date-parts": [[int(number) for number in part.text.split("-")] for part in parts]}


def _is_exact(part: Part) -> bool:
    known = part.precision in ("day", "month", "year") and not part.qualifier and not part.timed
    return known and part.text.replace("-", "").isdecimal() and part.text[:1] != "-"
