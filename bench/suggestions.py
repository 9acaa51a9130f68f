"""How good the suggestions of `dateline suggest` are for the articles of a project.

    python bench/suggestions.py [--root .] [--show]

Dates and names: the marks of date words and the names in all heads are removed in memory, and the suggestions are compared with
them. Entries: each article in turn is removed from the chronology and loses its marks and events; an entry that it supported,
and that other articles support too, should be among the five suggestions. `--show` lists misses and other suggestions.
"""

import argparse
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from timeline.assembly.chronology import arrange
from timeline.assembly.claims import collect_claims, read_words
from timeline.assembly.entries import merge_claims
from timeline.contribute.suggestions import ArticleSource, Suggester, read_article_source
from timeline.contribute.suggestions.known_names import KnownNames
from timeline.dates import When, parse
from timeline.model.article import Article
from timeline.model.chronology import Chronology
from timeline.model.names import FACETS
from timeline.project import load
from timeline.reading.vocabulary import Vocabulary, read_vocabulary

WHEN = re.compile(r"\[([^\[\]]*)\]\{\.when[^}\n]*\}")
PASSAGE = re.compile(r"\[([^\[\]]*)\]\{event=[^}\n]*\}")
NAMES = re.compile(rf"^    (?:{'|'.join(FACETS)}):.*\n(?:      .*\n)*", re.MULTILINE)


def main() -> None:
    """Measure and print the counts."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent)
    arguments.add_argument("--show", action="store_true")
    options = arguments.parse_args()
    root = options.root.resolve()
    chronology, (vocabulary, _) = load(root).chronology, read_vocabulary(root)
    for title, counts, details in (
        ("Date words", *date_words(root, chronology, vocabulary)),
        ("Names", *names(root, chronology, vocabulary)),
        ("Entries", *entries(root, chronology, vocabulary)),
    ):
        print(title)
        for name, number in counts.items():
            print(f"  {name:<64}{number:>5}")
        for line in details if options.show else ():
            print("   ", line)


def source_of(root: Path, article: Article, *removed: re.Pattern[str]) -> ArticleSource:
    """The source of an article without what these patterns match; their first group, if any, is kept."""
    text = (root / article.path).read_text(encoding="utf-8")
    for pattern in removed:
        text = re.sub(pattern, lambda found: found[1] if found.re.groups else "", text)
    source = read_article_source(article.path, text)
    assert isinstance(source, ArticleSource), source
    return source


def without(chronology: Chronology, vocabulary: Vocabulary, article: Article) -> Chronology:
    """The chronology without one article."""
    others = tuple(other for other in chronology.articles if other is not article)
    claims = [claim for other in others for claim in collect_claims(other, vocabulary)[0]]
    return arrange(merge_claims(claims, others), others, claims)


def date_words(root: Path, chronology: Chronology, vocabulary: Vocabulary) -> tuple[Counter[str], list[str]]:
    """The counts of removed marks and of suggestions, and a line for each miss and each other suggestion."""
    counts: Counter[str] = Counter()
    details: list[str] = []
    for article in chronology.articles:
        source = source_of(root, article, WHEN)
        suggester = Suggester(without(chronology, vocabulary, article), vocabulary)
        found = [one for one in suggester.suggest(source) if one.kind == "date" and one.facts["date"]]
        inside = [one for one in found if one.facts["events"]]
        marks = [(words, read_words(words, article)) for passage in article.passages for words in passage.words]
        claims = [claim for claim in chronology.claims if claim.article is article]
        used: set[tuple[Any, ...]] = set()
        for words, when in marks:
            counts["marks removed"] += 1
            counts["of them with words that the grammar reads"] += bool(when and not words.edtf)
            match = next((one for one in inside if one.key not in used and same(one.facts, words.text, when)), None)
            if match:
                used.add(match.key)
                counts["suggested again"] += 1
                counts["suggested again, certain"] += match.certain
            else:
                details.append(f"missed  {article.id}: “{words.text}” {when.text if when else '-'}")
        for one in inside:
            counts["suggestions inside passages"] += 1
            counts["of them certain"] += one.certain
            if one.key not in used:
                counts["not among the removed"] += 1
                counts["not among the removed, certain"] += one.certain
                meant = [claim.when for claim in claims if claim.event in one.facts["events"]]
                counts["of these with the date that the article gives the event"] += parse(one.facts["date"]) in meant
                details.append(f"other   {one.at}: {'' if one.certain else '(uncertain) '}{one.message}")
        counts["suggestions outside passages"] += len(found) - len(inside)
    return counts, details


def same(facts: dict[str, Any], words: str, when: When | None) -> bool:
    """Whether a suggestion has a word in common with the removed mark, and the same date."""
    shared = set(facts["text"].lower().split()) & set(words.lower().split())
    return bool(shared) and when is not None and parse(facts["date"]) == when


def names(root: Path, chronology: Chronology, vocabulary: Vocabulary) -> tuple[Counter[str], list[str]]:
    """The same for pairs of entry and name, whichever article states them."""
    entries = {entry.id: {*entry.names} for entry in chronology.entries}
    nameless = Chronology((), None, (), (), (), ())
    known = KnownNames(vocabulary)
    inside: set[tuple[str, str, str]] = set()
    outside: set[tuple[str, str, str]] = set()
    literal: set[tuple[str, str, str]] = set()
    for article in chronology.articles:
        source = source_of(root, article, NAMES)
        for one in Suggester(nameless, vocabulary).suggest(source):
            if one.kind == "name" and one.facts["event"]:
                (inside if one.certain else outside).add((one.facts["event"], one.facts["facet"], one.facts["id"]))
        for text in (source.title, *(paragraph.text for paragraph in source.paragraphs)):
            for event in source.marked_events:
                literal.update((event, mention.name.kind, mention.name.id) for mention in known.mentions(text))
    counts: Counter[str] = Counter()
    details: list[str] = []
    right = {(event, name.kind, name.id) for event, names in entries.items() for name in names}
    for facet in FACETS:
        of_facet = {one for one in right if one[1] == facet}
        counts[f"{facet}: removed"] = len(of_facet)
        counts[f"{facet}: of them in the text of an article of the entry"] = len(of_facet & literal)
        counts[f"{facet}: suggested again for a passage"] = len(of_facet & inside)
        counts[f"{facet}: suggested again, uncertain ones included"] = len(of_facet & (inside | outside))
    counts["suggestions for passages"], counts["of them not among the removed"] = len(inside), len(inside - right)
    counts["uncertain suggestions"], counts["of those not among the removed"] = len(outside), len(outside - right)
    details += [f"missed  {'/'.join(one)}" for one in sorted(right - inside - outside)]
    details += [f"other   {'/'.join(one)}" for one in sorted(inside - right)]
    return counts, details


def entries(root: Path, chronology: Chronology, vocabulary: Vocabulary) -> tuple[Counter[str], list[str]]:
    """The same for the entries that an article supports."""
    counts: Counter[str] = Counter()
    details: list[str] = []
    events = re.compile(r"^events:\n(?:[ ].*\n|\n)*", re.MULTILINE)
    for article in chronology.articles:
        rest = without(chronology, vocabulary, article)
        known = {entry.id for entry in rest.entries}
        right = [claim.event for claim in chronology.claims if claim.article is article and claim.event in known]
        # Marks of words are inside passages, and passages inside passages: remove the innermost first.
        source = source_of(root, article, WHEN, PASSAGE, PASSAGE, events)
        assert not source.events and not source.marked_events, article.path
        shown = [one.facts["event"] for one in Suggester(rest, vocabulary).suggest(source) if one.kind == "entry"]
        counts["entries shown"] += len(shown)
        counts["not supported by the article"] += sum(event not in right for event in shown)
        counts["articles with an entry that others support too"] += bool(right)
        counts["of them with a right entry first"] += bool(shown and shown[0] in right)
        counts["of them with a right entry among the five"] += any(event in right for event in shown)
        counts["claims removed"] += len(right)
        counts["of them among the five"] += sum(event in shown for event in right)
        details += [f"missed  {article.id}: {event}" for event in right if event not in shown]
    return counts, details


if __name__ == "__main__":
    main()
