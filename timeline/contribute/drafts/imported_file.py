"""A file that is imported: its bytes, and what the importer of its kind makes of them."""

import re
from dataclasses import replace
from pathlib import Path

from timeline.contribute.importers import Reading, Skipped, Unreadable, decoded, importers, kinds_of
from timeline.model.errors import UserError
from timeline.model.nearest import nearest

MAX_BYTES = 20_000_000  # of a page, which may hold its pictures
MAX_CHARACTERS = 4_000_000  # of any other file
_WHOLE_PATH = "write its whole path; in most terminals you can drag the file into the window"


def read_file(file: Path, kind: str | None = None) -> Reading:
    """The drafts that an importer makes of a file. Without a `kind` its content decides. Raises UserError."""
    if kind and kind not in importers():
        raise UserError(f"there is no kind `{kind}`", f"the kinds are {', '.join(importers())}")
    try:
        if file.is_dir() or not file.exists():
            raise _missing(file)
        text, broken = decoded(_bytes(file))
        kind = kind or _kind(file, text)
        if kind != "html" and len(text) > MAX_CHARACTERS:
            raise Unreadable(f"{len(text):,} characters; {MAX_CHARACTERS:,} are allowed", "split it")
        reading: Reading = importers()[kind].read(text)
    except Unreadable as error:
        column = f":{error.column}" if error.column else ""
        raise UserError(f"{at(file, error.line)}{column}: {error.message}", error.help) from None
    except OSError as error:
        raise UserError(f"{file}: {error.strerror}", "check that you may read it") from None
    if not reading.drafts:
        first = next(iter(reading.skipped), Skipped("it is empty"))
        raise UserError(f"{at(file, first.line)}: no draft can be made of it: {first.message}", "check that it is the right file")
    return replace(reading, skipped=(*broken, *reading.skipped))


def at(file: Path, line: int) -> str:
    """The name of a file, with a line in it if that is known."""
    return f"{file}:{line}" if line else str(file)


def _bytes(file: Path) -> bytes:
    """The content of a file. It is read up to the limit, because a pipe or a device has no size. Raises UserError beyond."""
    with file.open("rb") as opened:
        data = opened.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UserError(f"{file}: larger than {MAX_BYTES // 1_000_000} MB", "split it, or save the text alone")
    return data


def _missing(file: Path) -> UserError:
    """The error for a name that is no file."""
    if re.match(r"https?:", str(file)):
        return UserError("web addresses are not fetched", "save the page with your browser, as HTML, and name that file")
    if file.is_dir():
        return UserError(f"{file}: a folder", "name one file in it")
    # Many systems hide the suffix of a name, so it does not count.
    beside = {path.stem: path for path in sorted(file.parent.iterdir())} if file.parent.is_dir() else {}
    like = nearest(file.stem, beside)
    return UserError(f"{file}: there is no such file", f"did you mean {beside[like]}?" if like else _WHOLE_PATH)


def _kind(file: Path, text: str) -> str:
    """The kind of a file by its content. Raises UserError if none or several are possible."""
    kinds = kinds_of(text)
    if len(kinds) == 1:
        return kinds[0]
    if not kinds and text.startswith("---\n"):
        help = "move it to content/articles/YYYY/, and run `dateline check`"
        raise UserError(f"{file}: it seems to be an article file already", help)
    message = f"it may be {' or '.join(kinds)}" if kinds else "its kind is not known"
    raise UserError(f"{file}: {message}", f"say what it is: --as KIND, one of {', '.join(kinds or importers())}")
