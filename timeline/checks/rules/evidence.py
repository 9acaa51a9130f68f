"""E701: an event in the head without a passage

The head lists an event, and no passage of the article names it. An entry needs a marked passage as its evidence.
Articles with marks that cannot be read are not checked, because the passage may be among them.

What to do: put square brackets around the words that support the event, followed by `{event=…}` with its id. If the
passage exists, compare the two ids. If the article does not report the event, remove it from the head.

Wrong:

    ---
    title: Saldo urges residents to leave
    publisher: Reuters
    url: https://example.org/saldo
    published: 2022-10-13
    language: en
    text: brief
    events:
      appeal:
        title: Saldo appeals to residents
        when: 2022-10-13
    ---

    Saldo spoke on Thursday.

Says:

    content/articles/2022/saldo.md:9:3: E701 no passage of this article supports appeal
          appeal:
          ^
    help: mark the words that support it: [words]{event=appeal}

Right:

    ---
    title: Saldo urges residents to leave
    publisher: Reuters
    url: https://example.org/saldo
    published: 2022-10-13
    language: en
    text: brief
    events:
      appeal:
        title: Saldo appeals to residents
        when: 2022-10-13
    ---

    [Saldo spoke on Thursday]{event=appeal}.
"""

from collections.abc import Iterable, Iterator

from timeline.model.article import Article
from timeline.model.diagnostics import Diagnostic
from timeline.model.entry import Claim
from timeline.model.nearest import nearest


def check_article(article: Article, claims: Iterable[Claim]) -> Iterator[Diagnostic]:
    """A problem for each event in the head of an article that no passage of it supports."""
    if article.marks_read:
        marked = set(article.marked_event_ids)
        for head in article.events:
            if head.id not in marked:
                like = nearest(head.id, marked - {other.id for other in article.events})
                help = (
                    f"did you mean `{like}`, which the passages name?"
                    if like
                    else f"mark the words that support it: [words]{{event={head.id}}}"
                )
                yield Diagnostic("E701", head.at, f"no passage of this article supports {head.id}", help)
