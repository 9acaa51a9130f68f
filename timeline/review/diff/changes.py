"""One change between two chronologies, and every kind of change that there is."""

from dataclasses import dataclass
from typing import NamedTuple

from timeline.dates import When, wording
from timeline.model.diagnostics import Location

SECTIONS = {  # in the order in which they are shown
    "lost": "Addresses lost",
    "unknown": "Not compared",
    "added": "Entries added",
    "withdrawn": "Entries withdrawn",
    "changed": "Entries changed",
    "twice": "Perhaps there already",
    "articles": "Articles",
    "names": "Names of the vocabulary",
    "pages": "Other pages that go",
}


class Kind(NamedTuple):
    """Where a kind of change is told, and how.

    The `what` of the change stands at `{what}`, or at `{how}` if it is words of ours.
    """

    section: str
    told: str


KINDS = {
    "address-lost": Kind("lost", "the page of {how}"),
    "entry-not-compared": Kind("unknown", "an error keeps it from being compared"),
    "article-not-compared": Kind("unknown", "an error keeps it from being compared"),
    "vocabulary-not-compared": Kind("unknown", "an error keeps it from being compared"),
    "entry-added": Kind("added", "dated"),
    "entry-withdrawn": Kind("withdrawn", "was dated"),
    "entry-perhaps-now": Kind("withdrawn", "perhaps it is {what} now; an id that was published should stay"),
    "title-changed": Kind("changed", "title"),
    "summary-changed": Kind("changed", "summary"),
    "note-changed": Kind("changed", "note on its date"),
    "date-changed": Kind("changed", "date {how}"),
    "article-date-changed": Kind("changed", "date that {what} gives"),
    "key-event-on": Kind("changed", "is now a key event"),
    "key-event-off": Kind("changed", "is no longer a key event"),
    "evidence-gained": Kind("changed", "article gained: {what}"),
    "evidence-lost": Kind("changed", "article lost: {what}"),
    "passage-changed": Kind("changed", "passage of {what} changed"),
    "passage-added": Kind("changed", "passage of {what} added"),
    "passage-removed": Kind("changed", "passage of {what} removed"),
    "name-gained": Kind("changed", "{how} gained"),
    "name-lost": Kind("changed", "{how} lost"),
    "figure-changed": Kind("changed", "figure changed: {what}"),
    "figure-gained": Kind("changed", "figure gained: {what}"),
    "figure-lost": Kind("changed", "figure lost: {what}"),
    "disagreement-new": Kind("changed", "the articles now differ: {what}"),
    "disagreement-settled": Kind("changed", "the articles no longer differ: {what}"),
    "entry-alike": Kind("twice", "this new entry is like the entry {what}"),
    "article-alike": Kind("twice", "this new article has nearly the headline of {what}"),
    "article-same-address": Kind("twice", "this new article has the address of {what}"),
    "article-added": Kind("articles", "added"),
    "article-removed": Kind("articles", "removed"),
    "article-perhaps-now": Kind("articles", "perhaps it is {what} now; an id that was published should stay"),
    "article-changed": Kind("articles", "{how}"),
    "article-text-changed": Kind("articles", "its words outside the passages changed"),
    "vocabulary-added": Kind("names", "added to the {how}"),
    "vocabulary-removed": Kind("names", "removed from the {how}"),
    "vocabulary-renamed": Kind("names", "renamed"),
    "vocabulary-changed": Kind("names", "{how}"),
    "page-gone": Kind("pages", "has no entry any more"),
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What changed: an entry, article, name or page, its id, and its title for readers. The id of a page is its address."""

    type: str
    id: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """How a thing stands on one side, and where it is written. `when` is the same if it is a date."""

    text: str
    at: tuple[Location, ...] = ()
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `before` is None for what is new, `after` for what is gone; `what` is which, or how."""

    kind: str
    subject: Subject
    what: str = ""
    before: Value | None = None
    after: Value | None = None

    @property
    def section(self) -> str:
        return KINDS[self.kind].section


def date_stands(when: When, at: tuple[Location, ...]) -> Value:
    """A date in words, with where it is written."""
    return Value(wording(when), at, when)


def date_changed(before: When, after: When) -> str:
    """How a date became another: moved, made more or less precise; of the same days, certain or uncertain."""
    relation = after.relation_to(before)
    if relation == "same" and before.qualified != after.qualified:
        return "made less certain" if after.qualified else "made certain"
    told = {"narrower": "made more precise", "wider": "made less precise", "same": "written otherwise, of the same days"}
    return told.get(relation, "moved")
