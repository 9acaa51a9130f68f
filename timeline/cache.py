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
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path

import click

from timeline.model.memo import Memo
from timeline.reading.atomic_write import put
from timeline.reading.links import link_in

FILE = ".cache/dateline/build"
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
    """What the last build has made; at the end, what this one has. `only_first`: kept only where nothing was known."""
    memo = load(root)
    is_first = not memo.steps
    yield memo
    if is_first or not only_first:
        save(root, memo)


def load(root: Path) -> Memo:
    """What the last build of the project in the folder `root` has made; empty if that cannot be used."""
    memo = Memo()
    key = _key(create=False)
    if key is None or link_in(root, root / FILE):
        return memo
    try:
        data = (root / FILE).read_bytes()
    except OSError:
        return memo
    signature, written = data[:_SIGNATURE], data[_SIGNATURE:]
    if not hmac.compare_digest(signature, _signature(key, written)):
        return memo
    collecting = gc.isenabled()
    gc.disable()  # else it looks through the growing heap again and again, for nothing
    try:
        memo.steps = pickle.loads(written)
    except Exception:  # whatever a file of another version may do
        return Memo()
    finally:
        if collecting:
            gc.enable()
    gc.freeze()  # all of it stays as long as the process: the collector need not look through it
    return memo


def save(root: Path, memo: Memo) -> None:
    """Keep what a build has made, if anything was. Where nothing can be written, nothing is kept."""
    key = _key(create=True)
    if not memo.changed or key is None or link_in(root, root / FILE):
        return
    written = pickle.dumps(memo.steps, pickle.HIGHEST_PROTOCOL)
    file = root / FILE
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        put(file, _signature(key, written) + written)
        memo.changed = False


def _signature(key: bytes, written: bytes) -> bytes:
    """Of the pickle and of the program: a file of another program has another one."""
    signed = blake2b(key=key, digest_size=_SIGNATURE)
    signed.update(_program())
    signed.update(written)
    return signed.digest()


@cache
def _program() -> bytes:
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
