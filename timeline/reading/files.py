"""Input files: bytes to lines, refused where they would not be safe or not be text."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline.model.diagnostics import Diagnostic, Lines, Location
from timeline.reading.links import link_in, refused
from timeline.reading.unsafe_characters import UNSAFE

MAX_BYTES = 256 * 1024
MAX_YAML = 1024 * 1024  # of a file of the vocabulary: some 13,000 names
BOM = "\ufeff"


def read_lines(root: Path, path: Path) -> tuple[Lines | None, list[Diagnostic]]:
    """The lines of a text file below root, with what is wrong in it; None if it cannot be read as text."""
    data = read_bytes(root, path)
    return (None, [data]) if isinstance(data, Diagnostic) else decoded(path.relative_to(root).as_posix(), data)


def decoded(name: str, data: bytes) -> tuple[Lines | None, list[Diagnostic]]:
    """The lines of a text file of that name from its bytes, as for `read_lines`."""
    text, problems = text_of(name, data)
    if text is None:
        return None, problems
    lines = lines_of(name, text)
    return lines, unsafe_in(lines)


def lines_of(name: str, text: str) -> Lines:
    """The lines of a file of that name from its text, without their ends and without a byte order mark."""
    return Lines(name, tuple(text.removeprefix(BOM).replace("\r\n", "\n").split("\n")))


def read_text(root: Path, path: Path) -> tuple[str | None, list[Diagnostic]]:
    """A text file below root as it is, with its line ends; None if it cannot be read as text, and why."""
    data = read_bytes(root, path)
    return (None, [data]) if isinstance(data, Diagnostic) else text_of(path.relative_to(root).as_posix(), data)


def read_bytes(root: Path, path: Path) -> bytes | Diagnostic:
    """What a file below root holds, or why it is not read."""
    if link := link_in(root, path):
        return refused(root, link)
    return _bytes(path.relative_to(root).as_posix(), path)


def read_each(root: Path, names: Iterable[str]) -> Iterator[tuple[str, bytes | Diagnostic]]:
    """Files by their paths below root, each with what it holds or why it is not read, as for `read_bytes`.

    Each folder is looked at once, for links in its place.
    """
    links: dict[str, Path | None] = {}
    for name in names:
        folder = name.rpartition("/")[0]
        if folder not in links:
            links[folder] = link_in(root, root / folder)
        path = f"{root}/{name}"
        link = links[folder] or (Path(path) if os.path.islink(path) else None)  # noqa: PTH114
        yield name, refused(root, link) if link else _bytes(name, path)


def _bytes(name: str, path: str | Path) -> bytes | Diagnostic:
    start = Location(name, 1, 1)
    try:
        status = os.stat(path)  # noqa: PTH116 -- paths as text: this is done for thousands of files
    except OSError:
        status = None
    if status is None or not stat.S_ISREG(status.st_mode):
        return Diagnostic("A103", start, "there is no such file", "add it, with at least the publishers of the articles")
    if status.st_size > max_bytes(name):
        help = "split the file, or shorten it to the text that supports its events"
        return Diagnostic("A105", start, f"larger than {max_bytes(name) // 1024:,} KiB", help)
    try:
        return Path(path).read_bytes()
    except OSError as error:
        return Diagnostic("A103", start, f"cannot be read: {error.strerror}", "check the permissions of the file")


def max_bytes(name: str) -> int:
    """The size in bytes up to which a file of that name is read."""
    return MAX_YAML if name.endswith(".yml") else MAX_BYTES


def text_of(name: str, data: bytes) -> tuple[str | None, list[Diagnostic]]:
    """The text of a file of that name; None if it is not UTF-8, and where."""
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        at = Location(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return None, [Diagnostic("A101", at, f"byte {data[error.start]:#04x} is not valid UTF-8", "save the file as UTF-8")]


def unsafe_in(lines: Lines) -> list[Diagnostic]:
    """One problem a line for the characters that text must not hold."""
    found: list[Diagnostic] = []
    if "".join(lines.lines).isprintable():  # as in nearly every file; no unsafe character is printable
        return found
    for number, line in enumerate(lines.lines):
        if unsafe := UNSAFE.search(line):
            message = f"the character U+{ord(unsafe[0]):04X} is not allowed"
            found.append(
                Diagnostic(
                    "A102", lines.at(number, unsafe.start()), message, "delete it; most editors do not show this character"
                )
            )
    return found
