"""What a person did wrong where YAML cannot be read. The parser of YAML names the place where it gives up, in its own words."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_KEY = re.compile(r"( *)([\w-]+):(?:\s(.*))?$")
_OTHER_BLANK = re.compile(r"[ ]*([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])\s*([\w-]*)")
_APOSTROPHE = re.compile(r"\s*(?:- )?[\w-]+:\s+'(?:[^']|'')*'(?!')(?=[^\s,\]}#])")
_CURLY = re.compile(r"\s*(?:- )?[\w-]+:\s+([“”„«‘’].*)$")


class Mistake(NamedTuple):
    """A mistake in a line (from 0, of the YAML), at a column (from 0), with what it is and what to do."""

    line: int
    column: int
    message: str
    help: str


def find_mistake(lines: Sequence[str], last: int) -> Mistake | None:
    """The first mistake up to the line `last` (from 0), where the parser gave up; None where it is of another kind."""
    for find in (_other_blanks, _apostrophes, _curly_quotes, _indentation):
        if mistake := next(find(lines, last), None):
            return mistake
    return None


def _other_blanks(lines: Sequence[str], last: int) -> Iterator[Mistake]:
    for number, line in enumerate(lines[: last + 1]):
        if found := _OTHER_BLANK.match(line):
            what = f"the line is indented with U+{ord(found[1]):04X}, which YAML does not read as a blank"
            yield Mistake(
                number, found.start(1), what, f"write plain blanks before `{found[2]}`" if found[2] else "write plain blanks"
            )


def _apostrophes(lines: Sequence[str], last: int) -> Iterator[Mistake]:
    for number, line in enumerate(lines[: last + 1]):
        if found := _APOSTROPHE.match(line):
            value = line[line.index("'") + 1 :].rstrip().removesuffix("'")
            what = "an apostrophe ends a value in ' quotation marks"
            yield Mistake(number, found.end() - 1, what, f"use other quotation marks: {_quoted(value)}")


def _curly_quotes(lines: Sequence[str], last: int) -> Iterator[Mistake]:
    """Curly quotation marks are part of the value, so that a colon in it is one of YAML."""
    for number, line in enumerate(lines[: last + 1]):
        if (found := _CURLY.match(line)) and re.search(r":(?:\s|$)", found[1]):
            what = "curly quotation marks do not hold a value together"
            yield Mistake(number, found.start(1), what, f"put straight ones round it: {_quoted(found[1].rstrip())}")


def _quoted(value: str) -> str:
    """A value in quotation marks that it does not have."""
    if '"' in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def _indentation(lines: Sequence[str], last: int) -> Iterator[Mistake]:
    """A key that is beside others and has another number of blanks."""
    levels = [0]  # how many blanks the keys of each level have that is open
    for number, line in enumerate(lines[: last + 1]):
        found = _KEY.fullmatch(line.rstrip())
        if not found:
            continue
        indent, beside = len(found[1]), 0
        while indent < levels[-1]:
            beside = levels.pop()
        if beside and indent > levels[-1]:
            what = f"`{found[2]}` has {indent} blanks before it, and the keys beside it have {beside}"
            yield Mistake(number, indent, what, f"write {beside} blanks before `{found[2]}`, or {indent} before each of them")
            return
        if indent > levels[-1]:
            levels.append(indent)
