"""What a build has made, kept in .cache/ for the next one. It never changes what is published.

A cache of another version of the program, a damaged one or none at all is no error: then everything is made again. What is
read from it is a pickle, so it is only read where this user has written it: it is signed with a key from the user's own folder,
which nobody can put into a repository.
"""

import gc
import hmac
import os
import pickle
import secrets
import sys
from collections.abc import Iterator, Set
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path

import click

from timeline.model.memo import FACTS, RECORDS, SITE, Memo, Steps
from timeline.model.pickling import pickled
from timeline.reading.atomic_write import put
from timeline.reading.links import link_in

FOLDER = ".cache/dateline"
KEY_BYTES = _SIGNATURE = 32
_PACKAGE = Path(__file__).parent
_LIBRARIES = (
    "babel",
    "feedgenerator",
    "icalendar",
    "jinja2",
    "markdown-it-py",
    "markupsafe",
    "pydantic",
    "pydantic-core",
    "python-dateutil",
    "pyyaml",
    "shapely",
)


@contextmanager
def kept(root: Path, *, only_first: bool = False) -> Iterator[Memo]:
    """What the last build has made; at the end, what this one has.

    `only_first`, for what is no build: its records are kept only where there are none to read, and the facts always.
    """
    memo = load(root)
    yield memo
    save(root, memo, {FACTS} if only_first and memo.has_found(RECORDS) else {FACTS, RECORDS})


def load(root: Path) -> Memo:
    """What the last build of the project in the folder `root` has made; empty if that cannot be used."""
    return Memo(lambda part: _read(root, part))


def _read(root: Path, part: str) -> Steps:
    file, key = root / FOLDER / part, _key(create=False)
    if key is None or link_in(root, file):
        return {}
    try:
        data = file.read_bytes()
    except OSError:
        return {}
    signature, written = data[:_SIGNATURE], memoryview(data)[_SIGNATURE:]
    if not hmac.compare_digest(signature, _signature(key, part, written)):
        return {}
    collecting = gc.isenabled()
    gc.disable()  # else it looks through the growing heap again and again, for nothing
    try:
        steps: Steps = pickle.loads(written)
    except Exception:  # whatever a file of another version may do
        return {}
    finally:
        if collecting:
            gc.enable()
    gc.freeze()  # all of it stays as long as the process: the collector need not look through it
    return steps


def save(root: Path, memo: Memo, parts: Set[str] = frozenset({FACTS, RECORDS, SITE})) -> None:
    """Keep what a build has made, as far as it changed. Where nothing can be written, nothing is kept."""
    for part in sorted(memo.changed & parts):
        key, file = _key(create=True), root / FOLDER / part
        if key is None or link_in(root, file):
            return
        written = pickled(memo.steps(part))
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            put(file, _signature(key, part, written), written)
            memo.changed.discard(part)


def _signature(key: bytes, part: str, written: bytes | memoryview) -> bytes:
    """Of the pickle, its part and the program: a file of another program has another one."""
    signed = blake2b(key=key, digest_size=_SIGNATURE)
    signed.update(program())
    signed.update(part.encode() + b"\n")
    signed.update(written)
    return signed.digest()


@cache
def program() -> bytes:
    """A digest of the program, of the libraries that its output depends on, and of Python."""
    import sqlite3  # most commands need it for this alone

    found = blake2b(f"{sys.version}\nSQLite {sqlite3.sqlite_version}\n".encode())
    for library in _LIBRARIES:
        found.update(f"{library} {metadata.version(library)}\n".encode())
    for file in sorted(path for path in _PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        found.update(f"{file.relative_to(_PACKAGE)}\n".encode())
        found.update(file.read_bytes())
    return found.digest()


def _key(*, create: bool) -> bytes | None:
    """The key of this user, made when it is first needed; None where there is none and none can be made."""
    file = Path(click.get_app_dir("dateline")) / "cache-key"
    try:
        if create and not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as stream:
                stream.write(secrets.token_bytes(KEY_BYTES))
        key = file.read_bytes()
    except OSError:
        return None
    return key if len(key) == KEY_BYTES else None
