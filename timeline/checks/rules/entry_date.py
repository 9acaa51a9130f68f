"""E706: the date of an entry that none of its articles allows

`entry_when` decides between articles that contradict each other. This date has no day in common with the date of any
of them, so the entry would have no evidence for it.

What to do: correct `entry_when`, so that it shares a day with the date of at least one article. If another article
gives the right date, add that article.

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
        entry_when: 2022-10-12
    ---

    [Saldo spoke [on Thursday]{.when}]{event=appeal}.

Says:

    content/articles/2022/saldo.md:11:17: E706 appeal is dated 12 October 2022, but its articles say 13 October 2022
            entry_when: 2022-10-12
                        ^
    help: correct `entry_when`: it must share a day with the date of at least one article

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
        entry_when: 2022-10-13
    ---

    [Saldo spoke [on Thursday]{.when}]{event=appeal}.
"""

from collections.abc import Iterable, Iterator

from timeline.dates import wording
from timeline.model.article import EventHead
from timeline.model.diagnostics import Diagnostic
from timeline.model.entry import Entry


def check_event(event: str, heads: Iterable[EventHead], entry: Entry | None) -> Iterator[Diagnostic]:
    """An error for an entry whose `entry_when` agrees with none of its articles."""
    own = next((head.entry_when for head in heads if head.entry_when), None)
    if entry and own and not any(attestation.agrees for attestation in entry.attestations):
        said = ", ".join(version.value for version in entry.dates.versions)
        message = f"{event} is dated {wording(own.value)}, but its articles say {said}"
        yield Diagnostic(
            "E706", own.at, message, "correct `entry_when`: it must share a day with the date of at least one article"
        )
