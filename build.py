#!/usr/bin/env python3
"""Builds the chronology: content/ to docs/timeline/. `python build.py --help` tells the rest."""

import os
from pathlib import Path

import click

from timeline.commands import Commands
from timeline.console.terminal import show_any_text

HERE = Path(__file__).parent
ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=HERE,
    help="The project's folder.",
)


@click.group(cls=Commands, invoke_without_command=True)
@ROOT
@click.pass_context
def cli(context: click.Context, root: Path) -> None:
    """Build the entries below docs/timeline/ from the articles in content/."""
    show_any_text()
    context.obj = root.resolve()
    context.color = False if os.environ.get("NO_COLOR") else None  # None: on a terminal alone
    if context.invoked_subcommand is None:
        from timeline.console.report import bar, report
        from timeline.pipeline import build

        report(build(context.obj, progress=bar))


if __name__ == "__main__":
    cli()
