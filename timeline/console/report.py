"""Print what a build or a check found, and exit with the status that follows from it."""

import difflib
import os
import sys
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import TypeVar

import click

from timeline.checks.formats import Findings
from timeline.model.diagnostics import Diagnostic, as_text, counted, errors, first, left_out, printable, summary
from timeline.pipeline import Outcome
from timeline.project import Project

BAR_DELAY = 1.0  # seconds for which a stage may run without a progress bar
Step = TypeVar("Step")


def report(outcome: Outcome) -> None:
    """Print the problems and what was written. With an error the program exits with status 1."""
    project = outcome.project
    show(project.problems)
    if errors(project.problems):
        click.echo("Nothing was written.", err=True)
        sys.exit(1)
    click.echo(_amount(project))
    if changes := outcome.changes:
        written = counted(len(changes.written), "file")
        click.echo(f"{written} written, {changes.unchanged} unchanged, {len(changes.removed)} removed.")


def report_check(project: Project, findings: Findings, files: Sequence[str] | None) -> None:
    """Print the problems of `files`, or of all files if it is None. With an error in them the program exits with status 1."""
    show(findings.shown)
    if findings.elsewhere:
        click.echo(f"{summary(findings.elsewhere)} in other files: run `dateline check` to see them.", err=True)
    if errors(findings.shown):
        sys.exit(1)
    click.echo(_amount(project) if files is None else f"{counted(len(files), 'file')} checked, no errors.")


def show(problems: Sequence[Diagnostic]) -> None:
    """Print the problems and their number on stderr. Of very many only the first are printed."""
    for problem in first(problems):
        click.echo(_coloured(problem) + "\n", err=True)
    if more := left_out(problems):
        click.echo(more, err=True)
    if problems:
        code = problems[0].code
        click.echo(f"{summary(problems)}. To read about {code}, run `dateline explain {code}`.", err=True)


def show_difference(path: str, before: str, after: str) -> None:
    """Print on stdout what would change in a file, as a unified diff."""
    if "\r\n" in after:  # every line ends so before and after: the diff need not show it
        before, after = before.replace("\r\n", "\n"), after.replace("\r\n", "\n")
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for line in difflib.unified_diff(old, new, f"a/{path}", f"b/{path}"):
        shown = "\t".join(printable(part) for part in line.removesuffix("\n").split("\t"))
        if not line.endswith("\n"):
            shown += "\n\\ No newline at end of file"
        click.secho(shown, fg={"-": "red", "+": "green", "@": "cyan"}.get(line[0]))


def bar(what: str, steps: Sequence[Step], delay: float = BAR_DELAY) -> Iterator[Step]:
    """Yield the steps, and show a progress bar on stderr once they take longer than `delay` seconds.

    Without a terminal on stderr nothing is shown.
    """
    if not os.isatty(2):
        yield from steps
        return
    start = monotonic()
    with click.progressbar(steps, label=what, file=sys.stderr, hidden=delay > 0) as progress:
        for step in progress:
            yield step
            progress.hidden = progress.hidden and monotonic() - start < delay


def _amount(project: Project) -> str:
    return f"{counted(project.entries, 'entry', 'entries')} from {counted(project.articles, 'article')}."


def _coloured(problem: Diagnostic) -> str:
    """The problem with colours, which click leaves out if the output is not a terminal."""
    place, (first, *rest) = printable(str(problem.at)), as_text(problem).split("\n")
    code = click.style(problem.code, fg="red" if problem.is_error else "yellow", bold=True)
    message = first.removeprefix(place).replace(problem.code, code, 1)
    help = rest[-1].removeprefix("help:")
    return "\n".join([click.style(place, bold=True) + message, *rest[:-1], click.style("help:", fg="cyan") + help])
