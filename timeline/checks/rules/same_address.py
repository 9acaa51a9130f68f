"""E705: two article files with one source

Two files have the same `url` or the same `doi`, or the same headline and the same `isbn`, `archive` or `source`. One
published article has one file: a second one would count the same words twice as evidence. Tracking parameters
(`utm_source=…`, `fbclid=…`), `www.`, `m.` and `amp.`, `http` or `https`, a `#fragment` and a slash at the end do not count:
addresses that differ only in these are the same. Two chapters of one book have two files with one `isbn`, and so do two
letters of one box of an archive; their titles differ.

What to do: if both are the same article, merge the files and delete one; passages have their places in it (`at="p. 14"`). If
they are two articles, correct the wrong address, or the wrong title.

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

    content/articles/2022/saldo.md:4:6: E705 this article has the same address as content/articles/2022/leave.md
        url: https://example.org/saldo
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

from collections.abc import Iterable, Iterator, Mapping

from timeline.model.diagnostics import Diagnostic, Location
from timeline.model.facts import EventFacts, FileFacts

HELP = "correct `url` if this is a different article; otherwise merge the two files"
SHARED_HELP = "correct the title or the source if this is a different one; otherwise merge the two files"


def check_all(files: Iterable[FileFacts], events: Mapping[str, EventFacts]) -> Iterator[Diagnostic]:
    """An error for each article with the source of an earlier article, by path."""
    first: dict[tuple[str, ...], str] = {}
    for file in files:
        for id in file.identities:
            assert file.source_at
            path = first.setdefault(id, file.source_at.path)
            if path != file.source_at.path:
                yield _problem(file.source_at, path, len(id) > 1)
                break


def _problem(at: Location, path: str, by_title: bool) -> Diagnostic:
    what, help = ("title and source", SHARED_HELP) if by_title else ("address", HELP)
    return Diagnostic("E705", at, f"this article has the same {what} as {path}", help)
