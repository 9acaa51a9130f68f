"""C801: a claimed figure that is in no passage

A figure under `claims` is shown as the statement of the article. It must appear, letter for letter, in a passage of
the same event in the same article, and not as part of a longer number or word. Case does not matter.

What to do: write the figure as in the passage, with its words: `at least 11` and not `11`. If it appears elsewhere in
the article, mark that sentence too.

Wrong:

    ---
    title: Missiles fired at Kyiv
    publisher: Reuters
    url: https://example.org/missiles
    published: 2022-10-10
    language: en
    text: brief
    events:
      strikes:
        title: Missile strikes
        claims: {missiles: 84}
    ---

    [[On Monday]{.when} more than 80 missiles were fired]{event=strikes}.

Says:

    content/articles/2022/saldo.md:11:24: C801 `84` is not in any passage for strikes
            claims: {missiles: 84}
                               ^
    help: write it as in the passage, or mark the passage that contains it

Right:

    ---
    title: Missiles fired at Kyiv
    publisher: Reuters
    url: https://example.org/missiles
    published: 2022-10-10
    language: en
    text: brief
    events:
      strikes:
        title: Missile strikes
        claims: {missiles: more than 80}
    ---

    [[On Monday]{.when} more than 80 missiles were fired]{event=strikes}.
"""

import re
from collections.abc import Iterable, Iterator

from timeline.model.article import Article
from timeline.model.diagnostics import Diagnostic
from timeline.model.entry import Claim


def check_article(article: Article, claims: Iterable[Claim]) -> Iterator[Diagnostic]:
    """An error for each claimed figure that is in no passage of its event."""
    # A figure beside one that could not be read may be a part of that: `1,000` without quotation marks.
    for claim in (one for one in claims if one.event not in article.unread_events):
        for figure in claim.figures:
            alone = re.compile(
                rf"(?<!\w)(?<!\d[.,:/ -]){re.escape(' '.join(figure.value.split()))}(?!\w|[.,:/ ]\d)", re.IGNORECASE
            )
            if not any(alone.search(passage.text) for passage in claim.passages):
                help = "write it as in the passage, or mark the passage that contains it"
                yield Diagnostic("C801", figure.at, f"`{figure.value}` is not in any passage for {claim.event}", help)
