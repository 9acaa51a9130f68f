"""Find the addresses of pages that no longer exist.

The addresses of entries, articles and names are permanent. Lists, such as the page of a month, come and go with their entries.
"""

from collections.abc import Iterator

from timeline.model.article import Article
from timeline.model.chronology import Listing
from timeline.model.diagnostics import Location
from timeline.model.entry import Entry
from timeline.publish.addresses import page_addresses
from timeline.review.diff.changes import Change, Kind, Subject, Value
from timeline.review.diff.entries import places_of
from timeline.review.diff.snapshot import Snapshot


def page_changes(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """The addresses that only the first snapshot has, except those that errors in the second may hide."""
    old, new = before.chronology, after.chronology
    remaining = page_addresses(new, but=old)
    for address, shown in sorted(page_addresses(old, but=new).items(), key=lambda page: page[0]):
        if address in remaining or _may_be_hidden(shown, after):
            continue
        match shown:
            case Entry():
                yield _lost(address, "an entry", shown.title, places_of(shown))
            case Article():
                yield _lost(address, "an article", shown.display_title, (shown.at,))
            case Listing():
                yield _lost(address, "a name", shown.name.name, _places_of_name(shown))
            case _:
                yield Change(Kind.PAGE_REMOVED, Subject("page", address))


def _lost(address: str, what: str, title: str, at: tuple[Location, ...]) -> Change:
    return Change(Kind.ADDRESS_LOST, Subject("page", address, title), what, before=Value("", at))


def _may_be_hidden(shown: object, after: Snapshot) -> bool:
    match shown:
        case Entry():
            return after.possibly_has_entry(shown.id)
        case Article():
            return shown.id in after.articles_with_errors
    return bool(after.errors)


def _places_of_name(listing: Listing) -> tuple[Location, ...]:
    """The articles of a publisher, else the events that bear the name."""
    claims = (attestation.claim for entry in listing.entries for attestation in entry.attestations)
    named = tuple(claim.head.at for claim in claims if listing.name in claim.names)
    return tuple(article.at for article in listing.articles) or named
