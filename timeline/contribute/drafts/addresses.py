"""Web addresses as other programs and people write them: in running text, without a scheme, with letters of any script."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from timeline.contribute.drafts.draft import clean, fits
from timeline.model.similarity import ascii_host

_LINK = re.compile(
    r"(?:\[(?P<words>[^\[\]]{0,300})\]\(\s{0,3}<?)?(?P<address>https?://[^\s<>\"\[\]{}|\\^`]+)",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"\s{0,3}>?\)")
_PUNCTUATION = ".,;:!?'*»”’"


@dataclass(frozen=True, slots=True)
class Link:
    """An address in a text, where the link begins and ends there, and its words; a bare address has none."""

    start: int
    end: int
    address: str
    words: str = ""


def links(text: str) -> Iterator[Link]:
    """The links of a text, `[words](address)` or a bare address, in its order."""
    for found in _LINK.finditer(text):
        words, start = found["words"], found.start("address")
        address = _without_rest(found["address"], sentence=words is None)
        end = start + len(address)
        closing = _CLOSES.match(text, end) if words is not None else None
        yield Link(found.start(), closing.end() if closing else end, address, words or "")


def _without_rest(address: str, sentence: bool) -> str:
    """An address up to the first closing bracket that it does not open, without the punctuation of its sentence."""
    depth = 0
    for place, sign in enumerate(address):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth < 0:
            address = address[:place]
            break
    return address.rstrip(_PUNCTUATION) if sentence else address


def as_address(written: str) -> str | None:
    """The address in the form that the format accepts; None where there is none.

    `//host/page` is read as browsers read it. A host in another script is written in ASCII, as browsers send it (RFC 5890).
    """
    address = clean(written).replace(" ", "%20")
    if address.startswith("//"):
        address = f"https:{address}"
    try:
        parts = urlsplit(address)
        if not parts.netloc.isascii():
            address = parts._replace(netloc=ascii_host(parts.netloc)).geturl()
    except ValueError:
        return None
    return address if fits("url", address) else None
