"""dateline build: the pages and the site, by any of the three engines."""

import subprocess
import sys
from pathlib import Path

import click

from timeline.cache import kept
from timeline.commands import pass_root
from timeline.commands.serve import ENGINES, engine_call
from timeline.console.report import bar, report, show
from timeline.pipeline import build
from timeline.publish.output import DOCS
from timeline.publish.search_index import index_site
from timeline.reading.links import links_below


@click.command
@click.option("--engine", type=click.Choice([*ENGINES, "zensical"]), default="mkdocs", help="What renders the pages.")
@pass_root
def command(root: Path, engine: str) -> None:
    """Build the pages, and the site from them. A warning of the engine is an error."""
    clean = () if engine in ENGINES else ("--clean",)
    call, environment = engine_call(root, engine, "build", "--strict", *clean)  # first: a missing engine is told at once
    if engine in ENGINES:  # its plugin builds the pages and the search index
        sys.exit(_run(call, root, environment))
    if links := links_below(root, root / DOCS):
        show(links)
        sys.exit(1)
    with kept(root) as memo:
        outcome = build(root, progress=bar, memo=memo)
    report(outcome)
    if status := _run(call, root, environment):
        sys.exit(status)
    index_site(_site_folder(root), bar)


def _run(call: list[str], root: Path, environment: dict[str, str]) -> int:
    return subprocess.run(call, cwd=root, env=environment, check=False).returncode


def _site_folder(root: Path) -> Path:
    from mkdocs.config import load_config  # takes long to load

    return Path(load_config(str(root / "mkdocs.yml")).site_dir)
