"""What changed in the articles as they are filed: added, removed, their facts, their text outside the passages."""

import re
from collections.abc import Iterator

from timeline.dates import When, wording
from timeline.model.records import Article, Mark, Name
from timeline.model.similarity import bare_address
from timeline.review.diff.changes import Change, Subject, Value
from timeline.review.diff.snapshot import Side

FACTS = {
    "title": "headline",
    "described": "description",
    "publisher": "publisher",
    "agency": "agency",
    "author": "author",
    "url": "address",
    "published": "published",
    "published_note": "note on its publication",
    "language": "language",
    "kind": "kind",
    "text": "kind of text",
    "note": "note",
}


def article_changes(before: Side, after: Side) -> Iterator[Change]:
    """By id. A file that only moved to another year is the same article at the same address: no change."""
    old, new = ({article.id: article for article in side.chronology.articles} for side in (before, after))
    added = [article for article in new.values() if article.id not in old]
    broken = {**before.broken, **after.broken}
    for id in sorted({*old, *new}):
        was, now = old.get(id), new.get(id)
        if id in broken:
            yield Change("article-not-compared", article_subject(now or was), after=Value("", (broken[id].at,)))
        elif was and now:
            yield from _compared(was, now)
        elif now:
            yield Change("article-added", article_subject(now), after=Value(_about(now), (now.at,)))
        elif was:
            yield from _removed(was, added)


def article_subject(article: Article) -> Subject:
    return Subject("article", article.id, headline(article))


def headline(article: Article) -> str:
    """As printed, else our own words for it."""
    return article.title or article.described or ""


def _removed(article: Article, added: list[Article]) -> Iterator[Change]:
    subject = article_subject(article)
    yield Change("article-removed", subject, before=Value(_about(article), (article.at,)))
    for other in added:
        if bare_address(other.url) == bare_address(article.url):
            yield Change("article-perhaps-now", subject, other.id, after=Value(headline(other), (other.at,)))


def _compared(old: Article, new: Article) -> Iterator[Change]:
    subject = article_subject(new)
    for fact, label in FACTS.items():
        was, now = getattr(old, fact), getattr(new, fact)
        same = was.id == now.id if isinstance(was, Name) and isinstance(now, Name) else was == now
        if not same:
            yield Change("article-changed", subject, label, _stand(was, old), _stand(now, new))
    if _outside(old) != _outside(new):
        yield Change("article-text-changed", subject, "", Value("", (old.at,)), Value("", (new.at,)))


def _about(article: Article) -> str:
    published = wording(article.published) if article.published else "undated"
    return f"{article.publisher.name}, {published}, {article.url}"


def _stand(value: str | Name | When | None, article: Article) -> Value | None:
    if value is None:
        return None
    if isinstance(value, When):
        return Value(wording(value), (article.at,), value)
    return Value(value.name if isinstance(value, Name) else value, (article.at,))


def _outside(article: Article) -> list[str]:
    """The words of an article that no passage holds. The full stop behind a passage is none."""
    depth, text = 0, ""
    for piece in article.body:
        if isinstance(piece, Mark):
            depth += (1 if piece.opens else -1) * (piece.kind == "passage")
        elif not depth:
            text += piece
    return re.findall(r"\w+", text)
