"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): what the other feeds have, with the date of the event as data.

The extension `_dateline` of an item holds the EDTF value of the event with its bounds; `date_published` is the day on
which the newest article was published, and missing where none is dated.
"""

from typing import Any

from timeline.publish.escape import plain
from timeline.publish.export_file import ExportFile, Purpose
from timeline.publish.feed_items import FOLDER, Item, Selection, dated, moment, stated
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


def export(selection: Selection) -> dict[str, str]:
    """The files: name -> text."""
    return {FILES[0].name: _feed(selection)}


def _feed(selection: Selection) -> str:
    members = {
        "version": VERSION,
        "title": selection.title,
        "description": selection.description,
        "home_page_url": selection.url,
        "feed_url": selection.address(FILES[0].name),
        "language": "en",
        "_dateline": {"about": f"{selection.site.url}{FOLDER}data/"},
    }
    return document(members, "items", [item.piece(_line) for item in selection.newest])


def _line(item: Item) -> str:
    return line(_item(item))


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
