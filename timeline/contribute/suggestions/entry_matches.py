"""Entries that an article may support: those with a date, names and rare words in common with it.

`python bench/suggestions.py` measures the points below; its figures are in the manual, "How good they are". On the 55 articles
of *Kherson, 2022* it shows 54 entries, 14 of them wrong, and finds 40 of 49 claims. The comments say what another value gives.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.contribute.suggestions.known_names import KnownNames
from timeline.contribute.suggestions.source import ArticleSource
from timeline.contribute.suggestions.suggestion import Suggestion, in_words
from timeline.dates import MONTHS, When, parse, wording
from timeline.dates.english.normalize import WEEKDAYS
from timeline.model.entry import Entry
from timeline.model.names import Name

MOST = 5  # entries shown
ENOUGH = 4.5  # points from which an entry is shown; 4.0: 3 wrong entries more; 5.0: 3 claims fewer
# Words that say nothing about the subject, beside days and months, which are compared as dates.
_PLAIN_WORDS = """
    about according after also among another around because been before being between came could does down during
    each early either every first from gave give gives given have having here into just know known last late later left
    less like made make makes many more most much must near need next none only other over part said same says second
    several shall should since some speaks still such takes taken tell tells than that their them then there these they
    this those three through told took under until used very want wants well went were what when where which while whom
    whose will with within without word words would year years your
"""
_PLAIN = frozenset([*_PLAIN_WORDS.split(), *map(str.lower, MONTHS), *WEEKDAYS])
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5  # letters: annexed and annexation, evacuate and evacuation
_RARE, _WORDS_SHOWN = 0.3, 3  # of the shared words, these are named as a reason
_SAME_DAY = 3.0  # points; 2.5: 2 claims fewer; 3.5: 1 wrong entry more
_SAME_MONTH = 1.0  # points; 0.5: 1 claim fewer; 1.5: 1 wrong entry more
_NAMES = 1.5  # points; 1.0: 1 claim fewer; 2.0: 5 wrong entries more
_WORDS = 10.0  # points; 9.0: 2 claims fewer; 11.0: the same
# The share of its points that an entry keeps that begins after the publication, or ended more than 90 days before it, and has
# no date in common with the article. With 0.5: 3 wrong entries more; with 1.0: 17.
_FAR, _LONG_AGO = 0.3, 90


@dataclass(frozen=True, slots=True)
class _Match:
    """How much an article and an entry have in common, in points, and what."""

    points: float
    reasons: tuple[str, ...]


class EntryMatches:
    """All entries with their words and names, made once for all articles."""

    def __init__(self, entries: Iterable[Entry], known: KnownNames):
        self.entries, self.known = tuple(entries), known
        self.stems = {entry.id: _stems(_text_of(entry)) for entry in self.entries}
        self.common = Counter(stem for stems in self.stems.values() for stem in stems)
        self.named = Counter(name for entry in self.entries for name in entry.names)

    def suggestions(self, source: ArticleSource, dated: Iterable[Suggestion]) -> Iterator[Suggestion]:
        """At most five entries, the best match first. `dated` are the date words that are proposed for the article."""
        dates = _dates(source, dated)
        words, names = self._of(source)
        own = {*source.events, *source.marked_events}
        found = [(self._match(entry, source, dates, words, names), entry) for entry in self.entries if entry.id not in own]
        found = [(match, entry) for match, entry in found if match.points >= ENOUGH]
        for match, entry in sorted(found, key=lambda one: (-one[0].points, one[1].id))[:MOST]:
            yield Suggestion(
                kind="entry",
                key=(entry.id,),
                at=source.lines.at(0, 0),
                message=f"may support {entry.id}, “{entry.title}” ({wording(entry.when)}): {'; '.join(match.reasons)}",
                help=f"if it does, mark the words that say so: [words]{{event={entry.id}}}",
                certain=False,
                facts={"event": entry.id, "title": entry.title, "date": entry.when.text, "points": round(match.points, 2)}
                | {"reasons": list(match.reasons)},
            )

    def _of(self, source: ArticleSource) -> tuple[dict[str, str], frozenset[Name]]:
        """The words of an article by stem, and the names that it mentions."""
        texts = (source.title, *(paragraph.text for paragraph in source.paragraphs))
        words: dict[str, str] = {}
        for text in texts:
            for stem, word in _stems(text).items():
                words.setdefault(stem, word)
        return words, frozenset(mention.name for text in texts for mention in self.known.mentions(text))

    def _match(
        self, entry: Entry, source: ArticleSource, dates: dict[str, When], words: dict[str, str], names: frozenset[Name]
    ) -> _Match:
        by_time, shared_time = _time(entry, dates)
        shared = sorted((name for name in entry.names if name in names), key=lambda name: (self.named[name], name.id))
        by_name = sum(self._rarity(self.named[name]) for name in shared)
        stems = sorted((stem for stem in self.stems[entry.id] if stem in words), key=lambda stem: (self.common[stem], stem))
        weight = sum(self._rarity(self.common[stem]) ** 2 for stem in self.stems[entry.id])
        by_words = sum(self._rarity(self.common[stem]) ** 2 for stem in stems) / (weight or 1.0)
        points = by_time + _NAMES * by_name + _WORDS * by_words
        if not by_time and _is_far(entry.when, source.published):
            points *= _FAR
        rare = [words[stem] for stem in stems if self._rarity(self.common[stem]) > _RARE][:_WORDS_SHOWN]
        reasons = (
            shared_time,
            f"names {in_words(list(dict.fromkeys(name.name for name in shared)))}" if shared else "",
            f"shares {in_words([f'“{word}”' for word in rare])}" if rare else "",
        )
        return _Match(points, tuple(reason for reason in reasons if reason))

    def _rarity(self, entries: int) -> float:
        """0 for what all entries have, 1 for what only one has, so that points do not grow with the chronology."""
        return math.log((len(self.entries) + 1) / (entries or 1)) / math.log(len(self.entries) + 1)


def _text_of(entry: Entry) -> str:
    passages = (passage.text for one in entry.attestations for passage in one.claim.passages)
    return " ".join((entry.title, entry.summary, *passages))


def _stems(text: str) -> dict[str, str]:
    """The words of a text by their first letters; of several with the same first letters the first."""
    stems: dict[str, str] = {}
    for word in (word for word in _WORD.findall(text) if word.lower() not in _PLAIN):
        stems.setdefault(word.lower()[:_STEM], word)
    return stems


def _dates(source: ArticleSource, dated: Iterable[Suggestion]) -> dict[str, When]:
    """The dates that an article names, marked or not, by their words."""
    found = {words.text: words.edtf for passage in source.body.passages for words in passage.words if words.edtf}
    found |= {one.facts["text"]: parse(one.facts["date"]) for one in dated}
    return found


def _time(entry: Entry, dates: dict[str, When]) -> tuple[float, str]:
    """Points for a date that article and entry have in common, and the words for it."""
    best = (0.0, "")
    for words, when in dates.items():
        days = max(when.days, entry.when.days)
        if days <= 31 and not when.disjoint(entry.when):
            points, what = (_SAME_DAY, "same day") if days == 1 else (_SAME_MONTH, "time in common")
            best = max(best, (points, f"{what} (“{words}”)"), key=lambda one: one[0])
    return best


def _is_far(when: When, published: When | None) -> bool:
    """Whether an entry begins after a publication, or ended long before it."""
    if published and published.latest and when.earliest and when.earliest > published.latest:
        return True
    if not (published and published.earliest and when.latest):
        return False
    return published.earliest.toordinal() - when.latest.toordinal() > _LONG_AGO
