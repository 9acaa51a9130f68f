"""Which words of a running text are looked up as a date, and which only look like one."""

import pytest

from timeline.dates.english.running_text import may_be_date


@pytest.mark.parametrize(
    "phrase",
    [
        "13 October 2022", "Oct. 13", "on Thurs.", "Thursday’s", "mid-October", "third-quarter", "this  morning", "last\nnight",
        "the day before yesterday", "three days ago", "the weekend", "in 2021", "the 1990s", "the eighties", "Q3 2022",
        "2022-10-13", "the 20th century", "fall 2021/22", "March 3", "in May",
    ],
)  # fmt: skip
def test_words_that_may_be_a_date(phrase: str) -> None:
    assert may_be_date(phrase, ", they said.")


@pytest.mark.parametrize(
    ("phrase", "after"),
    [
        ("the city", ""),
        ("they may", " leave"),  # the verb
        ("in march", ""),
        ("on sun", ""),
        ("May", " said so"),  # a name
        ("March", " on Moscow"),
        ("Jan.", ""),
        ("1500", " homes"),  # a count
        ("in 2000", " people"),
        ("about 2000", ""),
        ("2019-45", ""),  # the number of a file
        ("on Monday 10", " people"),
    ],
)
def test_words_that_only_look_like_a_date(phrase: str, after: str) -> None:
    assert not may_be_date(phrase, after)
