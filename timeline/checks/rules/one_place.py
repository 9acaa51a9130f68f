"""E703: two articles state different values for one entry

The title, the summary, the date and the note of an entry may come from any of its articles, but two articles must not
state different values. The same value twice is allowed.

What to do: keep the value in one of the two articles, and remove the line from the other.

Wrong:

    === content/articles/2022/bbc.md
    ---
    title: Residents are told to leave
    publisher: BBC
    url: https://example.org/residents
    published: 2022-10-13
    language: en
    text: brief
    events:
      appeal:
        title: Saldo appeals to residents
    ---

    [Saldo spoke [on Thursday]{.when}]{event=appeal}.
    === content/articles/2022/reuters.md
    ---
    title: Saldo urges residents to leave
    publisher: Reuters
    url: https://example.org/saldo
    published: 2022-10-13
    language: en
    text: brief
    events:
      appeal:
        title: A call to leave Kherson
    ---

    [Saldo spoke [on Thursday]{.when}]{event=appeal}.

Says:

    content/articles/2022/reuters.md:10:12: E703 appeal has two titles; the first is at content/articles/2022/bbc.md:10:12
            title: A call to leave Kherson
                   ^
    help: keep `title` in one of the two articles

Right:

    === content/articles/2022/bbc.md
    ---
    title: Residents are told to leave
    publisher: BBC
    url: https://example.org/residents
    published: 2022-10-13
    language: en
    text: brief
    events:
      appeal:
        title: Saldo appeals to residents
    ---

    [Saldo spoke [on Thursday]{.when}]{event=appeal}.
    === content/articles/2022/reuters.md
    ---
    title: Saldo urges residents to leave
    publisher: Reuters
    url: https://example.org/saldo
    published: 2022-10-13
    language: en
    text: brief
    ---

    [Saldo spoke [on Thursday]{.when}]{event=appeal}.
"""

from collections.abc import Iterable, Iterator

from timeline.model.article import EventHead
from timeline.model.diagnostics import Diagnostic
from timeline.model.entry import Entry

KEYS = {"title": "titles", "summary": "summaries", "entry_when": "dates", "entry_note": "notes on its date"}


def check_event(event: str, heads: Iterable[EventHead], entry: Entry | None) -> Iterator[Diagnostic]:
    """An error for each title, summary, date or note of an event that differs from the one of an earlier article."""
    heads = tuple(heads)
    for key, several in KEYS.items():
        stated = [value for head in heads if (value := getattr(head, key))]
        for other in stated[1:]:
            if other.value != stated[0].value:
                message = f"{event} has two {several}; the first is at {stated[0].at}"
                yield Diagnostic("E703", other.at, message, f"keep `{key}` in one of the two articles")
