"""Files changed all together or not at all.

New files are written aside, with the files that they replace beside them. Then they are put in place one after the other. If that
fails it is undone at once; if the process is killed meanwhile, the next build undoes it.
"""

import json
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from timeline.reading.atomic_write import link

ASIDE = ".new"  # the beginning of the names of folders with new files; engines leave names that begin with a dot alone
UNDER_WAY = ".switch"  # the name of such a folder while its files are put in place
PLAN = "plan.json"


def switch(docs: Path, folder: Path, new: Mapping[str, str | bytes], stale: Collection[str], steps: Iterable[str]) -> None:
    """Write new files and remove stale ones, both by their path below docs. All is made aside first, in `folder`.

    `steps` are the paths of `new`. Raises OSError; then all files are as they were.
    """
    folder.mkdir(parents=True, exist_ok=True)
    aside, under_way = Path(tempfile.mkdtemp(prefix=f"{ASIDE}-", dir=folder)), folder / UNDER_WAY
    try:
        plan = [(path, _keep(docs / path, aside / f"{number}.old")) for number, path in enumerate([*new, *stale])]
        for number, path in enumerate(steps):
            _write(aside / f"{number}.new", as_bytes(new[path]), docs / path)
        (aside / PLAN).write_text(json.dumps(plan), encoding="utf-8")
        aside.rename(under_way)
        try:
            for number, (path, _) in enumerate(plan):
                if path in new:
                    _put(under_way / f"{number}.new", docs / path)
                else:
                    _remove(docs, path)
            under_way.rename(aside)  # from here on there is nothing to undo
        except BaseException:
            undo(docs, folder, lambda path: True)
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def undo(docs: Path, folder: Path, may_write: Callable[[str], bool]) -> None:
    """Undo the switch that was stopped, if one was, and remove what else a stopped build has left in `folder`.

    Paths that it `may_write` are restored, others ignored. Raises OSError.
    """
    under_way = folder / UNDER_WAY
    for number, (path, was_there) in enumerate(_plan(under_way)):
        if not may_write(path):
            continue
        old = under_way / f"{number}.old"
        if was_there and old.is_file():
            _put(old, docs / path)
        elif not was_there and not (under_way / f"{number}.new").exists():
            _remove(docs, path)
    for left in [*folder.glob(f"{UNDER_WAY}*"), *folder.glob(f"{ASIDE}*")]:
        if left.is_dir():
            shutil.rmtree(left)
        else:
            left.unlink()


def is_under_way(folder: Path) -> bool:
    """Whether a switch was neither completed nor undone."""
    return (folder / UNDER_WAY).exists()


def as_bytes(content: str | bytes) -> bytes:
    """What a file has: text as UTF-8, and bytes as they are."""
    return content.encode("utf-8") if isinstance(content, str) else content


def _plan(under_way: Path) -> list[tuple[str, bool]]:
    """The paths of a switch, and whether each had a file; empty if none is under way."""
    try:
        plan = json.loads((under_way / PLAN).read_text(encoding="utf-8"))
        return [(path, was_there is True) for path, was_there in plan if isinstance(path, str)]
    except (OSError, ValueError, TypeError):
        return []


def _keep(file: Path, old: Path) -> bool:
    """Keep a file under a second name. False if there is none."""
    if not file.is_file():
        return False
    link(file, old)
    return True


def _write(file: Path, content: bytes, like: Path) -> None:
    with file.open("xb") as stream:
        stream.write(content)
    if like.is_file():
        shutil.copymode(like, file)


def _put(source: Path, target: Path) -> None:
    try:
        source.replace(target)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        source.replace(target)


def _remove(docs: Path, path: str) -> None:
    """Removes a file, and the folders that it leaves empty."""
    (docs / path).unlink(missing_ok=True)
    with suppress(OSError):  # a folder that is not empty, or not there
        for folder in (docs / path).parents:
            if folder == docs:
                break
            folder.rmdir()
