"""The plugin `dateline` of MkDocs and ProperDocs: builds the pages before a site, and its search index after it.

`mkdocs serve` follows content/. Zensical has no plugins: there `dateline build` does the same before and after.
"""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import click
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from timeline.cache import load, save
from timeline.console.report import bar
from timeline.model.diagnostics import Diagnostic, as_text, errors, first, left_out, summary
from timeline.model.errors import UserError
from timeline.model.memo import Memo
from timeline.pipeline import build
from timeline.publish.output import GENERATED
from timeline.publish.search_index import index_site
from timeline.reading.links import link_in, links_below
from timeline.reading.site_config import FLAT_ADDRESSES, FLAT_ADDRESSES_HELP

log = logging.getLogger("mkdocs.plugins.dateline")
PACKAGE = Path(__file__).parent


class Settings(Config):
    """What mkdocs.yml may set under `plugins: - dateline:`."""

    enabled = Type(bool, default=True)
    """Off: the pages stay as they are, and no search index is made. For a site whose pages `dateline build` has made."""


class DatelinePlugin(BasePlugin[Settings]):
    """Runs the pipeline of Dateline in a build of MkDocs."""

    def __init__(self) -> None:
        self._serving = False
        self._reported: list[str] = []
        self._memo: Memo | None = None  # of a preview, which builds again and again

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
        try:
            problems = self._build(_root(config))
        except UserError as error:
            if not self._serving:
                raise Abort(str(error)) from error
            log.warning(str(error))
            return config
        self._report([*links, *problems])
        if errors(problems) and not self._serving:
            raise Abort(f"{summary(problems)} in content/")
        return config

    def _build(self, root: Path) -> list[Diagnostic]:
        """Build the pages. A preview keeps on disk what its first build has made, and in memory what the later ones have."""
        is_first = self._memo is None
        self._memo = self._memo or load(root)
        outcome = build(root, preview=self._serving, progress=bar, memo=self._memo)
        if is_first:
            save(root, self._memo)
        return outcome.project.problems

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
        if not self.config.enabled:
            return
        try:
            index_site(Path(config.site_dir), bar)
        except UserError as error:
            if not self._serving:
                raise Abort(str(error)) from error
            log.warning(str(error))

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
        """Watch content/, the templates and the hand-written pages, but not the pages that the build itself writes."""
        docs = Path(config.docs_dir)
        if not self.config.enabled:
            return server
        try:
            server.unwatch(str(docs))
        except KeyError:  # without live reload nothing is watched
            return server
        server.watch(str(docs), recursive=False)
        by_hand = [folder for folder in sorted(docs.iterdir()) if folder.is_dir() and folder.name != GENERATED]
        ours = [PACKAGE / "publish/templates", PACKAGE / "publish/theme"]
        for folder in (*by_hand, _root(config) / "content", *ours):
            server.watch(str(folder))
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
