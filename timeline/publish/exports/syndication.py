"""RSS 2.0 and Atom, for feed readers: the entries with the newest articles. Atom also for each name: all feed readers read it.

The date of an item is that of its newest article, never that of its event, which is in words in its title. If no article of
an entry is dated, RSS has no date; Atom requires one, and gets that of the newest article of the whole chronology.
"""

from collections.abc import Sequence
from datetime import datetime
from io import StringIO
from typing import Any

from feedgenerator import Atom1Feed, Rss201rev2Feed  # type: ignore[import-untyped]  # it has no types
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator  # type: ignore[import-untyped]

from timeline.model.names import NameKind
from timeline.publish.escape import plain
from timeline.publish.export_file import ExportFile, Purpose
from timeline.publish.feed_items import Item, Selection, moment

FILES = (
    ExportFile("rss.xml", "RSS", "the newest entries for feed readers", "application/rss+xml", Purpose.SUBSCRIBE),
    ExportFile("atom.xml", "Atom", "the newest entries for feed readers", "application/atom+xml", Purpose.FOLLOW),
)


class _Prepared:
    """A feed whose items are XML already, and which never asks the clock."""

    feed: dict[str, Any]  # the library's, with our members `prepared` and `updated`

    def write_items(self, handler: SimplerXMLGenerator) -> None:
        """Writes the items, which are XML already."""
        for xml in self.feed["prepared"]:
            handler.ignorableWhitespace(xml)  # the one way to write what is escaped already

    def latest_post_date(self) -> datetime:
        """The day of the newest article; the library would ask the clock."""
        updated: datetime = self.feed["updated"]
        return updated


class _Rss(_Prepared, Rss201rev2Feed):  # type: ignore[misc]  # a base class without types
    pass


class _Atom(_Prepared, Atom1Feed):  # type: ignore[misc]  # a base class without types
    pass


def export(selection: Selection) -> dict[str, str]:
    """The files: name -> text."""
    rss, atom = (file.name for file in FILES)
    newest = selection.newest
    made = {atom: _feed(_Atom, selection, atom, [item.piece(_atom) for item in newest])}
    if selection.name is None:
        made[rss] = _feed(_Rss, selection, rss, [item.piece(_rss) for item in newest])
    return made


def _feed(kind: type[_Rss | _Atom], selection: Selection, file: str, prepared: Sequence[str]) -> str:
    feed = kind(
        selection.title,
        selection.url,
        selection.description,
        language="en",
        feed_url=selection.address(file),
        author_name=plain(selection.site.name),  # Atom demands one: the site
        prepared=prepared,
        updated=selection.updated,
    )
    xml: str = feed.writeString("utf-8")
    return xml + "\n"


def _rss(item: Item) -> str:
    published = item.published and moment(item.published)
    return _xml(Rss201rev2Feed, item, description=item.html, pubdate=published, unique_id_is_permalink=True)


def _atom(item: Item) -> str:
    summary = item.summary or None
    return _xml(Atom1Feed, item, description=summary, content=item.html, updateddate=item.updated)


def _xml(kind: type[Rss201rev2Feed | Atom1Feed], item: Item, **fields: Any) -> str:
    """The XML of one item, on a line of its own."""
    feed, out = kind("", "", ""), StringIO()
    feed.add_item(item.title, item.url, unique_id=item.url, categories=_categories(item), **fields)
    feed.write_items(SimplerXMLGenerator(out, "utf-8", short_empty_elements=True))
    return "\n" + out.getvalue()


def _categories(item: Item) -> list[str]:
    return [plain(name.name) for name in item.entry.named(NameKind.TOPICS)]
