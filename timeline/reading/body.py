"""The body of an article: its blocks as inert Markdown, with the passages that its paragraphs mark."""

import re
from itertools import takewhile

from markdown_it.token import Token

from timeline.model.diagnostics import Diagnostic, Lines
from timeline.reading import escape
from timeline.reading.passages import Body, Paragraph
from timeline.reading.source_map import Positions
from timeline.reading.spans import MAX_BRACKETS, MAX_MARKS, MAX_NESTING, parser

_PARSER = parser()
_SHOWN = ("inline", "fence", "hr", "heading_open")  # what a reader sees; a list may hold nothing of it
_ITEM = "-   "  # four columns, as Python-Markdown wants what belongs to an item indented by four


def read(lines: Lines, first_line: int) -> Body:
    """The body that begins at a line (from 0) of an article file."""
    text = "\n".join(lines.lines[first_line:])
    if problem := _crowded(text, lines, first_line):
        return Body(problems=[problem])
    reader = _Blocks(lines, first_line)
    reader.read(_PARSER.parse(text))
    if any(problem.code == "P408" for problem in reader.body.problems):  # what was read ends in the middle
        return Body(problems=reader.body.problems)
    return reader.body


def _crowded(text: str, lines: Lines, first_line: int) -> Diagnostic | None:
    """Whether a text has more brackets than its passages could need; then it is not looked at any closer."""
    start = 0
    for part in re.split(r"(\n[^\S\n]*\n)", text):
        brackets = max(part.count(bracket) for bracket in "[]{")
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


def _is_empty(tokens: list[Token], place: int) -> bool:
    """Whether a list item holds nothing that a reader sees; it is not looked at further than to the first thing that is."""
    after = (tokens[number] for number in range(place + 1, len(tokens)))
    inside = takewhile(lambda other: other.level > tokens[place].level, after)
    return not any(other.type in _SHOWN for other in inside)


class _Blocks:
    """Writes block tokens back as Markdown, each block after a blank line, and hands their text to `Paragraph`."""

    def __init__(self, lines: Lines, first_line: int):
        self.lines, self.first_line = lines, first_line
        self.body = Body()
        self.prefix: list[str] = []  # what each quotation and list item around puts before a line
        self.first: list[str] = []  # the same for the next line: a list item begins with its marker
        self.shared = 0  # how many of these the block before stood in too
        self.counted: dict[int, bool] = {}  # by level of a list, whether its numbers are written as text
        self.number = ""  # such a number that waits for the paragraph that it begins

    def read(self, tokens: list[Token]) -> None:
        for place, token in enumerate(tokens):
            if token.type == "list_item_open":
                token.meta["empty"] = _is_empty(tokens, place)
            at = self.lines.at(self.first_line + token.map[0], 0) if token.map else None
            if token.level >= MAX_NESTING and at:
                self.body.problems.append(
                    Diagnostic("P408", at, f"nested more than {MAX_NESTING} deep", "use fewer levels of lists and quotations")
                )
                return
            self.block(token)

    def block(self, token: Token) -> None:
        kind = token.type
        if self.number and kind not in ("paragraph_open", "list_item_close"):
            self.begin(self.take_number())  # it belongs to no paragraph: a line of its own
        if kind == "blockquote_open":
            self.enter("> ", "> ")
        elif kind == "list_item_open":
            self.item(token)
        elif kind in ("blockquote_close", "list_item_close"):
            self.take_number()
            self.prefix.pop()
            self.first.pop()
            self.shared = min(self.shared, len(self.prefix))
        elif kind == "ordered_list_open":
            self.counted[token.level] = "start" in token.attrs
        elif kind == "paragraph_open":
            self.begin(self.take_number())
        elif kind == "heading_open":
            self.begin("#" * min(6, int(token.tag[1]) + 2) + " ")  # below the headings of its page
        elif kind == "hr":
            self.begin("* * *")
        elif kind == "fence":
            self.code(token.content)
        elif kind == "inline":
            start, end = (self.first_line + line for line in token.map or (0, 0))
            Paragraph(self.body, Positions(self.lines, start, end, token.content)).read(token.children or [])

    def item(self, token: Token) -> None:
        """An item of a list. Python-Markdown numbers every list from 1, and "13. October" may be meant as text: the
        numbers of a list that begins with another one are written as text."""
        if token.info and self.counted[token.level - 1]:
            self.enter("", "")
            self.number = "" if token.meta["empty"] else f"{token.info}&#46; "
        else:
            self.enter(f"{token.info}. ".ljust(4) if token.info else _ITEM, "    ")

    def take_number(self) -> str:
        number, self.number = self.number, ""
        return number

    def enter(self, first: str, prefix: str) -> None:
        self.first.append(first)
        self.prefix.append(prefix)

    def begin(self, first: str) -> None:
        """A new block: a blank line, the prefix of what it stands in, its own first characters."""
        blank = "\n" + "".join(self.prefix[: self.shared]).rstrip() + "\n" if self.body.pieces else ""
        self.body.pieces.append(blank + "".join(self.first) + first)
        self.first = list(self.prefix)
        self.shared = len(self.prefix)

    def code(self, content: str) -> None:
        """Code as code spans, a paragraph for each line: after a list, an indented block would be read as a part of the list."""
        for line in content.split("\n"):
            if line.strip():
                self.begin(escape.code(line.strip()))
