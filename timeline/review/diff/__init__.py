"""Compare two states of a chronology, entry by entry."""

from dataclasses import dataclass

from timeline.review.diff.articles import article_changes
from timeline.review.diff.changes import Change, Kind
from timeline.review.diff.entries import entry_changes
from timeline.review.diff.pages import page_changes
from timeline.review.diff.snapshot import Snapshot
from timeline.review.diff.vocabulary import vocabulary_changes

FINDERS = (page_changes, entry_changes, article_changes, vocabulary_changes)


@dataclass(frozen=True)
class Difference:
    """The two snapshots and every change from the first to the second, in a fixed order."""

    before: Snapshot
    after: Snapshot
    changes: tuple[Change, ...]

    @property
    def complete(self) -> bool:
        """False if a snapshot has errors: there may then be changes that were not found."""
        return not (self.before.errors or self.after.errors)

    @property
    def lost_addresses(self) -> int:
        """The number of permanent addresses that no longer exist."""
        return sum(change.kind is Kind.ADDRESS_LOST for change in self.changes)


def compare(before: Snapshot, after: Snapshot) -> Difference:
    """All changes from one snapshot to the other."""
    return Difference(before, after, tuple(change for find in FINDERS for change in find(before, after)))
