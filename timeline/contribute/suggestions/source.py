"""An article file as `suggest` reads it: also one that is not yet a valid article."""

from functools import cached_property
from typing import Any

from timeline.contribute.suggestions.text_runs import Paragraph, paragraphs
from timeline.dates import When, parse_or_none
from timeline.model.diagnostics import Diagnostic, Location
from timeline.model.names import FACETS, NameKind
from timeline.reading.files import lines_of
from timeline.reading.source import Source, read_source
from timeline.reading.yaml_tree import as_mapping

MAX_CHARACTERS = 64 * 1024  # more than any article has; each word of it is looked at
_UNREADABLE = ("P408", "P409", "P416")  # nested too deep, too many marks, too long: then the body is not looked at


class ArticleSource(Source):
    """An article file with what its head and its text say, as far as they can be read."""

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the body, each character with its place in the file."""
        return paragraphs(self.lines, self.end + 1)

    @property
    def title(self) -> str:
        """The headline, else our own words for the article."""
        return self.value("title") or self.value("described")

    @property
    def published(self) -> When | None:
        """The date of publication; None if there is none that can be read."""
        return parse_or_none(self.value("published"))

    @property
    def published_edtf(self) -> str | None:
        """The same as EDTF text."""
        return self.published.text if self.published else None

    @property
    def title_at(self) -> Location:
        """The place of the title in the file."""
        return self.tree.at(("title",) if self.value("title") else ("described",))

    def value(self, key: str) -> str:
        """A value of the head; empty where there is none, or no text."""
        found = self.tree.data.get(key) if isinstance(self.tree.data, dict) else None
        return found if isinstance(found, str) else ""

    @property
    def events(self) -> dict[str, dict[str, Any]]:
        """What the head states of its events, by id."""
        found = self.tree.data.get("events") if isinstance(self.tree.data, dict) else None
        return {event: as_mapping(stated) for event, stated in as_mapping(found).items()}

    @property
    def marked_events(self) -> tuple[str, ...]:
        """The events that its passages name, each once."""
        return tuple(dict.fromkeys(event for passage in self.body.passages for event in passage.events))

    def names(self, event: str, facet: NameKind) -> tuple[str, ...]:
        """The names that the head lists for an event."""
        found = self.events.get(event, {}).get(facet)
        return tuple(name for name in found if isinstance(name, str)) if isinstance(found, list) else ()

    def listed(self, event: str) -> frozenset[tuple[NameKind, str]]:
        """Facet and name of all of them."""
        return frozenset((facet, name) for facet in FACETS for name in self.names(event, facet))


def read_article_source(path: str, text: str) -> ArticleSource | Diagnostic:
    """The article file at a path below the project's folder from its text, or the error if it cannot be read."""
    if len(text) > MAX_CHARACTERS:
        message, help = f"longer than {MAX_CHARACTERS:,} characters", "shorten it to what supports its events"
        return Diagnostic("A105", lines_of(path, text).at(0, 0), message, help)
    source = read_source(path, text)
    if isinstance(source, Diagnostic):
        return source
    article = ArticleSource(source.text, source.lines, source.start, source.end, source.tree)  # it parses its body, once
    if unreadable := [problem for problem in article.body.problems if problem.code in _UNREADABLE]:
        return unreadable[0]
    return article
