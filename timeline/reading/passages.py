"""The text of one paragraph of an article as inline parts, with its passages and date words."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from markdown_it.token import Token
from pydantic_core import PydanticCustomError

from timeline.model.article import DateWords, Passage
from timeline.model.body import Block, Code, DateSpan, Emphasis, Inline, Link, PassageSpan, Strong, Text, plain_text
from timeline.model.diagnostics import Diagnostic, Location
from timeline.model.values import address
from timeline.reading.source_map import SourceMap
from timeline.reading.spans import MAX_NESTING, Fault, Span
from timeline.reading.unsupported import html_problem

_MAIL = re.compile(r"mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


@dataclass
class Body:
    """What was found in the text of one article. A passage's number is its place in the order in which they open."""

    blocks: tuple[Block, ...] = ()
    finished: dict[int, Passage] = field(default_factory=dict)  # an inner one before the one round it
    problems: list[Diagnostic] = field(default_factory=list)
    opened: int = 0

    @property
    def passages(self) -> list[Passage]:
        """All passages, by number."""
        return [passage for _, passage in sorted(self.finished.items())]


@dataclass
class _OpenPassage:
    """A passage that is being read. `number` is its place in the article."""

    span: Span
    number: int
    at: Location
    words: list[DateWords] = field(default_factory=list)


@dataclass
class _OpenWords:
    """Date words that are being read."""

    span: Span
    events: tuple[str, ...]
    at: Location


class ParagraphReader:
    """Reads the text of one paragraph, and collects its passages and problems in a `Body`."""

    def __init__(self, body: Body, source_map: SourceMap):
        self.body, self.source_map = body, source_map
        self.contents: list[list[Inline]] = [[]]  # of the paragraph, then of each part that is open
        self.passages: list[_OpenPassage] = []
        self.words: list[_OpenWords] = []
        self.skipped: list[Span] = []  # date words where none may be
        self.broken = 0  # how many spans round this place have attributes that could not be read
        self.links: list[str | None] = []  # None for an address that is refused

    def read(self, children: list[Token]) -> tuple[Inline, ...]:
        """The inline parts of the paragraph, from the children of its token."""
        for child in children:
            if child.level >= MAX_NESTING:
                self.problem(
                    "P408", 0, f"nested more than {MAX_NESTING} deep", "use fewer levels of emphasis, links and passages"
                )
                break
            self.inline(child)
        return tuple(self.contents[0])

    def inline(self, child: Token) -> None:
        """Read one token of the parser. A kind that is not in the table has no content."""
        if child.type in _READERS:
            _READERS[child.type](self, child)

    def text(self, child: Token) -> None:
        """Adds text. The parser leaves empty ones beside emphasis."""
        if child.content:
            self.add(Text(child.content))

    def fault(self, child: Token) -> None:
        """Reports what looks like a span and is not valid."""
        found: Fault = child.meta["fault"]
        self.problem(found.code, found.offset, found.message, found.help)

    def html(self, child: Token) -> None:
        """Reports HTML. An end tag is reported with its start tag."""
        if not child.content.startswith("</"):
            self.problem("P415", child.meta["offset"], *html_problem(child.content))

    def count_broken(self, child: Token) -> None:
        """Enters or leaves a span whose attributes could not be read."""
        self.broken += child.nesting

    def add(self, part: Inline) -> None:
        """Adds a part to the innermost one that is open."""
        self.contents[-1].append(part)

    def take(self) -> tuple[Inline, ...]:
        """The content of the innermost part that is open, which ends here."""
        return tuple(self.contents.pop())

    def open_link(self, child: Token) -> None:
        """Begin a link. The text of a link without a usable address is kept, and the address reported."""
        target = str(child.attrs.get("href", ""))
        try:
            self.links.append(target if _MAIL.fullmatch(target) else address(target))
            self.contents.append([])
        except PydanticCustomError:
            self.links.append(None)
            self.problem(
                "P410",
                child.meta.get("offset", 0),
                "a link to something other than a web or mail address",
                "use a complete address: https://example.org/…",
            )

    def close_link(self) -> None:
        """End the innermost link."""
        url = self.links.pop()
        if url is not None:
            self.add(Link(url, self.take()))

    def open(self, span: Span) -> None:
        """Begin a passage, or date words in one."""
        at = self.source_map.at(span.offset)
        if not span.is_when:
            self.passages.append(_OpenPassage(span, self.body.opened, at))
            self.contents.append([])
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
        """Begin date words. They date the events that they name, or all events of the innermost passage."""
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
        self.contents.append([])

    def close(self, span: Span) -> None:
        """End a passage or date words, unless the mark was refused when it began."""
        if span in self.skipped:
            return
        content = self.take()
        if span.is_when:
            words = self.words.pop()
            self.passages[-1].words.append(DateWords(plain_text(content), words.events, span.edtf, words.at))
            self.add(DateSpan(content))
            return
        passage = self.passages.pop()
        self.body.finished[passage.number] = Passage(
            self.anchor(span.events[0]), span.events, plain_text(content), content, tuple(passage.words), passage.at, span.locator
        )
        self.add(PassageSpan(passage.number, content))

    def anchor(self, event: str) -> str:
        """The passage's address on the page: made of its event, and a number from its second passage on."""
        before = sum(passage.events[0] == event for passage in self.body.finished.values())
        return f"passage-{event}" + (f"--{before + 1}" if before else "")  # no id holds two hyphens

    def problem(self, code: str, offset: int, message: str, help: str) -> None:
        """Reports a problem at an offset of the paragraph's text."""
        self.body.problems.append(Diagnostic(code, self.source_map.at(offset), message, help))


def _begin_emphasis(reader: ParagraphReader, _: Token) -> None:
    reader.contents.append([])


# How each kind of token is read. `_open` and `_close` are the two ends of a part.
_READERS: dict[str, Callable[[ParagraphReader, Token], None]] = {
    "text": ParagraphReader.text,
    "text_special": ParagraphReader.text,
    "softbreak": lambda reader, _: reader.add(Text(" ")),
    "hardbreak": lambda reader, _: reader.add(Text(" ")),
    "code_inline": lambda reader, child: reader.add(Code(child.content)),
    "em_open": _begin_emphasis,
    "em_close": lambda reader, _: reader.add(Emphasis(reader.take())),
    "strong_open": _begin_emphasis,
    "strong_close": lambda reader, _: reader.add(Strong(reader.take())),
    "link_open": ParagraphReader.open_link,
    "link_close": lambda reader, _: reader.close_link(),
    "span_open": lambda reader, child: reader.open(child.meta["span"]),
    "span_close": lambda reader, child: reader.close(child.meta["span"]),
    "broken_open": ParagraphReader.count_broken,
    "broken_close": ParagraphReader.count_broken,
    "fault": ParagraphReader.fault,
    "html_inline": ParagraphReader.html,
    "image": lambda reader, child: reader.problem(
        "P411", child.meta["offset"], "an image", "link to the page that shows the image"
    ),
}
