"""Input files: bytes to lines, refused where they would not be safe or not be text."""

import shutil
from pathlib import Path

from timeline.characters import UNSAFE
from timeline.diagnostics import Diagnostic, Lines, Location

MAX_BYTES = 256 * 1024


def read(root: Path, path: Path) -> tuple[Lines | None, list[Diagnostic]]:
    """The lines of a text file below root, with what is wrong in it; None if it cannot be read as text."""
    name = path.relative_to(root).as_posix()
    start = Location(name, 1, 1)
    if any(part.is_symlink() for part in (path, *path.parents) if part != root and root in part.parents):
        return None, [Diagnostic("A104", start, "a symbolic link", "put the file itself in its place")]
    if not path.is_file():
        return None, [Diagnostic("A103", start, "there is no such file", "add it; the format is described in docs/format.md")]
    if path.stat().st_size > MAX_BYTES:
        return None, [
            Diagnostic(
                "A105", start, f"larger than {MAX_BYTES // 1024} KiB", "split it, or shorten it to what supports its events"
            )
        ]
    data = path.read_bytes()
    try:
        text = data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        at = Location(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return None, [Diagnostic("A101", at, f"byte {data[error.start]:#04x} is not valid UTF-8", "save the file as UTF-8")]
    lines = Lines(name, tuple(text.split("\n")))
    return lines, _unsafe(lines)


def replace(path: Path, text: str) -> None:
    """Writes a text file whole or not at all, with the rights that it has; line ends are those of the text."""
    aside = path.with_name(f".{path.name}.new")  # a name with a dot before it is read by no build
    try:
        aside.write_bytes(text.encode("utf-8"))
        shutil.copymode(path, aside)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def _unsafe(lines: Lines) -> list[Diagnostic]:
    """One problem a line for the characters that text must not hold."""
    found = []
    for number, line in enumerate(lines.lines):
        if unsafe := UNSAFE.search(line):
            message = f"the character U+{ord(unsafe[0]):04X} is not allowed"
            found.append(
                Diagnostic("A102", lines.at(number, unsafe.start()), message, "delete it; it cannot be seen, but it is there")
            )
    return found
