"""E705: two article files with one address

Two files have the same `url`. One published article has one file: a second one would count the same words twice as
evidence. Tracking parameters (`utm_source=…`, `fbclid=…`), `www.`, `m.` and `amp.`, `http` or `https`, a `#fragment`
and a slash at the end do not count: addresses that differ only in these are the same.

What to do: if both are the same article, merge the files and delete one. If they are two articles, correct the wrong
address.

Wrong:

    === content/articles/2022/leave.md
    ---
    title: Saldo urges residents to leave
    publisher: Reuters
    url: https://example.org/saldo
    language: en
    text: brief
    ---
    === content/articles/2022/saldo.md
    ---
    title: Saldo urges residents to leave
    publisher: Reuters
    url: https://example.org/saldo
    language: en
    text: brief
    ---

Says:

    content/articles/2022/saldo.md:1:1: E705 this article has the same address as content/articles/2022/leave.md
        ---
        ^
    help: correct `url` if this is a different article; otherwise merge the two files

Right:

    === content/articles/2022/saldo.md
    ---
    title: Saldo urges residents to leave
    publisher: Reuters
    url: https://example.org/saldo
    language: en
    text: brief
    ---
"""

from collections.abc import Iterator

from timeline.model.chronology import Chronology
from timeline.model.diagnostics import Diagnostic
from timeline.model.similarity import bare_address

HELP = "correct `url` if this is a different article; otherwise merge the two files"


def check(chronology: Chronology) -> Iterator[Diagnostic]:
    """An error for each article whose address an earlier article has, by path."""
    first: dict[str, str] = {}
    for article in chronology.articles:
        path = first.setdefault(bare_address(article.url), article.path)
        if path != article.path:
            yield Diagnostic("E705", article.at, f"this article has the same address as {path}", HELP)
