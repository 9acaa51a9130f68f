"""Entries of the chronology that an article may attest too: same time, shared names, and words that few entries have."""

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
from timeline.model.records import Entry, Name

MOST = 5
ENOUGH = 4.5
# Words of every text, beside days and months, which are left to the dates.
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
_RARE = 0.3  # what is told as shared
_STEM = 5  # letters: annexed and annexation, evacuate and evacuation
_WORDS_SHOWN, _WORDS_WEIGH, _NAMES_WEIGH = 3, 10.0, 1.7
# Points for time that article and entry share, by the days of the longer one; and for the day of publication.
_SAME_TIME = ((1, 3.0), (7, 1.5), (31, 0.8))
_SAME_LONG_TIME = 1.5  # since the same day, in the same year
_PUBLISHED_SOON, _SOON = 1.5, 1  # days after the event
# What is left of an entry that begins after the publication, or ended so many days before it.
_NOT_YET, _LONG_AGO, _LONG = 0.3, 0.5, 90


@dataclass(frozen=True, slots=True)
class _Match:
    points: float
    reasons: tuple[str, ...]


class EntryMatches:
    """All entries with what they can be known by, made once for all articles."""

    def __init__(self, entries: Iterable[Entry], known: KnownNames):
        self.entries, self.known = tuple(entries), known
        self.stems = {entry.id: _stems(_text_of(entry)) for entry in self.entries}
        self.common = Counter(stem for stems in self.stems.values() for stem in stems)
        self.named = Counter(name for entry in self.entries for name in entry.names)

    def suggestions(self, source: ArticleSource, dated: Iterable[Suggestion]) -> Iterator[Suggestion]:
        """At most five entries, the likeliest first. `dated` are the date words that are proposed for the article."""
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
                message=f"may attest {entry.id}, “{entry.title}” ({wording(entry.when)}): {'; '.join(match.reasons)}",
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
        in_time, when_told = _time(entry, source, dates)
        shared = sorted((name for name in entry.names if name in names), key=lambda name: (self.named[name], name.id))
        by_name = sum(self._rarity(self.named[name]) for name in shared)
        stems = sorted((stem for stem in self.stems[entry.id] if stem in words), key=lambda stem: (self.common[stem], stem))
        weight = sum(self._rarity(self.common[stem]) ** 2 for stem in self.stems[entry.id])
        by_words = sum(self._rarity(self.common[stem]) ** 2 for stem in stems) / (weight or 1.0)
        points = in_time + _NAMES_WEIGH * by_name + _WORDS_WEIGH * by_words
        if not in_time:
            points *= _far_off(entry.when, source.published)
        rare = [words[stem] for stem in stems if self._rarity(self.common[stem]) > _RARE][:_WORDS_SHOWN]
        told = (
            when_told,
            f"names {in_words(list(dict.fromkeys(name.name for name in shared)))}" if shared else "",
            f"shares {in_words([f'“{word}”' for word in rare])}" if rare else "",
        )
        return _Match(points, tuple(reason for reason in told if reason))

    def _rarity(self, entries: int) -> float:
        """0 for what all entries have, 1 for what one has; so points do not grow with the chronology."""
        return math.log((len(self.entries) + 1) / (entries or 1)) / math.log(len(self.entries) + 1)


def _text_of(entry: Entry) -> str:
    passages = (passage.text for one in entry.attestations for passage in one.claim.passages)
    return " ".join((entry.title, entry.summary, *passages))


def _stems(text: str) -> dict[str, str]:
    """The words of a text by their first letters; of several the first."""
    stems: dict[str, str] = {}
    for word in (word for word in _WORD.findall(text) if word.lower() not in _PLAIN):
        stems.setdefault(word.lower()[:_STEM], word)
    return stems


def _dates(source: ArticleSource, dated: Iterable[Suggestion]) -> dict[str, When]:
    """What the words of an article mean, marked or not, by the words."""
    found = {words.text: words.edtf for passage in source.body.passages for words in passage.words if words.edtf}
    found |= {one.facts["text"]: parse(one.facts["date"]) for one in dated}
    return found


def _time(entry: Entry, source: ArticleSource, dates: dict[str, When]) -> tuple[float, str]:
    """Points for the time that article and entry share, and the words for it."""
    best = (0.0, "")
    for words, when in dates.items():
        if not when.disjoint(entry.when):
            longer = max(when.days, entry.when.days)
            points = next((points for days, points in _SAME_TIME if longer <= days), 0.0)
            if points == 0 and when.earliest == entry.when.earliest and when.latest == entry.when.latest:
                points = _SAME_LONG_TIME
            told = f"same day (“{words}”)" if longer == 1 else f"time in common (“{words}”)"
            best = max(best, (points, told), key=lambda one: one[0])
    published = source.published
    if published and published.earliest and entry.when.latest and not best[0]:
        after = (published.earliest - entry.when.latest).days
        if published.days == 1 and 0 <= after <= _SOON:
            return _PUBLISHED_SOON, f"published the {'same day' if after == 0 else 'day after'}"
    return best


def _far_off(when: When, published: When | None) -> float:
    """The share of its points that an entry keeps by its distance from the publication."""
    if published and published.latest and when.earliest and when.earliest > published.latest:
        return _NOT_YET
    if published and published.earliest and when.latest and (published.earliest - when.latest).days > _LONG:
        return _LONG_AGO
    return 1.0
