"""What the theme puts around the content of a page, rendered once for all pages of a kind.

The pages of a kind differ in a few values that the theme prints as they are. So it renders one page with marks in the place of
these values, and each page of the kind gets its own values there. Whether the theme prints them as they are is tried with the
first page, and with values that contain all characters that HTML could encode.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

THEME = "dateline"
# What the theme prints of the front matter of a generated page. It asks the rest for its value, or not at all.
PRINTED = ("title", "description", "wording", "publisher", "articles", "spellings")
ASKED = ("type", "hide", "template")
FEEDS = "feeds"  # a folder: the theme prints addresses in it, relative to the page
UNUSED = ("date", "earliest", "latest", "people", "organisations", "places", "topics")
_MARK = re.compile("\x01(\\w+)\x02")
_HEADING = "<h1"  # the theme adds a heading where the content has none

Values = Mapping[str, str]


class Frames:
    """The frames of the kinds of pages, made when they are first needed."""

    def __init__(self, config: MkDocsConfig, render: Callable[[Page], str]) -> None:
        """`render` is what the engine makes of a page with its content."""
        self._usable = config.theme.name == THEME and not config.theme.custom_dir
        self._render = render
        self._frames: dict[object, Sequence[str] | None] = {}

    def framed(self, page: Page) -> str:
        """The page as the engine makes it of its content."""
        values = _values(page)
        kind = (self._usable and values) and _kind(page)
        if not values or not kind:
            return self._render(page)
        if kind not in self._frames:
            self._frames[kind] = self._frame(page, values)
        frame = self._frames[kind]
        return self._render(page) if frame is None else _filled(frame, values)

    def _frame(self, page: Page, values: Values) -> Sequence[str] | None:
        """Texts and, between them, names of values. None if the theme does not print all values as they are."""
        marks = {name: f"\x01{name}\x02" for name in values}
        marked = self._render(_with(page, {**marks, "content": _HEADING + marks["content"]}))
        frame = _MARK.split(marked.replace(_HEADING + marks["content"], marks["content"]))
        trial = {name: f"{_HEADING}>a&amp;<b>\"'{{}} {name}" for name in values}
        tried = ((values, page), (trial, _with(page, trial)))
        return frame if all(_filled(frame, of) == self._render(like) for of, like in tried) else None


def _filled(frame: Sequence[str], values: Values) -> str:
    return "".join(values[part] if place % 2 else part for place, part in enumerate(frame))


def _kind(page: Page) -> object:
    """What is the same for all pages with the same frame; None for a page that must be rendered by itself."""
    meta: Mapping[str, Any] = page.meta
    if not set(meta) <= {*PRINTED, *ASKED, FEEDS, *UNUSED} or "toc" not in meta.get("hide", ()):
        return None
    if meta.get(FEEDS, page.url) != page.url:  # of its own folder these addresses are the same as on the other pages
        return None
    asked = tuple((name, str(meta.get(name))) for name in ASKED)
    return page.url.count("/"), asked, tuple(name in meta for name in (*PRINTED, FEEDS))


def _values(page: Page) -> Values:
    """The values that differ from page to page; empty if the page has not all that a frame needs."""
    first = next(iter(page.toc), None)
    content = page.content or ""
    if first is None or _HEADING not in content or "\x01" in content:
        return {}
    printed = {name: str(page.meta[name]) for name in PRINTED if name in page.meta}
    addresses = {"canonical_url": page.canonical_url, "edit_url": page.edit_url}
    return {"content": content, "first_id": first.id, **printed, **{name: url for name, url in addresses.items() if url}}


def _with(page: Page, values: Values) -> Page:
    """The page with other values."""
    page = copy(page)
    page.meta = {**page.meta, **{name: values[name] for name in PRINTED if name in page.meta}}
    page.content = values["content"]
    page.canonical_url, page.edit_url = values.get("canonical_url"), values.get("edit_url")
    page.toc = TableOfContents([AnchorLink("", values["first_id"], 1)])
    return page
