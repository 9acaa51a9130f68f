"""HTML, and the Markdown of other programs, in the text of an article. It would be shown as it is written, or vanish."""

import re
from collections.abc import Iterator

_CODE = re.compile(r"(`+).*?\1", re.DOTALL)
_TABLE = re.compile(r"[^\n]*\|[^\n]*\n[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?(?:\n|$)")
_TASK = re.compile(r"\[[ xX]\][ \t]")
_FOOTNOTE = re.compile(r"(?<!\\)\[\^[^\]\s]+\]:?")
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*<?(?:https?:|mailto:|www\.|[/#.])[^\n]*$", re.MULTILINE)

HTML_HELP = "write Markdown: *emphasis*, [words](https://example.org/…); write \\< for a plain <"
COMMENT_HELP = "remove it, because everything in the text is published; write notes for editors in the head, after a #"


def html_problem(markup: str) -> tuple[str, str]:
    """Message and help for HTML in a text."""
    if markup.lstrip().startswith("<!--"):
        return "an HTML comment", COMMENT_HELP
    return f"HTML: {markup.split(maxsplit=1)[0][:40].rstrip('>') + ('>' if '>' in markup else '')}", HTML_HELP


def other_markdown(text: str) -> Iterator[tuple[int, str, str]]:
    """Each piece of Markdown of other programs in the source of a paragraph: its offset, message and help."""
    plain = _CODE.sub(lambda found: " " * len(found[0]), text)
    if _TABLE.match(plain):
        yield 0, "a table", "write its rows as a list or as sentences"
        return
    if _TASK.match(plain):
        yield 0, "a task list", "write a list without the boxes"
    if "[^" not in plain and "]:" not in plain:  # as in nearly every paragraph; the patterns are slow
        return
    for found in _FOOTNOTE.finditer(plain):
        yield found.start(), "a footnote", "write it into the sentence, in brackets, or as a link"
    for found in _DEFINITION.finditer(plain):
        yield (
            found.start(),
            "a link that is defined apart from its words",
            "write it where it is used: [words](https://example.org/…)",
        )
