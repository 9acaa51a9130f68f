"""timeline/model/identifiers.py: DOI and ISBN."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.identifiers import check_digit, doi_in, is_doi, isbn13, isbn_digits


@pytest.mark.parametrize(
    "text",
    ["10.1000/182", "10.1038/s41586-020-2649-2", "10.1002/(SICI)1096-8644(199601)99:1<1::AID-AJPA1>3.0.CO;2-1", "10.1000.10/1"],
)
def test_a_doi(text: str) -> None:
    assert is_doi(text)
    assert doi_in(f"https://doi.org/{text}") == doi_in(f"doi:{text}") == doi_in(f"DOI: {text}") == text


@pytest.mark.parametrize(
    "text", ["", "10.1000", "10.1000/", "10.10/1", "11.1000/1", "doi:10.1000/1", "10.1000/a b", "10.1000/a\n"]
)
def test_no_doi(text: str) -> None:
    assert not is_doi(text)


@pytest.mark.parametrize(
    ("isbn", "thirteen"),
    [
        ("0-306-40615-2", "9780306406157"),
        ("978-0-306-40615-7", "9780306406157"),
        ("978 3 16 148410 0", "9783161484100"),
        ("0-8044-2957-X", "9780804429573"),
        ("979-10-90636-07-1", "9791090636071"),
    ],
)
def test_an_isbn_of_ten_digits_is_the_same_book_as_its_thirteen(isbn: str, thirteen: str) -> None:
    digits = isbn_digits(isbn)
    assert digits and digits[-1] == check_digit(digits[:-1])
    assert isbn13(isbn) == thirteen


@pytest.mark.parametrize("text", ["", "978-0-306-40615", "977-0-306-40615-7", "X-306-40615-2", "978‑0306406157"])
def test_no_isbn(text: str) -> None:
    assert isbn_digits(text) is None


@given(st.text("0123456789", min_size=9, max_size=9), st.integers(0, 9), st.integers(1, 9))
def test_a_wrong_digit_is_always_found(body: str, place: int, by: int) -> None:
    """ISO 2108: one wrong digit changes the check digit."""
    for digits in (body + check_digit(body), isbn13(body + check_digit(body))):
        at = min(place, len(digits) - 2)
        wrong = digits[:at] + str((int(digits[at]) + by) % 10) + digits[at + 1 :]
        assert check_digit(wrong[:-1]) != wrong[-1]
