"""E705: two article files with one address.

One published article has one file: a second one would count the same words twice as evidence. File what it says of other
events in the first file.
"""

from collections.abc import Iterator

from timeline.diagnostics import Diagnostic
from timeline.model import Chronology


def check(chronology: Chronology) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for article in chronology.articles:
        path = first.setdefault(article.url, article.path)
        if path != article.path:
            yield Diagnostic("E705", article.at, f"the address of this article is also that of {path}", "join the two files")
