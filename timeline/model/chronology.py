"""The chronology: all entries in order, their years and months, their indexes by name; and the site that shows it."""

from dataclasses import dataclass, field

from timeline.dates import When
from timeline.model.article import Article
from timeline.model.entry import Claim, Entry
from timeline.model.names import Name, NameKind


@dataclass(frozen=True, slots=True)
class Month:
    """The entries that begin in one month; `running` began before it and reach into it."""

    year: int
    month: int
    entries: tuple[Entry, ...]
    running: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The entries that begin in one year; `undated` are those whose month is not known. `label` is the year in words."""

    year: int
    label: str
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
    def kind(self) -> NameKind:
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

    kind: NameKind
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
