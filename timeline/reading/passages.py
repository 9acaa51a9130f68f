"""The text of one paragraph of an article: its passages and date words, and the same text as inert Markdown."""

import re
from dataclasses import dataclass, field

from markdown_it.token import Token
from pydantic_core import PydanticCustomError

from timeline.model.diagnostics import Diagnostic, Location
from timeline.model.records import DateWords, Mark, Passage
from timeline.model.schema import address
from timeline.reading import escape
from timeline.reading.source_map import Positions
from timeline.reading.spans import MAX_NESTING, Fault, Span

_MAIL = re.compile(r"mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
# As HTML, for Python-Markdown reads stars otherwise than CommonMark where emphasis meets or holds other emphasis.
_EMPHASIS = {"em_open": "<em>", "em_close": "</em>", "strong_open": "<strong>", "strong_close": "</strong>"}


@dataclass
class Body:
    """What was found in the text of one article. A passage's number is its place in the order in which they open."""

    pieces: list[str | Mark] = field(default_factory=list)
    finished: dict[int, Passage] = field(default_factory=dict)  # an inner one before the one round it
    problems: list[Diagnostic] = field(default_factory=list)
    opened: int = 0

    @property
    def passages(self) -> list[Passage]:
        """All passages, by number."""
        return [passage for _, passage in sorted(self.finished.items())]


@dataclass
class _Open:
    """A passage that is being read. `start` is where it begins in the pieces, `number` its place in the article."""

    span: Span
    number: int
    start: int
    at: Location
    text: list[str] = field(default_factory=list)
    words: list[DateWords] = field(default_factory=list)


@dataclass
class _OpenWords:
    span: Span
    events: tuple[str, ...]
    at: Location
    text: list[str] = field(default_factory=list)


class Paragraph:
    """Writes the text of one paragraph back as inert Markdown, and collects its passages."""

    def __init__(self, body: Body, positions: Positions):
        self.body, self.pieces, self.positions = body, body.pieces, positions
        self.start = len(self.pieces)
        self.beginning = True  # of the paragraph, or of a passage, which is also shown by itself
        self.passages: list[_Open] = []
        self.words: list[_OpenWords] = []
        self.skipped: list[Span] = []  # spans that stand where none may
        self.broken = 0  # spans round this place whose attributes could not be read
        self.links: list[str] = []

    def read(self, children: list[Token]) -> None:
        for child in children:
            if child.level >= MAX_NESTING:
                self.problem(
                    "P408", 0, f"nested more than {MAX_NESTING} deep", "use fewer levels of emphasis, links and passages"
                )
                return
            self.inline(child)

    def inline(self, child: Token) -> None:
        kind = child.type
        if kind in ("text", "text_special"):
            self.add(escape.within(child.content, begins=self.beginning), child.content)
        elif kind in ("softbreak", "hardbreak"):
            self.add(" ", " ")
        elif kind == "code_inline":
            self.add(escape.code(child.content), child.content)
        elif kind in _EMPHASIS:
            self.add(_EMPHASIS[kind], "")
        elif kind == "link_open":
            self.open_link(child)
        elif kind == "link_close":
            self.add(self.links.pop(), "")
        elif kind == "span_open":
            self.open(child.meta["span"])
        elif kind == "span_close":
            self.close(child.meta["span"])
        elif kind in ("broken_open", "broken_close"):
            self.broken += child.nesting
        elif kind == "fault":
            fault: Fault = child.meta["fault"]
            self.problem(fault.code, fault.offset, fault.message, fault.help)
        elif kind == "image":
            self.problem(
                "P411", child.meta["offset"], "an image", "images are not taken from articles; link to the page that shows it"
            )

    def add(self, piece: str, text: str) -> None:
        if len(self.pieces) == self.start:
            piece = piece.lstrip()
        self.beginning = self.beginning and not piece.strip()
        if piece:
            self.pieces.append(piece)
        for passage in (*self.passages, *self.words):
            passage.text.append(text)

    def open_link(self, child: Token) -> None:
        target = str(child.attrs.get("href", ""))
        offset = child.meta.get("offset", 0)
        try:
            closing = f"]({escape.url(target if _MAIL.fullmatch(target) else address(target))})"
        except PydanticCustomError:
            self.problem(
                "P410",
                offset,
                "a link to something other than a web or mail address",
                "link to a whole address, https://example.org/…",
            )
            closing = ""
        self.links.append(closing)
        self.add("[" if closing else "", "")

    def open(self, span: Span) -> None:
        at = self.positions.at(span.offset)
        if not span.is_when:
            self.passages.append(_Open(span, self.body.opened, len(self.pieces) + 1, at))
            self.pieces.append(Mark("passage", True, self.body.opened))
            self.beginning = True
            self.body.opened += 1
        elif not self.passages or self.words:
            what = "date words inside date words" if self.words else "date words outside a passage"
            self.skipped.append(span)
            if not self.broken:
                self.problem(
                    "P407", span.offset, what, "put [words]{.when} inside the [passage]{event=id} of the event that they date"
                )
        else:
            self.open_words(span, at)

    def open_words(self, span: Span, at: Location) -> None:
        around = [event for passage in self.passages for event in passage.span.events]
        for stray in (event for event in span.events if event not in around):
            self.problem(
                "P406",
                span.offset,
                f"date words for `{stray}` in a passage of {', '.join(around)}",
                "name an event of the passage, or leave event= out",
            )
        events = tuple(event for event in span.events if event in around) or self.passages[-1].span.events
        self.words.append(_OpenWords(span, events, at))
        self.pieces.append(Mark("when", True, self.passages[-1].number))
        self.beginning = False

    def close(self, span: Span) -> None:
        if span in self.skipped:
            return
        if span.is_when:
            words = self.words.pop()
            passage = self.passages[-1]
            passage.words.append(DateWords(_plain(words.text), words.events, span.edtf, words.at))
            self.pieces.append(Mark("when", False, passage.number))
            return
        passage = self.passages.pop()
        inside = tuple(piece for piece in self.pieces[passage.start :] if isinstance(piece, str) or piece.kind == "when")
        self.body.finished[passage.number] = Passage(
            self.anchor(span.events[0]), span.events, _plain(passage.text), inside, tuple(passage.words), passage.at
        )
        self.pieces.append(Mark("passage", False, passage.number))

    def anchor(self, event: str) -> str:
        """The passage's address on the page: made of its event, and a number from its second passage on."""
        before = sum(passage.events[0] == event for passage in self.body.finished.values())
        return f"passage-{event}" + (f"--{before + 1}" if before else "")  # no id holds two hyphens

    def problem(self, code: str, offset: int, message: str, help: str) -> None:
        self.body.problems.append(Diagnostic(code, self.positions.at(offset), message, help))


def _plain(text: list[str]) -> str:
    return " ".join("".join(text).split())
