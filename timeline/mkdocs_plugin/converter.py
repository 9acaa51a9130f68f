"""The Markdown of generated pages to HTML: the same as the engine makes of it, in half the time.

The engine sets Python-Markdown up anew for each page, and follows all links to check them. Here it is set up once, links are
only resolved, and inline patterns are tried only on texts that have their characters.
"""

from functools import lru_cache
from posixpath import dirname, join, normpath
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown import treeprocessors as engine
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.toc import TableOfContents, get_toc
from mkdocs.utils import get_relative_url

# For each inline pattern of Python-Markdown and its extensions: one of these texts is in all that it matches. Other patterns are
# tried on every text.
TRIGGERS = {
    "backtick": ("`", "`"),
    "escape": ("\\", "\\"),
    "reference": ("[", "["),
    "link": ("](", "]("),
    "image_link": ("![", "!["),
    "image_reference": ("![", "!["),
    "short_reference": ("[", "["),
    "short_image_ref": ("![", "!["),
    "bracket_span": ("]{", "]{"),
    "autolink": ("<", "<"),
    "automail": ("<", "<"),
    "linebreak": ("  \n", "  \n"),
    "html": ("<", "<"),
    "entity": ("&", "&"),
    "em_strong": ("*", "_"),
}
ANY = ("", "")
# These change nothing on a page without link definitions.
OF_REFERENCES = frozenset({"reference", "image_reference", "short_reference", "short_image_ref"})


class Converted(NamedTuple):
    """The content of a page as HTML, and its headings."""

    content: str
    toc: TableOfContents


class Converter:
    """Python-Markdown with the extensions of mkdocs.yml."""

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        self._files = files
        self._markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {})
        inline = self._markdown.treeprocessors["inline"]
        if type(inline) is engine.InlineProcessor:
            self._markdown.treeprocessors.register(InlineProcessor(self._markdown), "inline", 20)

    def convert(self, markdown: str, file: File) -> Converted:
        """The content of the page `file` from its Markdown."""
        self._markdown.reset()
        self._markdown.treeprocessors.register(_Links(file, self._files), "relpath", 0)
        content = self._markdown.convert(markdown)
        return Converted(content, get_toc(getattr(self._markdown, "toc_tokens", [])))


class InlineProcessor(engine.InlineProcessor):
    """Leaves out the patterns that cannot match.

    It has the name of its base class because what it replaces is private to that. A version of Python-Markdown that has no such
    method runs all patterns.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._patterns: list[tuple[int, str, str]] = []

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """As the base class does."""
        known = {self.inlinePatterns.get_index_for_name(name): name for name in TRIGGERS if name in self.inlinePatterns}
        without = frozenset() if self.md.references else OF_REFERENCES
        names = [known.get(place, "") for place in range(len(self.inlinePatterns))]
        self._patterns = [(place, *TRIGGERS.get(name, ANY)) for place, name in enumerate(names) if name not in without]
        return super().run(tree, ancestors)

    def __handleInline(self, data: str, patternIndex: int = 0) -> str:
        if isinstance(data, AtomicString):
            return data
        for place, one, other in self._patterns:
            if place < patternIndex or (one not in data and other not in data):
                continue
            matched, start = True, 0
            while matched:
                data, matched, start = self.__applyPattern(self.inlinePatterns[place], data, place, start)  # type: ignore[attr-defined]
        return data


class _Links(Treeprocessor):
    """Links to other pages get the addresses that these have in the site."""

    def __init__(self, file: File, files: Files) -> None:
        super().__init__()
        self._folder, self._url, self._files = dirname(file.src_uri), file.url, files.src_uris

    def run(self, root: Element) -> None:
        """Change the links of a page."""
        for element in root.iter("a"):
            path, mark, anchor = element.get("href", "").partition("#")
            if path and not path.startswith(("http:", "https:", "mailto:")):
                target = self._files.get(_joined(self._folder, path))
                element.set("href", _relative(target.url, self._url) + mark + anchor if target else path + mark + anchor)


@lru_cache(maxsize=1 << 16)
def _joined(folder: str, path: str) -> str:
    return normpath(join(folder, path))


@lru_cache(maxsize=1 << 16)
def _relative(url: str, page: str) -> str:
    return get_relative_url(url, page)
