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

from collections.abc import Iterator

from timeline.assembly.entries import heads_by_event
from timeline.dates import wording
from timeline.model.chronology import Chronology
from timeline.model.diagnostics import Diagnostic


def check(chronology: Chronology) -> Iterator[Diagnostic]:
    """An error for each entry whose `entry_when` agrees with none of its articles."""
    heads = heads_by_event(chronology.articles)
    for entry in chronology.entries:
        own = next((head.entry_when for head in heads.get(entry.id, ()) if head.entry_when), None)
        if own and not any(attestation.agrees for attestation in entry.attestations):
            said = ", ".join(version.value for version in entry.dates.versions)
            message = f"{entry.id} is dated {wording(own.value)}, but its articles say {said}"
            yield Diagnostic(
                "E706", own.at, message, "correct `entry_when`: it must share a day with the date of at least one article"
            )
