"""What is in content/ already: ids, addresses, events and publishers, for new articles."""

from dataclasses import dataclass
from pathlib import Path

from timeline.model.diagnostics import nearest
from timeline.model.names import NameKind
from timeline.model.similarity import bare_address
from timeline.reading.articles import article_paths, read_articles
from timeline.reading.progress import Progress, no_progress
from timeline.reading.vocabulary import read_vocabulary


@dataclass(frozen=True)
class Catalogue:
    """What is in content/ already.

    `ids` has the ids of all articles, readable or not. `addresses` maps a web address to the path of its article, `publishers`
    every spelling to the preferred name, and `publisher_ids` the preferred name to its id.
    """

    root: Path
    ids: frozenset[str]
    addresses: dict[str, str]
    events: frozenset[str]
    publishers: dict[str, str]
    publisher_ids: dict[str, str]

    def article_with_address(self, url: str) -> str | None:
        """The path of the article with this address; tracking parameters do not count. None if there is none."""
        return self.addresses.get(bare_address(url))

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
    articles, _ = read_articles(root, vocabulary, progress)
    known = vocabulary.names[NameKind.PUBLISHERS]
    events = {event for article in articles for event in article.event_ids}
    ids = frozenset(path.stem for path in article_paths(root))
    names = {spelling: name.name for spelling, name in known.items()}
    addresses = {bare_address(article.url): article.path for article in reversed(articles)}
    return Catalogue(root, ids, addresses, frozenset(events), names, {name.name: name.id for name in known.values()})
