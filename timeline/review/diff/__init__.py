"""What differs between two chronologies, entry by entry: `compare()`, and the forms in which it is shown."""

from dataclasses import dataclass

from timeline.review.diff.articles import article_changes
from timeline.review.diff.changes import Change
from timeline.review.diff.duplicates import suspicions
from timeline.review.diff.entries import entry_changes
from timeline.review.diff.snapshot import Side
from timeline.review.diff.urls import page_changes
from timeline.review.diff.vocabulary import name_changes


@dataclass(frozen=True)
class Difference:
    """All changes from one side to the other, in a certain order."""

    before: Side
    after: Side
    changes: tuple[Change, ...]

    @property
    def complete(self) -> bool:
        """False where a side has errors: then something may have changed that is not among the changes."""
        return not (self.before.errors or self.after.errors)

    @property
    def lost(self) -> int:
        """How many addresses are lost that were promised to stay."""
        return sum(change.kind == "address-lost" for change in self.changes)


def compare(before: Side, after: Side) -> Difference:
    """What a branch changes: each part of the comparison tells its own."""
    parts = (page_changes, entry_changes, suspicions, article_changes, name_changes)
    return Difference(before, after, tuple(change for part in parts for change in part(before, after)))
