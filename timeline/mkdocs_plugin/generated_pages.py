"""The generated pages of a site: each is taken over from the last site where it would be the same, and built otherwise."""

import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, file_sort_key
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from timeline.mkdocs_plugin.banner import banner
from timeline.mkdocs_plugin.generated import GeneratedFile, generated_files
from timeline.mkdocs_plugin.page_builder import PageBuilder, surroundings
from timeline.model.memo import Memo, digest
from timeline.reading.progress import Progress

Banners = Mapping[str, Sequence[str]]


class GeneratedPages:
    """The pages that the plugin builds itself, with the objects of one build of the engine."""

    def __init__(self, config: MkDocsConfig, files: Files, nav: Navigation, env: Environment) -> None:
        self._config, self._files, self._nav = config, files, nav
        self._are_ours = bool(generated_files(files))  # else the engine builds all pages
        self._builder = PageBuilder(config, files, nav, env)
        self.surroundings = surroundings(config, files, nav)

    def build_all(
        self,
        memo: Memo,
        sources: Mapping[str, bytes],
        carry: Callable[[str, bytes], bool],
        banners: Banners,
        progress: Progress,
    ) -> None:
        """Build the pages that cannot be taken over.

        `sources` are the digests of their Markdown, as far as they are known. `carry` takes over a file with this digest, if the
        last site has it.
        """
        gc.freeze()  # the chronology and the objects of the engine stay: the collector need not look through them again and again
        with memo.stage("site") as stage:
            for path, file in progress("Building pages", list(generated_files(self._files).items())):
                of = (self.surroundings, sources.get(path) or digest(file.content_bytes), tuple(banners.get(path, ())))
                known = stage.known(path, of)
                if not known or not carry(file.dest_uri, known):
                    stage.put(path, of, digest(self._build(file, banners)))

    def list(self, paths: Iterable[str], removed: Iterable[str]) -> bool:
        """List these pages for the engine, and remove others. Whether the list has changed."""
        before = len(self._files)
        for path in removed:
            if file := self._files.get_file_from_path(path):
                self._files.remove(file)
            Path(self._config.site_dir, file.dest_uri if file else path).unlink(missing_ok=True)
        is_changed = len(self._files) < before
        for path in paths:
            if not self._files.get_file_from_path(path):
                self._files.append(GeneratedFile.at(path, self._config))
                is_changed = True
        return is_changed

    def build(self, paths: Sequence[str], banners: Banners) -> bool:
        """Build some pages again. False if what all pages show has changed, or if these are pages for the engine."""
        if paths and not self._are_ours:
            return False
        if surroundings(self._config, self._files, self._nav) != self.surroundings:
            return False
        for path in paths:
            file = self._files.get_file_from_path(path)
            if isinstance(file, GeneratedFile):
                self._build(file, banners)
        return True

    def _build(self, file: GeneratedFile, banners: Banners) -> bytes:
        errors = banners.get(file.src_uri)
        html = self._builder.html(file, banner(errors) if errors else "")
        place = Path(file.abs_dest_path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(html)
        return html


def all_pages(config: MkDocsConfig, files: Files) -> Sequence[File]:
    """The files of all pages, for the engine's list of them. Each has a page, which need not be read for that."""
    for file in generated_files(files).values():
        if file.page is None:
            Page(None, file, config)
    return sorted((file for file in files if file.page is not None and file.inclusion.is_included()), key=file_sort_key)
