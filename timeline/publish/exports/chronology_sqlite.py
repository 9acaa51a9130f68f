"""SQLite, for databases and Datasette (https://datasette.io/): all entries in tables with keys and full-text search.

The same entries give the same bytes with the same version of SQLite. Another version may place the rows differently in the file.
It is made in memory: then its header does not say which version has made it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from timeline.dates import When
from timeline.dates.day import EPOCH
from timeline.model.article import Article, Passage
from timeline.model.chronology import Site
from timeline.model.entry import Attestation
from timeline.model.names import Name
from timeline.model.reference import locator_wording
from timeline.publish.escape import plain
from timeline.publish.export_file import ExportFile, Purpose
from timeline.publish.feed_items import Item, Selection, dated
from timeline.publish.page_types import page_url

FILES = (
    ExportFile(
        "chronology.sqlite",
        "SQLite",
        "entries, articles, passages and names in tables, with full-text search, for SQL and [Datasette](https://datasette.io/)",
        "application/vnd.sqlite3",
        Purpose.DOWNLOAD,
    ),
)
TABLES = Path(__file__).parent / "chronology.sql"
SEARCHABLE = ("names", "entries", "articles", "passages")
Row = tuple[str | float | None, ...]


def export(selection: Selection) -> dict[str, bytes]:
    """The files: name -> content."""
    tables: dict[str, dict[Row, None]] = {"site": {_site(selection.site): None}}
    for position, item in enumerate(selection.items, 1):
        tables.setdefault("entries", {})[position, *item.piece(_entry)] = None
        for table, row in item.piece(_beside):
            tables.setdefault(table, {})[row] = None
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(TABLES.read_text(encoding="utf-8"))
        for table, rows in tables.items():
            marks = ", ".join("?" * len(next(iter(rows))))
            database.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        for table in SEARCHABLE:
            database.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')")
            database.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('optimize')")
        database.commit()
        return {"chronology.sqlite": database.serialize()}


def _site(site: Site) -> Row:
    return plain(site.name), _text(site.description), site.url or None


def _entry(item: Item) -> Row:
    """The row of an entry, without its position."""
    entry = item.entry
    about = (plain(entry.title), item.summary or None, *_date(entry.when), entry.when.precision, entry.when.qualified)
    return entry.id, *about, _text(entry.entry_note), entry.is_key_event, entry.conflict, entry.dates_differ, item.url or None


def _beside(item: Item) -> list[tuple[str, Row]]:
    """The other rows that an entry needs, each with its table. Those of articles and names are repeated."""
    rows: list[tuple[str, Row]] = []
    for name in item.entry.names:
        rows += [*_name(name), ("entry_names", (item.entry.id, _key(name)))]
    for attestation in item.entry.attestations:
        rows += _attestation(item.entry.id, attestation, item.site)
    return rows


def _name(name: Name) -> Iterator[tuple[str, Row]]:
    yield "names", (_key(name), name.kind, plain(name.name), _text(name.note), name.lat, name.lon)
    for alias in name.aliases:
        yield "aliases", (_key(name), plain(alias))


def _key(name: Name) -> str:
    return f"{name.kind}/{name.id}"


def _attestation(entry: str, attestation: Attestation, site: Site) -> Iterator[tuple[str, Row]]:
    claim, article = attestation.claim, attestation.claim.article
    for name in article.publishers:
        yield from _name(name)
    yield "articles", _article(article, site)
    note, after = (stated.value if stated else None for stated in (claim.head.date_note, claim.head.after))
    yield "attestations", (entry, article.id, *_date(claim.when), claim.dated_by, _text(note), after, attestation.agrees)
    for figure in claim.figures:
        yield from _name(figure.name)
        yield "figures", (entry, article.id, _key(figure.name), plain(figure.value))
    for passage in claim.passages:
        words = "; ".join(plain(words.text) for words in passage.words if entry in words.events)
        yield "passages", _passage(passage, article, site)
        yield "entry_passages", (entry, _key_of_passage(passage, article), words or None)


def _article(article: Article, site: Site) -> Row:
    reference = article.reference
    published = dated(article.published) if article.published else {}
    return (
        *(article.id, _text(article.title), _text(article.described), _key(article.publisher)),
        *(article.agency and _key(article.agency), _text(article.author)),
        *(published.get(part) for part in ("wording", "edtf", "earliest", "latest")),
        *(article.language, article.text, reference.url, reference.doi, reference.isbn),
        *((plain(reference.archive.institution), plain(reference.archive.mark)) if reference.archive else (None, None)),
        *(_text(reference.words), page_url(site, article=article) or None),
    )


def _passage(passage: Passage, article: Article, site: Site) -> Row:
    page = page_url(site, article=article)
    locator = _text(locator_wording(passage.locator))
    url = f"{page}#{passage.anchor}" if page else None
    return _key_of_passage(passage, article), article.id, plain(passage.text), article.text_language, locator, url


def _key_of_passage(passage: Passage, article: Article) -> str:
    return f"{article.id}#{passage.anchor}"


def _date(when: When) -> Row:
    """A date in words, as EDTF, and its first and last day as text and as numbers."""
    said = dated(when)
    days = (day and day.toordinal() - EPOCH for day in (when.earliest, when.latest))
    return said["wording"], said["edtf"], said["earliest"], said["latest"], *days


def _text(text: str | None) -> str | None:
    """Plain text; None if there is none."""
    return plain(text or "") or None
