"""The generated pages, which the plugin builds itself: only those that changed, and faster than the engine.

For the engine they are files to link to, which are in the site already. It builds the pages of the navigation, of which
every page shows the titles, and those that are written by hand.
"""

from collections.abc import Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from timeline.publish.output import GENERATED

# What other plugins do with pages. Where one of them does, the engine builds all pages, so that nothing is left out.
PAGE_EVENTS = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")


class GeneratedFile(File):
    """A file to link to: a page that the engine neither builds nor copies."""

    @classmethod
    def at(cls, path: str, config: MkDocsConfig) -> "GeneratedFile":
        """The file at a path below docs/."""
        return _generated(File(path, config.docs_dir, config.site_dir, config.use_directory_urls))

    def is_documentation_page(self) -> bool:
        """No: the engine does not build it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing is to be copied."""


def take_over(files: Files, config: MkDocsConfig, plugin: object) -> Files:
    """The files with each generated page that `plugin` builds as a `GeneratedFile`."""
    if config.nav is None or any(_others(config, plugin)):
        return files
    in_nav = set(_paths(config.nav))
    return Files([_generated(file) if _is_ours(file, in_nav) else file for file in files])


def generated_files(files: Files) -> dict[str, GeneratedFile]:
    """Those files, by their path below docs/."""
    return {file.src_uri: file for file in files if isinstance(file, GeneratedFile)}


def _is_ours(file: File, in_nav: set[str]) -> bool:
    is_page = file.src_uri.startswith(f"{GENERATED}/") and file.is_documentation_page()
    return is_page and file.inclusion.is_included() and file.src_uri not in in_nav


def _generated(file: File) -> GeneratedFile:
    return GeneratedFile(
        file.src_uri, file.src_dir, file.dest_dir, file.use_directory_urls, dest_uri=file.dest_uri, inclusion=file.inclusion
    )


def _others(config: MkDocsConfig, plugin: object) -> Iterator[object]:
    """The plugins and hooks, other than this one, that do something with pages."""
    for event in PAGE_EVENTS:
        for method in config.plugins.events[event]:
            of = getattr(method, "__self__", method)
            settings: Any = getattr(of, "config", {})
            if of is not plugin and settings.get("enabled", True):
                yield of


def _paths(nav: Any) -> Iterator[str]:
    """The paths in the navigation of mkdocs.yml."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for value in nav.values():
            yield from _paths(value)
    else:
        for item in nav or ():
            yield from _paths(item)
