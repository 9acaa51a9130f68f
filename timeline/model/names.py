"""The preferred names of people, organisations, places, topics, publishers and claims."""

from dataclasses import dataclass

FACETS = ("people", "organisations", "places", "topics")  # what an entry can be found by
KINDS = (*FACETS, "publishers")  # what has a page of its own


@dataclass(frozen=True, slots=True)
class Name:
    """A preferred name of the vocabulary. `lat` and `lon` are degrees north and east, for places only."""

    kind: str
    id: str
    name: str
    note: str = ""
    lat: float | None = None
    lon: float | None = None
