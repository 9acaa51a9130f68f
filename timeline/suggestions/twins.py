"""Articles that are filed already and may be this one: the same address, or nearly the same headline."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit

from timeline.model import Article
from timeline.suggestions.draft import Draft
from timeline.suggestions.suggestion import Suggestion

_TRACKING = re.compile(r"utm_.*|mc_[ce]id|[a-z]*clid|cmp(?:id)?|ref|ref_src|smid|share|taid|s_cid|at_.*|ns_.*", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_ALIKE, _FEWEST_WORDS = 0.75, 4  # of all words that either headline has; shorter headlines are alike by chance


def twins(draft: Draft, articles: Iterable[Article]) -> Iterator[Suggestion]:
    """Other articles that seem to be the same publication, by path."""
    address, headline = _address(draft.value("url")), _words(draft.title)
    for article in articles:
        if article.path == draft.lines.path:
            continue
        if address and _address(article.url) == address:
            yield _twin(draft, article, "the same address", "join the two files: one published article has one file")
        elif _alike(headline, _words(article.title or article.described or "")):
            way_out = "if it is the same publication, join the two files; if another printed it too, both may stay"
            yield _twin(draft, article, "nearly the same headline", way_out)


def _twin(draft: Draft, article: Article, reason: str, way_out: str) -> Suggestion:
    return Suggestion(
        kind="article",
        key=(article.path,),
        at=draft.lines.at(0, 0),
        message=f"may be the article {article.path}: {reason}",
        help=way_out,
        certain=False,
        facts={"path": article.path, "reason": reason},
    )


def _address(url: str) -> str:
    """An address without what does not tell pages apart: scheme, www., fragment, the last slash, what counts visits."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    kept = sorted((key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(key))
    return f"{host}{parts.path.rstrip('/')}?{urlencode(kept)}" if host else ""


def _words(headline: str) -> frozenset[str]:
    return frozenset(_WORD.findall(headline.casefold()))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one) >= _FEWEST_WORDS and len(one & other) / (len(one | other) or 1) >= _ALIKE
