"""The plugin `dateline` of MkDocs and ProperDocs: builds the pages before a site, and its search index after it.

`mkdocs serve` follows content/. Zensical has no plugins: there `dateline build` does the same before and after.
"""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import click
from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from timeline.cache import load, save
from timeline.console.report import bar
from timeline.mkdocs_plugin.banner import banner, errors_by_page
from timeline.mkdocs_plugin.preview import Built, Preview, files_by_hand
from timeline.model.diagnostics import Diagnostic, as_text, errors, first, left_out, summary
from timeline.model.errors import UserError
from timeline.model.memo import Memo
from timeline.pipeline import build
from timeline.publish.output import GENERATED, PAGES, Changes
from timeline.publish.search_index import index_site
from timeline.reading.links import link_in, links_below
from timeline.reading.site_config import FLAT_ADDRESSES, FLAT_ADDRESSES_HELP

log = logging.getLogger("mkdocs.plugins.dateline")
PACKAGE = Path(__file__).parent.parent


class Settings(Config):
    """What mkdocs.yml may set under `plugins: - dateline:`."""

    enabled = Type(bool, default=True)
    """Off: the pages stay as they are, and no search index is made. For a site whose pages `dateline build` has made."""


class DatelinePlugin(BasePlugin[Settings]):
    """Runs the pipeline of Dateline in a build of MkDocs."""

    def __init__(self) -> None:
        self._serving = False
        self._reported: list[str] = []
        self._memo: Memo | None = None
        self._site = Path()
        self._links: list[Diagnostic] = []  # symbolic links, which are not published
        self._root = Path()
        self._parts: dict[str, Any] = {}  # of the build that is under way
        self._preview: Preview | None = None
        self._banners: dict[str, list[str]] = {}  # errors of the article of a page, by the path of the page

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a preview: there a broken article must not stop the rest."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Build the pages, before MkDocs looks for them. Raises Abort on an error in content/, except in a preview."""
        if not config.use_directory_urls:  # from mkdocs.yml or from the command line
            raise Abort(f"{FLAT_ADDRESSES}\nhelp: {FLAT_ADDRESSES_HELP}")
        links = links_below(_root(config), Path(config.docs_dir))
        if links and not self._serving:
            self._report(links)
            raise Abort(f"{summary(links)} in {config.docs_dir}")
        if not self.config.enabled:
            return config
        self._root, self._site, self._links = _root(config), Path(config.site_dir), links
        problems = self._build(later=False)[0]
        if errors(problems) and not self._serving:
            raise Abort(f"{summary(problems)} in content/")
        return config

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Note what a preview needs later."""
        self._parts = {"config": config, "files": files, "nav": nav}
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Note what a preview needs later."""
        self._parts["env"] = env
        return env

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """In a preview, begin the page of an article that has errors with these."""
        found = self._banners.get(page.file.src_uri, ()) if self._serving else ()
        return banner(found) + html if found else html

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out what a preview would publish through a symbolic link; a build has ended before."""
        docs = Path(config.docs_dir)
        for file in list(files):
            path = Path(file.abs_src_path or "")
            if path.is_relative_to(docs) and (docs.is_symlink() or link_in(docs, path)):
                files.remove(file)
        return files

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the search index of the built site."""
        if self.config.enabled:
            self.index()
            if self._preview:
                self._preview.built = Built(**self._parts)

    def _build(self, *, later: bool) -> tuple[list[Diagnostic], Changes | None]:
        """Build the pages, and report their problems. A preview keeps in memory what its later builds have made."""
        is_first = self._memo is None
        self._memo = self._memo or load(self._root)
        try:
            outcome = build(self._root, preview=self._serving, later=later, progress=bar, memo=self._memo)
        except UserError as error:
            self._stop_or_warn(error)
            return [], None
        if is_first:
            save(self._root, self._memo)
        problems = outcome.project.problems
        self._banners = errors_by_page(problems)
        self._report([*self._links, *problems])
        return problems, outcome.changes

    def build_pages(self) -> tuple[Changes | None, set[str]]:
        """See `Steps`."""
        before = self._banners
        _, changes = self._build(later=True)
        return changes, {path for path in {*before, *self._banners} if before.get(path) != self._banners.get(path)}

    def build_rest(self) -> Changes | None:
        """See `Steps`."""
        return self._build(later=False)[1]

    def index(self) -> None:
        """Make the search index of the built site. Raises Abort if it cannot be made, except in a preview."""
        try:
            index_site(self._site, bar)
        except UserError as error:
            self._stop_or_warn(error)

    def _stop_or_warn(self, error: UserError) -> None:
        """End a build by an error. A preview goes on."""
        if not self._serving:
            raise Abort(str(error)) from error
        log.warning(str(error))

    def files_by_hand(self) -> Iterator[Path]:
        """See `Steps`."""
        return files_by_hand(self._parts["config"], PACKAGE / "publish/theme")

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
        """Watch content/, the templates and the hand-written pages, but not the pages that the build itself writes."""
        docs = Path(config.docs_dir)
        if not self.config.enabled:
            return server
        try:
            server.unwatch(str(docs))
        except KeyError:  # without live reload nothing is watched
            return server
        by_hand = [path for path in sorted(docs.iterdir()) if path.name not in (GENERATED, *PAGES)]
        ours = [PACKAGE / "publish/templates", PACKAGE / "publish/theme"]
        for path in (*by_hand, self._root / "content", *ours):
            server.watch(str(path))
        self._preview = Preview(builder, self)
        self._preview.built = Built(**self._parts)
        server.builder = self._preview.build
        return server

    def _report(self, problems: list[Diagnostic]) -> None:
        """Print the problems to stderr. A preview builds often, so the same problems are printed once."""
        texts = [*(as_text(problem) for problem in first(problems)), *filter(None, [left_out(problems)])]
        if texts == self._reported:
            return
        self._reported = texts
        for text in texts:
            click.echo(text + "\n", err=True)
        if self._serving and errors(problems):
            log.info(f"{summary(problems)} in content/; pages that cannot be built keep their last version")
        elif self._serving:
            log.info("content/ has no errors")


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent
