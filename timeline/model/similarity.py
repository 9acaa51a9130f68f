"""How like two texts, dates or addresses are: pure functions, for whoever suspects that a thing is there twice."""

import re
import string
from functools import lru_cache
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from timeline.dates import When

KEPT = 20_000  # texts whose words are remembered, for each is compared with many
LONGEST = 366  # days: what is dated less closely has days in common with half of all entries

# From here on headlines are those of one article; shorter ones are alike by chance.
_SAME_HEADLINE, _FEWEST_WORDS = 0.85, 4
SHARED_WORDS = 0.73
"""The share of its own words that such a headline has in common with the other at least: 0.85 / (2 - 0.85), rounded down."""

# Parameters that tell where a reader came from, and nothing about what is read. `ref`, `share` and `msid` are none: there
# are sites on which they name the page.
_TRACKING = re.compile(r"(?:utm|at|ns)_\w+|[a-z]{1,4}clid|msclkid|[gw]braid|igshid|mc_[ce]id|s_cid|cmp(?:id)?|ref_src|smid|taid")

_WAYBACK = re.compile(r"https?://(?:web\.)?archive\.org/web/\d{4,14}[a-z_*]*/(.+)", re.IGNORECASE)
_NEEDS_NO_ENCODING = frozenset(string.ascii_letters + string.digits + "-._~!$&'()*+,;=:@")


def similarity(one: str, other: str) -> float:
    """The share of words that two texts have in common, from 0 to 1. Case, order and punctuation do not count."""
    some, others = words(one), words(other)
    return 2 * len(some & others) / (len(some) + len(others)) if some and others else 0.0


def same_headline(one: str, other: str) -> bool:
    """Whether two headlines seem to be those of one article."""
    return len(words(one)) >= _FEWEST_WORDS and similarity(one, other) >= _SAME_HEADLINE


@lru_cache(KEPT)
def bare_address(url: str) -> str:
    """A web address as its page is known by: two that differ only in how they were found or written are the same.

    Without scheme, `www.`, `m.` or `amp.`, the usual port, fragment, tracking parameters, and slash at the end; with the host in
    ASCII and each character of the path written in one way (RFC 3986, 6.2.2). Case of the path counts. Of a copy in the Wayback
    Machine it is that of the page that was copied. What is no address is returned as it is.
    """
    try:
        parts = urlsplit(original_address(url))
        host = ascii_host(parts.netloc.lower())
    except ValueError:
        return url
    host = re.sub(r"^(?:www|m|amp)\.", "", re.sub(r":(?:80|443)?$", "", host))
    kept = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0].lower())]
    path = _one_spelling(parts.path).rstrip("/")
    if host in ("doi.org", "dx.doi.org"):  # case does not count in a DOI
        host, path = "doi.org", path.casefold()
    return host + path + ("?" + urlencode(sorted(kept)) if kept else "")


def original_address(url: str) -> str:
    """The address of the page of which the Wayback Machine has a copy at `url`; any other address as it is."""
    found = _WAYBACK.match(url)
    if not found:
        return url
    return found[1] if "://" in found[1] else f"http://{found[1]}"


def without_tracking(url: str) -> str:
    """A web address without the parameters that tell where a reader came from."""
    page, mark, query = url.partition("?")
    query, hash, fragment = query.partition("#")
    kept = [part for part in query.split("&") if not _TRACKING.fullmatch(part.partition("=")[0].lower())]
    return page + (mark if any(kept) else "") + "&".join(kept) + hash + fragment


def ascii_host(host: str) -> str:
    """A host in ASCII (RFC 5890): `приклад.укр` is `xn--80aikifvh.xn--j1amh`. Raises ValueError for what is no host."""
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _one_spelling(path: str) -> str:
    """A path with each character percent-encoded or not, as RFC 3986 prefers: `%7e` is `~`, `ї` is `%D1%97`."""
    encoded = quote(path, safe="/%:@!$&'()*+,;=~")
    return re.sub("%([0-9A-Fa-f]{2})", lambda found: _decoded(found[1].upper()), encoded)


def _decoded(digits: str) -> str:
    character = chr(int(digits, 16))
    return character if character in _NEEDS_NO_ENCODING else f"%{digits}"


def same_time(one: When, other: When) -> bool:
    """Whether two dates may mean the same time: they have a day in common, and neither is longer than a year."""
    return one.days <= LONGEST and other.days <= LONGEST and not one.disjoint(other)


@lru_cache(KEPT)
def words(text: str) -> frozenset[str]:
    """The words of a text, without case."""
    return frozenset(re.findall(r"\w+", text.casefold()))
