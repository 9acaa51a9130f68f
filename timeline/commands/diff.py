"""dateline diff: show what a branch changes, entry by entry."""

import sys
from pathlib import Path

import click

from timeline.cache import kept
from timeline.commands import pass_root
from timeline.console.report import bar
from timeline.console.terminal import write_output
from timeline.model.errors import UsageError
from timeline.review.diff import Difference, compare
from timeline.review.diff.output import as_json, as_markdown, as_text
from timeline.review.diff.snapshot import base_snapshot, current_snapshot

FORMATS = {"text": as_text, "markdown": as_markdown, "json": as_json}
ERRORS, LOST = 1, 3  # exit status; 2 is a wrong call


@click.command
@click.argument("base", nargs=-1, metavar="BASE")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="Output format.")
@pass_root
def command(root: Path, base: tuple[str, ...], form: str) -> None:
    """Show what changed in the chronology since BASE.

    BASE is a git branch, tag or commit, such as origin/main, or a folder with another copy of the project.

    The exit status is 1 if there are errors, 3 if the address of an entry, an article or a name is lost, else 0.
    """
    if len(base) != 1:  # the message of click would not say what to name
        name = "/".join(base) if len(base) == 2 and base[0] in ("origin", "upstream") else "origin/main"
        raise UsageError("name one revision or folder to compare with", f"for example: dateline diff {name}")
    with kept(root, only_first=True) as memo:
        current = current_snapshot(root, bar, memo)
        _ = current.chronology  # so that the memo has its articles
    difference = compare(base_snapshot(root, base[0], bar, memo.copy()), current)
    output = FORMATS[form](difference)
    if form == "text":
        click.echo(output, nl=False)
    else:
        write_output(output)
    sys.exit(_status(difference))


def _status(difference: Difference) -> int:
    """Errors of the base do not count: they are not of this branch. With errors of its own nobody can say what is lost."""
    if difference.after.errors:
        return ERRORS
    return LOST if difference.lost_addresses else 0
