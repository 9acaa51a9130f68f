"""What several feeds and data files need of an entry, made once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from jinja2 import Environment

from timeline.dates import Day, When, exchange_text, wording
from timeline.model.article import Article
from timeline.model.chronology import Chronology, Site
from timeline.model.diagnostics import counted
from timeline.model.entry import Entry
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


@dataclass(frozen=True, slots=True)
class Item:
    """An entry as feeds have it.

    `title` begins with the date of the event in words. `html` is its summary, its passages with their publishers and
    addresses, and whether the articles differ; `text`, in brief, for formats without markup, leads to the page for the
    passages. `published` is the day on which the newest of its articles was published, None where none is dated; it is
    never the date of the event.
    """

    entry: Entry
    url: str
    title: str
    html: str
    text: str
    published: date | None

    @property
    def summary(self) -> str:
        """The summary of the entry as plain text; empty if it has none."""
        return plain(self.entry.summary)


@dataclass(frozen=True, slots=True)
class Selection:
    """Some items in order of time: all of them (`name` is None), or those of one name. `url` is its page on the site."""

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


@dataclass(frozen=True, slots=True)
class ExportData:
    """What all exports are made from. `selections` are the whole, then each person, organisation, place and topic.

    `news` is the day of the newest article of all, None where none is dated.
    """

    site: Site
    items: tuple[Item, ...]
    selections: tuple[Selection, ...]
    news: date | None

    def address(self, path: str) -> str:
        """Permanent address of a file of an export, by its path below docs/timeline/."""
        return f"{self.site.url}{FOLDER}{path}"

    def updated(self, items: Iterable[Item]) -> datetime:
        """The day of the newest article of some items, else of the whole chronology, at midnight UTC. No clock is asked."""
        day = _newest(items) or self.news
        return moment(day) if day else NOT_KNOWN


def export_data(chronology: Chronology, site: Site) -> ExportData:
    """All items, and the selections of them."""
    template = _environment().get_template("_item.html.j2")
    items = {entry.id: _item(entry, site, template.render(entry=entry).strip()) for entry in chronology.entries}
    return ExportData(site, tuple(items.values()), tuple(_selections(chronology, site, items)), _newest(items.values()))


def _newest(items: Iterable[Item]) -> date | None:
    return max((item.published for item in items if item.published), default=None)


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


def _item(entry: Entry, site: Site, html: str) -> Item:
    days = [day for attestation in entry.attestations if (day := _published(attestation.claim.article))]
    title = f"{wording(entry.when)}: {plain(entry.title)}"
    url = page_url(site, entry=entry)
    return Item(entry, url, title, html, _text(entry, url), max(days, default=None))


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
    yield Selection(None, whole, plain(site.description) or f"All entries of {whole}.", site.url, tuple(items.values()))
    for listing in (listing for index in chronology.indexes if index.kind in FACETS for listing in index.listings):
        name = plain(listing.name.name)
        about = plain(listing.name.note) or f"All entries of {whole} that name {name}."
        of_name = tuple(items[entry.id] for entry in listing.entries)
        yield Selection(listing.name, f"{name} · {whole}", about, page_url(site, listing=listing), of_name)


def _environment() -> Environment:
    environment = make_environment(TEMPLATES, plain, _COMPILED)
    environment.filters.update(locator=locator_wording)
    environment.filters.update(in_language=in_language, source=_source, headline=_headline, how_many=_count)
    return environment
