"""build.py import: files of other programs as drafts of articles."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from timeline.commands import pass_root
from timeline.console.terminal import write_output
from timeline.contribute.drafts.catalogue import Shelf, read_shelf
from timeline.contribute.drafts.draft import Draft, clean, fits, refused
from timeline.contribute.drafts.placement import (
    assign_event_ids,
    file_text,
    joined,
    named_publisher,
    place,
    write,
)
from timeline.contribute.drafts.quotes import Quote, find, nearly
from timeline.contribute.drafts.rights import as_published, with_passages, with_text
from timeline.contribute.importers import Reading, Skipped, Unreadable, decoded, importers, kinds_of
from timeline.dates import EdtfError
from timeline.dates.user_input import date_from_input
from timeline.model.diagnostics import counted, nearest, printable
from timeline.model.errors import UserError
from timeline.model.schema import is_id

MAX_BYTES = 20_000_000
MAX_DRAFTS = 2_000  # more would be files that nobody completes, and take long to be told apart
_FILE = click.Path(path_type=Path)


@click.command
@click.argument("file", type=_FILE)
@click.option(
    "--as", "kind", metavar="KIND", help=f"What the file is, where its content does not tell: {', '.join(importers())}."
)
@click.option("--url", help="Address of the article, instead of the one in the file.")
@click.option("--publisher", help="Publisher, instead of the one in the file.")
@click.option("--published", help="Date of publication, instead of the one in the file.")
@click.option("--language", help="Language, instead of the one in the file: en, uk, de …")
@click.option("--passage", "passages", multiple=True, help="Words of the text to mark; their paragraph is kept. Repeatable.")
@click.option("--event", help="Id of the event that the passages support.")
@click.option("--full", is_flag=True, help="Keep the whole text; only for what is free to republish.")
@click.option("--text-of", type=_FILE, help="The page or text in which the words of annotations stand.")
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), help="Folder, instead of content/articles/YYYY.")
@click.option("--dry-run", "--stdout", is_flag=True, help="Print the files and write nothing.")
@pass_root
def command(
    root: Path, file: Path, kind: str | None, text_of: Path | None, into: Path | None, dry_run: bool, **flags: Any
) -> None:
    """Make drafts of articles of FILE: a saved page, a text, annotations, a timeline, or a proposal from the issue form."""
    reading = _read(file, kind)
    page = _read(text_of, None) if text_of else None
    drafts, lost = _made(reading, page, flags)
    shelf = read_shelf(root)
    for path, one in [*((file, one) for one in lost), *((text_of, one) for one in (page.lost if page else ()))]:
        click.echo(f"{_at(path, one.line)}: not carried over: {printable(one.message)}", err=True)
    left = _file(drafts, shelf, into, dry_run)
    if left < len(drafts):
        _next(drafts)
    if left:
        raise SystemExit(1)


def _read(file: Path, kind: str | None) -> Reading:
    """What the importer of its kind makes of a file. Raises UserError."""
    if kind and kind not in importers():
        raise UserError(f"there is no kind `{kind}`", f"the kinds are {', '.join(importers())}")
    try:
        if file.is_dir() or not file.exists():
            raise _missing(file)
        text, broken = decoded(_bytes(file))
        reading = importers()[kind or _kind(file, text)].read(text)
    except Unreadable as error:
        place = f":{error.column}" if error.column else ""
        raise UserError(f"{_at(file, error.line)}{place}: {error.message}", error.help) from None
    except OSError as error:
        raise UserError(f"{file}: {error.strerror}", "see whether you may read it") from None
    if not reading.drafts:
        first = next(iter(reading.lost), Skipped("it is empty"))
        raise UserError(
            f"{_at(file, first.line)}: no draft can be made of it: {first.message}", "see whether it is the file you mean"
        )
    if len(reading.drafts) > MAX_DRAFTS:
        raise UserError(f"{file}: it makes more than {MAX_DRAFTS:,} drafts", "split it")
    return replace(reading, lost=(*broken, *reading.lost))


def _bytes(file: Path) -> bytes:
    """What a file holds. Its size is not asked for: a pipe or a device has none. Raises UserError where it is too much."""
    with file.open("rb") as opened:
        data = opened.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UserError(f"{file}: larger than {MAX_BYTES // 1_000_000} MB", "split it, or save the text alone")
    return data


def _missing(file: Path) -> UserError:
    """What to do about a name under which there is no file."""
    if re.match(r"https?:", str(file)):
        return UserError("web addresses are not fetched", "save the page with your browser, as HTML, and name that file")
    if file.is_dir():
        return UserError(f"{file}: a folder", "name one file in it")
    # Many a folder is shown without the ends of the names in it, so those do not count.
    beside = {path.stem: path for path in sorted(file.parent.iterdir())} if file.parent.is_dir() else {}
    like = nearest(file.stem, beside)
    help = f"did you mean {beside[like]}?" if like else "write its whole path; most terminals do if you drag the file into them"
    return UserError(f"{file}: there is no such file", help)


def _kind(file: Path, text: str) -> str:
    kinds = kinds_of(text)
    if len(kinds) == 1:
        return kinds[0]
    if not kinds and text.startswith("---\n"):
        raise UserError(
            f"{file}: it seems to be an article file already", "move it to content/articles/YYYY/, and run `make check`"
        )
    may = " or ".join(kinds) if kinds else "none of the kinds that are known"
    raise UserError(
        f"{file}: by its content it may be {may}", f"say what it is: --as KIND, one of {', '.join(kinds or importers())}"
    )


def _made(reading: Reading, page: Reading | None, flags: dict[str, Any]) -> tuple[tuple[Draft, ...], list[Skipped]]:
    """The drafts as the flags want them, and all that was lost on the way."""
    drafts, lost = joined(reading.drafts), list(reading.lost)
    alone = [flag for flag in ("url", "passages", "event", "full") if flags[flag]] + (["text-of"] if page else [])
    if alone and len(drafts) != 1:
        raise UserError(
            f"the file makes {counted(len(drafts), 'draft')}", f"--{alone[0].replace('passages', 'passage')} is for one alone"
        )
    if flags["event"] and not is_id(flags["event"]):
        raise UserError(
            f"`{flags['event']}` is not a valid event id", "use small letters, digits and single hyphens: saldo-appeal"
        )
    stated = _stated(flags)
    made = []
    for draft in drafts:
        if page:
            draft = with_text(draft, page.drafts[0])
        _must_stand_in(draft, flags["passages"])
        draft = with_passages(replace(draft, **stated), flags["passages"], flags["event"])
        draft, missed = as_published(draft, flags["full"])
        made.append(draft)
        lost += missed
        lost += (
            Skipped(f"{key} of “{_name(draft)[:80]}” as it is; a comment in the draft has its beginning")
            for key in refused(draft)
        )
    return tuple(made), lost


def _must_stand_in(draft: Draft, passages: tuple[str, ...]) -> None:
    """Raises UserError for a passage that was typed and cannot be marked: it is corrected sooner than the file."""
    for quote, reason in find(draft.body, [Quote(words) for words in passages])[1]:
        like = nearly(draft.body, quote.exact)
        help = f"the text has “{like}”" if like else "copy the words from the page, out of one paragraph; nothing was written"
        raise UserError(f"--passage “{quote.exact}”: {reason}", help)


def _stated(flags: dict[str, Any]) -> dict[str, str]:
    """What flags state of the article. Raises UserError for what the format does not take."""
    stated = {key: clean(flags[key]) for key in ("url", "publisher", "published", "language") if flags[key]}
    if "published" in stated:
        try:
            stated["published"] = date_from_input(stated["published"])
        except EdtfError as error:
            raise UserError(f"--published: {error.message}", error.help) from None
    for key, said in stated.items():
        if not fits(key, said):
            ways_out = {"url": "copy the whole address: https://example.org/…", "language": "write a code: en, uk, de"}
            raise UserError(f"--{key}: `{said}` cannot be taken", ways_out.get(key, "write one line of at most 400 characters"))
    return stated


def _file(drafts: tuple[Draft, ...], shelf: Shelf, into: Path | None, dry_run: bool) -> int:
    """Writes or prints the drafts; the number of those that could not be filed."""
    ids: set[str] = set()
    events: set[str] = set()
    left = 0
    for draft in drafts:
        try:
            draft = assign_event_ids(named_publisher(draft, shelf), shelf, events)
            path = place(draft, shelf, into, ids)
            text = file_text(draft)
            if not dry_run:
                write(path, text)
        except UserError as error:
            click.echo(f"not filed, “{printable(_name(draft))}”: {error}", err=True)
            left += 1
            continue
        ids.add(path.stem)
        events |= {event.id for event in draft.events}
        click.echo(printable(_shown(path, shelf.root)), err=dry_run)
        if dry_run:
            write_output(text)
    return left


def _next(drafts: tuple[Draft, ...]) -> None:
    """What to do with the drafts, and what was done about the rights in their texts."""
    if any(draft.text == "full" for draft in drafts):
        click.echo("The whole text was kept: propose it only if it is free to republish.", err=True)
    if any(draft.text == "excerpt" for draft in drafts):
        kept = "Of the text only the paragraphs of marked passages were kept, for it may not be republished without leave"
        click.echo(f"{kept}; --full keeps all of it.", err=True)
    click.echo("Next: complete what the comments (#) ask for, mark passages, then run `make check`.", err=True)


def _name(draft: Draft) -> str:
    return clean(draft.title or draft.described or draft.url or "a draft")


def _shown(path: Path, root: Path) -> str:
    return str(path.relative_to(root) if path.is_relative_to(root) else path)


def _at(file: Path, line: int) -> str:
    return printable(f"{file}:{line}" if line else str(file))
