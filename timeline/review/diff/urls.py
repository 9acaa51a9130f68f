"""Which addresses are lost. Those of entries, articles and names were promised to stay; a month without entries just goes."""

from collections.abc import Iterator

from timeline.model.diagnostics import Location
from timeline.model.records import Chronology
from timeline.publish.render import page_addresses
from timeline.review.diff.changes import Change, Subject, Value
from timeline.review.diff.entries import places_of
from timeline.review.diff.snapshot import Side

PROMISED = {"entry": "an entry", "article": "an article", "listing": "a name"}  # by type of page


def page_changes(before: Side, after: Side) -> Iterator[Change]:
    """Addresses that only the first side has. One that may come back when errors are mended is not counted as lost."""
    old, new = page_addresses(before.chronology), page_addresses(after.chronology)
    known = _known(before.chronology)
    for address, page in sorted(old.items()):
        if address in new or _in_doubt(address, page, after):
            continue
        if page in PROMISED:
            title, at = known.get(address, ("", ()))
            yield Change("address-lost", Subject("page", address, title), PROMISED[page], before=Value("", at))
        else:
            yield Change("page-gone", Subject("page", address))


def _in_doubt(address: str, page: str, after: Side) -> bool:
    id = address.rstrip("/").rpartition("/")[2]
    if page == "entry":
        return after.possibly_present(id)
    if page == "article":
        return id in after.broken
    return bool(after.errors)


def _known(chronology: Chronology) -> dict[str, tuple[str, tuple[Location, ...]]]:
    """Titles of what has a permanent page, and where it comes from, by address."""
    found = {f"timeline/entries/{entry.id}/": (entry.title, places_of(entry)) for entry in chronology.entries}
    for article in chronology.articles:
        found[f"timeline/articles/{article.id}/"] = (article.title or article.described or "", (article.at,))
    for listing in (listing for index in chronology.indexes for listing in index.listings):
        claims = (attestation.claim for entry in listing.entries for attestation in entry.attestations)
        named = tuple(claim.head.at for claim in claims if listing.name in claim.names)
        published = tuple(article.at for article in listing.articles)
        found[f"timeline/{listing.kind}/{listing.id}/"] = (listing.name.name, published or named)
    return found
