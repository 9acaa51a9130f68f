"""A record of a reference manager as a draft, whichever format it comes in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.contribute.drafts.draft import Draft, clean, fits
from timeline.contribute.drafts.languages import language_code
from timeline.dates import EdtfError
from timeline.dates.user_input import date_from_input
from timeline.model.identifiers import doi_in
from timeline.model.reference import KINDS
from timeline.model.similarity import bare_address


@dataclass(frozen=True, slots=True)
class Record:
    """What a record states, as plain text. `type` is that of CSL; `container` is the journal, the newspaper or the book.

    `published` is a date as people write it, or EDTF. `left_out` names the fields that no draft has a place for.
    """

    line: int = 0
    type: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    container: str = ""
    publisher: str = ""
    place: str = ""
    published: str = ""
    url: str = ""
    doi: str = ""
    isbn: str = ""
    institution: str = ""
    mark: str = ""
    language: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    left_out: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What to call it in a message."""
        return f"“{self.title[:80]}”" if self.title else "a record without a title"


def draft_of(record: Record) -> tuple[Draft, list[str]]:
    """The draft of a record, and what it could not take from it. Its brief is for a person to write."""
    imprint = _imprint(record)
    left_out = [*record.left_out, *(["place of publication"] if record.place and not imprint else [])]
    lost = [f"{', '.join(left_out)} of {record.name}"] if left_out else []
    published = _published(record, lost)
    # A journal publishes its articles; a book is published by its publisher, also where only a chapter of it is meant.
    publisher = (record.publisher or record.container) if record.isbn else (record.container or record.publisher)
    doi = doi_in(record.doi) or record.doi
    url = record.url if not doi or "doi.org/" not in bare_address(record.url) else ""
    draft = Draft(
        title=record.title or None,
        publisher=publisher or record.institution or None,
        author=_joined(record.authors) or None,
        url=url or None,
        doi=doi or None,
        isbn=_isbn(record.isbn) or None,
        archive=(record.institution, record.mark) if record.institution and record.mark else None,
        source=", ".join(_details(record, publisher)) or imprint or None,
        published=published,
        language=language_code(record.language) or None,
        kind=KINDS.get(record.type),
        text="brief",
        comments=(("archive", f"mark still open: {record.institution}"),) if record.institution and not record.mark else (),
    )
    if record.mark and not record.institution:
        lost.append(f"the mark “{record.mark}” of {record.name}, without the archive that it belongs to")
    return draft, lost


def _published(record: Record, lost: list[str]) -> str | None:
    try:
        return date_from_input(record.published) if record.published else None
    except EdtfError as error:
        lost.append(f"the date of publication “{record.published}” of {record.name}: {error.message}")
        return None


def _details(record: Record, publisher: str) -> Iterator[str]:
    """Where in what it was printed, in words."""
    if record.container and record.container != publisher:
        yield f"in: {record.container}"
    if record.volume:
        yield f"vol. {record.volume}"
    if record.issue:
        yield f"no. {record.issue}"
    if record.pages:
        pages = re.sub(r"\s*(?:--+|–|-)\s*", "–", record.pages)
        yield f"{'pp.' if '–' in pages or ',' in pages else 'p.'} {pages}"


def _imprint(record: Record) -> str:
    """Publisher and place of what has nothing else by which it can be found: an old book."""
    is_found = any((record.url, record.doi, record.isbn, record.mark, record.container, record.volume, record.pages))
    if is_found or not record.publisher:
        return ""
    return ": ".join(part for part in (record.place, record.publisher) if part)


def _joined(names: tuple[str, ...]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _isbn(text: str) -> str:
    """The first valid ISBN of a text, which may have several with remarks; the text itself where none is."""
    found = re.findall(r"\d[\d -]{8,16}[\dXx]", text)
    return next((clean(part) for part in found if fits("isbn", clean(part))), text)
