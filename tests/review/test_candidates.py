"""The index finds all that a look at every other thing would find."""

from hypothesis import given
from hypothesis import strategies as st

from timeline.model.similarity import SHARED_WORDS, same_headline, words
from timeline.review.diff.candidates import Candidates

HEADLINES = st.lists(st.sampled_from("abcdefg"), min_size=1, max_size=9).map(" ".join)


@given(HEADLINES, st.lists(HEADLINES, max_size=12))
def test_no_like_headline_is_missed_and_their_order_stays(headline: str, others: list[str]) -> None:
    found = Candidates(others, words).of(headline, SHARED_WORDS)
    assert [other for other in found if same_headline(headline, other)] == [
        other for other in others if same_headline(headline, other)
    ]


def test_what_shares_no_key_is_not_looked_at() -> None:
    assert Candidates(["a b", "c d", "b a"], str.split).of("b x") == ["a b", "b a"]
