"""What an EDTF value means: its parts, its first and last day, its place in the order of time."""

from dataclasses import dataclass
from datetime import date

OPEN_DAYS = 10_000 * 366  # longer than any closed span, so that an open value is never the narrowest


@dataclass(frozen=True, slots=True)
class Part:
    """A single date, or one end of an interval.

    `text` is its EDTF without the qualifier. `precision` is day, month, season, quarter, year, decade or
    century, or `open` (`..`) or `unknown` (empty) for an end without a date. `qualifier` is `?`, `~`, `%` or
    empty. `earliest` and `latest` are its first and last calendar day, None for an end without a date.
    """

    text: str
    precision: str
    qualifier: str = ""
    earliest: date | None = None
    latest: date | None = None

    @property
    def timed(self) -> bool:
        """True for a date-time, whose precision counts as day."""
        return "T" in self.text


@dataclass(frozen=True, slots=True)
class When:
    """The time of an event: an EDTF value as `parse` accepts it. `end` is None unless it is an interval."""

    text: str
    start: Part
    end: Part | None = None

    @property
    def earliest(self) -> date | None:
        """First day that the value allows; None where its start is open or unknown."""
        return self.start.earliest

    @property
    def latest(self) -> date | None:
        """Last day that the value allows; None where its end is open or unknown."""
        return (self.end or self.start).latest

    @property
    def precision(self) -> str:
        """day, month, season, quarter, year, decade, century or interval."""
        return "interval" if self.end else self.start.precision

    @property
    def qualified(self) -> bool:
        """True where any part is uncertain or approximate."""
        return bool(self.start.qualifier or (self.end and self.end.qualifier))

    @property
    def days(self) -> int:
        """Length in days, both ends counted; `OPEN_DAYS` where an end is open or unknown."""
        if self.earliest is None or self.latest is None:
            return OPEN_DAYS
        return (self.latest - self.earliest).days + 1

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Earliest, then latest, then text. Without a start the value sorts by its last day."""
        first = self.earliest or self.latest or date.min
        return (first, self.latest or date.max, self.text)

    @property
    def narrow_key(self) -> tuple[int, bool, str]:
        """Shortest first; of equal length, the one that is certain."""
        return (self.days, self.qualified, self.text)

    def contains(self, other: "When") -> bool:
        """True where every day of `other` lies within this value; a missing bound is infinite."""
        starts = self.earliest is None or (other.earliest is not None and self.earliest <= other.earliest)
        ends = self.latest is None or (other.latest is not None and other.latest <= self.latest)
        return starts and ends

    def relation_to(self, other: "When") -> str:
        """How its days lie to those of `other`: equal (the same value), same (the same days, another qualifier or form),
        wider, narrower, overlapping or disjoint."""
        wider, narrower = self.contains(other), other.contains(self)
        if wider and narrower:
            return "equal" if self == other else "same"
        if wider or narrower:
            return "wider" if wider else "narrower"
        return "disjoint" if self.disjoint(other) else "overlapping"

    def disjoint(self, other: "When") -> bool:
        """True where no day lies within both values; a missing bound is infinite."""
        return self._ends_before(other) or other._ends_before(self)

    def _ends_before(self, other: "When") -> bool:
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest
