"""dateline check: the problems of all files or of some, for people and for programs; and what is safe to correct."""

import sys
from pathlib import Path

import click

from timeline.cache import kept
from timeline.checks.formats import Findings, formats, render
from timeline.commands import pass_root
from timeline.console.file_arguments import chosen_files, content_files
from timeline.console.report import bar, report_check, show_difference
from timeline.console.terminal import stdin_is_interactive, stdout_is_interactive, write_output
from timeline.contribute.edits import save
from timeline.contribute.fixes import Correction, corrections
from timeline.model.diagnostics import Diagnostic, counted, errors, ordered
from timeline.model.errors import UsageError
from timeline.project import load
from timeline.publish.output import DOCS
from timeline.reading.links import links_below
from timeline.reading.vocabulary import read_vocabulary


@click.command
@click.argument("names", nargs=-1, metavar="[FILES]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *formats()], case_sensitive=False),
    default="text",
    help="Format of the report.",
)
@click.option("--fix", is_flag=True, help="Show what is safe to correct, ask, and correct it.")
@click.option("--yes", is_flag=True, help="With --fix: do not ask.")
@pass_root
def command(root: Path, names: tuple[str, ...], form: str, fix: bool, yes: bool) -> None:
    """Report the problems of all files, or of FILES alone, and write no page.

    FILES are articles, folders of articles, or files of the vocabulary. All of the content is read in any case, for what
    several articles say of one event must fit together.

    The exit status is 1 if an error is shown, 0 if none is (notes do not count), 2 if the command is called wrongly. With
    --fix, but without --yes and without a terminal that could be asked, the difference alone is shown, and the exit status
    is 1 if there is something to correct, 0 if not.
    """
    if fix and form != "text":
        raise UsageError("--fix cannot be used with --format", "run `dateline check --fix` without --format")
    if yes and not fix:
        raise UsageError("--yes needs --fix", "write `dateline check --fix --yes`")
    files = chosen_files(root, names) if names else None
    if fix:
        files = content_files(root) if files is None else files
        _correct(root, files, yes)
    _check(root, files, form)


def _check(root: Path, files: list[str] | None, form: str) -> None:
    with kept(root, only_first=True) as memo:
        project = load(root, bar, memo)
    within = None if files is None else frozenset(files)
    shown: list[Diagnostic] = []
    elsewhere: list[Diagnostic] = []
    for problem in ordered([*project.problems, *links_below(root, root / DOCS)]):
        (shown if within is None or problem.at.path in within else elsewhere).append(problem)
    findings = Findings(shown, elsewhere)
    if form == "text":
        report_check(project, findings, files)
    else:
        write_output(render(form, findings))
        sys.exit(bool(errors(findings.shown)))


def _correct(root: Path, files: list[str], yes: bool) -> None:
    """Show what is safe to correct, and correct it after a yes. Without one the program ends here."""
    asked = stdin_is_interactive() and stdout_is_interactive()
    found = list(corrections(root, bar("Reading", files), read_vocabulary(root)[0]))
    for correction in found:
        show_difference(correction.path, correction.before, correction.after)
    amount = counted(len(found), "file")
    if not found:
        click.echo("There is nothing that can be corrected safely.")
        if not (yes or asked):
            sys.exit(0)
    elif yes or (asked and click.confirm(f"Correct {amount}?")):
        _write(root, found)
    elif asked:
        click.echo("No changes made.")
        sys.exit(1)
    else:
        click.echo(f"{amount} can be corrected. No changes made; add `--yes` to correct.")
        sys.exit(1)


def _write(root: Path, found: list[Correction]) -> None:
    for correction in found:
        save(root, correction.path, correction.before, correction.after)
    click.echo(f"{counted(len(found), 'file')} corrected.")
