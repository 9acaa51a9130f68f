"""The preferred names of people, organisations, places, topics, publishers and claims."""

from dataclasses import dataclass
from enum import StrEnum


class NameKind(StrEnum):
    """The kinds of names. Each is a key of the vocabulary; each but the last is a folder of pages, too."""

    PEOPLE = "people"
    """People named in entries."""

    ORGANISATIONS = "organisations"
    """Organisations named in entries."""

    PLACES = "places"
    """Places of events. Only these have a position."""

    TOPICS = "topics"
    """Topics of entries."""

    PUBLISHERS = "publishers"
    """Publishers of articles, and news agencies."""

    CLAIMS = "claims"
    """Subjects of figures and other statements. Articles write the id, not the name."""


FACETS = (NameKind.PEOPLE, NameKind.ORGANISATIONS, NameKind.PLACES, NameKind.TOPICS)  # what an entry can be found by
PAGE_KINDS = (*FACETS, NameKind.PUBLISHERS)  # what has a page of its own


@dataclass(frozen=True, slots=True)
class Name:
    """A preferred name of the vocabulary. `lat` and `lon` are degrees north and east, for places only.

    `aliases` are other spellings of it and other names for the same.
    """

    kind: NameKind
    id: str
    name: str
    note: str = ""
    lat: float | None = None
    lon: float | None = None
    aliases: tuple[str, ...] = ()
