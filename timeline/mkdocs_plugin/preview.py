"""The preview of `mkdocs serve` after an edit: the pages that changed, instead of the whole site.

The objects of the last whole build are kept. Whenever more has changed than generated pages (the configuration, the theme, a
page written by hand), the engine builds the whole site again.
"""

import logging
import shutil
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from timeline.model.diagnostics import counted
from timeline.publish.output import GENERATED, PAGES, Changes

log = logging.getLogger("mkdocs.plugins.dateline")
SITEMAP = "sitemap.xml"
QUIET = 1.0  # seconds without an edit, after which what no page shows is brought up to date


class Built(NamedTuple):
    """The objects of a whole build of the engine."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment


class Steps(Protocol):
    """What a preview asks of the plugin."""

    def build_pages(self) -> tuple[Changes | None, Set[str]]:
        """Write the pages that changed. Returns the changes, and the pages to be shown again for another reason."""

    def build_rest(self) -> Changes | None:
        """Write the exports too."""

    def list_generated(self, paths: Iterable[str], removed: Iterable[str]) -> bool:
        """List these generated pages for the engine, and others no more. Whether the list has changed."""

    def build_generated(self, paths: Sequence[str]) -> bool:
        """Build these generated pages again. False if that takes a whole build."""

    def index(self) -> None:
        """Make the search index of the built site."""

    def files_by_hand(self) -> Iterator[Path]:
        """The files that the engine reads, but for generated ones."""


class Preview:
    """Builds after each edit."""

    def __init__(self, whole: Callable[[], None], steps: Steps) -> None:
        """`whole` is the builder of the engine, which builds the whole site."""
        self._whole, self._steps = whole, steps
        self._engine: Any = sys.modules[whole.__globals__["build"].__module__]
        self._seen = self._signatures()
        self._later: threading.Timer | None = None
        self._one_at_a_time = threading.Lock()
        self.built: Built | None = None

    def build(self) -> None:
        """Bring the site up to date after an edit."""
        if self._later:
            self._later.cancel()
        with self._one_at_a_time:
            before, self._seen = self._seen, self._signatures()
            if self.built is None or before != self._seen or not self._build_pages(self.built):
                self.built = None  # it is set by the plugin when a whole build has succeeded
                self._whole()
                return
        self._later = threading.Timer(QUIET, self._build_rest)
        self._later.daemon = True
        self._later.start()

    def _build_pages(self, built: Built) -> bool:
        """Build the pages that changed. False if that takes a whole build."""
        changes, again = self._steps.build_pages()
        if changes is None:
            return True
        known = {path for path in again if built.files.get_file_from_path(path)}  # a new article with errors has no page yet
        pages = _pages(changes) | known
        log.info(f"{counted(len(pages), 'page')} built")
        return self._show(built, changes, pages)

    def _show(self, built: Built, changes: Changes, pages: Set[str]) -> bool:
        """Bring the site up to date with changes of the docs folder, and these pages. False if that takes a whole build."""
        documents = {file.src_uri: file for file in built.files.documentation_pages()}
        if documents.keys() & set(changes.removed):
            return False
        are_others = self._steps.list_generated(sorted(pages - documents.keys()), changes.removed)
        for path in sorted(documents if are_others else documents.keys() & pages):  # they may link to a new page
            page = documents[path].page
            self._engine._populate_page(page, built.config, built.files)
            self._engine._build_page(page, built.config, list(documents.values()), built.nav, built.env)
        if not self._steps.build_generated(sorted(pages - documents.keys())):
            return False
        for path in set(changes.written) - pages:
            target = Path(built.config.site_dir, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(Path(built.config.docs_dir, path), target)
        return True

    def _build_rest(self) -> None:
        """Bring the exports, the list of pages and the search index up to date, when there was no edit for a while."""
        with self._one_at_a_time:
            changes = self._steps.build_rest()
            if built := self.built:
                if changes and not self._show(built, changes, _pages(changes)):
                    self.built = None
                    self._whole()
                    return
                self._engine._build_theme_template(SITEMAP, built.env, built.files, built.config, built.nav)
        self._steps.index()

    def _signatures(self) -> dict[Path, tuple[int, int]]:
        """What tells the files that are written by hand from what they were."""
        found = {}
        for path in self._steps.files_by_hand():
            with suppress(OSError):
                found[path] = (path.stat().st_mtime_ns, path.stat().st_size)
        return found


def _pages(changes: Changes) -> set[str]:
    """The pages that were written."""
    return {path for path in changes.written if path.endswith(".md")}


def files_by_hand(config: MkDocsConfig, *folders: Path) -> Iterator[Path]:
    """The configuration, what is below docs/ and not generated, and the files in other folders."""
    docs = Path(config.docs_dir)
    yield Path(config.config_file_path)
    for path in docs.iterdir():
        if path.is_dir() and path.name != GENERATED:
            yield from (file for file in path.rglob("*") if file.is_file())
        elif path.is_file() and path.name not in PAGES:
            yield path
    for folder in folders:
        yield from (file for file in folder.rglob("*") if file.is_file())
