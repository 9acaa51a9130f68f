"""Untrusted text written so that no Markdown or HTML reader takes any of it for markup.

A backslash does not protect `<` in Python-Markdown, so the active characters become entities; the others stay
as they are, for the generated files are to be read by people too.
"""

import re
from html import escape
from urllib.parse import quote

from timeline.reading.unsafe_characters import UNSAFE

_ACTIVE = re.compile(r"[\\`*_\[\]{}<>&|~#]|!$")  # a last ! would make an image of the link after it
_ENTITY = {character: f"&#{ord(character)};" for character in "\\`*_[]{}|~#!"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
# What would begin a block if it began a line: lists, rules, admonitions, definitions.
_BLOCK_START = re.compile(r"[+\-=:!?%^]|\d+(?=[.)](?:\s|$))")

_BLANK_LOST = re.compile(r"\t|\s$")  # blanks that a reader of Markdown would change


def plain(text: str) -> str:
    """Text on one line, runs of white space as one blank.

    What text must not hold (an entity of the source may name it) is shown as lost.
    """
    return " ".join(_without_unsafe(text).split())


def inline(text: str) -> str:
    """Plain text as Markdown that shows exactly this text. Runs of white space become one blank."""
    return _at_start(_encoded(plain(text)))


def within(text: str, *, begins: bool = False) -> str:
    """The same for text inside a line: its blanks at both ends stay. `begins` means that it may begin a block."""
    lead, words, trail = _ends(text)
    written = _encoded(words)
    return lead + (_at_start(written) if begins else written) + trail


def code(text: str) -> str:
    """A code span that shows exactly this text. Between backticks an HTML reader would still see its tags."""
    lead, words, trail = _ends(text)
    return f"{lead}<code>{_encoded(words)}</code>{trail}" if words else lead


def preformatted(text: str) -> str:
    """Text of several lines for `<pre>` in a block of HTML: its blanks and line breaks stay.

    No line of what comes out is empty or ends in a blank: a reader of Markdown could take the block for ended there.
    """
    first, *others = _without_unsafe(text).split("\n")
    return _encoded_line(first) + "".join(("\n" if line.strip() else "&#10;") + _encoded_line(line) for line in others)


def _without_unsafe(text: str) -> str:
    return text if text.isprintable() else UNSAFE.sub("\ufffd", text)  # no unsafe character is printable


def _encoded_line(line: str) -> str:
    return _BLANK_LOST.sub(lambda blank: f"&#{ord(blank[0])};", _encoded(line))


def attribute(text: str) -> str:
    """Plain text for an HTML attribute or for a title that a theme writes out as HTML."""
    return escape(plain(text), quote=True).replace("&#x27;", "'")


def url(address: str) -> str:
    """A checked address as a Markdown link destination: what could end it early is percent-encoded."""
    return quote(address, safe="!#$%&+,-./:;=?@_~'").replace("'", "%27")


def _encoded(text: str) -> str:
    return _ACTIVE.sub(lambda found: _ENTITY[found[0]], text)


def _ends(text: str) -> tuple[str, str, str]:
    """The words of a text, each run of white space one blank, and the blanks before and after them."""
    words = plain(text)
    return " " * text[:1].isspace(), words, " " * (text[-1:].isspace() and bool(words))


def _at_start(text: str) -> str:
    begin = _BLOCK_START.match(text)
    if not begin:
        return text
    if begin[0].isdigit():  # "1. " would be a list
        return f"{begin[0]}&#{ord(text[begin.end()])};{text[begin.end() + 1 :]}"
    return f"&#{ord(begin[0])};{text[1:]}"
