"""The text of an article's paragraphs as it is read, each character with its place in the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from timeline.model.diagnostics import Lines, Location
from timeline.reading.source_map import SourceMap
from timeline.reading.spans import Span, parser

_PARSER = parser()
# What is no text to mark: addresses of links, code, and addresses in angle brackets.
_NO_TEXT = re.compile(r"(?<=\])\([^()\n]*\)|(?<!`)(`+)[^`](?:.*?[^`])?\1(?!`)|<[a-z]+:[^<>\s]*>", re.DOTALL)
_BARRIER = "\ufffc"  # in the place of such a thing: not a word, and no date is read across it


@dataclass(frozen=True, slots=True)
class Run:
    """Text between two marks, `start` to `end` of its paragraph, with the spans round it, the outer ones first."""

    start: int
    end: int
    spans: tuple[Span | None, ...]  # None where the attributes could not be read

    @property
    def passages(self) -> tuple[Span, ...]:
        """The passages round the run, the outer ones first."""
        return tuple(span for span in self.spans if span and not span.is_when)

    @property
    def marked(self) -> bool:
        """True inside date words, and in a span that is broken."""
        return any(span is None or span.is_when for span in self.spans)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without its marks. `number` counts those of the article; `runs` cover all of `text`."""

    number: int
    text: str
    runs: tuple[Run, ...]
    offsets: tuple[int, ...]  # of each character, and of the end, in the text with marks
    source_map: SourceMap

    def at(self, place: int) -> Location:
        """The place of a character in the file."""
        return self.source_map.at(self.offsets[place])

    def after(self, place: int) -> Location:
        """The place directly behind a character."""
        return self.at(place).moved(1)

    def within(self, span: Span) -> str:
        """The text of a passage, in one line, as readers have it."""
        inside = [self.text[run.start : run.end] for run in self.runs if span in run.spans]
        return " ".join("".join(inside).split())


def paragraphs(lines: Lines, first_line: int) -> tuple[Paragraph, ...]:
    """The paragraphs and headings of the body that begins at a line (from 0) of an article file."""
    tokens = _PARSER.parse("\n".join(lines.lines[first_line:]))
    inline = [token for token in tokens if token.type == "inline"]
    return tuple(_paragraph(number, token, lines, first_line) for number, token in enumerate(inline))


def _paragraph(number: int, token: Token, lines: Lines, first_line: int) -> Paragraph:
    source, hidden = token.content, _NO_TEXT.sub(lambda found: _BARRIER * len(found[0]), token.content)
    start, end = (first_line + line for line in token.map or (0, 0))
    text, runs = "", []
    offsets: list[int] = []
    for begins, ends, spans in _between_marks(token):
        run = hidden[begins:ends]
        runs.append(Run(len(text), len(text) + len(run), spans))
        text += run
        offsets += range(begins, ends)
    return Paragraph(number, text, tuple(runs), (*offsets, len(source)), SourceMap(lines, start, end, source))


def _between_marks(token: Token) -> Iterator[tuple[int, int, tuple[Span | None, ...]]]:
    """Start and end of each run in the source of a paragraph, and the spans round it."""
    place, ends = 0, []
    spans: list[Span | None] = []
    for child in token.children or []:
        if child.type in ("span_open", "broken_open"):
            yield place, child.meta["opens"], tuple(spans)
            spans.append(child.meta["span"])
            ends.append((child.meta["closes"], child.meta["ends"]))
            place = child.meta["opens"] + 1
        elif child.type in ("span_close", "broken_close"):
            closes, after = ends.pop()
            yield place, closes, tuple(spans)
            spans.pop()
            place = after
    yield place, len(token.content), tuple(spans)
