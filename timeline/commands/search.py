"""build.py search: the index of a built site."""

from pathlib import Path

import click

from timeline.diagnostics import counted
from timeline.search import SearchError, index_site


@click.command
@click.argument("site", type=click.Path(file_okay=False, path_type=Path))
def command(site: Path) -> None:
    """Index the built site in the folder SITE for its search; `mkdocs build` does it by itself."""
    try:
        click.echo(f"{counted(index_site(site), 'page')} can be found by the search.")
    except SearchError as error:
        raise click.ClickException(str(error)) from error
