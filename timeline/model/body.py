"""The body of an article as it was written: blocks, and the inline parts of their text. It holds no Markdown and no HTML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text. A line break of the source is one blank."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A code span."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasised text."""

    content: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Strongly emphasised text."""

    content: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a web or mail address, which has been checked."""

    url: str
    content: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class PassageSpan:
    """The text of a passage. `number` is its index in the passages of the article."""

    number: int
    content: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class DateSpan:
    """Words inside a passage that date its events."""

    content: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text."""

    content: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. `level` is 1 to 6, as in the source."""

    level: int
    content: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines of code, with their line breaks."""

    text: str


@dataclass(frozen=True, slots=True)
class ThematicBreak:
    """A line between two parts of the text."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted blocks."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list. `number` is its number as written; empty in a list with bullets."""

    number: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list, with numbers or with bullets."""

    items: tuple[ListItem, ...]


Inline: TypeAlias = Text | Code | Emphasis | Strong | Link | PassageSpan | DateSpan
Block: TypeAlias = Paragraph | Heading | CodeBlock | ThematicBreak | Quotation | ItemList


def plain_text(content: Iterable[Inline]) -> str:
    """The text of some inline parts on one line, with single blanks."""
    return " ".join("".join(_texts(content)).split())


def unmarked_text(blocks: Iterable[Block]) -> str:
    """The text outside all passages, one line for each paragraph, heading and code block."""
    return "\n".join("".join(_texts(content, passages=False)) for content in _contents(blocks))


def _texts(content: Iterable[Inline], *, passages: bool = True) -> Iterator[str]:
    for part in content:
        if isinstance(part, Text | Code):
            yield part.text
        elif passages or not isinstance(part, PassageSpan):
            yield from _texts(part.content, passages=passages)


def _contents(blocks: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            yield block.content
        elif isinstance(block, CodeBlock):
            yield (Code(block.text),)
        elif isinstance(block, Quotation):
            yield from _contents(block.blocks)
        elif isinstance(block, ItemList):
            for item in block.items:
                yield from _contents(item.blocks)
