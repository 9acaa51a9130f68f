"""E701: an event in the head without a passage.

An entry exists only where an article has a marked passage for it. An event that the head lists and no passage names
has no evidence here: mark the words, or take the event out of the head. An article with marks that cannot be read is left
alone: its passage may be among them.
"""

from collections.abc import Iterator

from timeline.diagnostics import Diagnostic, nearest
from timeline.model import Chronology


def check(chronology: Chronology) -> Iterator[Diagnostic]:
    for article in (article for article in chronology.articles if article.marks_read):
        marked = {event for passage in article.passages for event in passage.events}
        for head in article.events:
            if head.id not in marked:
                like = nearest(head.id, marked - {other.id for other in article.events})
                way_out = (
                    f"the passages name `{like}`: is it that?"
                    if like
                    else f"mark the words that support it: [words]{{event={head.id}}}"
                )
                yield Diagnostic("E701", head.at, f"no passage of this article supports {head.id}", way_out)
