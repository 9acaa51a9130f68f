"""Names of the vocabulary in running text: whole words, the longest first, capitals as the vocabulary has them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.model.names import FACETS, PAGE_KINDS, Name, NameKind
from timeline.reading.vocabulary import Vocabulary

_SHORTEST_SURNAME = 4  # letters; shorter ones are mostly other words too


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names someone or something: `start` to `end`. A surname alone is not certain."""

    start: int
    end: int
    name: Name
    certain: bool


class KnownNames:
    """All spellings of the vocabulary as one pattern, made once for all texts."""

    def __init__(self, vocabulary: Vocabulary):
        names = vocabulary.names
        self.spellings: dict[str, list[Name]] = {}
        # Publishers are read too, so that a place in the name of a newspaper is not taken for the place.
        for kind in PAGE_KINDS:
            for spelling, name in names.get(kind, {}).items():
                self._add(spelling, name)
                if kind == NameKind.TOPICS:  # they are common words: Air strikes, and air strikes in a sentence
                    self._add(spelling[:1].lower() + spelling[1:], name)
        self.surnames = _surnames(names.get(NameKind.PEOPLE, {}), self.spellings)
        longest_first = sorted({*self.spellings, *self.surnames}, key=lambda spelling: (-len(spelling), spelling))
        any_of = "|".join(r"\s+".join(map(re.escape, spelling.split())) for spelling in longest_first)
        self.pattern = re.compile(rf"(?<!\w)(?:{any_of})(?!\w)") if any_of else None

    def _add(self, spelling: str, name: Name) -> None:
        known = self.spellings.setdefault(" ".join(spelling.split()), [])
        if name not in known:
            known.append(name)

    def mentions(self, text: str) -> Iterator[Mention]:
        """What a text names, in its order."""
        for found in self.pattern.finditer(text) if self.pattern else ():
            spelling = " ".join(found[0].split())
            if spelling in self.surnames:
                yield Mention(found.start(), found.end(), self.surnames[spelling], certain=False)
            for name in self.spellings.get(spelling, ()):
                if name.kind in FACETS:
                    yield Mention(found.start(), found.end(), name, certain=True)


def _surnames(people: dict[str, Name], spellings: dict[str, list[Name]]) -> dict[str, Name]:
    """Last words of names that belong to one person only, and are no name by themselves."""
    owners = {(spelling.split()[-1], name) for spelling, name in people.items() if len(spelling.split()) > 1}
    counts = Counter(surname for surname, _ in owners)
    return {
        surname: name
        for surname, name in owners
        if counts[surname] == 1 and surname not in spellings and len(surname) >= _SHORTEST_SURNAME and surname[0].isupper()
    }
