"""The content of a git revision, laid into a folder. Nothing is checked out, and no hook, filter or attribute has a say.

git is asked for the list of files and then for their bytes. What the list holds is untrusted: what cannot be a file of a
project is refused, and what is too large is not asked for.
"""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from timeline.model.diagnostics import Diagnostic, Location, counted, nearest
from timeline.reading.files import MAX_BYTES

PARTS = ("content", "mkdocs.yml")  # all that a build reads
MAX_FILES, MAX_TOTAL = 100_000, 256 * 1024 * 1024
SECONDS = 120  # that git may take for one answer


class CannotCompare(Exception):
    """Why there is nothing to compare with, and the way out."""

    def __init__(self, message: str, help: str):
        super().__init__(message)
        self.help = help


@dataclass(frozen=True)
class Revision:
    """A commit. `left` is True where it is not the one that was named, but the one at which HEAD left that."""

    name: str
    commit: str
    left: bool


@dataclass(frozen=True)
class Blob:
    """A file of a commit, by its path below the project's folder. Size in bytes."""

    path: PurePosixPath
    mode: str
    object: str
    size: int


def find_revision(root: Path, name: str) -> Revision:
    """The revision of this name, or the commit at which HEAD left it: what was added to it since is no change of this branch.

    Raises CannotCompare where there is no such revision, no repository or no git.
    """
    if _git(root, "rev-parse", "--git-dir").returncode:
        raise _no_repository(root, name)
    commit = _commit(root, name)
    if not commit:
        raise _unknown(root, name)
    left = _git(root, "merge-base", commit, "HEAD").stdout.decode().strip()  # nothing in a clone too shallow to tell
    return Revision(name, left or commit, bool(left) and left != commit)


def checked_out(revision: Revision, root: Path, to: Path) -> list[Diagnostic]:
    """Lays the content of a revision into an empty folder, and returns what is no file that a build could read."""
    files = _listed(revision, root)
    readable = [file for file in files if _is_readable(file)]
    if len(files) > MAX_FILES or sum(file.size for file in readable) > MAX_TOTAL:
        raise CannotCompare(f"{revision.name} holds too much: {counted(len(files), 'file')}", "compare with another revision")
    try:
        for file, data in zip(readable, _contents(readable, root), strict=True):
            (to / file.path).parent.mkdir(parents=True, exist_ok=True)
            (to / file.path).write_bytes(data)
    except OSError as error:
        raise CannotCompare(f"{revision.name} cannot be laid out: {error.strerror}", "see whether the disk is full") from error
    return [_refused(file) for file in files if not _is_readable(file)]


def _listed(revision: Revision, root: Path) -> list[Blob]:
    done = _git(root, "ls-tree", "-r", "-z", "-l", revision.commit, "--", *PARTS)
    files = [_blob(line) for line in done.stdout.split(b"\0") if line]
    if strange := next((file for file in files if not _is_safe(file.path)), None):
        raise CannotCompare(f"{revision.name} holds a path that no project has: {strange.path}", "compare with another revision")
    if not any(file.path.parts[0] == "content" for file in files):
        raise CannotCompare(f"{revision.name} has no folder content/ in this place", "name a revision that holds the project")
    return files


def _blob(line: bytes) -> Blob:
    about, _, path = line.partition(b"\t")
    mode, _, name, size = about.decode().split()
    return Blob(PurePosixPath(os.fsdecode(path)), mode, name, int(size) if size.isdecimal() else 0)


def _is_readable(file: Blob) -> bool:
    return file.mode.startswith("100") and file.size <= MAX_BYTES  # other modes are links and submodules


def _is_safe(path: PurePosixPath) -> bool:
    return path.parts[:1] != ("/",) and ".." not in path.parts and "\\" not in str(path) and path.parts[0] in PARTS


def _refused(file: Blob) -> Diagnostic:
    at = Location(str(file.path), 1, 1)
    if file.size > MAX_BYTES:
        return Diagnostic("A105", at, f"larger than {MAX_BYTES // 1024} KiB", "split it")
    return Diagnostic("A104", at, "a symbolic link", "put the file itself in its place")


def _contents(files: list[Blob], root: Path) -> list[bytes]:
    """The bytes of the files, in order: git writes for each a line that ends in its size, the bytes, and a line break."""
    asked = "".join(f"{file.object}\n" for file in files).encode()
    answer, start, found = _git(root, "cat-file", "--batch", given=asked).stdout, 0, []
    for file in files:
        head = answer.find(b"\n", start)
        if head < 0 or not answer[start:head].endswith(f" {file.size}".encode()):
            raise CannotCompare(f"git does not have all files of {file.path.parts[0]}", "run `git fetch`, then try again")
        found.append(answer[head + 1 : head + 1 + file.size])
        start = head + 1 + file.size + 1
    return found


def _commit(root: Path, name: str) -> str:
    """The hash of the commit that a revision is; empty if there is none."""
    if name.startswith("-"):  # git would take it for an option
        return ""
    return _git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").stdout.decode().strip()


def _no_repository(root: Path, name: str) -> CannotCompare:
    said = " ".join(_git(root, "rev-parse", "--git-dir").stderr.decode(errors="replace").split())
    if "not a git repository" not in said:
        return CannotCompare(f"git cannot read this repository: {said}", "do what git says, then try again")
    help = "a project without git can be compared with a folder that holds another copy of it"
    return CannotCompare(f"{name} is no folder with a project, and {root} is not in a git repository", help)


def _unknown(root: Path, name: str) -> CannotCompare:
    if _commit(root, f"origin/{name}"):
        return CannotCompare(f"there is no branch {name} here, but there is origin/{name}", f"compare with origin/{name}")
    like = nearest(name, _git(root, "for-each-ref", "--format=%(refname:short)").stdout.decode(errors="replace").split())
    help = f"did you mean {like}? " if like else ""
    help += "`git branch --all` lists the branches that are here. "
    if _git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
        help += "This clone is shallow: `git fetch --depth=1 origin main` fetches a branch, which is then FETCH_HEAD"
    else:
        help += "`git fetch origin main` fetches one that is not, and it is then origin/main"
    return CannotCompare(f"there is no revision {name} here, nor a folder with a project", help)


def _git(root: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        return subprocess.run(
            ["git", *arguments], cwd=root, input=given, capture_output=True, env=environment, timeout=SECONDS, check=False
        )
    except FileNotFoundError as error:
        raise CannotCompare(
            "git is not installed", "install it from https://git-scm.com/, or compare with a folder that holds another copy"
        ) from error
    except subprocess.TimeoutExpired as error:
        raise CannotCompare(f"git took longer than {SECONDS} seconds", "try again, or compare with a folder") from error
