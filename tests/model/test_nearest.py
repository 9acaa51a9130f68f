"""timeline/model/nearest.py: the answers of difflib, without comparing every word."""

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.examples import examples
from timeline.model.nearest import _may_be_meant, nearest

WORDS = st.text("abcdeé ", min_size=1, max_size=8)


@given(WORDS, st.lists(WORDS, unique=True))
@examples(400)
def test_the_answer_is_that_of_difflib(word: str, known: list[str]) -> None:
    found = difflib.get_close_matches(word, known, n=3, cutoff=0.7)
    assert nearest(word, known) == next((one for one in found if _may_be_meant(word, one)), None)


def test_a_name_is_found_among_very_many() -> None:
    known = [f"name {number * 7919 % 99_991:05}" for number in range(27_000)]
    assert nearest("Vladimir Sldo", ["Vladimir Saldo", *known]) == "Vladimir Saldo"


def test_difflib_compares_few_of_very_many_words_that_are_like_it(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []
    matches = difflib.get_close_matches
    monkeypatch.setattr(
        difflib, "get_close_matches", lambda word, known, **of: (compared.append(len(known)), matches(word, known, **of))[1]
    )
    known = [f"another name {number}" for number in range(5_000)]
    assert nearest("a man in the road", [*known, "a man on the road"]) == "a man on the road"
    assert compared == [100]
