"""build.py check: the problems of all files, and nothing is written."""

from pathlib import Path

import click

from timeline.pipeline import build
from timeline.report import report


@click.command
@click.pass_obj
def command(root: Path) -> None:
    """Report the problems of all files and write nothing."""
    report(build(root, dry=True))
