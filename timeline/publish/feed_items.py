"""What several feeds and data files need of an entry, made once."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any, TypeVar

from jinja2 import Environment

from timeline.dates import Day, When, exchange_text, wording
from timeline.model.article import Article
from timeline.model.chronology import Chronology, Site
from timeline.model.diagnostics import counted
from timeline.model.entry import Entry
from timeline.model.memo import Memo
from timeline.model.names import FACETS, Name
from timeline.model.reference import locator_wording
from timeline.publish.environment import TEMPLATES, Compiled, make_environment
from timeline.publish.escape import plain
from timeline.publish.languages import in_language
from timeline.publish.page_types import address_of, page_path, page_url

FOLDER = "timeline/"  # of all files, below docs/ and below the address of the site
IN_FEED, OF_NAME = 100, 25  # as many entries a feed has at most, of all and of one name: those with the newest articles
NOT_KNOWN = datetime(1970, 1, 1, tzinfo=UTC)  # where a format demands a time and not one article of the site is dated
_COMPILED = Compiled()
_Piece = TypeVar("_Piece")


@dataclass(frozen=True, slots=True)
class Item:
    """An entry as feeds have it.

    `title` begins with the date of the event in words. `html` is its summary, its passages with their publishers and
    addresses, and whether the articles differ; `text`, in brief, for formats without markup, leads to the page for the
    passages. `published` is the day on which the newest of its articles was published, None where none is dated; it is
    never the date of the event. `updated` is midnight UTC of that day, else of the day of the newest article of the whole
    chronology, for formats that demand a time. No clock is asked.
    """

    entry: Entry
    site: Site
    url: str
    title: str
    html: str
    text: str
    published: date | None
    updated: datetime
    pieces: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def piece(self, make: Callable[["Item"], _Piece]) -> _Piece:
        """What a function of an export makes of this item alone. It is kept with the item, also for the next build."""
        key = f"{make.__module__}.{make.__qualname__}"
        if key not in self.pieces:
            self.pieces[key] = make(self)
        found: _Piece = self.pieces[key]
        return found

    @property
    def summary(self) -> str:
        """The summary of the entry as plain text; empty if it has none."""
        return plain(self.entry.summary)


@dataclass(frozen=True, slots=True)
class Selection:
    """What an export is made of: all items in order of time (`name` is None), or those of one person, organisation, place or
    topic. `url` is its page on the site."""

    site: Site
    name: Name | None
    title: str
    description: str
    url: str
    items: tuple[Item, ...]

    @property
    def folder(self) -> str:
        """The folder of its files, below docs/timeline/; empty for the whole, else where the page of the name is published."""
        return address_of(page_path(listing=self.name)).removeprefix(FOLDER) if self.name else ""

    @property
    def newest(self) -> list[Item]:
        """What a feed of it has, those with the newest articles first; undated ones last."""
        return sorted(self.items, key=_news, reverse=True)[: OF_NAME if self.name else IN_FEED]

    @property
    def updated(self) -> datetime:
        """The day of its newest article, else of that of the whole chronology, at midnight UTC."""
        times = [item.updated for item in self.items if item.published] or [item.updated for item in self.items]
        return max(times, default=NOT_KNOWN)

    def address(self, file: str) -> str:
        """Permanent address of one of its files."""
        return f"{self.site.url}{FOLDER}{self.folder}{file}"


def selections(chronology: Chronology, site: Site, memo: Memo | None = None) -> list[Selection]:
    """All items, then those of each person, organisation, place and topic.

    An item is made again only if its entry has changed; see `Item.piece`.
    """
    template = _environment().get_template("_item.html.j2")
    published = {entry.id: _newest(entry) for entry in chronology.entries}
    news = max((day for day in published.values() if day), default=None)
    items = {}
    with (memo or Memo()).stage("items") as stage:
        for entry in chronology.entries:
            day = published[entry.id]
            latest = day or news
            updated = moment(latest) if latest else NOT_KNOWN

            def make(entry: Entry = entry, day: date | None = day, updated: datetime = updated) -> Item:
                return _item(entry, site, template.render(entry=entry).strip(), day, updated)

            items[entry.id] = stage.result(entry.id, (entry, site, updated), make)
    return list(_selections(chronology, site, items))


def moment(day: date) -> datetime:
    """Midnight UTC of a day."""
    return datetime.combine(day, time(), UTC)


def dated(when: When) -> dict[str, Any]:
    """A date as data: its EDTF for other programs, what it implies, and the words for readers."""
    return {
        "edtf": exchange_text(when),
        "earliest": when.earliest and when.earliest.isoformat(),
        "latest": when.latest and when.latest.isoformat(),
        "precision": when.precision,
        "qualified": when.qualified,
        "wording": wording(when),
    }


def stated(**fields: Any) -> dict[str, Any]:
    """The fields that have a value."""
    return {key: value for key, value in fields.items() if value not in (None, "", [], {})}


def _item(entry: Entry, site: Site, html: str, published: date | None, updated: datetime) -> Item:
    title = f"{wording(entry.when)}: {plain(entry.title)}"
    url = page_url(site, entry=entry)
    return Item(entry, site, url, title, html, _text(entry, url), published, updated)


def _newest(entry: Entry) -> date | None:
    """The day on which the newest of its articles was published; None where none is dated."""
    days = (_published(attestation.claim.article) for attestation in entry.attestations)
    return max((day for day in days if day), default=None)


def _published(article: Article) -> date | None:
    """The last day on which an article can have been published; the first, where it has no last."""
    day = (article.published.latest or article.published.earliest) if article.published else None
    return day.date if day else None


def _news(item: Item) -> tuple[date, tuple[Day, Day, float, str], str]:
    """Sorts items: those with the newest articles last."""
    return item.published or date.min, item.entry.when.sort_key, item.entry.id


def _text(entry: Entry, url: str) -> str:
    summary = f"{plain(entry.summary)}\n\n" if entry.summary else ""
    return f"{summary}{_count(entry)}" + (f"\n{url}" if url else "")


def _source(article: Article) -> str:
    """Who published it and when; and whether the passages are the article's words."""
    own = ", in our words" if article.text == "brief" else ""
    return f"{plain(article.publisher.name)}, {article.published_wording}{own}"


def _headline(article: Article) -> str:
    return f"“{plain(article.title)}”" if article.title else plain(article.described or "")


def _count(entry: Entry) -> str:
    return counted(len(entry.attestations), "article") + ("; the articles differ." if entry.conflict else ".")


def _selections(chronology: Chronology, site: Site, items: Mapping[str, Item]) -> Iterator[Selection]:
    whole = plain(site.name)
    yield Selection(site, None, whole, plain(site.description) or f"All entries of {whole}.", site.url, tuple(items.values()))
    for listing in (listing for index in chronology.indexes if index.kind in FACETS for listing in index.listings):
        name = plain(listing.name.name)
        about = plain(listing.name.note) or f"All entries of {whole} that name {name}."
        of_name = tuple(items[entry.id] for entry in listing.entries)
        yield Selection(site, listing.name, f"{name} · {whole}", about, page_url(site, listing=listing), of_name)


def _environment() -> Environment:
    environment = make_environment(TEMPLATES, plain, _COMPILED)
    environment.filters.update(locator=locator_wording)
    environment.filters.update(in_language=in_language, source=_source, headline=_headline, how_many=_count)
    return environment
