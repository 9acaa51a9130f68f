"""dateline init: the files of a new chronology."""

from pathlib import Path

import click

from timeline.console.terminal import stdin_is_interactive
from timeline.contribute.drafts.draft import clean, fits
from timeline.contribute.starter import forges, starter_files
from timeline.model.diagnostics import counted, printable
from timeline.model.errors import UserError
from timeline.reading.atomic_write import create


@click.command
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", help="Name of the chronology, as readers see it.")
@click.option("--url", help="Address at which readers will find the site: https://…/")
@click.option("--forge", type=click.Choice(forges()), help="Add workflows, an issue form and templates for this forge.")
def command(folder: Path, name: str | None, url: str | None, forge: str | None) -> None:
    """Make a new chronology in FOLDER, with one example article. Existing files are never overwritten."""
    name, url = _name(name), _url(url)
    files = starter_files(name, url, forge)
    if existing := [path for path in files if (folder / path).exists()]:
        raise UserError(
            f"{printable(str(folder))} has {counted(len(existing), 'file')} of this name: {', '.join(existing)}",
            "name another folder; no file was written",
        )
    try:
        for path, text in files.items():
            create(folder / path, text)
    except OSError as error:
        raise UserError(
            f"{printable(str(error.filename))} cannot be written: {error.strerror}", "choose a folder that you may write to"
        ) from error
    click.echo(f"{counted(len(files), 'file')} written. Next:\n\n  cd {printable(str(folder))}\n  dateline serve --open")


def _name(given: str | None) -> str:
    while not given:
        if not stdin_is_interactive():
            raise UserError(
                "this is not an interactive terminal, so --name is needed",
                'for example: dateline init harbour --name "The harbour"',
            )
        given = clean(click.prompt("Name of the chronology"))
    if not fits("title", given):
        raise UserError("a name is one line of at most 400 characters", "write a shorter --name")
    return given


def _url(given: str | None) -> str:
    if given is None and stdin_is_interactive():
        given = clean(
            click.prompt("Address of the published site (Enter if you do not know it yet)", default="", show_default=False)
        )
    if given and not fits("url", given):
        raise UserError(f"`{printable(given)}` is not a web address", "write the whole address: https://example.org/harbour/")
    return (given and given.rstrip("/") + "/") or ""
