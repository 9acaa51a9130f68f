"""An article as read: its head, its passages, its body."""

from dataclasses import dataclass
from enum import StrEnum

from timeline.dates import Day, When, wording
from timeline.model.body import Block, Inline
from timeline.model.diagnostics import Location
from timeline.model.names import Name, NameKind
from timeline.model.reference import Reference

OWN_LANGUAGE = "en"  # of the pages, and of what editors write: briefs, titles of entries, notes


class TextKind(StrEnum):
    """What the body of an article is."""

    BRIEF = "brief"
    """A brief of the article in our own words."""

    EXCERPT = "excerpt"
    """Some of the article's own words."""

    FULL = "full"
    """All of the article's own words."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A value that a contributor wrote, and where."""

    value: str
    at: Location


@dataclass(frozen=True, slots=True)
class StatedDate:
    """An EDTF date that a contributor wrote, and where."""

    value: When
    at: Location


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words inside a passage that date its events (`events` is never empty), and what they are said to mean."""

    text: str
    events: tuple[str, ...]
    edtf: When | None
    at: Location


@dataclass(frozen=True, slots=True)
class Passage:
    """A marked run of an article's text, plain and as inline parts. `words` are the date words of it, not of inner passages."""

    anchor: str
    events: tuple[str, ...]
    text: str
    content: tuple[Inline, ...]
    words: tuple[DateWords, ...]
    at: Location
    locator: str = ""  # its place in the original: p. 14, 00:12:30, #page=14


@dataclass(frozen=True, slots=True)
class EventHead:
    """What the head of an article states of one event."""

    id: str
    at: Location
    title: Stated | None = None
    summary: Stated | None = None
    is_key_event: bool = False
    when: StatedDate | None = None
    date_note: Stated | None = None
    after: Stated | None = None
    entry_when: StatedDate | None = None
    entry_note: Stated | None = None
    names: tuple[tuple[NameKind, tuple[Stated, ...]], ...] = ()  # by facet
    claims: tuple[tuple[Stated, Stated], ...] = ()  # name, value


@dataclass(frozen=True, slots=True)
class Article:
    """One published item. `title` is the headline as printed, or None and `described` our own words for it."""

    id: str
    path: str
    at: Location
    title: str | None
    described: str | None
    publisher: Name
    agency: Name | None
    author: str | None
    reference: Reference
    published: When | None
    published_note: str | None
    language: str
    kind: str | None
    text: TextKind
    note: str | None
    events: tuple[EventHead, ...]
    passages: tuple[Passage, ...]
    body: tuple[Block, ...]
    marks_read: bool = True  # False where some of its marks could not be read
    dates_read: bool = True  # False where some date of its head could not be read
    reference_at: Location | None = None  # where the head states its source
    unread_events: frozenset[str] = frozenset()  # events of which its head says something that could not be read

    @property
    def display_title(self) -> str:
        """The headline as printed, or our own words for the article where its headline is not known."""
        return self.title or self.described or ""

    @property
    def url(self) -> str | None:
        """Its address; None where it is no web page."""
        return self.reference.url

    @property
    def source(self) -> str | None:
        """Where its original is, in words, but for its address; None where the address is all."""
        return self.reference.wording or None

    @property
    def title_language(self) -> str:
        """The language of `display_title`: that of the article if it is the headline as printed."""
        return self.language if self.title else OWN_LANGUAGE

    @property
    def text_language(self) -> str:
        """The language of the body and its passages: that of the article unless it is a brief in our own words."""
        return OWN_LANGUAGE if self.text == TextKind.BRIEF else self.language

    @property
    def publishers(self) -> tuple[Name, ...]:
        """The publisher, and the agency whose text it is."""
        return (self.publisher, self.agency) if self.agency else (self.publisher,)

    @property
    def marked_event_ids(self) -> tuple[str, ...]:
        """The ids of the events that its passages name, each once, in order of first use."""
        return tuple(dict.fromkeys(event for passage in self.passages for event in passage.events))

    @property
    def event_ids(self) -> tuple[str, ...]:
        """The ids of all its events, each once: those of the head first, then those that only its passages name."""
        return tuple(dict.fromkeys((*(head.id for head in self.events), *self.marked_event_ids)))

    @property
    def published_edtf(self) -> str | None:
        """The date of publication as EDTF text; None if it is not known."""
        return self.published.text if self.published else None

    @property
    def published_wording(self) -> str:
        """The date of publication in words, or "undated"."""
        return wording(self.published) if self.published else "undated"

    @property
    def by_publication(self) -> tuple[bool, tuple[Day | float | str, ...], str]:
        """Sort key: the date of publication, then the id. Articles without a date come last."""
        return (self.published is None, self.published.sort_key if self.published else (), self.id)

    @property
    def line(self) -> "ArticleLine":
        """What lists show of it."""
        return ArticleLine(
            self.id, self.title, self.described, self.title_language, self.publisher, self.published, self.by_publication
        )


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """What lists show of an article. It stays the same when its text changes."""

    id: str
    title: str | None
    described: str | None
    title_language: str
    publisher: Name
    published: When | None
    by_publication: tuple[bool, tuple[Day | float | str, ...], str]
