"""Claims of articles, and the entries that they make up."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from timeline.dates import When
from timeline.model.article import Article, DateWords, EventHead, Passage
from timeline.model.diagnostics import Location
from timeline.model.names import Name, NameKind


class DatedBy(StrEnum):
    """How the date of a claim was found."""

    STATED = "stated"
    """The head of the article states it under `when`."""

    EDTF = "edtf"
    """The date words carry it in their attribute `edtf=`."""

    WORDS = "words"
    """It was read from the date words."""


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
    after: tuple[str, ...] = ()  # ids of the events after which it came, as articles say

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

    @property
    def article_count(self) -> int:
        """How many articles it is based on."""
        return len(self.attestations)

    @property
    def line(self) -> "EntryLine":
        """What lists show of it."""
        return EntryLine(self.id, self.title, self.summary, self.when, self.is_key_event, self.article_count, self.conflict)

    def named(self, kind: NameKind) -> tuple[Name, ...]:
        """Its names of one facet."""
        return tuple(name for name in self.names if name.kind == kind)


@dataclass(frozen=True, slots=True)
class EntryLine:
    """What lists show of an entry. It stays the same when a passage changes."""

    id: str
    title: str
    summary: str
    when: When
    is_key_event: bool
    article_count: int
    conflict: bool

    def __hash__(self) -> int:
        """By its id, which is quick: templates look up what they have made of a line on nearly every page."""
        return hash(self.id)
