"""The body of an article as Markdown that all site engines show in the same way.

The engines read lists, emphasis and code otherwise than CommonMark, so each block is written in the form that they agree
on. All text is escaped.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from markupsafe import Markup

from timeline.model.body import (
    Block,
    Code,
    CodeBlock,
    DateSpan,
    Emphasis,
    Heading,
    Inline,
    ItemList,
    Link,
    ListItem,
    Paragraph,
    PassageSpan,
    Quotation,
    Strong,
    Text,
    ThematicBreak,
)
from timeline.publish import escape

# As HTML, for Python-Markdown reads stars otherwise than CommonMark where emphasis meets or holds other emphasis.
_EMPHASIS = {Emphasis: "em", Strong: "strong"}
_BULLET = "-   "  # four columns: Python-Markdown wants what belongs to an item indented by four
_DEEPEST = 6  # levels of headings in HTML
_BELOW_PAGE = 2  # levels by which a heading of an article is below the headings of its page

PassageEnd = Callable[[int], str]  # the Markdown that ends the passage of a number, from its closing bracket on


def body_markdown(blocks: Iterable[Block], passage_end: PassageEnd) -> Markup:
    """The blocks of an article, with its passages and date words as bracketed spans."""
    writer = _BlockWriter(passage_end)
    writer.write_all(blocks)
    return Markup("".join(writer.pieces))


def passage_markdown(content: Iterable[Inline]) -> Markup:
    """The text of one passage, with its date words as bracketed spans. Passages inside it are not marked."""
    pieces: list[str] = []
    writer = _InlineWriter(pieces, None)
    for part in content:
        writer.write(part)
    return Markup("".join(pieces))


class _InlineWriter:
    """Appends the Markdown of inline parts to `pieces`."""

    def __init__(self, pieces: list[str], passage_end: PassageEnd | None):
        self.pieces, self.passage_end = pieces, passage_end
        self.beginning = True  # of the paragraph, or of a passage, which is also shown by itself

    def write(self, part: Inline) -> None:
        if isinstance(part, Text):
            self.add(escape.within(part.text, begins=self.beginning))
        elif isinstance(part, Code):
            self.add(escape.code(part.text))
        elif isinstance(part, Emphasis | Strong):
            tag = _EMPHASIS[type(part)]
            self.around(f"<{tag}>", part.content, f"</{tag}>")
        elif isinstance(part, Link):
            self.around("[", part.content, f"]({escape.url(part.url)})")
        elif isinstance(part, DateSpan):
            self.around("[", part.content, "]{.tl-when}")
        else:
            self.passage(part)

    def add(self, piece: str) -> None:
        self.beginning = self.beginning and not piece.strip()
        self.pieces.append(piece)

    def around(self, begin: str, content: Iterable[Inline], end: str) -> None:
        self.add(begin)
        for part in content:
            self.write(part)
        self.add(end)

    def passage(self, span: PassageSpan) -> None:
        if self.passage_end:
            self.pieces.append("[")
        self.beginning = True
        for part in span.content:
            self.write(part)
        if self.passage_end:
            self.pieces.append(self.passage_end(span.number))


class _BlockWriter:
    """Appends the Markdown of blocks to `pieces`, each block after a blank line."""

    def __init__(self, passage_end: PassageEnd):
        self.pieces: list[str] = []
        self.passage_end = passage_end
        self.prefixes: list[str] = []  # what each quotation and list item around puts before a line
        self.first: list[str] = []  # the same for the next line: a list item begins with its marker
        self.shared = 0  # how many of these the block before was in too

    def write_all(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self.write(block)

    def write(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self.text("", block.content)
        elif isinstance(block, Heading):
            self.text("#" * min(_DEEPEST, block.level + _BELOW_PAGE) + " ", block.content)
        elif isinstance(block, ThematicBreak):
            self.begin("* * *")
        elif isinstance(block, CodeBlock):
            self.code(block.text)
        elif isinstance(block, Quotation):
            with self.inside("> ", "> "):
                self.write_all(block.blocks)
        else:
            self.list(block)

    def begin(self, text: str) -> None:
        """Begins a block: a blank line, the prefix of what it is in, its own first characters."""
        blank = "\n" + "".join(self.prefixes[: self.shared]).rstrip() + "\n" if self.pieces else ""
        self.pieces.append(blank + "".join(self.first) + text)
        self.first = list(self.prefixes)
        self.shared = len(self.prefixes)

    def text(self, first: str, content: Iterable[Inline]) -> None:
        self.begin(first)
        pieces: list[str] = []
        writer = _InlineWriter(pieces, self.passage_end)
        for part in content:
            writer.write(part)
        self.pieces.append("".join(pieces).lstrip())

    def code(self, text: str) -> None:
        """Code spans, a paragraph for each line: after a list, an indented block would be read as a part of the list."""
        for line in text.split("\n"):
            if line.strip():
                self.begin(escape.code(line.strip()))

    @contextmanager
    def inside(self, first: str, prefix: str) -> Iterator[None]:
        """Inside a quotation or a list item, each line begins with `prefix`, and the first one with `first`."""
        self.first.append(first)
        self.prefixes.append(prefix)
        yield
        self.prefixes.pop()
        self.first.pop()
        self.shared = min(self.shared, len(self.prefixes))

    def list(self, block: ItemList) -> None:
        """Python-Markdown numbers every list from 1, and "13. October" may be meant as text: the numbers of a list that
        begins with another one are written as text."""
        numbers_as_text = any(item.number and int(item.number) != 1 for item in block.items[:1])
        for item in block.items:
            if numbers_as_text:
                self.numbered_by_text(item)
            else:
                with self.inside(f"{item.number}. ".ljust(4) if item.number else _BULLET, "    "):
                    self.write_all(item.blocks)

    def numbered_by_text(self, item: ListItem) -> None:
        number = f"{item.number}&#46; "
        with self.inside("", ""):
            if _is_empty(item.blocks):
                return
            if isinstance(item.blocks[0], Paragraph):
                self.text(number, item.blocks[0].content)
                self.write_all(item.blocks[1:])
            else:
                self.begin(number)
                self.write_all(item.blocks)


def _is_empty(blocks: Iterable[Block]) -> bool:
    """Whether blocks hold nothing that a reader sees."""
    for block in blocks:
        if isinstance(block, Quotation):
            empty = _is_empty(block.blocks)
        elif isinstance(block, ItemList):
            empty = all(_is_empty(item.blocks) for item in block.items)
        else:
            empty = False
        if not empty:
            return False
    return True
