"""DOI and ISBN: their syntax, and the check digit of an ISBN. Pure functions."""

import re

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\x00-\x1f\x7f]+")
_BEFORE_DOI = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s*", re.I)


def is_doi(text: str) -> bool:
    """Whether a text is a DOI by itself: 10.1038/s41586-020-2649-2."""
    return bool(_DOI.fullmatch(text))


def doi_in(text: str) -> str | None:
    """The DOI in `doi:10.…` or in an address of doi.org; None if there is none."""
    found = _BEFORE_DOI.match(text)
    return text[found.end() :] if found and is_doi(text[found.end() :]) else None


def isbn_digits(text: str) -> str | None:
    """The 10 or 13 digits of an ISBN, which may have hyphens and blanks between them; None if it is not made of them.

    The last of ten may be an X. Whether the last one is right is not checked.
    """
    digits = re.sub(r"(?<=\d)[ -](?=[\dXx])", "", text).upper()
    return digits if re.fullmatch(r"\d{9}[\dX]|97[89]\d{10}", digits) else None


def check_digit(digits: str) -> str:
    """The check digit that the digits of an ISBN before it require (ISO 2108): of nine digits modulo 11, of twelve modulo 10."""
    if len(digits) == 9:
        rest = sum((10 - place) * int(digit) for place, digit in enumerate(digits))
        return "0123456789X"[-rest % 11]
    rest = sum((3 if place % 2 else 1) * int(digit) for place, digit in enumerate(digits))
    return str(-rest % 10)


def isbn13(isbn: str) -> str:
    """The thirteen digits of a valid ISBN; one of ten digits has them too, and means the same book."""
    digits = isbn_digits(isbn) or ""
    if len(digits) != 10:
        return digits
    beginning = "978" + digits[:9]
    return beginning + check_digit(beginning)
