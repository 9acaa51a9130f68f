"""Builds generated pages with the objects of the engine, and says what a built page depends on."""

import sys
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from timeline.cache import program
from timeline.mkdocs_plugin.converter import Converter
from timeline.mkdocs_plugin.frame import Frames
from timeline.mkdocs_plugin.generated import GeneratedFile
from timeline.publish.output import GENERATED

ENGINE = File.__module__.partition(".")[0]  # mkdocs or properdocs, which takes its place
# Settings that say where things are. No page shows them.
PLACES = ("config_file_path", "docs_dir", "site_dir", "dev_addr", "watch", "plugins", "pages", "nav")


class PageBuilder:
    """Makes the HTML of generated pages, when the pages of the navigation have been read."""

    def __init__(self, config: MkDocsConfig, files: Files, nav: Navigation, env: Environment) -> None:
        self._config, self._nav, self._env = config, nav, env
        self._documents = files.documentation_pages()
        self._engine: Any = sys.modules[f"{ENGINE}.commands.build"]
        self._converter = Converter(config, files)
        self._frames = Frames(config, self._render)

    def html(self, file: GeneratedFile, banner: str = "") -> bytes:
        """The built page of a file. A `banner` begins its content."""
        page = Page(None, file, self._config)
        page.read_source(self._config)
        page.content, page.toc = self._converter.convert(page.markdown or "", file)
        page.content = banner + page.content
        file.page = None  # else all pages of the site would stay in memory
        return self._frames.framed(page).encode("utf-8", errors="xmlcharrefreplace")

    def _render(self, page: Page) -> str:
        """What the engine makes of a page with its content. No other plugin has a say in it (see `generated.take_over`)."""
        page.active = True
        context = self._engine.get_context(self._nav, self._documents, self._config, page)
        template = self._env.get_template(page.meta.get("template", "main.html"))
        html: str = template.render(context)
        return html


def surroundings(config: MkDocsConfig, files: Files, nav: Navigation) -> bytes:
    """A digest of all that the built page of a file depends on, other than the text of the file.

    These are the programs, the configuration, the templates of the site, the titles in the navigation, and which pages written
    by hand there are to link to.
    """
    found = blake2b(program(), digest_size=16)
    for part in (_installed(), _stated(dict(config)), *_templates(config), *_navigation(nav), *_by_hand(files)):
        found.update(repr(part).encode("utf-8", errors="surrogatepass") + b"\n")
    return found.digest()


@cache
def _installed() -> list[str]:
    return sorted(f"{found.name} {found.version}" for found in metadata.distributions())


def _stated(value: Any) -> Any:
    """A setting as plain values. Of an object that is not one, the name of its type or of itself."""
    if isinstance(value, Theme):
        return [value.name, _stated(dict(value))]
    if isinstance(value, Mapping | Config):
        return [(str(key), _stated(value[key])) for key in sorted(value, key=str) if key not in PLACES]
    if isinstance(value, list | tuple | set | frozenset):
        stated = [_stated(part) for part in value]
        return sorted(stated, key=repr) if isinstance(value, set | frozenset) else stated
    if value is None or isinstance(value, str | int | float | bytes | bool):
        return value
    return getattr(value, "__qualname__", type(value).__qualname__)


def _templates(config: MkDocsConfig) -> Iterator[object]:
    folder = config.theme.custom_dir
    for file in sorted(path for path in Path(folder).rglob("*") if path.is_file()) if folder else ():
        yield str(file.relative_to(str(folder))), file.read_bytes()


def _navigation(nav: Navigation) -> Iterator[object]:
    """What every page shows of the navigation. What else the front matter of a generated page says, no other page shows."""
    for item in _items(nav.items):
        meta = dict(item.meta) if isinstance(item, Page) else {}
        is_generated = isinstance(item, Page) and item.file.src_uri.startswith(f"{GENERATED}/")
        yield item.title, getattr(item, "url", ""), meta.get("empty"), {} if is_generated else _stated(meta)


def _items(items: Any) -> Iterator[Any]:
    for item in items:
        yield item
        yield from _items(item.children or ())


def _by_hand(files: Files) -> Iterator[object]:
    for file in files:
        if not file.src_uri.startswith(f"{GENERATED}/") and not isinstance(file, GeneratedFile) and file.is_documentation_page():
            yield file.src_uri, file.url
