#!/usr/bin/env python3
"""Builds the chronology: content/ to docs/timeline/. `python build.py --help` tells the rest."""

import sys
from pathlib import Path

import click

from timeline.diagnostics import as_text, counted, errors, summary
from timeline.pipeline import Outcome, build
from timeline.search import SearchError, index_site

HERE = Path(__file__).parent
ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=HERE,
    help="The project's folder.",
)


@click.group(invoke_without_command=True)
@ROOT
@click.pass_context
def cli(context: click.Context, root: Path) -> None:
    """Build the entries below docs/timeline/ from the articles in content/."""
    context.obj = root.resolve()
    if context.invoked_subcommand is None:
        _report(build(context.obj))


@cli.command()
@click.pass_obj
def check(root: Path) -> None:
    """Report the problems of all files and write nothing."""
    _report(build(root, dry=True))


@cli.command()
@click.argument("site", type=click.Path(file_okay=False, path_type=Path))
def search(site: Path) -> None:
    """Index the built site in the folder SITE for its search; `mkdocs build` does it by itself."""
    try:
        click.echo(f"{counted(index_site(site), 'page')} can be found by the search.")
    except SearchError as error:
        raise click.ClickException(str(error)) from error


def _report(outcome: Outcome) -> None:
    """Shows what was found and done; with an error the exit status is 1."""
    for problem in outcome.problems:
        click.echo(as_text(problem) + "\n", err=True)
    if outcome.problems:
        click.echo(summary(outcome.problems), err=True)
    chronology, changes = outcome.chronology, outcome.changes
    if errors(outcome.problems):
        click.echo("Nothing was written; the last good pages are as they were.", err=True)
        sys.exit(1)
    click.echo(f"{counted(len(chronology.entries), 'entry', 'entries')} from {counted(len(chronology.articles), 'article')}.")
    if changes:
        written = counted(len(changes.written), "file")
        click.echo(f"{written} written, {changes.unchanged} unchanged, {len(changes.removed)} removed.")


if __name__ == "__main__":
    cli()
