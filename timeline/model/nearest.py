"""The known word that a wrong one is most like: “did you mean …?”"""

import difflib
import re
from collections.abc import Iterable
from functools import lru_cache
from heapq import nsmallest

_CUTOFF = 0.7  # of difflib: twice the letters in common, by the letters of both words
_COMPARED = 100  # known words that difflib compares with a wrong one, at most
_KEPT = 16  # lists of known words whose letters are remembered
_PARTS = re.compile(r"[\s_-]+")
_NEGATIONS = ("un", "in", "im", "il", "ir", "non", "non-", "dis", "anti", "anti-", "de", "re", "counter", "counter-")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like this one, or None if none is like it. Case does not count."""
    folded, letters = _index(tuple(known))
    wanted = word.casefold()
    found = difflib.get_close_matches(wanted, _possible(wanted, letters), n=3, cutoff=_CUTOFF)
    return next((folded[one] for one in found if _may_be_meant(wanted, one)), None)


@lru_cache(_KEPT)
def _index(known: tuple[str, ...]) -> tuple[dict[str, str], dict[int, list[tuple[str, int]]]]:
    """The words without case, each with its spelling; and by length, each with its letters as bits."""
    folded: dict[str, str] = {}
    for candidate in known:
        folded.setdefault(candidate.casefold(), candidate)
    letters: dict[int, list[tuple[str, int]]] = {}
    for candidate in folded:
        letters.setdefault(len(candidate), []).append((candidate, _letters(candidate)))
    return folded, letters


def _letters(word: str) -> int:
    bits = 0
    for letter in word:
        bits |= 1 << ord(letter) % 64
    return bits


def _possible(word: str, letters: dict[int, list[tuple[str, int]]]) -> list[str]:
    """The words that can be like enough: each letter that only one of two words has is one that they do not have in common.

    difflib compares whatever is left, which takes long: of very many these are the words with the fewest such letters.
    """
    found: list[tuple[int, str]] = []
    mine, length = _letters(word), len(word)
    for other, candidates in letters.items():
        needed = _CUTOFF * (length + other) / 2  # letters in common
        my_spare, their_spare = int(length - needed + 1e-9), int(other - needed + 1e-9)
        if my_spare < 0 or their_spare < 0:
            continue
        found += [
            (my_own + their_own, candidate)
            for candidate, theirs in candidates
            if (my_own := (mine & ~theirs).bit_count()) <= my_spare and (their_own := (theirs & ~mine).bit_count()) <= their_spare
        ]
    if len(found) > _COMPARED:
        found = nsmallest(_COMPARED, found, key=lambda candidate: candidate[0])
    return [candidate for _, candidate in found]


def _may_be_meant(word: str, other: str) -> bool:
    """False for another word of the same kind: North and South, armed and unarmed."""
    mine, theirs = _PARTS.split(word), _PARTS.split(other)
    if len(mine) != len(theirs) or len(mine) == 1:
        return not _opposite(word, other)
    return all(
        one == two or (_wrong_letters(one, two) <= (1 if len(one) < 6 else 2) and not _opposite(one, two))
        for one, two in zip(mine, theirs, strict=True)
    )


def _wrong_letters(one: str, other: str) -> int:
    """How many letters are to be changed, added or removed to make one word of the other."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        before, row = row, [number]
        for place, theirs in enumerate(other, 1):
            row.append(min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != theirs)))
    return row[-1]


def _opposite(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return len(short) > 3 and long in tuple(prefix + short for prefix in _NEGATIONS)
