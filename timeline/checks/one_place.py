"""E703: what belongs in one article stands differently in two.

The title, the summary, the date and the note of an entry come from any of its articles, but from one: two different
ones contradict each other, and nobody could say which holds. The same text twice is fine.
"""

from collections.abc import Iterator

from timeline.diagnostics import Diagnostic
from timeline.entries import heads_by_event
from timeline.model import Chronology

KEYS = {"title": "titles", "summary": "summaries", "entry_when": "dates", "entry_note": "notes on its date"}


def check(chronology: Chronology) -> Iterator[Diagnostic]:
    for event, heads in heads_by_event(chronology.articles).items():
        for key, several in KEYS.items():
            stated = [value for head in heads if (value := getattr(head, key))]
            for other in stated[1:]:
                if other.value != stated[0].value:
                    message = f"{event} has two {several}; the first is at {stated[0].at}"
                    yield Diagnostic("E703", other.at, message, f"keep `{key}` in one of the two articles")
