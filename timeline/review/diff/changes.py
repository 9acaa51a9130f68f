"""The record of one change, and every kind of change."""

from dataclasses import dataclass
from enum import Enum

from timeline.dates import Relation, When, wording
from timeline.model.diagnostics import Location

NOT_COMPARED = "because of an error"
RENAMED = "possibly renamed to {what} (a published id must not change)"
SIMILAR_HEADLINE = "new article with a headline similar to that of {what}"


class Section(Enum):
    """The sections of the output, in the order in which they are shown, with their headings."""

    LOST = "Addresses lost"
    NOT_COMPARED = "Not compared"
    ADDED = "Entries added"
    WITHDRAWN = "Entries withdrawn"
    CHANGED = "Entries changed"
    DUPLICATES = "Possible duplicates"
    ARTICLES = "Articles"
    VOCABULARY = "Vocabulary"
    PAGES = "Other pages removed"


class Kind(Enum):
    """The kinds of change: the id in the JSON output, the section, and the words that describe the change.

    `{what}` and `{how}` both stand for `Change.what`: `{what}` where it is text from the files, which the output must quote,
    and `{how}` where it is one of our own phrases.
    """

    ADDRESS_LOST = "address-lost", Section.LOST, "page of {how}"
    ENTRY_NOT_COMPARED = "entry-not-compared", Section.NOT_COMPARED, NOT_COMPARED
    ARTICLE_NOT_COMPARED = "article-not-compared", Section.NOT_COMPARED, NOT_COMPARED
    VOCABULARY_NOT_COMPARED = "vocabulary-not-compared", Section.NOT_COMPARED, NOT_COMPARED
    ENTRY_ADDED = "entry-added", Section.ADDED, "date"
    ENTRY_WITHDRAWN = "entry-withdrawn", Section.WITHDRAWN, "date"
    ENTRY_POSSIBLY_RENAMED = "entry-possibly-renamed", Section.WITHDRAWN, RENAMED
    TITLE_CHANGED = "title-changed", Section.CHANGED, "title"
    SUMMARY_CHANGED = "summary-changed", Section.CHANGED, "summary"
    NOTE_CHANGED = "note-changed", Section.CHANGED, "note on the date"
    DATE_CHANGED = "date-changed", Section.CHANGED, "date {how}"
    ARTICLE_DATE_CHANGED = "article-date-changed", Section.CHANGED, "date in {what}"
    ORDER_CHANGED = "order-changed", Section.CHANGED, "order in {what}"
    KEY_EVENT_SET = "key-event-set", Section.CHANGED, "is now a key event"
    KEY_EVENT_UNSET = "key-event-unset", Section.CHANGED, "is no longer a key event"
    EVIDENCE_ADDED = "evidence-added", Section.CHANGED, "article added: {what}"
    EVIDENCE_REMOVED = "evidence-removed", Section.CHANGED, "article removed: {what}"
    PASSAGE_CHANGED = "passage-changed", Section.CHANGED, "passage of {what} changed"
    PASSAGE_ADDED = "passage-added", Section.CHANGED, "passage of {what} added"
    PASSAGE_REMOVED = "passage-removed", Section.CHANGED, "passage of {what} removed"
    NAME_ADDED = "name-added", Section.CHANGED, "{how} added"
    NAME_REMOVED = "name-removed", Section.CHANGED, "{how} removed"
    FIGURE_CHANGED = "figure-changed", Section.CHANGED, "figure changed: {what}"
    FIGURE_ADDED = "figure-added", Section.CHANGED, "figure added: {what}"
    FIGURE_REMOVED = "figure-removed", Section.CHANGED, "figure removed: {what}"
    DISAGREEMENT_NEW = "disagreement-new", Section.CHANGED, "the articles now disagree on {what}"
    DISAGREEMENT_SETTLED = "disagreement-settled", Section.CHANGED, "the articles no longer disagree on {what}"
    ENTRY_POSSIBLE_DUPLICATE = "entry-possible-duplicate", Section.DUPLICATES, "new entry similar to {what}"
    ARTICLE_POSSIBLE_DUPLICATE = "article-possible-duplicate", Section.DUPLICATES, SIMILAR_HEADLINE
    ARTICLE_ADDED = "article-added", Section.ARTICLES, "added"
    ARTICLE_REMOVED = "article-removed", Section.ARTICLES, "removed"
    ARTICLE_POSSIBLY_RENAMED = "article-possibly-renamed", Section.ARTICLES, RENAMED
    ARTICLE_CHANGED = "article-changed", Section.ARTICLES, "{how}"
    ARTICLE_TEXT_CHANGED = "article-text-changed", Section.ARTICLES, "text outside the passages changed"
    VOCABULARY_ADDED = "vocabulary-added", Section.VOCABULARY, "added to {how}"
    VOCABULARY_REMOVED = "vocabulary-removed", Section.VOCABULARY, "removed from {how}"
    VOCABULARY_RENAMED = "vocabulary-renamed", Section.VOCABULARY, "renamed"
    VOCABULARY_CHANGED = "vocabulary-changed", Section.VOCABULARY, "{how}"
    PAGE_REMOVED = "page-removed", Section.PAGES, "no entries left"

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
    if relation is Relation.SAME and before.qualified != after.qualified:
        return "made less certain" if after.qualified else "made certain"
    words = {
        Relation.NARROWER: "made more precise",
        Relation.WIDER: "made less precise",
        Relation.SAME: "written differently, same days",
    }
    return words.get(relation, "moved")
