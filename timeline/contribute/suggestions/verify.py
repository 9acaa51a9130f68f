"""A change is verified in memory before it is offered and before it is written: its effect, and that it brings no errors."""

import copy
from collections import Counter
from collections.abc import Iterable

from timeline.assembly.sources import Sources
from timeline.checks.problems import find_problems
from timeline.contribute.edits import edited
from timeline.contribute.suggestions.source import ArticleSource, read_article_source
from timeline.contribute.suggestions.suggestion import Suggestion
from timeline.dates import resolve
from timeline.model.article import Article
from timeline.model.diagnostics import Diagnostic, errors, ordered
from timeline.model.memo import Memo
from timeline.reading.article_file import article_from
from timeline.reading.source import Source
from timeline.reading.vocabulary import Vocabulary

_Passage = tuple[str, tuple[str, ...], str]  # its anchor, events and text
_Words = tuple[str, tuple[str, ...], str | None]  # their text, events and date

# Errors that are reported only once an event has a date, on its title and its figures. They were there before.
_UNSEEN_BEFORE = ("E702", "C801")


def has_only_intended_effect(source: ArticleSource, suggestion: Suggestion) -> bool:
    """Whether the file with the change made differs by what is proposed, and by nothing else."""
    after = edited(source, suggestion.edits)
    if isinstance(after, Diagnostic):
        return False
    facts = suggestion.facts
    data, (passages, words) = copy.deepcopy(source.tree.data), _marks(source, source)
    if suggestion.kind == "name":
        events = data.setdefault("events", {})
        stated = events[facts["event"]] = events.get(facts["event"]) or {}
        stated.setdefault(facts["facet"], []).append(facts["name"])
    else:
        words[facts["text"], tuple(facts["events"]), facts["date"]] += 1
    return after.tree.data == data and _marks(after, source) == (passages, words)


def _marks(source: Source, article: ArticleSource) -> tuple[list[_Passage], Counter[_Words]]:
    """What the marks in a file say: its passages, and its date words with their events and dates.

    `article` has the publication date and the language by which they are read.
    """
    published, language = article.published_edtf, article.value("language")
    passages = [(passage.anchor, passage.events, passage.text) for passage in source.body.passages]
    words = Counter(
        (words.text, words.events, words.edtf.text if words.edtf else resolve(words.text, published, passage.text, language))
        for passage in source.body.passages
        for words in passage.words
    )
    return passages, words


def new_errors(before: ArticleSource, text: str, others: Iterable[Article], vocabulary: Vocabulary) -> list[Diagnostic]:
    """The errors that a changed text of a file brings, in it or in articles of the same events. Notes do not count."""
    after = read_article_source(before.path, text)
    if isinstance(after, Diagnostic):
        return [after]
    events = {*before.events, *before.marked_events, *after.events, *after.marked_events}
    # Only these can be affected; so it takes no longer in a large chronology.
    near = tuple(other for other in others if other.path != before.path and not events.isdisjoint(other.event_ids))
    had = Counter(_kind(problem) for problem in _errors(before, near, vocabulary))
    found = []
    for problem in _errors(after, near, vocabulary):
        had[_kind(problem)] -= 1
        if had[_kind(problem)] < 0 and problem.code not in _UNSEEN_BEFORE:
            found.append(problem)
    return found


def _kind(problem: Diagnostic) -> tuple[str, str]:
    """What identifies an error before and after a change. Its place does not, because lines move."""
    return problem.at.path, problem.code


def _errors(source: ArticleSource, near: tuple[Article, ...], vocabulary: Vocabulary) -> list[Diagnostic]:
    article, problems = article_from(source, vocabulary)
    sources = Sources({}, vocabulary, Memo())
    for one in sorted((*near, article), key=lambda one: one.path) if article else near:
        sources.add(one)
    return errors(ordered([*problems, *find_problems(sources, Memo()).problems]))
