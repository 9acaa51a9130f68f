"""New entries and articles that may be there already."""

from collections.abc import Iterator

from timeline.model.records import Article
from timeline.model.similarity import bare_address, same_headline
from timeline.review.diff.articles import article_subject, headline
from timeline.review.diff.changes import Change, Value
from timeline.review.diff.entries import alike, places_of, subject_of
from timeline.review.diff.snapshot import Side


def suspicions(before: Side, after: Side) -> Iterator[Change]:
    """What is new, beside each thing like it that was there before and still is."""
    had = {entry.id for entry in before.chronology.entries}
    there = [entry for entry in after.chronology.entries if entry.id in had]
    for entry in after.chronology.entries:
        for other in there if entry.id not in had else ():
            if alike(entry, other):
                yield Change("entry-alike", subject_of(entry), other.id, after=Value(other.title, places_of(other)))
    yield from _articles(before, after)


def _articles(before: Side, after: Side) -> Iterator[Change]:
    had = {article.id for article in before.chronology.articles}
    there = [article for article in after.chronology.articles if article.id in had]
    for article in after.chronology.articles:
        for other in there if article.id not in had else ():
            if kind := _twice(article, other):
                stand = Value(headline(other), (other.at,))
                yield Change(kind, article_subject(article), other.id, after=stand)


def _twice(one: Article, other: Article) -> str:
    if bare_address(one.url) == bare_address(other.url):
        return "article-same-address"
    both = bool(one.title and other.title)  # our own descriptions are alike without being of one article
    return "article-alike" if both and same_headline(one.title, other.title) else ""
