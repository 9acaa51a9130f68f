"""D607: a month or a season that may be meant as a range of years

A year, a hyphen and two digits are a month or a part of a year: `1909-10` is October 1909, `1921-24` the winter that begins
in 1921. In books and catalogues the same signs are a range of years. This is a note and stops nothing. It is given where
the second number is greater than the last two digits of the year, and the range is not ahead of the publication.

What to do: write a range with a slash and both years in full. If the month or the season is meant, mark words of the article
that say so, or confirm it in `date_note` (of an `entry_when`, in `entry_note`); then the note is no longer given.

Wrong:

    ---
    title: The works of a town
    publisher: Reuters
    url: https://example.org/works
    published: 2022-10-13
    language: en
    text: brief
    events:
      works:
        title: A works is built
        when: 1921-24
    ---

    [The works is built]{event=works}.

Says:

    content/articles/2022/saldo.md:11:11: D607 note: 1921-24 is winter 1921–22
            when: 1921-24
                  ^
    help: if you mean 1921 to 1924, write 1921/1924; if not, say so in `date_note`

Right:

    ---
    title: The works of a town
    publisher: Reuters
    url: https://example.org/works
    published: 2022-10-13
    language: en
    text: brief
    events:
      works:
        title: A works is built
        when: 1921/1924
    ---

    [The works is built]{event=works}.
"""

import re
from collections.abc import Iterable, Iterator

from timeline.assembly.claims import read_words
from timeline.dates import Day, When, wording
from timeline.model.article import Article, EventHead, StatedDate
from timeline.model.diagnostics import Diagnostic, Severity
from timeline.model.entry import Claim

_YEAR_AND_NUMBER = re.compile(r"(\d\d)(\d\d)-(\d\d)", re.ASCII)


def check_article(article: Article, claims: Iterable[Claim]) -> Iterator[Diagnostic]:
    """A note for each date that the head of an article states, and that may be a range of years."""
    for head in article.events:
        if head.when and not head.date_note and not _said_by_words(article, head, head.when.value):
            yield from _notes(head.when, article, "date_note")
        if head.entry_when and not head.entry_note:
            yield from _notes(head.entry_when, article, "entry_note")


def _said_by_words(article: Article, head: EventHead, stated: When) -> bool:
    """Whether marked words of the article are read as this date."""
    marked = (words for passage in article.passages for words in passage.words if head.id in words.events)
    return any(read_words(words, article) == stated for words in marked)


def _notes(stated: StatedDate, article: Article, note: str) -> Iterator[Diagnostic]:
    found = _YEAR_AND_NUMBER.fullmatch(stated.value.text)
    if found and found[3] > found[2]:
        first, last = found[1] + found[2], found[1] + found[3]
        latest = article.published.latest if article.published else None
        if latest is None or latest >= Day(int(last), 1, 1):
            help = f"if you mean {first} to {last}, write {first}/{last}; if not, say so in `{note}`"
            message = f"{stated.value.text} is {wording(stated.value)}"
            yield Diagnostic("D607", stated.at, message, help, Severity.NOTE)
