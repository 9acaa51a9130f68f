"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): what the other feeds have, with the date of the event as data.

The extension `_dateline` of an item holds the EDTF value of the event with its bounds; `date_published` is the day on
which the newest article was published, and missing where none is dated.
"""

from collections.abc import Mapping
from typing import Any

from timeline.publish.escape import plain
from timeline.publish.export_file import ExportFile, Purpose
from timeline.publish.feed_items import ExportData, Item, Selection, dated, moment, stated
from timeline.publish.json_text import document, line

FILES = (
    ExportFile(
        "feed.json",
        "JSON Feed",
        "the newest entries, with the dates of the events as data",
        "application/feed+json",
        Purpose.SUBSCRIBE,
    ),
)
VERSION = "https://jsonfeed.org/version/1.1"


def export(data: ExportData) -> dict[str, str]:
    """The files: path below docs/timeline/ -> text."""
    if not data.site.url:
        return {}
    rows = {item.entry.id: line(_item(item)) for item in data.items}
    return {f"{selection.folder}feed.json": _feed(selection, rows, data) for selection in data.selections}


def _feed(selection: Selection, rows: Mapping[str, str], data: ExportData) -> str:
    members = {
        "version": VERSION,
        "title": selection.title,
        "description": selection.description,
        "home_page_url": selection.url,
        "feed_url": data.address(f"{selection.folder}feed.json"),
        "language": "en",
        "_dateline": {"about": data.address("data/")},
    }
    return document(members, "items", [rows[item.entry.id] for item in selection.newest])


def _item(item: Item) -> dict[str, Any]:
    return stated(
        id=item.url,
        url=item.url,
        title=item.title,
        summary=item.summary,
        content_html=item.html,
        date_published=item.published and moment(item.published).isoformat(),
        tags=[plain(name.name) for name in item.entry.names],
    ) | {"_dateline": dated(item.entry.when)}
