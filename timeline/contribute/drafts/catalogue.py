"""What is in content/ already: ids, addresses, events and publishers, for new articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.contribute.drafts.draft import clean
from timeline.model.names import NameKind
from timeline.model.nearest import nearest
from timeline.model.reference import Reference, reference_to
from timeline.reading.articles import article_paths
from timeline.reading.files import read_lines
from timeline.reading.progress import Progress, no_progress
from timeline.reading.source import Source, parse_source
from timeline.reading.vocabulary import read_vocabulary
from timeline.reading.vocabulary_files import FILE
from timeline.reading.yaml_tree import as_mapping


@dataclass(frozen=True)
class Catalogue:
    """What is in content/ already.

    `ids` has the ids of all articles, readable or not. `references` maps what identifies an article to its path, `publishers`
    every spelling to the preferred name, and `publisher_ids` the preferred name to its id. `titled` maps the title and the date
    of an event, as a file states them, to the path of the file. `publishers_file` is the file for new publishers.
    """

    root: Path
    ids: frozenset[str]
    references: dict[tuple[str, ...], str]
    events: frozenset[str]
    publishers: dict[str, str]
    publisher_ids: dict[str, str]
    titled: dict[tuple[str, str | None], str]
    publishers_file: str = FILE

    def article_with_reference(self, reference: Reference, title: str) -> str | None:
        """The path of the article that is this one: with the same address or DOI, or with the same title and book, archive
        mark or source. None if there is none."""
        return next((path for id in reference.identities(title) if (path := self.references.get(id))), None)

    def article_with_events(self, events: Sequence[tuple[str, str | None]]) -> str | None:
        """The path of a file that states all these events, each by its title and its date; None if there is none."""
        paths = {self.titled.get((clean(title), when)) for title, when in events}
        return paths.pop() if len(paths) == 1 else None

    def publisher(self, written: str) -> str | None:
        """The preferred name of a publisher of the vocabulary; capitals do not count."""
        folded = {spelling.casefold(): name for spelling, name in self.publishers.items()}
        return self.publishers.get(written) or folded.get(written.casefold())

    def similar_publisher(self, written: str) -> str | None:
        """The preferred name of the publisher whose name or alias is most like this one, if any is."""
        like = nearest(written, self.publishers)
        return self.publishers[like] if like else None

    def similar_event(self, written: str) -> str | None:
        """The event id that is most like this one, if any is."""
        return nearest(written, sorted(self.events))


def read_catalogue(root: Path, progress: Progress = no_progress) -> Catalogue:
    """The catalogue of content/ below root. Problems in its files are not reported here but by `dateline check`."""
    vocabulary, _ = read_vocabulary(root)
    known = vocabulary.names[NameKind.PUBLISHERS]
    paths = article_paths(root)
    references: dict[tuple[str, ...], str] = {}
    titled: dict[tuple[str, str | None], str] = {}
    events: set[str] = set()
    for path in progress("Reading", paths):
        lines, problems = read_lines(root, path)
        source = parse_source(lines) if lines and not problems else None
        if isinstance(source, Source):
            head = as_mapping(source.tree.data)
            for id in _identities(head):
                references.setdefault(id, source.path)
            events.update(event for passage in source.body.passages for event in passage.events)
            for event, stated in as_mapping(head.get("events")).items():
                events.add(event)
                title, when = (as_mapping(stated).get(key) for key in ("title", "when"))
                if isinstance(title, str) and (when is None or isinstance(when, str)):
                    titled.setdefault((clean(title), when), source.path)
    return Catalogue(
        root=root,
        ids=frozenset(path.stem for path in paths),
        references=references,
        events=frozenset(events),
        publishers={spelling: name.name for spelling, name in known.items()},
        publisher_ids={name.name: name.id for name in known.values()},
        titled=titled,
        publishers_file=vocabulary.file_of(NameKind.PUBLISHERS),
    )


def _identities(head: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
    """What identifies an article, as far as its head states it. The values need not be valid."""
    stated = {key: value for key, value in head.items() if isinstance(value, str)}
    archive = [part for key in ("institution", "mark") if isinstance(part := as_mapping(head.get("archive")).get(key), str)]
    url, doi, isbn, words = (stated.get(key) for key in ("url", "doi", "isbn", "source"))
    reference = reference_to(url, doi, isbn, archive if len(archive) == 2 else None, words)
    return reference.identities(stated.get("title") or stated.get("described") or "") if reference else ()
