"""The record of one change, and every kind of change."""

from dataclasses import dataclass
from enum import Enum

from timeline.dates import When, wording
from timeline.model.diagnostics import Location


class Section(Enum):
    """The sections of the output, in the order in which they are shown, with their headings."""

    LOST = "Addresses lost"
    NOT_COMPARED = "Not compared"
    ADDED = "Entries added"
    WITHDRAWN = "Entries withdrawn"
    CHANGED = "Entries changed"
    DUPLICATES = "Perhaps there already"
    ARTICLES = "Articles"
    VOCABULARY = "Names of the vocabulary"
    PAGES = "Other pages that go"


class Kind(Enum):
    """The kinds of change: the id in the JSON output, the section, and the words that describe the change.

    `{what}` and `{how}` both stand for `Change.what`: `{what}` where it is text from the files, which the output must quote,
    and `{how}` where it is one of our own phrases.
    """

    ADDRESS_LOST = "address-lost", Section.LOST, "the page of {how}"
    ENTRY_NOT_COMPARED = "entry-not-compared", Section.NOT_COMPARED, "an error keeps it from being compared"
    ARTICLE_NOT_COMPARED = "article-not-compared", Section.NOT_COMPARED, "an error keeps it from being compared"
    VOCABULARY_NOT_COMPARED = "vocabulary-not-compared", Section.NOT_COMPARED, "an error keeps it from being compared"
    ENTRY_ADDED = "entry-added", Section.ADDED, "dated"
    ENTRY_WITHDRAWN = "entry-withdrawn", Section.WITHDRAWN, "was dated"
    ENTRY_RENAMED = "entry-perhaps-now", Section.WITHDRAWN, "perhaps it is {what} now; an id that was published should stay"
    TITLE_CHANGED = "title-changed", Section.CHANGED, "title"
    SUMMARY_CHANGED = "summary-changed", Section.CHANGED, "summary"
    NOTE_CHANGED = "note-changed", Section.CHANGED, "note on its date"
    DATE_CHANGED = "date-changed", Section.CHANGED, "date {how}"
    ARTICLE_DATE_CHANGED = "article-date-changed", Section.CHANGED, "date that {what} gives"
    KEY_EVENT_ON = "key-event-on", Section.CHANGED, "is now a key event"
    KEY_EVENT_OFF = "key-event-off", Section.CHANGED, "is no longer a key event"
    EVIDENCE_GAINED = "evidence-gained", Section.CHANGED, "article gained: {what}"
    EVIDENCE_LOST = "evidence-lost", Section.CHANGED, "article lost: {what}"
    PASSAGE_CHANGED = "passage-changed", Section.CHANGED, "passage of {what} changed"
    PASSAGE_ADDED = "passage-added", Section.CHANGED, "passage of {what} added"
    PASSAGE_REMOVED = "passage-removed", Section.CHANGED, "passage of {what} removed"
    NAME_GAINED = "name-gained", Section.CHANGED, "{how} gained"
    NAME_LOST = "name-lost", Section.CHANGED, "{how} lost"
    FIGURE_CHANGED = "figure-changed", Section.CHANGED, "figure changed: {what}"
    FIGURE_GAINED = "figure-gained", Section.CHANGED, "figure gained: {what}"
    FIGURE_LOST = "figure-lost", Section.CHANGED, "figure lost: {what}"
    DISAGREEMENT_NEW = "disagreement-new", Section.CHANGED, "the articles now differ: {what}"
    DISAGREEMENT_SETTLED = "disagreement-settled", Section.CHANGED, "the articles no longer differ: {what}"
    ENTRY_ALIKE = "entry-alike", Section.DUPLICATES, "this new entry is like the entry {what}"
    ARTICLE_ALIKE = "article-alike", Section.DUPLICATES, "this new article has nearly the headline of {what}"
    ARTICLE_SAME_ADDRESS = "article-same-address", Section.DUPLICATES, "this new article has the address of {what}"
    ARTICLE_ADDED = "article-added", Section.ARTICLES, "added"
    ARTICLE_REMOVED = "article-removed", Section.ARTICLES, "removed"
    ARTICLE_RENAMED = "article-perhaps-now", Section.ARTICLES, "perhaps it is {what} now; an id that was published should stay"
    ARTICLE_CHANGED = "article-changed", Section.ARTICLES, "{how}"
    ARTICLE_TEXT_CHANGED = "article-text-changed", Section.ARTICLES, "its words outside the passages changed"
    VOCABULARY_ADDED = "vocabulary-added", Section.VOCABULARY, "added to the {how}"
    VOCABULARY_REMOVED = "vocabulary-removed", Section.VOCABULARY, "removed from the {how}"
    VOCABULARY_RENAMED = "vocabulary-renamed", Section.VOCABULARY, "renamed"
    VOCABULARY_CHANGED = "vocabulary-changed", Section.VOCABULARY, "{how}"
    PAGE_GONE = "page-gone", Section.PAGES, "has no entry any more"

    def __init__(self, id: str, section: Section, words: str):
        self.id = id
        self.section = section
        self.words = words


@dataclass(frozen=True, slots=True)
class Subject:
    """What changed. `type` is entry, article, name, page or vocabulary; the id of a page is its address below the site's."""

    type: str
    id: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """A value in one of the snapshots, and where it is written. `when` is the same value if it is a date."""

    text: str
    at: tuple[Location, ...] = ()
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `before` is None for what is new, `after` for what is gone; see `Kind` for `what`."""

    kind: Kind
    subject: Subject
    what: str = ""
    before: Value | None = None
    after: Value | None = None


def date_value(when: When, at: tuple[Location, ...]) -> Value:
    """A date in words, with the places where it is written."""
    return Value(wording(when), at, when)


def date_change(before: When, after: When) -> str:
    """How a date changed: in precision, in certainty, in its notation alone, or to other days."""
    relation = after.relation_to(before)
    if relation == "same" and before.qualified != after.qualified:
        return "made less certain" if after.qualified else "made certain"
    words = {"narrower": "made more precise", "wider": "made less precise", "same": "written otherwise, of the same days"}
    return words.get(relation, "moved")
