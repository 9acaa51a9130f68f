"""Passages of one article and event, before and after: which became which, and what changed in their words."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import product

from timeline.model.records import Passage

SIMILAR = 0.4  # the share of words from which on a passage is the same one, changed
MAX_PAIRS, MAX_STEPS = 10_000, 250_000  # beyond these nobody could read the answer, and it would take too long
AROUND = 4  # unchanged words that are shown on each side of a change

Pair = tuple[Passage | None, Passage | None]


def paired(before: Sequence[Passage], after: Sequence[Passage]) -> list[Pair]:
    """The passages that are not the same on both sides: changed, removed (no second) or added (no first), as they stand."""
    same = Counter(passage.text for passage in before) & Counter(passage.text for passage in after)
    old, new = _without(before, same), _without(after, same)
    found: list[Pair] = []
    for was, now in _most_similar(old, new):
        if was in old and now in new:
            old.remove(was)
            new.remove(now)
            found.append((was, now))
    found += [(was, None) for was in old] + [(None, now) for now in new]
    return sorted(found, key=lambda pair: ((pair[1] or pair[0]).at.line, (pair[1] or pair[0]).at.column))


def word_changes(before: str, after: str) -> Iterator[tuple[str, str]]:
    """What became of a text, word by word: ("kept" | "gone" | "new", words). Kept words far from a change are cut."""
    old, new = before.split(), after.split()
    if len(old) * len(new) > MAX_STEPS:
        yield from (("gone", before), ("new", after))
        return
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for number, (step, from_old, to_old, from_new, to_new) in enumerate(steps):
        if step == "equal":
            yield "kept", _near(old[from_old:to_old], first=number == 0, last=number == len(steps) - 1)
            continue
        if to_old > from_old:
            yield "gone", " ".join(old[from_old:to_old])
        if to_new > from_new:
            yield "new", " ".join(new[from_new:to_new])


def _near(words: list[str], *, first: bool, last: bool) -> str:
    """Kept words: those beside a change, with a sign where some are left out."""
    lead, trail = [] if first else words[:AROUND], [] if last else words[-AROUND:]
    return " ".join(words if len(words) <= 2 * AROUND else [*lead, "…", *trail])


def _without(passages: Sequence[Passage], same: Counter[str]) -> list[Passage]:
    left, found = Counter(same), []
    for passage in passages:
        if left[passage.text]:
            left[passage.text] -= 1
        else:
            found.append(passage)
    return found


def _most_similar(old: list[Passage], new: list[Passage]) -> list[tuple[Passage, Passage]]:
    """Pairs that may be one passage, the most similar first."""
    if len(old) * len(new) > MAX_PAIRS:
        return []
    words = {passage: Counter(passage.text.casefold().split()) for passage in (*old, *new)}
    alike = [(_share(words[was], words[now]), place, pair) for place, pair in enumerate(product(old, new)) for was, now in [pair]]
    return [pair for share, _, pair in sorted(alike, key=lambda found: (-found[0], found[1])) if share >= SIMILAR]


def _share(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / max(1, one.total() + other.total())
