"""dateline search: the index of a built site."""

from functools import partial
from pathlib import Path

import click

from timeline.console.report import bar
from timeline.model.diagnostics import counted
from timeline.publish.search_index import index_site


@click.command
@click.argument("site", type=click.Path(file_okay=False, path_type=Path))
def command(site: Path) -> None:
    """Index the built site in the folder SITE for its search; `mkdocs build` does it by itself."""
    show_at_once = partial(bar, delay=0)  # the steps are few, and each takes long where the site is large
    click.echo(f"{counted(index_site(site, show_at_once), 'page')} can be found by the search.")
