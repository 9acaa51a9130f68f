"""The plugin `dateline` of MkDocs and ProperDocs: builds the pages before a site, and its search index after it.

`mkdocs serve` follows content/. Zensical has no plugins: there `dateline build` does the same before and after.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Literal

import click
from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from timeline.cache import load, save
from timeline.console.report import bar
from timeline.mkdocs_plugin.banner import banner, errors_by_page
from timeline.mkdocs_plugin.blanks import leave_out_blanks
from timeline.mkdocs_plugin.frame import THEME
from timeline.mkdocs_plugin.generated import take_over
from timeline.mkdocs_plugin.generated_pages import GeneratedPages, all_pages
from timeline.mkdocs_plugin.page_builder import ENGINE
from timeline.mkdocs_plugin.preview import SITEMAP, Built, Preview, files_by_hand
from timeline.mkdocs_plugin.site_folder import SiteFolder
from timeline.model.diagnostics import Diagnostic, as_text, errors, first, left_out, summary
from timeline.model.errors import UserError
from timeline.model.memo import Memo
from timeline.pipeline import build
from timeline.publish.build_lock import one_build
from timeline.publish.output import GENERATED, PAGES, Changes, has_digest
from timeline.publish.search_index import index_site
from timeline.reading.links import link_in, links_below
from timeline.reading.site_config import FLAT_ADDRESSES, FLAT_ADDRESSES_HELP

log = logging.getLogger("mkdocs.plugins.dateline")
PACKAGE = Path(__file__).parent.parent
FIRST, LAST = 100, -100  # before and after other plugins


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
        self._new_site: SiteFolder | None = None
        self._lock = ExitStack()
        self._generated: GeneratedPages | None = None
        self._sources: Mapping[str, bytes] = {}  # the digests of generated files, by their path below docs/
        self._links: list[Diagnostic] = []  # symbolic links, which are not published
        self._root = Path()
        self._parts: dict[str, Any] = {}  # of the build that is under way
        self._preview: Preview | None = None
        self._banners: dict[str, list[str]] = {}  # errors of the article of a page, by the path of the page

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a preview: there a broken article must not stop the rest."""
        self._serving = command == "serve"

    @event_priority(FIRST)  # other plugins may keep the folder of the site
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
        self._lock.close()
        try:
            self._begin(config)
        except UserError as error:
            raise Abort(str(error)) from error
        return config

    def _begin(self, config: MkDocsConfig) -> None:
        """Build the pages, and make a folder aside for a new site. A preview has a folder of its own."""
        if self._serving:
            self._build(later=False)
            return
        self._lock.enter_context(one_build(self._root))
        problems = self._build(later=False)[0]
        if errors(problems):
            raise Abort(f"{summary(problems)} in content/")
        if self._site.is_mount():  # it cannot be renamed, so the engine writes into it
            return
        self._new_site = SiteFolder(self._site)
        config.site_dir = str(self._new_site.path)
        logging.getLogger(f"{ENGINE}.commands.build").addFilter(self._name_of_site)

    def _name_of_site(self, record: logging.LogRecord) -> bool:
        """The engine tells where the site will be, not where it is made."""
        if self._new_site:
            record.msg = str(record.msg).replace(str(self._new_site.path), str(self._site))
        return True

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Note what a preview needs later."""
        self._parts = {"config": config, "files": files, "nav": nav}
        return nav

    @event_priority(LAST)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Build the generated pages, when the engine has read the others."""
        self._parts["env"] = env
        if config.theme.name == THEME:  # those of other themes may mean something
            leave_out_blanks(env, config.theme.custom_dir)
        if self.config.enabled:
            self._generated = GeneratedPages(config, files, self._parts["nav"], env)
            memo = self._memo or Memo()
            self._generated.build_all(memo, self._sources, self._carry, self._banners if self._serving else {}, bar)
        return env

    def _carry(self, path: str, known: bytes) -> bool:
        """Whether the site has a file with this digest, or could take it over from the last one."""
        if self._new_site is not None:
            return self._new_site.carry(path, known)
        return has_digest(Path(self._parts["config"].site_dir, path), known)

    def on_template_context(self, context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> TemplateContext:
        """The sitemap has the generated pages too."""
        if template_name == SITEMAP and self.config.enabled:
            context["pages"] = all_pages(config, self._parts["files"])
        return context

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """In a preview, begin the page of an article that has errors with these."""
        found = self._banners.get(page.file.src_uri, ()) if self._serving else ()
        return banner(found) + html if found else html

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out what a preview would publish through a symbolic link (a build has ended before), and take over pages."""
        docs = Path(config.docs_dir)
        for file in list(files) if self._links else ():
            path = Path(file.abs_src_path or "")
            if path.is_relative_to(docs) and (docs.is_symlink() or link_in(docs, path)):
                files.remove(file)
        return take_over(files, config, self) if self.config.enabled else files

    @event_priority(LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the search index of the built site, and put the site in place, unless warnings end the build."""
        if not self.config.enabled:
            return
        self.index()
        if self._preview:
            self._preview.built = Built(**self._parts)
        if self._new_site and not (config.strict and _has_warnings()):
            try:
                self._new_site.put_in_place()
            except UserError as error:
                raise Abort(str(error)) from error
            config.site_dir, self._new_site = str(self._site), None
            save(self._root, self._memo or Memo())
        self._lock.close()

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
        self._sources = outcome.digests
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
            index_site(Path(self._parts["config"].site_dir), bar, memo=self._memo, carry=self._carry)
        except UserError as error:
            self._stop_or_warn(error)

    def _stop_or_warn(self, error: UserError) -> None:
        """End a build by an error. A preview goes on."""
        if not self._serving:
            raise Abort(str(error)) from error
        log.warning(str(error))

    def list_generated(self, paths: Iterable[str], removed: Iterable[str]) -> bool:
        """See `Steps`."""
        return self._generated is not None and self._generated.list(paths, removed)

    def build_generated(self, paths: Sequence[str]) -> bool:
        """See `Steps`."""
        return self._generated is not None and self._generated.build(paths, self._banners)

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


def _has_warnings() -> bool:
    """Whether the engine has counted warnings, which end a strict build after all events."""
    return any(isinstance(handler, CountHandler) and handler.get_counts() for handler in logging.getLogger(ENGINE).handlers)
