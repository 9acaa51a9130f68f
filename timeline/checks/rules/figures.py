"""C801: a claimed figure that stands in no passage

A figure under `claims` is shown as what the article says; so it must be there: letter for letter, in a passage of the
same event in the same article, and not as a part of a longer number or word. Capitals do not count.

What to do: write the figure as the passage has it, with its words: `at least 11` and not `11`. If it stands elsewhere
in the article, mark that sentence too.

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

    content/articles/2022/saldo.md:11:24: C801 `84` stands in no passage for strikes
            claims: {missiles: 84}
                               ^
    help: write it as the passage does, or mark the passage that has it

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
from collections.abc import Iterator

from timeline.model.diagnostics import Diagnostic
from timeline.model.records import Chronology


def check(chronology: Chronology) -> Iterator[Diagnostic]:
    for claim in chronology.claims:
        for figure in claim.figures:
            alone = re.compile(
                rf"(?<!\w)(?<!\d[.,:/ -]){re.escape(' '.join(figure.value.split()))}(?!\w|[.,:/ ]\d)", re.IGNORECASE
            )
            if not any(alone.search(passage.text) for passage in claim.passages):
                help = "write it as the passage does, or mark the passage that has it"
                yield Diagnostic("C801", figure.at, f"`{figure.value}` stands in no passage for {claim.event}", help)
