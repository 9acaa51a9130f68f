"""One file of content/, parsed once: its text, its lines, its YAML with places, and its body."""

from dataclasses import dataclass
from functools import cached_property

from timeline.model.diagnostics import Diagnostic, Lines
from timeline.reading.body import read_body
from timeline.reading.files import lines_of
from timeline.reading.passages import Body
from timeline.reading.vocabulary_files import is_vocabulary
from timeline.reading.yaml_tree import Tree, load


@dataclass(frozen=True)
class Source:
    """An article file or a file of the vocabulary. It may still lack keys that the format requires.

    `text` is the text of the file as it is, with its line ends. `start` is the first line of the YAML, counted from 0, and
    `end` the line after it; the body of an article begins after the line `end`.
    """

    text: str
    lines: Lines
    start: int
    end: int
    tree: Tree

    @property
    def path(self) -> str:
        """The path below the project's folder."""
        return self.lines.path

    @property
    def is_article(self) -> bool:
        """False for a file of the vocabulary."""
        return not is_vocabulary(self.path)

    @cached_property
    def body(self) -> Body:
        """The body of an article, with its passages and what is wrong in it."""
        return read_body(self.lines, self.end + 1)


def read_source(path: str, text: str) -> Source | Diagnostic:
    """The file at a path below the project's folder from its text, or the error if its YAML cannot be read."""
    return parse_source(lines_of(path, text), text)


def parse_source(lines: Lines, text: str = "") -> Source | Diagnostic:
    """The file that has these lines, or the error if its YAML cannot be read. Who edits the file gives its `text` too."""
    start, end = 0, len(lines.lines)
    if not is_vocabulary(lines.path):
        head_end = end_of_head(lines)
        if isinstance(head_end, Diagnostic):
            return head_end
        start, end = 1, head_end
    tree = load("\n".join(lines.lines[start:end]), lines, start)
    return tree if isinstance(tree, Diagnostic) else Source(text, lines, start, end, tree)


def end_of_head(lines: Lines) -> int | Diagnostic:
    """The line (from 0) that closes the head, or the error if there is no head."""
    end = next((number for number, line in enumerate(lines.lines) if number and line.rstrip() == "---"), None)
    if lines.lines[0].rstrip() == "---" and end is not None:
        return end
    what = "the head is not closed" if lines.lines[0].rstrip() == "---" else "the file has no head"
    help = "begin the file with a line `---`, the keys of the head, and another line `---`"
    return Diagnostic("A106", lines.at(0, 0), what, help)
