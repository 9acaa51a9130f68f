"""timeline/model/reference.py: where the original of an article is."""

import pytest

from timeline.model.reference import ArchiveMark, Reference, doi_address, locator_wording

URL = "https://example.org/a#top"


def test_a_reference_to_nothing_is_none() -> None:
    with pytest.raises(ValueError, match="nothing"):
        Reference()


def test_in_words() -> None:
    everything = Reference(URL, "10.5555/1", "978-3-16-148410-0", ArchiveMark("City archive", "3/12"), "On tape")
    assert everything.wording == "On tape; City archive, 3/12; ISBN 978-3-16-148410-0; doi:10.5555/1"
    assert Reference(URL).wording == ""


def test_only_a_web_address_and_a_doi_lead_to_it() -> None:
    assert Reference(URL, "10.5555/1").address == URL
    assert Reference(URL, "10.5555/1").addresses == (URL, "https://doi.org/10.5555/1")
    assert Reference(doi="10.5555/1").address == "https://doi.org/10.5555/1"
    assert Reference(isbn="978-3-16-148410-0", archive=ArchiveMark("City archive", "3/12"), words="On tape").addresses == ()


def test_the_address_of_a_doi_is_valid_whatever_it_holds() -> None:
    assert doi_address('10.1002/(SICI)1<1::A>3.0.CO;2-1?"#%') == "https://doi.org/10.1002/(SICI)1%3C1::A%3E3.0.CO;2-1%3F%22%23%25"


def test_a_part_of_an_address_leads_to_its_place() -> None:
    assert Reference(URL).address_at("#page=14") == "https://example.org/a#page=14"
    assert Reference(URL).address_at("p. 14") is None
    assert Reference(doi="10.5555/1").address_at("#page=14") is None  # nobody knows what a DOI leads to


@pytest.mark.parametrize(
    ("locator", "words"),
    [("p. 14", "p. 14"), ("00:12:30", "00:12:30"), ("#page=14", "p. 14"), ("#:~:text=so%20it%20was", "this place"), ("", "")],
)
def test_a_place_in_words(locator: str, words: str) -> None:
    assert locator_wording(locator) == words


def test_what_is_one_article() -> None:
    assert Reference(doi="10.5555/AB").ids == Reference("http://dx.doi.org/10.5555/ab").ids
    book, other = Reference(isbn="0-306-40615-2"), Reference(isbn="9780306406157")
    assert book.identities("Chapter 1") == other.identities("chapter  1") != book.identities("Chapter 2")
    assert book.ids == ()
