"""C801: a claimed figure that stands in none of the event's passages.

A figure is shown as what the article says, so it must be there: letter for letter, in a passage of the same event in the
same article, and not as part of a longer number or word.
"""

import re
from collections.abc import Iterator

from timeline.diagnostics import Diagnostic
from timeline.model import Chronology


def check(chronology: Chronology) -> Iterator[Diagnostic]:
    for claim in chronology.claims:
        for figure in claim.figures:
            alone = re.compile(
                rf"(?<!\w)(?<!\d[.,:/ -]){re.escape(' '.join(figure.value.split()))}(?!\w|[.,:/ ]\d)", re.IGNORECASE
            )
            if not any(alone.search(passage.text) for passage in claim.passages):
                way_out = "write it as the passage does, or mark the passage that has it"
                yield Diagnostic("C801", figure.at, f"`{figure.value}` stands in no passage for {claim.event}", way_out)
