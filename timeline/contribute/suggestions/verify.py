"""A change is tried in memory before it is offered and before it is written: does it say just what it should, is all well?"""

import copy
from collections import Counter
from collections.abc import Iterable

from timeline.contribute.suggestions.source import FiledArticle, read_filed
from timeline.contribute.suggestions.suggestion import Suggestion, inserted
from timeline.dates import resolve
from timeline.model.diagnostics import Diagnostic, errors, ordered
from timeline.model.records import Article
from timeline.project import assemble
from timeline.reading.articles import read_article
from timeline.reading.passages import Body
from timeline.reading.vocabulary import Vocabulary

# What is looked at only once an event has a date: its title, its figures. These errors were there before, unseen.
_UNSEEN_BEFORE = ("E702", "C801")


def has_only_intended_effect(filed: FiledArticle, suggestion: Suggestion) -> bool:
    """Whether the file with the change in it differs by what is proposed, and by nothing else."""
    after = read_filed(filed.lines.path, inserted(filed.text, suggestion.insertions))
    if isinstance(after, Diagnostic):
        return False
    facts = suggestion.facts
    data, body = copy.deepcopy(filed.tree.data), _Marked(filed)
    if suggestion.kind == "name":
        events = data.setdefault("events", {})
        stated = events[facts["event"]] = events.get(facts["event"]) or {}
        stated.setdefault(facts["facet"], []).append(facts["name"])
    else:
        body.words[facts["text"], tuple(facts["events"]), facts["date"]] += 1
    read = _Marked(after)
    return after.tree.data == data and (read.passages, read.words) == (body.passages, body.words)


class _Marked:
    """What the marks of an article say: its passages, and date words with their events and what they mean."""

    def __init__(self, filed: FiledArticle):
        published, language = filed.published.text if filed.published else None, filed.value("language")
        body: Body = filed.body
        self.passages = [(passage.anchor, passage.events, passage.text) for passage in body.passages]
        self.words = Counter(
            (words.text, words.events, words.edtf.text if words.edtf else resolve(words.text, published, passage.text, language))
            for passage in body.passages
            for words in passage.words
        )


def new_errors(before: FiledArticle, text: str, others: Iterable[Article], vocabulary: Vocabulary) -> list[Diagnostic]:
    """The errors that a changed text of a file brings, in it or in articles of the same events. Notes do not count."""
    after = read_filed(before.lines.path, text)
    if isinstance(after, Diagnostic):
        return [after]
    events = {*before.events, *before.marked_events, *after.events, *after.marked_events}
    # Only these can be affected; so it takes no longer in a large chronology.
    near = tuple(other for other in others if other.path != before.lines.path and not events.isdisjoint(other.event_ids))
    had = Counter(_kind(problem) for problem in _errors(before, near, vocabulary))
    found = []
    for problem in _errors(after, near, vocabulary):
        had[_kind(problem)] -= 1
        if had[_kind(problem)] < 0 and problem.code not in _UNSEEN_BEFORE:
            found.append(problem)
    return found


def _kind(problem: Diagnostic) -> tuple[str, str]:
    """Lines move when one is put in, so what tells an error from another is not its place."""
    return problem.at.path, problem.code


def _errors(filed: FiledArticle, near: tuple[Article, ...], vocabulary: Vocabulary) -> list[Diagnostic]:
    article, problems = read_article(filed.lines, vocabulary)
    articles = tuple(sorted((*near, article), key=lambda one: one.path)) if article else near
    return errors(ordered([*problems, *assemble(articles, vocabulary)[1]]))
