"""What a build found and did, on a terminal, and the exit status that follows."""

import difflib
import os
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import click

from timeline.checks.formats import Findings
from timeline.model.diagnostics import Diagnostic, as_text, counted, errors, printable, summary
from timeline.pipeline import Outcome
from timeline.project import Project

UNWRITTEN = "Nothing was written; the last good pages are as they were."
FEW = 200  # steps that are done before anyone could see a bar


def report(outcome: Outcome) -> None:
    """Shows what was found and done; with an error the exit status is 1."""
    project = outcome.project
    show(project.problems)
    if errors(project.problems):
        click.echo(UNWRITTEN, err=True)
        sys.exit(1)
    click.echo(_amount(project))
    if changes := outcome.changes:
        written = counted(len(changes.written), "file")
        click.echo(f"{written} written, {changes.unchanged} unchanged, {len(changes.removed)} removed.")


def report_check(project: Project, findings: Findings, files: Sequence[str] | None) -> None:
    """Shows what was found in these files, or in all; with an error in them the exit status is 1."""
    show(findings.shown)
    if findings.elsewhere:
        click.echo(f"{summary(findings.elsewhere)} in other files; `python build.py check` shows them.", err=True)
    if errors(findings.shown):
        if files is None:
            click.echo(UNWRITTEN, err=True)
        sys.exit(1)
    click.echo(_amount(project) if files is None else f"{counted(len(files), 'file')} checked: no error.")


def show(problems: Sequence[Diagnostic]) -> None:
    """The problems and their number, on stderr."""
    for problem in problems:
        click.echo(_coloured(problem) + "\n", err=True)
    if problems:
        code = problems[0].code
        click.echo(f"{summary(problems)}; `python build.py explain {code}` tells more of {code}.", err=True)


def show_difference(path: str, before: str, after: str) -> None:
    """What would change in a file, on stdout, as a unified diff."""
    if "\r\n" in after:  # each line has such an end, and keeps it
        before, after = before.replace("\r\n", "\n"), after.replace("\r\n", "\n")
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for line in difflib.unified_diff(old, new, f"a/{path}", f"b/{path}"):
        shown = "\t".join(printable(part) for part in line.removesuffix("\n").split("\t"))
        if not line.endswith("\n"):
            shown += "\n\\ No newline at end of file"
        click.secho(shown, fg={"-": "red", "+": "green", "@": "cyan"}.get(line[0]))


def bar(what: str, steps: Sequence[Any], few: int = FEW) -> Iterator[Any]:
    """The steps one after the other, with a bar on stderr if that is a terminal and they are not few."""
    with click.progressbar(steps, label=what, file=sys.stderr, hidden=len(steps) < few or not os.isatty(2)) as shown:
        yield from shown


def _amount(project: Project) -> str:
    chronology = project.chronology
    return f"{counted(len(chronology.entries), 'entry', 'entries')} from {counted(len(chronology.articles), 'article')}."


def _coloured(problem: Diagnostic) -> str:
    """The problem with colours; click leaves them out where the output is no terminal."""
    place, (first, *rest) = printable(str(problem.at)), as_text(problem).split("\n")
    code = click.style(problem.code, fg="red" if problem.is_error else "yellow", bold=True)
    told = first.removeprefix(place).replace(problem.code, code, 1)
    help = rest[-1].removeprefix("help:")
    return "\n".join([click.style(place, bold=True) + told, *rest[:-1], click.style("help:", fg="cyan") + help])
