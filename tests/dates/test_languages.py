"""The language of an article decides which grammar reads its date words."""

import pytest

from timeline.dates import resolve
from timeline.dates.languages import DEFAULT, en, language_of


@pytest.mark.parametrize("tag", ["en", "en-GB", "EN"])
def test_a_tag_names_the_module_of_its_language(tag: str) -> None:
    assert language_of(tag) is en


@pytest.mark.parametrize("tag", ["uk", "de-AT", "", "english", "__init__", "../en", "en.gb"])
def test_a_language_without_a_module_is_read_as_english(tag: str) -> None:
    assert language_of(tag) is language_of(DEFAULT) is en
    assert resolve("on Thursday", "2022-10-13", "", tag) == "2022-10-13"
