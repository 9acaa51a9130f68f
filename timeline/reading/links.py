"""Symbolic links in the folders of a project. A proposal may hold one, and what it names would be published."""

import os
from collections.abc import Iterator
from pathlib import Path

from timeline.model.diagnostics import Diagnostic, Location


def link_in(root: Path, path: Path) -> Path | None:
    """The path itself, or the folder round it below root, that is a symbolic link; None if there is none."""
    if path == root:
        return None
    return link_in(root, path.parent) or (path if path.is_symlink() else None)


def links_below(root: Path, folder: Path) -> list[Diagnostic]:
    """An error for each symbolic link in a folder, and for the folder itself, in the order of their paths.

    A link to nothing whose name begins with a dot is left alone: editors lay it beside a file that is being changed.
    """
    links = [folder] if folder.is_symlink() else []
    links += [path for entry in entries_below(folder) if entry.is_symlink() and not _is_lock(path := Path(entry.path))]
    return [refused(root, link) for link in sorted(links)]


def entries_below(folder: str | Path, but: str = "") -> Iterator["os.DirEntry[str]"]:
    """All that is in a folder and in those below it, except what is in the folder `but`.

    Symbolic links to folders are not followed. Folders that cannot be read are left out.
    """
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except OSError:
        return
    for entry in entries:
        yield entry
        if entry.is_dir(follow_symlinks=False) and entry.path != but:
            yield from entries_below(entry.path, but)


def refused(root: Path, link: Path) -> Diagnostic:
    """The error for a symbolic link."""
    place = Path(os.path.relpath(link, root)).as_posix()
    return Diagnostic("A104", Location(place, 1, 1), "a symbolic link", "replace the link with the file itself")


def _is_lock(path: Path) -> bool:
    return path.name.startswith(".") and not path.exists()
