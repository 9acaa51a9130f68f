"""Where the original of an article is: on the web, in a journal or a book, in an archive, or in words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from timeline.model.identifiers import isbn13
from timeline.model.similarity import bare_address

# What `kind` has for the types of sources in CSL 1.0.2. A news article and a web page need no word.
KINDS = {
    "article-journal": "article in a journal",
    "book": "book",
    "broadcast": "broadcast",
    "chapter": "chapter of a book",
    "interview": "interview",
    "legal_case": "court file",
    "legislation": "law",
    "manuscript": "manuscript",
    "map": "map",
    "motion_picture": "film",
    "personal_communication": "letter",
    "report": "report",
    "song": "recording",
    "speech": "speech",
    "thesis": "thesis",
}
IN_ADDRESS = "this place"  # in words, a part of an address that is no page
_PAGE = re.compile(r"#page=(\d+)")


@dataclass(frozen=True, slots=True)
class ArchiveMark:
    """An item of an archive, a library or a museum: the institution, and the mark under which it has the item."""

    institution: str
    mark: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Where the original of an article can be found. At least one member is stated; `words` say it where nothing else can."""

    url: str | None = None
    doi: str | None = None
    isbn: str | None = None
    archive: ArchiveMark | None = None
    words: str | None = None

    def __post_init__(self) -> None:
        if not any((self.url, self.doi, self.isbn, self.archive, self.words)):
            raise ValueError("a reference to nothing")

    @property
    def address(self) -> str | None:
        """The address that leads to the original: `url`, or that of the DOI. None where it is not on the web."""
        return self.url or (doi_address(self.doi) if self.doi else None)

    @property
    def addresses(self) -> tuple[str, ...]:
        """All addresses that lead to the original."""
        return tuple(address for address in (self.url, self.doi and doi_address(self.doi)) if address)

    @property
    def parts(self) -> tuple[str, ...]:
        """What it has beside addresses, in words: ("The National Archives, FO 371/24407", "ISBN 978-0-306-40615-7")."""
        archive = self.archive and f"{self.archive.institution}, {self.archive.mark}"
        return tuple(part for part in (self.words, archive, self.isbn and f"ISBN {self.isbn}") if part)

    @property
    def wording(self) -> str:
        """Its parts and its DOI on one line; empty where `url` is all."""
        return "; ".join((*self.parts, *([f"doi:{self.doi}"] if self.doi else [])))

    @property
    def ids(self) -> tuple[str, ...]:
        """What no other article has: its address and its DOI, each as `bare_address` has it."""
        return tuple(bare_address(address) for address in self.addresses)

    def identities(self, title: str) -> tuple[tuple[str, ...], ...]:
        """All by which an article with this title is known to be the same as another.

        Each of its `ids` alone; its archive mark, ISBN and words only together with the title, for other articles may have
        them too: two chapters of one book, two letters in one box.
        """
        archive = self.archive and f"{self.archive.institution} {self.archive.mark}".casefold()
        shared = (archive, self.isbn and isbn13(self.isbn), self.words and self.words.casefold())
        folded = " ".join(title.casefold().split())
        return (*((id,) for id in self.ids), *((part, folded) for part in shared if part))

    def address_at(self, locator: str) -> str | None:
        """The address of a place in the original, where the locator is a part of an address: #page=14. None for any other."""
        return self.url.partition("#")[0] + locator if self.url and locator.startswith("#") else None


def reference_to(
    url: str | None, doi: str | None, isbn: str | None, archive: Sequence[str] | None, words: str | None
) -> Reference | None:
    """A reference of what is stated; `archive` is an institution and a mark. None if nothing is stated."""
    mark = ArchiveMark(*archive) if archive else None
    return Reference(url, doi, isbn, mark, words) if any((url, doi, isbn, mark, words)) else None


def doi_address(doi: str) -> str:
    """The address that leads to whatever a DOI names, by the resolver of the DOI Foundation."""
    return "https://doi.org/" + quote(doi, safe="/:;().,-_~@!$*+=")


def locator_wording(locator: str) -> str:
    """A locator as readers see it: as it is written, "p. 14" for #page=14, "this place" for any other part of an address."""
    page = _PAGE.fullmatch(locator)
    if page:
        return f"p. {page[1]}"
    return IN_ADDRESS if locator.startswith("#") else locator
