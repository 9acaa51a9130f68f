"""The files that a command is asked for by name: articles, the vocabulary, and folders that hold some."""

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from timeline.model.errors import UsageError
from timeline.model.nearest import nearest
from timeline.reading.article_rules import FOLDER
from timeline.reading.articles import article_paths
from timeline.reading.vocabulary_files import FILE as VOCABULARY
from timeline.reading.vocabulary_files import vocabulary_paths


def content_files(root: Path) -> list[str]:
    """The articles and the vocabulary, as paths below root."""
    paths = dict.fromkeys([*article_paths(root), *vocabulary_paths(root)])
    return [path.relative_to(root).as_posix() for path in paths]


def chosen_files(root: Path, names: Iterable[str]) -> list[str]:
    """The files of the content that the names mean, as paths below root, each once, in order.

    A name is a path, seen from the working directory or else from root. Raises UsageError for one that is nothing there, or
    something else.
    """
    files = dict.fromkeys(content_files(root))
    return sorted({file for name in names for file in _meant(root, name, files)})


def _meant(root: Path, name: str, files: Collection[str]) -> list[str]:
    there = [path for path in (Path.cwd() / name, root / name) if name and os.path.lexists(path)]
    if not there:
        like = _like(name, files)
        help = f"did you mean {like}?" if like else f"articles are filed as {FOLDER}/YYYY/ID.md"
        raise UsageError(f"there is no file `{name}`", help)
    for place in (below for path in there for below in _below(root, path)):
        if place in files:
            return [place]
        folder = "" if place == "." else f"{place}/"
        if (root / place).is_dir() and _meet(folder, f"{FOLDER}/"):
            return [file for file in files if file.startswith(folder)]
    help = f"name files or folders of {FOLDER}/, or {VOCABULARY}"
    raise UsageError(f"`{name}` is neither an article nor the vocabulary", help)


def _meet(one: str, other: str) -> bool:
    """Whether one of two folders is in the other, or is the same."""
    return one.startswith(other) or other.startswith(one)


def _like(name: str, files: Collection[str]) -> str | None:
    """The file or folder that a name is like: its path, its name, or its name without the ending, which is the id of an
    article."""
    spellings: dict[str, str] = {}
    for file in (*files, *sorted({str(Path(file).parent) for file in files})):
        path = Path(file)
        for spelling in (file, path.name, path.stem):
            spellings.setdefault(spelling, file)
    like = nearest(name, spellings) or nearest(Path(name).name, spellings)
    return spellings[like] if like else None


def _below(root: Path, path: Path) -> Iterator[str]:
    """The path below root, as it is written, by the folder that it really is in, and as it really is; nothing where it is
    elsewhere. Links in the content itself are refused elsewhere, and by the name that they have there."""
    written = Path(os.path.normpath(path))
    for candidate in (written, written.parent.resolve() / written.name, written.resolve()):
        if candidate.is_relative_to(root):
            yield candidate.relative_to(root).as_posix()
