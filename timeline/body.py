"""The body of an article: its passages, and the whole text as inert Markdown with the marks in it."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from markdown_it.token import Token
from pydantic_core import PydanticCustomError

from timeline import inert
from timeline.diagnostics import Diagnostic, Lines, Location
from timeline.model import DateWords, Mark, Passage
from timeline.schema import address
from timeline.spans import MAX_BRACKETS, MAX_MARKS, MAX_NESTING, Fault, Span, parser

_PARSER = parser()
_MAIL = re.compile(r"mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
# As HTML, for Python-Markdown reads stars otherwise than CommonMark where emphasis meets or holds other emphasis.
_EMPHASIS = {"em_open": "<em>", "em_close": "</em>", "strong_open": "<strong>", "strong_close": "</strong>"}
_ITEM = "-   "  # four columns, as Python-Markdown wants what belongs to an item indented by four


@dataclass
class Body:
    """What was found in the text of one article."""

    pieces: list[str | Mark] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)


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


def read(lines: Lines, first_line: int) -> Body:
    """The body that begins at a line (from 0) of an article file."""
    text = "\n".join(lines.lines[first_line:])
    if problem := _crowded(text, lines, first_line):
        return Body(problems=[problem])
    reader = _Blocks(lines, first_line)
    reader.read(_PARSER.parse(text))
    if any(problem.code == "P408" for problem in reader.body.problems):  # what was read ends in the middle
        return Body(problems=reader.body.problems)
    reader.body.passages = [passage for _, passage in sorted(reader.passages.items())]
    return reader.body


def _crowded(text: str, lines: Lines, first_line: int) -> Diagnostic | None:
    """Whether a text has more brackets than its passages could need; then it is not looked at any closer."""
    start = 0
    for part in re.split(r"(\n[^\S\n]*\n)", text):
        brackets = max(part.count("["), part.count("{"))
        if brackets > MAX_BRACKETS:
            at = lines.at(first_line + text.count("\n", 0, start) + len(part) - len(part.lstrip("\n")), 0)
            return Diagnostic(
                "P409", at, f"{brackets} brackets in one paragraph", f"split the paragraph: {MAX_BRACKETS} are allowed"
            )
        start += len(part)
    if (marks := text.count("]{")) > MAX_MARKS:
        return Diagnostic(
            "P409", lines.at(first_line, 0), f"{marks} marks in one article", f"split the article: {MAX_MARKS} are allowed"
        )
    return None


class _Blocks:
    """Writes block tokens back as Markdown, each block after a blank line, and hands their text to `_Inline`."""

    def __init__(self, lines: Lines, first_line: int):
        self.lines, self.first_line = lines, first_line
        self.body = Body()
        self.prefix: list[str] = []  # what each quotation and list item around puts before a line
        self.first: list[str] = []  # the same for the next line: a list item begins with its marker
        self.shared = 0  # how many of these the block before stood in too
        self.opened = 0
        self.passages: dict[int, Passage] = {}  # by number; an inner one is finished before the one round it

    def read(self, tokens: list[Token]) -> None:
        for token in tokens:
            at = self.lines.at(self.first_line + token.map[0], 0) if token.map else None
            if token.level >= MAX_NESTING and at:
                self.body.problems.append(
                    Diagnostic("P408", at, f"nested more than {MAX_NESTING} deep", "use fewer levels of lists and quotations")
                )
                return
            self.block(token)

    def block(self, token: Token) -> None:
        kind = token.type
        if kind == "blockquote_open":
            self.enter("> ", "> ")
        elif kind == "list_item_open":
            self.enter(f"{token.info}. ".ljust(4) if token.info else _ITEM, "    ")
        elif kind in ("blockquote_close", "list_item_close"):
            self.prefix.pop()
            self.first.pop()
            self.shared = min(self.shared, len(self.prefix))
        elif kind in ("paragraph_open", "heading_open"):
            # A heading of an article stands below the headings of its page.
            self.begin("#" * min(6, int(token.tag[1]) + 2) + " " if kind == "heading_open" else "")
        elif kind == "hr":
            self.begin("* * *")
        elif kind in ("fence", "code_block"):
            self.code(token.content)
        elif kind == "inline":
            _Inline(self, token).read(token.children or [])

    def enter(self, first: str, prefix: str) -> None:
        self.first.append(first)
        self.prefix.append(prefix)

    def begin(self, first: str) -> None:
        """A new block: a blank line, the prefix of what it stands in, its own first characters."""
        blank = "\n" + "".join(self.prefix[: self.shared]).rstrip() + "\n" if self.body.pieces else ""
        self.body.pieces.append(blank + "".join(self.first) + first)
        self.first = list(self.prefix)
        self.shared = len(self.prefix)

    def first_text(self, place: list[int], row: str) -> int:
        """The line of a paragraph's first row: the parser drops lines before it that hold but blanks of other scripts."""
        lines = range(self.first_line + place[0], self.first_line + place[1])
        return next((line for line in lines if row.strip() in self.lines.lines[line]), self.first_line + place[0])

    def code(self, content: str) -> None:
        """Code as code spans, a paragraph for each line: after a list, an indented block would be read as a part of the list."""
        for line in content.split("\n"):
            if line.strip():
                self.begin(inert.code(line.strip()))


class _Inline:
    """Writes the text of one paragraph back as inert Markdown and collects its passages."""

    def __init__(self, blocks: _Blocks, token: Token):
        self.blocks, self.pieces, self.body = blocks, blocks.body.pieces, blocks.body
        self.start = len(self.pieces)
        self.beginning = True  # of the paragraph, or of a passage, which is also shown by itself
        self.rows = token.content.split("\n")
        self.starts = list(accumulate((len(row) + 1 for row in self.rows[:-1]), initial=0))
        self.line = blocks.first_text(token.map or [0, 0], self.rows[0])
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
            self.add(inert.within(child.content, begins=self.beginning), child.content)
        elif kind in ("softbreak", "hardbreak"):
            self.add(" ", " ")
        elif kind == "code_inline":
            self.add(inert.code(child.content), child.content)
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
            closing = f"]({inert.url(target if _MAIL.fullmatch(target) else address(target))})"
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
        at = self.at(span.offset)
        if not span.is_when:
            self.passages.append(_Open(span, self.blocks.opened, len(self.pieces) + 1, at))
            self.pieces.append(Mark("passage", True, self.blocks.opened))
            self.beginning = True
            self.blocks.opened += 1
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
        self.blocks.passages[passage.number] = Passage(
            self.anchor(span.events[0]), span.events, _plain(passage.text), inside, tuple(passage.words), passage.at
        )
        self.pieces.append(Mark("passage", False, passage.number))

    def anchor(self, event: str) -> str:
        """The passage's address on the page: made of its event, and a number from its second passage on."""
        before = sum(passage.events[0] == event for passage in self.blocks.passages.values())
        return f"passage-{event}" + (f"-{before + 1}" if before else "")

    def problem(self, code: str, offset: int, message: str, way_out: str) -> None:
        self.body.problems.append(Diagnostic(code, self.at(offset), message, way_out))

    def at(self, offset: int) -> Location:
        """Where an offset in this paragraph's text stands in the file.

        The parser strips from each line what the blocks round it put before it, so that its text is the end of
        the source line (in a heading: its middle).
        """
        row = bisect_right(self.starts, offset) - 1
        line, shown = self.line + row, self.rows[row]
        stripped = shown.strip()
        source = self.blocks.lines.at(line, 0).text
        start = source.rfind(stripped) - (len(shown) - len(shown.lstrip())) if stripped else 0
        return self.blocks.lines.at(line, max(0, start) + offset - self.starts[row])


def _plain(text: list[str]) -> str:
    return " ".join("".join(text).split())
