"""What a reader sees of Markdown as the site's engine renders it, and what in it could act."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from html.parser import HTMLParser
from urllib.parse import urlsplit

import markdown

# The extensions of mkdocs.yml; tests/reading/test_escape.py compares the two lists.
EXTENSIONS = ["attr_list", "md_in_html", "tables", "fenced_code", "toc", "pymdownx.bracketspan"]
ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "data", "srcset", "poster", "background", "ping")
# What the writer of bodies makes, and the address that `toc` gives to headings.
OF_BODIES = {
    **dict.fromkeys(("p", "em", "strong", "blockquote", "ul", "ol", "li", "hr", "pre", "code"), ()),
    **dict.fromkeys(["h1", "h2", "h3", "h4", "h5", "h6"], ("id",)),
    "a": ("href",),
    "span": ("class", "id"),
}
_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "hr", "pre", "table", "tr", "td", "th", "div"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.other: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.text.append("\n" if tag in _BLOCKS else "")

    def handle_endtag(self, tag: str) -> None:
        self.text.append("\n" if tag in _BLOCKS else "")

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        self.other.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.other.append(f"declaration {decl}")

    def unknown_decl(self, data: str) -> None:
        self.other.append(f"declaration {data}")

    def handle_pi(self, data: str) -> None:
        self.other.append(f"instruction {data}")


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=EXTENSIONS)


def to_html(text: str) -> str:
    """Markdown as MkDocs renders it, with the extensions of mkdocs.yml."""
    return _converter().reset().convert(text)


def text_of(html: str) -> str:
    """The visible text, each run of white space as one blank."""
    return " ".join("".join(_read(html).text).split())


def tags_of(html: str) -> list[tuple[str, dict[str, str | None]]]:
    return _read(html).tags


def live(html: str, allowed: dict[str, tuple[str, ...]] = OF_BODIES) -> list[str]:
    """Whatever is in HTML beyond the allowed elements and attributes, and every address that is not a web or mail address."""
    found = _read(html)
    return [*found.other, *(fault for tag, attributes in found.tags for fault in _faults(tag, attributes, allowed))]


def _faults(tag: str, attributes: dict[str, str | None], allowed: dict[str, tuple[str, ...]]) -> Iterator[str]:
    if tag not in allowed:
        yield f"<{tag}>"
    for name, value in attributes.items():
        if name not in allowed.get(tag, ()):
            yield f"<{tag} {name}={value!r}>"
        if name in ADDRESSES and urlsplit(re.sub(r"[\x00-\x20]", "", value or "")).scheme not in ("http", "https", "mailto"):
            yield f"<{tag} {name}={value!r}>"


@lru_cache(maxsize=2)  # a test asks for the text and the elements of the same HTML
def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader
