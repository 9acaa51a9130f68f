"""Builds of a small project by MkDocs in this process."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import jinja2
from jinja2.bccache import Bucket
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from support.paths import ROOT
from support.small_site import SMALL_SITE
from timeline.publish.output import PAGES

ARTICLES = "content/articles/2022"


class Compiled(jinja2.BytecodeCache):
    """The templates of the engine as they were compiled for the first build: to compile them takes a third of a build."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        found = self.known.get((bucket.key, bucket.checksum))
        if found:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.known[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


COMPILED = Compiled()


def make_project(root: Path) -> Path:
    """A project of two articles, without a warning in a strict build."""
    shutil.copytree(ROOT / "docs", root / "docs", ignore=shutil.ignore_patterns("timeline", *PAGES))
    shutil.copy(ROOT / "mkdocs.yml", root)
    for name, text in {**SMALL_SITE, "docs/about.md": "# About\n\nSee [the chronology](timeline/index.md).\n"}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


get_env = Theme.get_env


def env_of_compiled(theme: Theme) -> jinja2.Environment:
    """The templates of a theme."""
    env = get_env(theme)
    env.bytecode_cache = COMPILED
    return env


@contextmanager
def another_plugin() -> Iterator[None]:
    """MkDocs keeps the plugins of a preview for all configurations of a process; here it makes new ones."""
    known: Any = dict(MkDocsConfig._schema)["plugins"]
    kept = dict(known.plugin_cache)
    known.plugin_cache.clear()
    with mock.patch.object(Theme, "get_env", env_of_compiled):
        yield
    known.plugin_cache.clear()
    known.plugin_cache.update(kept)


def build_site(root: Path, **settings: Any) -> dict[str, bytes]:
    """The files of the site after a strict build."""
    with another_plugin():
        config = load_config(str(root / "mkdocs.yml"), strict=True, **settings)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    return files(root / "site")


def files(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def replace(path: str, old: str, new: str) -> Callable[[Path], None]:
    """An edit of a file of a project."""

    def edit(root: Path) -> None:
        text = (root / path).read_text()
        assert old in text
        (root / path).write_text(text.replace(old, new))

    return edit
