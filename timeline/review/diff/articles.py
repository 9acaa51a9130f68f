"""Find the articles that were added, removed or changed, and new articles that may repeat another."""

import re
from collections.abc import Iterator

from timeline.dates import When, wording
from timeline.model.article import Article
from timeline.model.body import unmarked_text
from timeline.model.names import Name
from timeline.model.similarity import SHARED_WORDS, same_headline, words
from timeline.review.diff.candidates import Candidates
from timeline.review.diff.changes import Change, Kind, Subject, Value
from timeline.review.diff.snapshot import Snapshot

FACTS = {
    "title": "headline",
    "described": "description",
    "publisher": "publisher",
    "agency": "agency",
    "author": "author",
    "url": "address",
    "source": "source",
    "published": "published",
    "published_note": "note on the publication date",
    "language": "language",
    "kind": "kind",
    "text": "kind of text",
    "note": "note",
}


def article_changes(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """The changes of articles, by id. A file that moved to another year has the same id and address: no change."""
    old, new = ({article.id: article for article in side.chronology.articles} for side in (before, after))
    added = [article for article in new.values() if article.id not in old]
    kept = [article for article in new.values() if article.id in old]
    by_words, by_address = Candidates(kept, _words), Candidates(added, _ids)
    for article in added:
        yield from _duplicates(article, by_words)
    with_errors = {**before.articles_with_errors, **after.articles_with_errors}
    for id in sorted({*old, *new}):
        article = new[id] if id in new else old[id]
        if id in with_errors:
            yield Change(Kind.ARTICLE_NOT_COMPARED, article_subject(article), after=Value("", (with_errors[id].at,)))
        elif id not in old:
            yield Change(Kind.ARTICLE_ADDED, article_subject(article), after=Value(_about(article), (article.at,)))
        elif id not in new:
            yield from _removed(article, by_address)
        elif old[id] is not article:  # the same where a memo knows it
            yield from _compare(old[id], article)


def article_subject(article: Article) -> Subject:
    """The article as the subject of a change."""
    return Subject("article", article.id, article.display_title)


def _duplicates(article: Article, others: Candidates[Article]) -> Iterator[Change]:
    """Articles with a similar headline. Our own descriptions of different articles are often similar, so they do not count."""
    for other in others.of(article, SHARED_WORDS):
        if article.title and other.title and same_headline(article.title, other.title):
            value = Value(other.display_title, (other.at,))
            yield Change(Kind.ARTICLE_POSSIBLE_DUPLICATE, article_subject(article), other.id, after=value)


def _removed(article: Article, added: Candidates[Article]) -> Iterator[Change]:
    subject = article_subject(article)
    yield Change(Kind.ARTICLE_REMOVED, subject, before=Value(_about(article), (article.at,)))
    for other in added.of(article):
        yield Change(Kind.ARTICLE_POSSIBLY_RENAMED, subject, other.id, after=Value(other.display_title, (other.at,)))


def _words(article: Article) -> frozenset[str]:
    return words(article.title or "")


def _ids(article: Article) -> tuple[str, ...]:
    return article.reference.ids


def _compare(old: Article, new: Article) -> Iterator[Change]:
    subject = article_subject(new)
    for fact, label in FACTS.items():
        was, now = getattr(old, fact), getattr(new, fact)
        same = was.id == now.id if isinstance(was, Name) and isinstance(now, Name) else was == now
        if not same:
            yield Change(Kind.ARTICLE_CHANGED, subject, label, _value(was, old), _value(now, new))
    if _words_outside_passages(old) != _words_outside_passages(new):
        yield Change(Kind.ARTICLE_TEXT_CHANGED, subject, "", Value("", (old.at,)), Value("", (new.at,)))


def _about(article: Article) -> str:
    return f"{article.publisher.name}, {article.published_wording}, {article.url or article.source}"


def _value(value: str | Name | When | None, article: Article) -> Value | None:
    if value is None:
        return None
    if isinstance(value, When):
        return Value(wording(value), (article.at,), value)
    return Value(value.name if isinstance(value, Name) else value, (article.at,))


def _words_outside_passages(article: Article) -> list[str]:
    """Words only: the full stop after a passage is outside it, and does not matter."""
    return re.findall(r"\w+", unmarked_text(article.body))
