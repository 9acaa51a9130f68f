"""dateline import: files of other programs as drafts of articles."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from timeline.cache import load
from timeline.commands import pass_root
from timeline.console.report import bar
from timeline.console.terminal import write_output
from timeline.contribute.drafts.catalogue import Catalogue, read_catalogue
from timeline.contribute.drafts.draft import Draft
from timeline.contribute.drafts.import_options import ImportOptions, with_options
from timeline.contribute.drafts.imported_file import at, read_file
from timeline.contribute.drafts.placement import (
    assign_event_ids,
    file_text,
    name_of,
    named_publisher,
    path_below,
    place,
    write,
)
from timeline.contribute.importers import Skipped, importers
from timeline.model.diagnostics import MAX_OF_FILE, counted, printable
from timeline.model.errors import UserError

_FILE = click.Path(path_type=Path)


@click.command
@click.argument("file", type=_FILE)
@click.option(
    "--as", "kind", metavar="KIND", help=f"Kind of the file, if its content does not show it: {', '.join(importers())}."
)
@click.option("--url", help="Address of the article, instead of the one in the file.")
@click.option("--publisher", help="Publisher, instead of the one in the file.")
@click.option("--published", help="Date of publication, instead of the one in the file.")
@click.option("--language", help="Language, instead of the one in the file: en, uk, de …")
@click.option("--passage", "passages", multiple=True, help="Words of the text to mark; their paragraph is kept. Repeatable.")
@click.option("--event", "events", multiple=True, help="Id of the event of the passages, or one for each --passage, in order.")
@click.option("--full", is_flag=True, help="Keep the whole text. Use it only if the text may be republished.")
@click.option("--text-of", type=_FILE, help="The page or text that annotations quote.")
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), help="Folder, instead of content/articles/YYYY.")
@click.option("--dry-run", "--stdout", is_flag=True, help="Print the files and write nothing.")
@pass_root
def command(
    root: Path, /, file: Path, kind: str | None, text_of: Path | None, into: Path | None, dry_run: bool, **options: Any
) -> None:
    """Make drafts of articles of FILE: a saved page, a text, annotations, a timeline, or a proposal from the issue form."""
    reading = read_file(file, kind)
    page = read_file(text_of) if text_of else None
    drafts, skipped = with_options(reading, page, ImportOptions(**options))
    _report(file, skipped)
    if text_of and page:
        _report(text_of, page.skipped)
    catalogue = read_catalogue(root, bar, load(root))
    failed = _write(drafts, catalogue, into, dry_run)
    if failed < len(drafts):
        _next(drafts)
    if failed:
        raise SystemExit(1)


def _report(file: Path, skipped: Iterable[Skipped]) -> None:
    told = list(skipped)
    for one in told[:MAX_OF_FILE]:
        click.echo(f"{printable(at(file, one.line))}: not carried over: {printable(one.message)}", err=True)
    if len(told) > MAX_OF_FILE:
        click.echo(f"{printable(str(file))}: {counted(len(told) - MAX_OF_FILE, 'more thing')} not carried over", err=True)


def _write(drafts: Iterable[Draft], catalogue: Catalogue, into: Path | None, dry_run: bool) -> int:
    """Write or print the drafts. Returns how many of them could not be written."""
    ids: set[str] = set()
    events: set[str] = set()
    failed = 0
    for draft in drafts:
        try:
            draft = assign_event_ids(named_publisher(draft, catalogue), catalogue, events)
            path = place(draft, catalogue, into, ids)
            text = file_text(draft)
            if not dry_run:
                write(path, text)
        except UserError as error:
            click.echo(f"not written: “{printable(name_of(draft))}”: {error}", err=True)
            failed += 1
            continue
        ids.add(path.stem)
        events |= {event.id for event in draft.events}
        click.echo(printable(path_below(catalogue.root, path)), err=dry_run)
        if dry_run:
            write_output(text)
    return failed


def _next(drafts: Iterable[Draft]) -> None:
    """Print what to do next, and how much of the texts was kept."""
    if any(draft.text == "full" for draft in drafts):
        click.echo("The whole text was kept. Propose it only if it may be republished.", err=True)
    if any(draft.text == "excerpt" for draft in drafts):
        kept = "Only the paragraphs with marked passages were kept, because the text may not be republished without permission"
        click.echo(f"{kept}; --full keeps all of it.", err=True)
    click.echo("Next: complete what the comments (#) ask for, mark passages, then run `dateline check`.", err=True)
