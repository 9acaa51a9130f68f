"""build.py search: the index of a built site."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from timeline.console.report import bar
from timeline.model.diagnostics import counted
from timeline.publish.search_index import index_site


@click.command
@click.argument("site", type=click.Path(file_okay=False, path_type=Path))
def command(site: Path) -> None:
    """Index the built site in the folder SITE for its search; `mkdocs build` does it by itself."""
    click.echo(f"{counted(index_site(site, _bar), 'page')} can be found by the search.")


def _bar(what: str, steps: Sequence[Any]) -> Iterator[Any]:
    """The steps are few, but each takes long where the site is large."""
    return bar(what, steps, few=0)
