"""Web addresses as other programs and people write them."""

import pytest

from timeline.contribute.drafts.addresses import as_address, links


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://example.org/Bridge_(1784-1790) for more.", [("", "https://example.org/Bridge_(1784-1790)")]),
        ("It closed (see https://example.org/a).", [("", "https://example.org/a")]),
        ("It closed (https://example.org/a_(b)), they said", [("", "https://example.org/a_(b)")]),
        ("[The Echo](https://example.org/a_(b)_c) said", [("The Echo", "https://example.org/a_(b)_c")]),
        ("[The Echo]( <https://example.org/a> ) said", [("The Echo", "https://example.org/a")]),
        ("https://example.org/a, https://example.org/b; and “https://example.org/c”", [*"abc"]),
        ("Is it https://example.org/a?b=c&d?", [("", "https://example.org/a?b=c&d")]),
        ("a [b] (c) ftp://example.org", []),
    ],
)
def test_addresses_in_a_text(text: str, found: list) -> None:
    expected = [("", f"https://example.org/{one}") if isinstance(one, str) else one for one in found]
    assert [(link.words, link.address) for link in links(text)] == expected


def test_a_link_ends_behind_its_bracket() -> None:
    text = "Look: [words](https://example.org/a_(b)), and on"
    (link,) = links(text)
    assert text[link.start : link.end] == "[words](https://example.org/a_(b))"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (" https://example.org/a ", "https://example.org/a"),
        ("//example.org/a", "https://example.org/a"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://приклад.укр/новини", "https://xn--80aikifvh.xn--j1amh/новини"),
        ("example.org/a", None),
        ("/a", None),
        ("javascript:alert(1)", None),
        ("https://[example.org", None),
        ("https://./a", None),
        ("https://" + "ж" * 80 + ".org", None),
    ],
)
def test_an_address_as_the_format_has_it(written: str, address: str | None) -> None:
    assert as_address(written) == address
