"""The records that every stage passes on. Frozen, tuples only; no YAML, no Jinja, no MkDocs."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import combinations

from timeline.dates import When, wording
from timeline.model.body import Block, Inline
from timeline.model.diagnostics import Location

FACETS = ("people", "organisations", "places", "topics")  # what an entry can be found by
KINDS = (*FACETS, "publishers")  # what has a page of its own


class TextKind(StrEnum):
    """What the body of an article is."""

    BRIEF = "brief"
    """A brief of the article in our own words."""

    EXCERPT = "excerpt"
    """Some of the article's own words."""

    FULL = "full"
    """All of the article's own words."""


class DatedBy(StrEnum):
    """How the date of a claim was found."""

    STATED = "stated"
    """The head of the article states it under `when`."""

    EDTF = "edtf"
    """The date words carry it in their attribute `edtf=`."""

    WORDS = "words"
    """It was read from the date words."""


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
class Name:
    """A preferred name of the vocabulary. `lat` and `lon` are degrees north and east, for places only."""

    kind: str
    id: str
    name: str
    note: str = ""
    lat: float | None = None
    lon: float | None = None


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
    entry_when: StatedDate | None = None
    entry_note: Stated | None = None
    names: tuple[tuple[str, tuple[Stated, ...]], ...] = ()  # by facet
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
    url: str
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

    @property
    def display_title(self) -> str:
        """The headline as printed, or our own words for the article where its headline is not known."""
        return self.title or self.described or ""

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
    def by_publication(self) -> tuple[bool, tuple[date | str, ...], str]:
        """Sort key: the date of publication, then the id. Articles without a date come last."""
        return (self.published is None, self.published.sort_key if self.published else (), self.id)


@dataclass(frozen=True, slots=True)
class Figure:
    """A named statement of one article on which others may differ: 84 missiles."""

    name: Name
    value: str
    at: Location


@dataclass(frozen=True, slots=True)
class Claim:
    """What one article says of one event."""

    event: str
    article: Article
    head: EventHead
    passages: tuple[Passage, ...]
    words: tuple[DateWords, ...]
    when: When
    dated_by: DatedBy
    names: tuple[Name, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Attestation:
    """The link from an entry to one claim. `agrees` is False where the claim's date excludes the entry's."""

    claim: Claim
    agrees: bool


@dataclass(frozen=True, slots=True)
class Version:
    """One value that some articles give, with their attestations. `when` is the same value if it is a date."""

    value: str
    attestations: tuple[Attestation, ...]
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the articles say of one matter. More than one version is a disagreement."""

    label: str
    versions: tuple[Version, ...]

    @property
    def differs(self) -> bool:
        """Whether there is more than one version."""
        return len(self.versions) > 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated event of the chronology, with at least one attestation."""

    id: str
    title: str
    summary: str
    is_key_event: bool
    when: When
    entry_note: str
    names: tuple[Name, ...]
    attestations: tuple[Attestation, ...]
    dates: Comparison
    figures: tuple[Comparison, ...]

    def __post_init__(self) -> None:
        if not self.attestations:
            raise ValueError(f"entry {self.id} has no attestation")

    @property
    def disagreements(self) -> tuple[Comparison, ...]:
        """Figures on which its articles differ."""
        return tuple(figure for figure in self.figures if figure.differs)

    @property
    def dates_differ(self) -> bool:
        """True where the date of one article excludes that of another, or the entry's."""
        whens = (self.when, *(attestation.claim.when for attestation in self.attestations))
        return any(one.disjoint(other) for one, other in combinations(whens, 2))

    @property
    def conflict(self) -> bool:
        """Whether its articles differ in the date or in a figure."""
        return self.dates_differ or bool(self.disagreements)

    def named(self, kind: str) -> tuple[Name, ...]:
        """Its names of one facet."""
        return tuple(name for name in self.names if name.kind == kind)


@dataclass(frozen=True, slots=True)
class Month:
    """The entries that begin in one month; `running` began before it and reach into it."""

    year: int
    month: int
    entries: tuple[Entry, ...]
    running: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The entries that begin in one year; `undated` are those whose month is not known."""

    year: int
    undated: tuple[Entry, ...]
    months: tuple[Month, ...]

    @property
    def size(self) -> int:
        """How many entries begin in it."""
        return len(self.undated) + sum(len(month.entries) for month in self.months)


@dataclass(frozen=True, slots=True)
class Listing:
    """A name with all that the chronology has of it: entries, and articles where it is a publisher."""

    name: Name
    entries: tuple[Entry, ...]
    articles: tuple[Article, ...]

    @property
    def kind(self) -> str:
        """The kind of its name: people, publishers …"""
        return self.name.kind

    @property
    def id(self) -> str:
        """The id of its name, which is the last part of the address of its page."""
        return self.name.id


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The entries before and after one that bear the same name; None where there is none."""

    name: Name
    before: Entry | None
    after: Entry | None


@dataclass(frozen=True, slots=True)
class Index:
    """All names of one kind."""

    kind: str
    listings: tuple[Listing, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """What the configuration says of the site. `url` ends in a slash, or is empty where none is stated."""

    name: str
    description: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Chronology:
    """All entries in order, with their indexes. `span` goes from the first month to the last; None without an entry."""

    entries: tuple[Entry, ...]
    span: When | None
    years: tuple[Year, ...]
    indexes: tuple[Index, ...]
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...] = field(repr=False)
