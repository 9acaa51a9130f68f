"""JSON, for programs: all entries with their articles, passages, dates and figures, and the JSON Schema of the file."""

from pathlib import Path
from typing import Any

from timeline.model.article import Article, Passage
from timeline.model.chronology import Site
from timeline.model.entry import Attestation, Claim, Comparison
from timeline.model.names import FACETS, Name
from timeline.model.reference import Reference, locator_wording
from timeline.publish.escape import plain
from timeline.publish.export_file import ExportFile, Purpose
from timeline.publish.feed_items import Item, Selection, dated, stated
from timeline.publish.json_text import document, line
from timeline.publish.page_types import page_url

FILES = (
    ExportFile(
        "chronology.json",
        "JSON",
        "all data: entries with their articles, passages, dates and figures, and where these differ",
        "application/json",
        Purpose.DOWNLOAD,
    ),
    ExportFile(
        "chronology.schema.json",
        "JSON Schema",
        "the description of `chronology.json`",
        "application/schema+json",
        Purpose.DOWNLOAD,
    ),
)
SCHEMA = Path(__file__).parent / "chronology.schema.json"


def export(selection: Selection) -> dict[str, str]:
    """The files: name -> text."""
    members = {"$schema": SCHEMA.name} | stated(
        title=plain(selection.site.name), description=plain(selection.site.description), url=selection.site.url
    )
    rows = (item.piece(_line) for item in selection.items)
    return {"chronology.json": document(members, "entries", rows), SCHEMA.name: SCHEMA.read_text(encoding="utf-8")}


def _line(item: Item) -> str:
    return line(_entry(item, item.site))


def _entry(item: Item, site: Site) -> dict[str, Any]:
    entry = item.entry
    return {
        **stated(id=entry.id, url=item.url, title=plain(entry.title), summary=item.summary),
        "when": dated(entry.when),
        **stated(when_note=plain(entry.entry_note)),
        "key": entry.is_key_event,
        "differ": entry.conflict,
        "dates_differ": entry.dates_differ,
        **{facet: [_name(name) for name in entry.named(facet)] for facet in FACETS},
        "attestations": [_attestation(attestation, site) for attestation in entry.attestations],
        "figures": [_figure(figure) for figure in entry.figures],
    }


def _name(name: Name) -> dict[str, Any]:
    return stated(id=name.id, name=plain(name.name), latitude=name.lat, longitude=name.lon)


def _attestation(attestation: Attestation, site: Site) -> dict[str, Any]:
    claim = attestation.claim
    return {
        "article": _article(claim.article, site),
        "passages": [_passage(passage, claim, site) for passage in claim.passages],
        "when": dated(claim.when),
        "found": claim.dated_by,
        **stated(when_note=claim.head.date_note and plain(claim.head.date_note.value)),
        **stated(after=claim.head.after and claim.head.after.value),
        "agrees": attestation.agrees,
        "figures": [{"name": plain(figure.name.name), "value": plain(figure.value)} for figure in claim.figures],
    }


def _article(article: Article, site: Site) -> dict[str, Any]:
    return stated(
        id=article.id,
        page=page_url(site, article=article),
        title=article.title and plain(article.title),
        described=article.described and plain(article.described),
        publisher=_name(article.publisher),
        agency=article.agency and _name(article.agency),
        author=article.author and plain(article.author),
        **_reference(article.reference),
        published=article.published and dated(article.published),
        language=article.language,
        text=article.text,
    )


def _reference(reference: Reference) -> dict[str, Any]:
    archive = reference.archive
    return stated(
        url=reference.url,
        doi=reference.doi,
        isbn=reference.isbn,
        archive=archive and {"institution": plain(archive.institution), "mark": plain(archive.mark)},
        source=reference.words and plain(reference.words),
    )


def _passage(passage: Passage, claim: Claim, site: Site) -> dict[str, Any]:
    page = page_url(site, article=claim.article)
    words = [plain(words.text) for words in passage.words if claim.event in words.events]
    said = {"text": plain(passage.text), "language": claim.article.text_language, "date_words": words}
    return said | stated(
        at=plain(locator_wording(passage.locator)),
        at_url=claim.article.reference.address_at(passage.locator),
        url=page and f"{page}#{passage.anchor}",
    )


def _figure(figure: Comparison) -> dict[str, Any]:
    return {
        "name": plain(figure.label),
        "differs": figure.differs,
        "versions": [
            {"value": plain(version.value), "articles": [attestation.claim.article.id for attestation in version.attestations]}
            for version in figure.versions
        ],
    }
