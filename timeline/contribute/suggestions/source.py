"""One article file of content/ as far as it can be read: also one that is not yet a whole article."""

from dataclasses import dataclass
from typing import Any

from timeline.contribute.suggestions.text_runs import Paragraph, paragraphs
from timeline.dates import EdtfError, When, parse
from timeline.model.diagnostics import Diagnostic, Lines, Location
from timeline.model.records import FACETS
from timeline.reading import body, files
from timeline.reading.articles import end_of_head
from timeline.reading.passages import Body
from timeline.reading.yaml_tree import Tree, load

MAX_CHARACTERS = 64 * 1024  # more than any article has; each word of it is looked at
_UNREADABLE = ("P408", "P409")  # too deep, too crowded: then the body is not looked at


@dataclass(frozen=True, slots=True)
class FiledArticle:
    """What a file holds. `text` is the file's own, with the line ends that it has."""

    text: str
    lines: Lines
    end_of_head: int  # the line, from 0
    tree: Tree
    body: Body
    paragraphs: tuple[Paragraph, ...]

    @property
    def title(self) -> str:
        """The headline, else our own words for the article."""
        return self.value("title") or self.value("described")

    @property
    def published(self) -> When | None:
        return as_date(self.value("published"))

    @property
    def title_at(self) -> Location:
        return self.tree.at(("title",) if self.value("title") else ("described",))

    def value(self, key: str) -> str:
        """A value of the head; empty where there is none, or no text."""
        found = self.tree.data.get(key) if isinstance(self.tree.data, dict) else None
        return found if isinstance(found, str) else ""

    @property
    def events(self) -> dict[str, dict[str, Any]]:
        """What the head states of its events, by id."""
        found = self.tree.data.get("events") if isinstance(self.tree.data, dict) else None
        return {event: _mapping(stated) for event, stated in _mapping(found).items()}

    @property
    def marked_events(self) -> tuple[str, ...]:
        """The events that its passages name, each once."""
        return tuple(dict.fromkeys(event for passage in self.body.passages for event in passage.events))

    def names(self, event: str, facet: str) -> tuple[str, ...]:
        """The names that the head lists for an event."""
        found = self.events.get(event, {}).get(facet)
        return tuple(name for name in found if isinstance(name, str)) if isinstance(found, list) else ()

    def listed(self, event: str) -> frozenset[tuple[str, str]]:
        """Facet and name of all of them."""
        return frozenset((facet, name) for facet in FACETS for name in self.names(event, facet))


def read_filed(path: str, text: str) -> FiledArticle | Diagnostic:
    """A file below the project's folder from its text; or why neither head nor body can be read."""
    lines = files.lines_of(path, text)
    if len(text) > MAX_CHARACTERS:
        message, help = f"longer than {MAX_CHARACTERS:,} characters", "shorten it to what supports its events"
        return Diagnostic("A105", lines.at(0, 0), message, help)
    end = end_of_head(lines)
    if isinstance(end, Diagnostic):
        return end
    tree = load("\n".join(lines.lines[1:end]), lines, 1)
    if isinstance(tree, Diagnostic):
        return tree
    read = body.read(lines, end + 1)
    if unreadable := [problem for problem in read.problems if problem.code in _UNREADABLE]:
        return unreadable[0]
    return FiledArticle(text, lines, end, tree, read, paragraphs(lines, end + 1))


def as_date(written: Any) -> When | None:
    """An EDTF date, None for anything else."""
    try:
        return parse(written) if isinstance(written, str) else None
    except EdtfError:
        return None


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
