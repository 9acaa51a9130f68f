"""Extract the content of a git revision into a folder, without a checkout: no hook, filter or attribute can run.

The list of files and then their bytes are read with plumbing commands. The list is untrusted: a path that no project can have
is refused, and a file that is too large is not read.
"""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from timeline.model.diagnostics import Diagnostic, Location, counted
from timeline.model.errors import UserError
from timeline.model.nearest import nearest
from timeline.reading.files import max_bytes

PROJECT_PATHS = ("content", "mkdocs.yml")  # everything that a build reads
MAX_FILES, MAX_TOTAL = 100_000, 256 * 1024 * 1024
TIMEOUT = 120  # seconds, for one git command


@dataclass(frozen=True)
class Revision:
    """A commit. `is_merge_base` is True where it is not the one of that name, but the merge base of that and HEAD."""

    name: str
    commit: str
    is_merge_base: bool


@dataclass(frozen=True)
class Blob:
    """A file of a commit, by its path below the project's folder. Size in bytes."""

    path: PurePosixPath
    mode: str
    object: str
    size: int


def find_revision(root: Path, name: str) -> Revision:
    """The merge base of HEAD and the revision `name`, so that later commits of that revision do not appear as changes.

    In a clone too shallow to have a merge base this is the revision itself. Raises UserError if there is no such revision,
    no repository or no git.
    """
    if _git(root, "rev-parse", "--git-dir").returncode:
        raise _no_repository_error(root, name)
    commit = _commit(root, name)
    if not commit:
        raise _unknown_revision_error(root, name)
    merge_base = _git(root, "merge-base", commit, "HEAD").stdout.decode().strip()
    return Revision(name, merge_base or commit, bool(merge_base) and merge_base != commit)


def extract(revision: Revision, root: Path, to: Path) -> list[Diagnostic]:
    """Write the content of a revision into an empty folder, and return an error for each file that a build would not read.

    Raises UserError if the revision does not hold a project, holds too much, or cannot be written.
    """
    files = _list_files(revision, root)
    readable = [file for file in files if _is_readable(file)]
    if len(files) > MAX_FILES or sum(file.size for file in readable) > MAX_TOTAL:
        raise UserError(f"{revision.name} is too large: {counted(len(files), 'file')}", "compare with another revision")
    try:
        for folder in sorted({to / file.path.parent for file in readable}):
            folder.mkdir(parents=True, exist_ok=True)
        for file, data in zip(readable, _read_blobs(readable, root), strict=True):
            with open(f"{to}/{file.path}", "wb") as stream:  # noqa: PTH123 -- paths as text: this is done for thousands of files
                stream.write(data)
    except OSError as error:
        raise UserError(
            f"{revision.name} cannot be written to a temporary folder: {error.strerror}", "check whether the disk is full"
        ) from error
    return [_refusal(file) for file in files if not _is_readable(file)]


def _list_files(revision: Revision, root: Path) -> list[Blob]:
    done = _git(root, "ls-tree", "-r", "-z", "-l", revision.commit, "--", *PROJECT_PATHS)
    files = [_parse_blob(line) for line in done.stdout.split(b"\0") if line]
    if unsafe := next((file for file in files if not _is_safe(file.path)), None):
        raise UserError(f"{revision.name} has an unsafe path: {unsafe.path}", "compare with another revision")
    if not any(file.path.parts[0] == "content" for file in files):
        raise UserError(f"{revision.name} has no folder content/ here", "name a revision that contains the project")
    return files


def _parse_blob(line: bytes) -> Blob:
    fields, _, path = line.partition(b"\t")
    mode, _, name, size = fields.decode().split()
    return Blob(PurePosixPath(os.fsdecode(path)), mode, name, int(size) if size.isdecimal() else 0)


def _is_readable(file: Blob) -> bool:
    return file.mode.startswith("100") and file.size <= max_bytes(file.path.name)  # other modes are links and submodules


def _is_safe(path: PurePosixPath) -> bool:
    return path.parts[:1] != ("/",) and ".." not in path.parts and "\\" not in str(path) and path.parts[0] in PROJECT_PATHS


def _refusal(file: Blob) -> Diagnostic:
    at = Location(str(file.path), 1, 1)
    if file.size > (most := max_bytes(file.path.name)):
        return Diagnostic("A105", at, f"larger than {most // 1024:,} KiB", "split it")
    return Diagnostic("A104", at, "a symbolic link", "replace the link with the file itself")


def _read_blobs(files: list[Blob], root: Path) -> list[bytes]:
    """The bytes of the files, in order. For each, git prints a line that ends in the size, then the bytes and a line break."""
    objects = "".join(f"{file.object}\n" for file in files).encode()
    output, start, found = _git(root, "cat-file", "--batch", stdin=objects).stdout, 0, []
    for file in files:
        end = output.find(b"\n", start)
        if end < 0 or not output[start:end].endswith(f" {file.size}".encode()):
            raise UserError("git does not have all files of this revision", "run `git fetch`, then try again")
        found.append(output[end + 1 : end + 1 + file.size])
        start = end + 1 + file.size + 1
    return found


def _commit(root: Path, name: str) -> str:
    """The hash of the commit that a revision names; empty if there is none."""
    if name.startswith("-"):  # git would take it for an option
        return ""
    return _git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").stdout.decode().strip()


def _no_repository_error(root: Path, name: str) -> UserError:
    message = " ".join(_git(root, "rev-parse", "--git-dir").stderr.decode(errors="replace").split())
    if "not a git repository" not in message:
        return UserError(f"git cannot read this repository: {message}", "follow the message of git, then try again")
    help = "to compare without git, name a folder with another copy of the project"
    return UserError(f"{name} is not a folder with a project, and {root} is not in a git repository", help)


def _unknown_revision_error(root: Path, name: str) -> UserError:
    if _commit(root, f"origin/{name}"):
        return UserError(f"there is no branch {name} here, but there is origin/{name}", f"compare with origin/{name}")
    like = nearest(name, _git(root, "for-each-ref", "--format=%(refname:short)").stdout.decode(errors="replace").split())
    help = f"did you mean {like}? " if like else ""
    help += "`git branch --all` lists the branches that are here. "
    if _git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
        help += "This clone is shallow: run `git fetch --depth=1 origin main`, and compare with FETCH_HEAD"
    else:
        help += "To get another, run `git fetch origin main`, and compare with origin/main"
    return UserError(f"there is no revision {name} here, and no folder of that name with a project", help)


def _git(root: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        return subprocess.run(
            ["git", *arguments], cwd=root, input=stdin, capture_output=True, env=environment, timeout=TIMEOUT, check=False
        )
    except FileNotFoundError as error:
        raise UserError("git is not installed", "install it from https://git-scm.com/, or compare with a folder") from error
    except subprocess.TimeoutExpired as error:
        raise UserError(f"git took longer than {TIMEOUT} seconds", "try again, or compare with a folder") from error
