"""E706: the date of an entry that none of its articles allows.

`entry_when` settles which date holds where articles contradict each other. It must have a day in common with the date of
one article at least: the editors choose between what the articles say, they do not date an event against all of them.
"""

from collections.abc import Iterator

from timeline.dates import wording
from timeline.diagnostics import Diagnostic
from timeline.entries import heads_by_event
from timeline.model import Chronology


def check(chronology: Chronology) -> Iterator[Diagnostic]:
    heads = heads_by_event(chronology.articles)
    for entry in chronology.entries:
        own = next((head.entry_when for head in heads.get(entry.id, ()) if head.entry_when), None)
        if own and not any(attestation.agrees for attestation in entry.attestations):
            said = ", ".join(version.value for version in entry.dates.versions)
            message = f"{entry.id} is dated {wording(own.value)}, but its articles say {said}"
            yield Diagnostic(
                "E706", own.at, message, "correct `entry_when`: it must share a day with the date of one article at least"
            )
