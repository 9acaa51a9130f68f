"""How like two texts, dates and addresses are."""

import pytest

from timeline.dates import parse
from timeline.model.similarity import bare_address, same_headline, same_time, similarity, without_tracking


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
        "https://example.org:443/%61/st%6Fry",
        "http://example.org:80/a/story",
        "https://web.archive.org/web/20221013120000/https://example.org/a/story",
        "http://archive.org/web/2022id_/example.org/a/story",
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
        "https://example.org/a%2Fstory",
        "https://web.archive.org/web/",
        "",
    ],
)
def test_other_pages(url: str) -> None:
    assert bare_address(url) != "example.org/a/story"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://приклад.укр/новини", "https://xn--80aikifvh.xn--j1amh/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8"),
        ("https://example.org/caf%c3%a9", "https://example.org/café"),
        ("https://example.org/%7Ereader/a(1)", "https://example.org/~reader/a%281%29"),
        ("https://bücher.example/x", "https://xn--bcher-kva.example/x"),
    ],
)
def test_the_same_letters_written_in_two_ways(one: str, other: str) -> None:
    assert bare_address(one) == bare_address(other)


@pytest.mark.parametrize(
    ("url", "without"),
    [
        ("https://example.org/a?utm_source=x", "https://example.org/a"),
        ("https://example.org/a?id=7&utm_source=x&page=2#part", "https://example.org/a?id=7&page=2#part"),
        ("https://example.org/a?b=%20c", "https://example.org/a?b=%20c"),
        ("https://example.org/a", "https://example.org/a"),
    ],
)
def test_an_address_without_tracking(url: str, without: str) -> None:
    assert without_tracking(url) == without


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
