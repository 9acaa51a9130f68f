"""Files changed all together or not at all.

New files are written aside, with the files that they replace beside them. Then they are put in place one after the other. If that
fails it is undone at once; if the process is killed meanwhile, the next build undoes it.
"""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from timeline.reading.atomic_write import link

ASIDE = ".new"  # the beginning of the names of folders with new files; engines leave names that begin with a dot alone
UNDER_WAY = ".switch"  # the name of such a folder while its files are put in place
PLAN = "plan.json"


class Switch:
    """New files, each written aside as it comes, and then put in place all together. At the end of the block, what is aside goes.

    Its methods raise OSError; then all files are as they were.
    """

    def __init__(self, docs: Path, folder: Path) -> None:
        """For files below `docs`. What is aside is in `folder`, which is made when it is first needed."""
        self._docs, self._folder = docs, folder
        self._aside: Path | None = None
        self._plan: list[tuple[str, bool]] = []  # the path of each file, and whether there was one
        self.new: set[str] = set()  # the paths of new files; the others of the plan are stale

    def __enter__(self) -> "Switch":
        return self

    def __exit__(self, *_: object) -> None:
        if self._aside:
            shutil.rmtree(self._aside, ignore_errors=True)

    def add(self, path: str, content: bytes) -> None:
        """Write a new file aside. `path` is where it will be, below docs."""
        number = self._keep(path)
        _write(self._made_aside() / f"{number}.new", content, self._docs / path)
        self.new.add(path)

    def put_in_place(self, stale: Iterable[str]) -> None:
        """Put the new files in place, and remove stale ones, by their path below docs."""
        for path in stale:
            self._keep(path)
        if not self._plan:
            return
        aside, under_way = self._made_aside(), self._folder / UNDER_WAY
        (aside / PLAN).write_text(json.dumps(self._plan), encoding="utf-8")
        aside.rename(under_way)
        try:
            for number, (path, _) in enumerate(self._plan):
                if path in self.new:
                    _put(under_way / f"{number}.new", self._docs / path)
                else:
                    _remove(self._docs, path)
            under_way.rename(aside)  # from here on there is nothing to undo
        except BaseException:
            undo(self._docs, self._folder, lambda path: True)
            raise

    def _made_aside(self) -> Path:
        if self._aside is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._aside = Path(tempfile.mkdtemp(prefix=f"{ASIDE}-", dir=self._folder))
        return self._aside

    def _keep(self, path: str) -> int:
        """Keep the file that is there under a second name. Returns its number in the plan."""
        number, file = len(self._plan), self._docs / path
        was_there = file.is_file()
        if was_there:
            link(file, self._made_aside() / f"{number}.old")
        self._plan.append((path, was_there))
        return number


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
