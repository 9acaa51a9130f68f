"""CSV (RFC 4180), for spreadsheets: one row an entry, several values of a cell separated by semicolons."""

import csv
from collections.abc import Iterable
from io import StringIO

from timeline.model.names import FACETS
from timeline.publish.escape import plain
from timeline.publish.export_file import ExportFile, Purpose
from timeline.publish.feed_items import Item, Selection, dated

FILES = (
    ExportFile(
        "chronology.csv",
        "CSV",
        "a spreadsheet with one row for each entry. Cells that look like a formula begin with an apostrophe",
        "text/csv",
        Purpose.DOWNLOAD,
    ),
)
COLUMNS = (
    *("id", "date", "edtf", "earliest", "latest", "precision", "qualified", "title", "summary", *FACETS),
    *("articles", "differ", "publishers", "sources", "address"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet takes a cell that begins so for a formula to work out


def export(selection: Selection) -> dict[str, str]:
    """The files: name -> text."""
    out = StringIO()
    csv.DictWriter(out, COLUMNS, lineterminator="\r\n").writeheader()
    return {"chronology.csv": out.getvalue() + "".join(item.piece(_line) for item in selection.items)}


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe marks it as text."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _line(item: Item) -> str:
    out = StringIO()
    csv.DictWriter(out, COLUMNS, lineterminator="\r\n").writerow(
        {column: harmless(value) for column, value in _row(item).items()}
    )
    return out.getvalue()


def _row(item: Item) -> dict[str, str]:
    entry, when = item.entry, dated(item.entry.when)
    articles = [attestation.claim.article for attestation in entry.attestations]
    return {
        "id": entry.id,
        "date": when["wording"],
        **{key: when[key] or "" for key in ("edtf", "earliest", "latest", "precision")},
        "qualified": _yes(when["qualified"]),
        "title": plain(entry.title),
        "summary": item.summary,
        **{facet: _several(name.name for name in entry.named(facet)) for facet in FACETS},
        "articles": str(len(articles)),
        "differ": _yes(entry.conflict),
        "publishers": _several(dict.fromkeys(name.name for article in articles for name in article.publishers)),
        "sources": _several(article.url or article.source or "" for article in articles),
        "address": item.url,
    }


def _several(values: Iterable[str]) -> str:
    return "; ".join(plain(value) for value in values)


def _yes(value: bool) -> str:
    return "yes" if value else "no"
