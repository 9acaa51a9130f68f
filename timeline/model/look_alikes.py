"""Names that look the same and are not: a Cyrillic а in a Latin name."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# Letters of other scripts that are drawn like Latin ones, and what they are drawn like (a part of Unicode TR 39).
_DRAWN_LIKE = str.maketrans(
    dict(zip("АВЕЅІЈКМНОРСТХУаеѕіјорсхуԁԛԝ", "ABESIJKMHOPCTXYaesijopcxydqw", strict=True))
    | dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινοτυ", "ABEZHIKMNOPTYXaivotu", strict=True))
    | {"’": "'", "ʼ": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "\u00a0": " "}
)


def look_alike(word: str, known: Iterable[str]) -> tuple[str, str] | None:
    """The known word that looks the same, and which sign differs; None where there is none."""
    found = next((other for other in _by_drawing(tuple(known)).get(_drawn(word), ()) if other != word), None)
    if found is None:
        return None
    one, other = unicodedata.normalize("NFC", word), unicodedata.normalize("NFC", found)
    place = next((number for number, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs), 0)
    signs = f"`{one[place]}` (U+{ord(one[place]):04X}) is not `{other[place]}` (U+{ord(other[place]):04X})"
    return found, f"character {place + 1} {signs}"


@lru_cache(16)
def _by_drawing(known: tuple[str, ...]) -> dict[str, list[str]]:
    """The words by how they look. Kept, for a vocabulary is asked for many wrong names."""
    found: dict[str, list[str]] = {}
    for word in known:
        found.setdefault(_drawn(word), []).append(word)
    return found


def _drawn(word: str) -> str:
    return unicodedata.normalize("NFC", word).translate(_DRAWN_LIKE)
