"""Pages and exports to files below docs/: write what changed, remove what is stale, by manifest."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from timeline.model.memo import digest
from timeline.reading.atomic_write import write_if_different
from timeline.reading.progress import Progress, no_progress

DOCS = "docs"
PAGES, GENERATED = ("index.md", "search.md"), "timeline"  # all that is ever written, below docs/
MANIFEST = f"{GENERATED}/.manifest.json"  # engines leave files that begin with a dot alone
ASIDE = f"{GENERATED}/.new"  # one for all files, so that a build that was stopped leaves nothing that the next does not take up


@dataclass(frozen=True)
class Changes:
    """Which files of the docs folder a build touched, and how many it left as they were."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def holds(root: Path, path: str, known: bytes) -> bool:
    """Whether docs/ has a file at a path with this digest."""
    try:
        return digest((root / DOCS / path).read_bytes()) == known
    except OSError:
        return False


def write_files(
    root: Path, files: Mapping[str, str | None], *, keep_stale: bool = False, progress: Progress = no_progress
) -> Changes:
    """Brings docs/ to the state of these files: path below docs/ -> text, or None where a file is to stay as it is.

    Only files that differ are written, each by a rename, so that no reader ever sees half a page; what an earlier
    build wrote and this one does not have is removed, unless `keep_stale`. Raises ValueError for a path that no build
    may write.
    """
    if foreign := sorted(path for path in files if path not in PAGES and not path.startswith(f"{GENERATED}/")):
        raise ValueError(f"a build writes {' and '.join(PAGES)} and files below {GENERATED}/ only, not {foreign[0]}")
    docs = root / DOCS
    before = _manifest(docs)
    stale = () if keep_stale else tuple(sorted(before - files.keys()))
    # Named before it is written: whatever happens in between, the next build knows of every file.
    write_if_different(docs / MANIFEST, _json(before | files.keys()), docs / ASIDE)
    to_write = progress("Writing", sorted(files.items()))
    written = tuple(path for path, text in to_write if text is not None and write_if_different(docs / path, text, docs / ASIDE))
    removed = tuple(path for path in stale if _remove(docs, path))
    write_if_different(docs / MANIFEST, _json((before | files.keys()) - set(stale)), docs / ASIDE)
    return Changes(written, removed, len(files) - len(written))


def _manifest(docs: Path) -> set[str]:
    try:
        listed = json.loads((docs / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    return {path for path in listed if isinstance(path, str) and _is_ours(docs, path)} if isinstance(listed, list) else set()


def _is_ours(docs: Path, path: str) -> bool:
    """Whether it is for a build to write and to remove: the two pages at the top, or any file in the generated folder."""
    inside = (docs / GENERATED).resolve()
    return path in PAGES or ("\0" not in path and (docs / path).resolve().is_relative_to(inside))


def _json(paths: set[str]) -> str:
    return json.dumps(sorted(paths), indent=0) + "\n"


def _remove(docs: Path, path: str) -> bool:
    """Removes a stale page and the folders that it leaves empty."""
    if not (docs / path).is_file():
        return False
    (docs / path).unlink()
    for folder in (docs / path).parents:
        if folder == docs or any(folder.iterdir()):
            break
        folder.rmdir()
    return True
