"""timeline/publish/languages.py: the name and the direction of a language, and the attributes of its texts."""

import pytest

from timeline.publish.languages import direction, in_language


@pytest.mark.parametrize("code", ["ar", "he", "fa", "ur", "yi", "ps", "ar-EG", "uz-Arab"])
def test_right_to_left(code: str) -> None:
    assert in_language(code) == f' lang="{code}" dir="rtl"'


@pytest.mark.parametrize("code", ["uk", "de", "zh", "pt-BR", "sr-Latn"])
def test_left_to_right(code: str) -> None:
    assert in_language(code) == f' lang="{code}" dir="ltr"'


def test_the_direction_of_a_language_that_is_not_known_is_left_to_the_browser() -> None:
    assert direction("qqq") == "auto"


@pytest.mark.parametrize("code", ["en", "en-GB"])
def test_the_language_of_the_pages_needs_no_attributes(code: str) -> None:
    assert in_language(code) == ""
