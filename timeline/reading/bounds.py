"""Bounds on the text of an article. Site engines take time by the square of what a paragraph holds, so a text that goes
beyond them is refused before the parser looks at it any closer.

Real articles stay far below: their longest paragraphs have about 5,000 characters and some dozens of special ones.
"""

import re
from collections.abc import Iterable

from markdown_it.rules_core import StateCore

from timeline.model.article import Passage
from timeline.model.body import Code, Inline, Text
from timeline.model.diagnostics import Diagnostic, Lines

MAX_BRACKETS = 300  # in one paragraph: finding the partner of each takes time by their square
MAX_MARKS = 1000  # in one article: passages and date words
MAX_PARAGRAPH = 20_000  # characters
MAX_SPECIAL = 2_000  # special characters in one paragraph: an engine copies the paragraph for each
MAX_SPECIAL_IN_ALL = 20_000  # of one file, with its head
MAX_LINES = 10_000
MAX_BLOCKS = 5_000  # paragraphs, headings, list items, lines of code
MAX_QUOTED = 400_000  # characters of passages; the page of each event shows its passages again
_SPECIAL = re.compile(r"[\\`*_\[\]{}<>&|~#!]")  # what escape.py encodes, and what begins markup


class OutOfBounds(Exception):
    """A text that is too much. `line` is counted from 0, from the first line of the text that is parsed."""

    def __init__(self, code: str, line: int, message: str, help: str):
        super().__init__(message)
        self.code, self.line, self.message, self.help = code, line, message, help


def too_large(text: str, lines: Lines, first_line: int) -> Diagnostic | None:
    """Why a body, which begins at a line (from 0) of an article, is too large to be parsed."""
    at = lines.at(first_line, 0)
    if (marks := text.count("]{")) > MAX_MARKS:
        return Diagnostic("P409", at, f"{marks} marks in one article", f"split the article: {MAX_MARKS} are allowed")
    if (amount := text.count("\n") + 1) > MAX_LINES:
        return Diagnostic("P416", at, f"{amount:,} lines in one article", f"split the article: {MAX_LINES:,} are allowed")
    if (amount := sum(special(line) for line in lines.lines)) > MAX_SPECIAL_IN_ALL:
        return _too_many_special(lines, amount)
    return None


def _too_many_special(lines: Lines, amount: int) -> Diagnostic:
    """Points to the line that has the most of them."""
    line = max(range(len(lines.lines)), key=lambda number: special(lines.lines[number]))
    message = f"{amount:,} special characters in one article"
    return Diagnostic("P416", lines.at(line, 0), message, f"remove those that are no text: {MAX_SPECIAL_IN_ALL:,} are allowed")


def check_blocks(state: StateCore) -> None:
    """A rule of the parser, after it has found the blocks and before it reads their text. Raises OutOfBounds."""
    blocks = 0
    for token in state.tokens:
        line = token.map[0] if token.map else 0
        blocks += token.content.count("\n") if token.type == "fence" else token.nesting > 0
        if blocks > MAX_BLOCKS:
            help = f"split the article: {MAX_BLOCKS:,} are allowed"
            raise OutOfBounds("P416", line, f"more than {MAX_BLOCKS:,} paragraphs and list items in one article", help)
        if token.type == "inline":
            _check_paragraph(token.content, line)


def _check_paragraph(text: str, line: int) -> None:
    help = "split the paragraph: {:,} are allowed"
    if (brackets := max(text.count(bracket) for bracket in "[]{")) > MAX_BRACKETS:
        raise OutOfBounds("P409", line, f"{brackets} brackets in one paragraph", help.format(MAX_BRACKETS))
    if len(text) > MAX_PARAGRAPH:
        raise OutOfBounds("P416", line, f"{len(text):,} characters in one paragraph", help.format(MAX_PARAGRAPH))
    if (amount := special(text)) > MAX_SPECIAL:
        raise OutOfBounds("P416", line, f"{amount:,} special characters in one paragraph", help.format(MAX_SPECIAL))


def quoted_too_much(passages: Iterable[Passage]) -> Diagnostic | None:
    """The passage with which the pages of the events would show too much of an article."""
    quoted = marked_up = 0
    for passage in passages:
        quoted += len(passage.text) * len(passage.events)
        marked_up += (special(passage.text) + _parts(passage.content)) * len(passage.events)
        if quoted > MAX_QUOTED or marked_up > MAX_SPECIAL_IN_ALL:
            much = f"{MAX_QUOTED:,} characters" if quoted > MAX_QUOTED else f"{MAX_SPECIAL_IN_ALL:,} special characters and marks"
            message = f"the passages up to here have more than {much}, counted once for each of their events"
            return Diagnostic("P416", passage.at, message, "mark shorter passages, or name fewer events in each")
    return None


def _parts(content: Iterable[Inline]) -> int:
    """How many pieces of text, links and pieces of emphasis or code there are in a passage."""
    return sum(1 + (0 if isinstance(part, Text | Code) else _parts(part.content)) for part in content)


def special(text: str) -> int:
    """How many characters of a text Markdown or HTML could take for markup."""
    return len(_SPECIAL.findall(text))
