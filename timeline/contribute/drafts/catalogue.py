"""What is in content/ already: ids, addresses, events and publishers, for new articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from timeline.contribute.drafts.draft import clean
from timeline.model.memo import Memo, digest
from timeline.model.names import NameKind
from timeline.model.nearest import nearest
from timeline.model.reference import Reference, reference_to
from timeline.reading import files
from timeline.reading.articles import article_names
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


class _Head(NamedTuple):
    """What the catalogue has of one file: its events, the titles and dates of these, and what identifies its article."""

    events: tuple[str, ...] = ()
    titled: tuple[tuple[str, str | None], ...] = ()
    identities: tuple[tuple[str, ...], ...] = ()


def read_catalogue(root: Path, progress: Progress = no_progress, memo: Memo | None = None) -> Catalogue:
    """The catalogue of content/ below root. Problems in its files are not reported here but by `dateline check`.

    A file that `memo` knows with these bytes is not read again.
    """
    vocabulary, _ = read_vocabulary(root)
    known = vocabulary.names[NameKind.PUBLISHERS]
    names = article_names(root)
    references: dict[tuple[str, ...], str] = {}
    titled: dict[tuple[str, str | None], str] = {}
    events: set[str] = set()
    with (memo or Memo()).stage("heads") as stage:
        for name, data in files.read_each(root, progress("Reading", names)):
            if isinstance(data, bytes):
                head = stage.result(name, digest(data), lambda: _head(name, data))  # noqa: B023
                events.update(head.events)
                for id in head.identities:
                    references.setdefault(id, name)
                for event in head.titled:
                    titled.setdefault(event, name)
    return Catalogue(
        root=root,
        ids=frozenset(Path(name).stem for name in names),
        references=references,
        events=frozenset(events),
        publishers={spelling: name.name for spelling, name in known.items()},
        publisher_ids={name.name: name.id for name in known.values()},
        titled=titled,
        publishers_file=vocabulary.file_of(NameKind.PUBLISHERS),
    )


def _head(name: str, data: bytes) -> _Head:
    """What the catalogue has of a file; nothing, where it cannot be read."""
    lines, problems = files.decoded(name, data)
    source = parse_source(lines) if lines and not problems else None
    if not isinstance(source, Source):
        return _Head()
    head = as_mapping(source.tree.data)
    events = [event for passage in source.body.passages for event in passage.events]
    titled = []
    for event, stated in as_mapping(head.get("events")).items():
        events.append(event)
        title, when = (as_mapping(stated).get(key) for key in ("title", "when"))
        if isinstance(title, str) and (when is None or isinstance(when, str)):
            titled.append((clean(title), when))
    return _Head(tuple(dict.fromkeys(events)), tuple(titled), _identities(head))


def _identities(head: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
    """What identifies an article, as far as its head states it. The values need not be valid."""
    stated = {key: value for key, value in head.items() if isinstance(value, str)}
    archive = [part for key in ("institution", "mark") if isinstance(part := as_mapping(head.get("archive")).get(key), str)]
    url, doi, isbn, words = (stated.get(key) for key in ("url", "doi", "isbn", "source"))
    reference = reference_to(url, doi, isbn, archive if len(archive) == 2 else None, words)
    return reference.identities(stated.get("title") or stated.get("described") or "") if reference else ()
