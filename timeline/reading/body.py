"""The body of an article: its blocks, with the passages that its paragraphs mark."""

from collections.abc import Iterator

from markdown_it.token import Token

from timeline.model.body import Block, CodeBlock, Heading, Inline, ItemList, ListItem, Paragraph, Quotation, ThematicBreak
from timeline.model.diagnostics import Diagnostic, Lines
from timeline.reading.bounds import OutOfBounds, quoted_too_much, too_large
from timeline.reading.passages import Body, ParagraphReader
from timeline.reading.source_map import SourceMap
from timeline.reading.spans import MAX_NESTING, parser
from timeline.reading.unsupported import html_problem, other_markdown

_PARSER = parser()
_BRACKETS = ("P401", "P402", "P403")  # problems of brackets that have no partner


def read_body(lines: Lines, first_line: int) -> Body:
    """The body that begins at a line (from 0) of an article file."""
    text = "\n".join(lines.lines[first_line:])
    if problem := too_large(text, lines, first_line):
        return Body(problems=[problem])
    body = Body()
    try:
        body.blocks = _BlockReader(body, lines, first_line, _PARSER.parse(text)).blocks()
    except OutOfBounds as found:
        return Body(problems=[Diagnostic(found.code, lines.at(first_line + found.line, 0), found.message, found.help)])
    except _TooDeep:
        return Body(problems=body.problems)
    if problem := quoted_too_much(body.passages):
        return Body(problems=[*body.problems, problem])
    if any(problem.code == "P408" for problem in body.problems):  # the text of a paragraph ends where it is too deep
        return Body(problems=body.problems)
    if any(problem.code in _BRACKETS for problem in body.problems):  # a passage that was lost leaves its date words outside
        body.problems = [problem for problem in body.problems if problem.code != "P407"]
    return body


class _TooDeep(Exception):
    """The blocks are nested too deep. The problem is reported already."""


class _BlockReader:
    """Makes blocks of the tokens of a Markdown parser, and collects passages and problems in a `Body`."""

    def __init__(self, body: Body, lines: Lines, first_line: int, tokens: list[Token]):
        self.body, self.lines, self.first_line = body, lines, first_line
        self.tokens: Iterator[Token] = iter(tokens)

    def blocks(self) -> tuple[Block, ...]:
        """The blocks up to the end of the block that they are in. Raises _TooDeep."""
        found: list[Block] = []
        for token in self.tokens:
            self.check_depth(token)
            if token.nesting < 0:
                break
            found.append(self.block(token))
        return tuple(found)

    def block(self, token: Token) -> Block:
        """The block that a token is or opens, up to its end."""
        if token.type == "blockquote_open":
            return Quotation(self.blocks())
        if token.type in ("ordered_list_open", "bullet_list_open"):
            return ItemList(self.items())
        if token.type == "heading_open":
            return Heading(int(token.tag[1]), self.text())
        if token.type == "fence":
            return CodeBlock(token.content)
        if token.type == "hr":
            return ThematicBreak()
        if token.type == "html_block":
            message, help = html_problem(token.content)
            at = self.lines.at(self.first_line + (token.map or [0])[0], 0)
            self.body.problems.append(Diagnostic("P415", at, message, help))
            return Paragraph(())
        return Paragraph(self.text())

    def items(self) -> tuple[ListItem, ...]:
        """The items of a list that is open."""
        found: list[ListItem] = []
        for token in self.tokens:
            self.check_depth(token)
            if token.nesting < 0:
                break
            found.append(ListItem(token.info, self.blocks()))
        return tuple(found)

    def text(self) -> tuple[Inline, ...]:
        """The text of a paragraph or heading that is open, up to its end."""
        token = next(self.tokens)
        self.check_depth(token)
        start, end = (self.first_line + line for line in token.map or (0, 0))
        reader = ParagraphReader(self.body, SourceMap(self.lines, start, end, token.content))
        for offset, message, help in other_markdown(token.content):
            reader.problem("P414", offset, message, help)
        content = reader.read(token.children or [])
        next(self.tokens)  # the end of the paragraph
        return content

    def check_depth(self, token: Token) -> None:
        if token.level >= MAX_NESTING and token.map:
            at = self.lines.at(self.first_line + token.map[0], 0)
            self.body.problems.append(
                Diagnostic("P408", at, f"nested more than {MAX_NESTING} deep", "use fewer levels of lists and quotations")
            )
            raise _TooDeep
