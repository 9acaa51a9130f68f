"""How like two texts, dates and addresses are."""

import pytest

from timeline.dates import parse
from timeline.model.similarity import bare_address, same_headline, same_time, similarity


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("The bridge closes", "the BRIDGE, closes!", 1.0),
        ("The bridge closes", "Closes the bridge", 1.0),
        ("The bridge closes", "The bridge opens", 2 * 2 / 6),
        ("The bridge closes", "A ferry sails", 0.0),
        ("", "", 0.0),
        ("…", "…", 0.0),
    ],
)
def test_similarity(one: str, other: str, share: float) -> None:
    assert similarity(one, other) == similarity(other, one) == share


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Saldo urges residents to leave", "SALDO urges residents to leave!", True),
        ("Saldo urges residents of the region to leave", "Saldo urges residents of the region to leave, at once!", True),
        ("Saldo urges residents to leave", "Saldo urges residents to stay", False),
        ("What we know", "What we know", False),
        ("", "", False),
    ],
)
def test_same_headline(one: str, other: str, same: bool) -> None:
    assert same_headline(one, other) is same_headline(other, one) is same


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a/story",
        "http://www.example.org/a/story/",
        "https://EXAMPLE.org/a/story#comments",
        "https://m.example.org/a/story?utm_source=x&UTM_Medium=y&fbclid=z",
    ],
)
def test_one_page_under_several_addresses(url: str) -> None:
    assert bare_address(url) == "example.org/a/story"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a/Story",
        "https://example.org/a/story?page=2",
        "https://example.org/a/story?msid=95",
        "https://example.org/a/story?fbid=95",
        "https://example.org/a/story?ref=95",
        "https://example.org:8080/a/story",
        "https://example.com/a/story",
        "https://[example.org/a/story",
        "",
    ],
)
def test_other_pages(url: str) -> None:
    assert bare_address(url) != "example.org/a/story"


def test_the_order_of_parameters_does_not_count() -> None:
    assert bare_address("https://example.org/?b=2&a=1") == bare_address("https://example.org?a=1&b=2")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2022-10-13", "2022-10", True),
        ("2022-10-13", "2022-10-14", False),
        ("2022", "2022-10-13", True),
        ("202X", "2022-10-13", False),
        ("2022-10/..", "2022-10-13", False),
    ],
)
def test_same_time(one: str, other: str, same: bool) -> None:
    assert same_time(parse(one), parse(other)) is same_time(parse(other), parse(one)) is same
