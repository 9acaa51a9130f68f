"""Pages and exports to files below docs/: write what changed, remove what is stale, by manifest."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from timeline.model.errors import UserError
from timeline.model.memo import digest
from timeline.publish.switch import ASIDE, Switch, as_bytes, is_under_way, undo
from timeline.reading.links import link_in, links_below, refused

DOCS = "docs"
PAGES, GENERATED = ("index.md", "search.md"), "timeline"  # all that is ever written, below docs/
MANIFEST = f"{GENERATED}/.manifest.json"  # engines leave files that begin with a dot alone


@dataclass(frozen=True)
class Changes:
    """Which files of the docs folder a build touched, and how many it left as they were."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def holds(root: Path, path: str, known: bytes) -> bool:
    """Whether docs/ has a file at a path with this digest."""
    return has_digest(root / DOCS / path, known)


def has_digest(file: Path, known: bytes) -> bool:
    """Whether there is such a file, which is no link, with this digest."""
    try:
        return not file.is_symlink() and digest(file.read_bytes()) == known
    except OSError:
        return False


def make_ready(root: Path) -> None:
    """Undoes what a build that was killed has left half done in docs/.

    Raises UserError for a symbolic link where a build writes, which could lead anywhere, and where docs/ cannot be written.
    """
    docs = root / DOCS
    links = [refused(root, link) for page in PAGES if (link := link_in(root, docs / page))]
    if links := links or links_below(root, docs / GENERATED):
        name = links[0].at.path
        raise UserError(f"{name} is a symbolic link, and a build writes there", f"remove the link: rm {name}")
    try:
        undo(docs, docs / GENERATED, _is_ours)
    except OSError as error:
        raise _user_error(root, error) from error


def write_files(root: Path, files: Iterable[tuple[str, str | bytes | None]], *, keep_stale: bool = False) -> Changes:
    """Brings docs/ to the state of these files: path below docs/ -> content, or None where a file is to stay as it is.

    Only files that differ are written; what an earlier build wrote and this one does not have is removed, unless
    `keep_stale`. Raises UserError if that cannot be done, and then docs/ is as it was; ValueError for a path that no build
    may write.
    """
    docs, paths = root / DOCS, set[str]()
    before = _manifest(docs)
    with Switch(docs, docs / GENERATED) as switch:
        for path, content in files:
            if path not in PAGES and not path.startswith(f"{GENERATED}/"):
                raise ValueError(f"a build writes {' and '.join(PAGES)} and files below {GENERATED}/ only, not {path}")
            paths.add(path)
            if content is not None:
                _add(root, switch, path, as_bytes(content))
        written = tuple(sorted(switch.new))
        gone = before - paths - {MANIFEST}
        stale = () if keep_stale else tuple(sorted(path for path in gone if (docs / path).is_file()))
        _add(root, switch, MANIFEST, as_bytes(_json(before | paths if keep_stale else paths)))
        try:
            switch.put_in_place(stale)
        except OSError as error:
            raise _user_error(root, error) from error
    return Changes(written, stale, len(paths) - len(written))


def _add(root: Path, switch: Switch, path: str, content: bytes) -> None:
    """A new file, if it differs from the one that is there."""
    try:
        if _differs(root / DOCS / path, content):
            switch.add(path, content)
    except OSError as error:
        raise _user_error(root, error) from error


def _user_error(root: Path, error: OSError) -> UserError:
    at = Path(error.filename2 or error.filename or root / DOCS)
    if not at.is_relative_to(root) or any(part.startswith(ASIDE) for part in at.parts):
        at = root / DOCS / GENERATED
    message = f"{at.relative_to(root).as_posix()} cannot be written: {error.strerror}"
    state = "" if is_under_way(root / DOCS / GENERATED) else "the pages are as they were; "
    return UserError(message, f"{state}free space on the disk, or check the file and its permissions")


def _differs(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() != content
    except OSError:  # there is no such file yet, or none that can be read
        return True


def _manifest(docs: Path) -> set[str]:
    """The files that the last build wrote; of a list that somebody else has made, those that a build may write."""
    try:
        listed = json.loads((docs / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    return {path for path in listed if isinstance(path, str) and _is_ours(path)} if isinstance(listed, list) else set()


def _is_ours(path: str) -> bool:
    """Whether it is for a build to write and to remove: the two pages at the top, or any file in the generated folder."""
    inside = path.startswith(f"{GENERATED}/") and ".." not in path.split("/") and not {"\0", "\\"} & set(path)
    return path in PAGES or inside


def _json(paths: set[str]) -> str:
    return json.dumps(sorted(paths), indent=0) + "\n"
