"""What a build found and did, on a terminal, and the exit status that follows."""

import sys

import click

from timeline.diagnostics import as_text, counted, errors, summary
from timeline.pipeline import Outcome


def report(outcome: Outcome) -> None:
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
