"""An entry as JSON-LD in the words of schema.org: an Event, the articles on it, and their passages.

What is not known is left out, so that no reader of the data takes a guess for a fact: a date that is uncertain, or known
to a season, a quarter, a decade or a century, has no form in schema.org. A passage is a Quotation of the text that is
filed here. Where that is a brief in our own words, it is part of the brief, a work of the site that is based on the
article; only where it is the article's own text is it part of the article.
"""

from typing import Any

from timeline.dates import Part, When
from timeline.model.article import Article, Passage
from timeline.model.chronology import Site
from timeline.model.entry import Claim, Entry
from timeline.model.names import Name, NameKind
from timeline.model.reference import Reference, locator_wording
from timeline.publish.escape import plain
from timeline.publish.feed_items import stated
from timeline.publish.page_types import page_url


def linked_data(entry: Entry, site: Site) -> dict[str, Any]:
    """The data of one entry."""
    claims = [attestation.claim for attestation in entry.attestations]
    about = [_thing(name) for name in entry.names if name.kind != NameKind.PLACES]
    return {"@context": "https://schema.org", "@type": "Event"} | stated(
        url=page_url(site, entry=entry),
        name=plain(entry.title),
        description=plain(entry.summary),
        **_dates(entry.when),
        location=[_place(name) for name in entry.named(NameKind.PLACES)],
        about=about,
        subjectOf=[work for claim in claims for work in _works(claim, site)],
    )


def _dates(when: When) -> dict[str, str | None]:
    return {"startDate": _date(when.start), "endDate": _date(when.end) if when.end else None}


def _date(part: Part) -> str | None:
    """An ISO 8601 date at the precision known; None where schema.org has no form for it."""
    return None if part.qualifier else part.calendar_text


def _thing(name: Name) -> dict[str, Any]:
    kind = {NameKind.PEOPLE: "Person", NameKind.ORGANISATIONS: "Organization"}.get(name.kind, "Thing")
    return {"@type": kind, "name": plain(name.name)}


def _place(name: Name) -> dict[str, Any]:
    place = {"@type": "Place", "name": plain(name.name)}
    if name.lat is None:
        return place
    return place | {"geo": {"@type": "GeoCoordinates", "latitude": name.lat, "longitude": name.lon}}


def _works(claim: Claim, site: Site) -> list[dict[str, Any]]:
    """The article; and the brief of it, where that is what the passages are taken from."""
    article = claim.article
    quotations = [_quotation(passage, article, site) for passage in claim.passages]
    if article.text != "brief":
        return [_article(article) | {"hasPart": quotations}]
    brief = stated(
        url=page_url(site, article=article),
        name="Brief in our own words",
        author={"@type": "Organization", "name": plain(site.name)},
        isBasedOn={"@id": _node(article)},
        hasPart=quotations,
    )
    return [_article(article), {"@type": "CreativeWork"} | brief]


def _article(article: Article) -> dict[str, Any]:
    """The article as it was published. A headline that is not known is not made up."""
    published = article.published
    reference = article.reference
    return {"@type": _kind(reference), "@id": _node(article)} | stated(
        url=reference.address,
        identifier=reference.doi and {"@type": "PropertyValue", "propertyID": "DOI", "value": plain(reference.doi)},
        isbn=reference.isbn,
        holdingArchive=reference.archive and {"@type": "ArchiveOrganization", "name": plain(reference.archive.institution)},
        itemLocation=reference.archive and plain(reference.archive.mark),
        creditText=reference.words and plain(reference.words),
        headline=article.title and plain(article.title),
        description=article.described and plain(article.described),
        publisher={"@type": "Organization", "name": plain(article.publisher.name)},
        sourceOrganization=article.agency and {"@type": "Organization", "name": plain(article.agency.name)},
        datePublished=_date(published.start) if published and not published.end else None,
        inLanguage=article.language,
    )


def _kind(reference: Reference) -> str:
    """The type of the work, as far as its reference tells: an item of an archive, a book, or what is on the web."""
    if reference.archive:
        return "ArchiveComponent"
    if reference.isbn:
        return "Book"
    return "NewsArticle" if reference.url and not reference.doi else "CreativeWork"


def _node(article: Article) -> str:
    """What the work is called within the data of one page: its address, or a name that is good on this page alone."""
    return article.reference.address or f"_:{article.id}"


def _quotation(passage: Passage, article: Article, site: Site) -> dict[str, Any]:
    page = page_url(site, article=article)
    url = page and f"{page}#{passage.anchor}"
    at = plain(locator_wording(passage.locator))
    return {"@type": "Quotation"} | stated(url=url, text=plain(passage.text), inLanguage=article.text_language, position=at)
