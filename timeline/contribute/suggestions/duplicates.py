"""Articles of the chronology that may be the same publication: the same address, or nearly the same headline."""

from collections.abc import Iterable, Iterator

from timeline.contribute.suggestions.source import ArticleSource
from timeline.contribute.suggestions.suggestion import Suggestion
from timeline.model.article import Article
from timeline.model.reference import doi_address
from timeline.model.similarity import bare_address, same_headline


def find_duplicates(source: ArticleSource, articles: Iterable[Article]) -> Iterator[Suggestion]:
    """Other articles that may be the same publication, in order of their paths."""
    ids, headline = set(_ids(source)), source.title
    for article in articles:
        if article.path == source.path:
            continue
        if ids.intersection(article.reference.ids):
            yield _duplicate(source, article, "the same address", "join the two files: one published article has one file")
        elif same_headline(headline, article.display_title):
            help = "if it is the same publication, join the two files; if another printed it too, both may stay"
            yield _duplicate(source, article, "nearly the same headline", help)


def _ids(source: ArticleSource) -> Iterator[str]:
    """What no other article has, of what the head states. It need not be valid yet."""
    url, doi = source.value("url"), source.value("doi")
    if url:
        yield bare_address(url)
    if doi:
        yield bare_address(doi_address(doi))


def _duplicate(source: ArticleSource, article: Article, reason: str, help: str) -> Suggestion:
    return Suggestion(
        kind="article",
        key=(article.path,),
        at=source.lines.at(0, 0),
        message=f"possible duplicate of {article.path}: {reason}",
        help=help,
        certain=False,
        facts={"path": article.path, "reason": reason},
    )
