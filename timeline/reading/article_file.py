"""One article file to an Article."""

from bisect import bisect_right
from pathlib import PurePosixPath
from typing import Any

from timeline.model.article import Article, EventHead, Stated, StatedDate
from timeline.model.diagnostics import Diagnostic
from timeline.model.names import FACETS, Name, NameKind
from timeline.model.reference import Reference, reference_to
from timeline.model.schema import REFERENCES, ArticleKeys, EventKeys
from timeline.reading.article_rules import locator_problems, misfiled, misplaced, no_reference, title_problems, too_many_names
from timeline.reading.source import Source
from timeline.reading.validation import validate
from timeline.reading.vocabulary import Vocabulary
from timeline.reading.yaml_tree import Path as YamlPath
from timeline.reading.yaml_tree import Tree


def article_from(source: Source, vocabulary: Vocabulary) -> tuple[Article | None, list[Diagnostic]]:
    """The article in a file, and every problem in it; None if a key that the format requires is missing or wrong."""
    lines, tree, text = source.lines, source.tree, source.body
    path = PurePosixPath(source.path)
    problems = list(misplaced(lines, path))
    keys, wrong = validate(ArticleKeys, tree)
    problems += wrong + text.problems
    if keys is None:
        return None, problems
    if missing := [*title_problems(tree, lines), *no_reference(tree, lines)]:
        return None, problems + missing
    if not (reference := _reference(keys)):  # what is stated is not valid, and reported
        return None, problems
    problems += locator_problems(text.passages, reference)
    problems += misfiled(keys, tree, lines) + too_many_names(keys, tree)
    publisher = _publisher(Stated(keys.publisher, tree.at(("publisher",))), vocabulary, problems)
    agency = _publisher(Stated(keys.agency, tree.at(("agency",))), vocabulary, problems) if keys.agency else None
    article = Article(
        id=path.stem,
        path=lines.path,
        at=lines.at(0, 0),
        title=keys.title,
        described=keys.described,
        publisher=publisher,
        agency=agency,
        author=keys.author,
        reference=reference,
        reference_at=next((tree.at((key,)) for key in REFERENCES if (key,) in tree.keys), None),
        published=keys.published,
        published_note=keys.published_note,
        language=keys.language,
        kind=keys.kind,
        text=keys.text,
        note=keys.note,
        events=tuple(_event(event, head, tree) for event, head in keys.events.items()),
        passages=tuple(text.passages),
        body=text.blocks,
        marks_read=not text.problems,
        dates_read=not any(problem.code == "D601" for problem in wrong),
        unread_events=_unread(tree, wrong),
    )
    return article, problems


def _unread(tree: Tree, problems: list[Diagnostic]) -> frozenset[str]:
    """The events under which there are problems. A key of an event beside the ids belongs to the event before it."""
    places = {path[1]: tree.at_key(path).line for path in tree.keys if len(path) == 2 and path[0] == "events"}
    events, lines = [str(event) for event in places], list(places.values())
    found: set[str] = set()
    for line in {problem.at.line for problem in problems}:
        last = bisect_right(lines, line)
        above = events[max(0, last - 2) : last]
        found.update(above if above and above[-1] in EventKeys.model_fields else above[-1:])
    return frozenset(found)


def _reference(keys: ArticleKeys) -> Reference | None:
    archive = (keys.archive.institution, keys.archive.mark) if keys.archive else None
    return reference_to(keys.url, keys.doi, keys.isbn, archive, keys.source)


def _publisher(written: Stated, vocabulary: Vocabulary, problems: list[Diagnostic]) -> Name:
    """The publisher that is meant. One that is not in the vocabulary is a problem; a preview shows it as it is written."""
    found = vocabulary.find(NameKind.PUBLISHERS, written)
    if isinstance(found, Name):
        return found
    problems.append(found)
    return Name(NameKind.PUBLISHERS, "unknown", written.value)


def _event(event: str, head: EventKeys, tree: Tree) -> EventHead:
    path: YamlPath = ("events", event)
    return EventHead(
        id=event,
        at=tree.at_key(path),
        is_key_event=head.key == "true",
        names=tuple(
            (facet, tuple(Stated(name, tree.at((*path, facet, place))) for place, name in enumerate(getattr(head, facet))))
            for facet in FACETS
        ),
        claims=tuple(
            (Stated(name, tree.at_key((*path, "claims", name))), Stated(value, tree.at((*path, "claims", name))))
            for name, value in head.claims.items()
        ),
        **{
            key: _stated(head, key, tree, path)
            for key in ("title", "summary", "when", "date_note", "after", "entry_when", "entry_note")
        },
    )


def _stated(keys: ArticleKeys | EventKeys, key: str, tree: Tree, path: YamlPath) -> Any:
    """The value of a key with its place, or None."""
    value = getattr(keys, key)
    if value is None:
        return None
    at = tree.at((*path, key))
    return Stated(value, at) if isinstance(value, str) else StatedDate(value, at)
