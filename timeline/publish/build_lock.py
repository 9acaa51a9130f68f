"""One build of a project at a time: builds share the folder that they write to."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import BinaryIO

import click

from timeline.model.errors import UserError
from timeline.reading.links import link_in

FILE = ".cache/dateline/lock"  # it holds the number of the process that builds, or of the last one
PATIENCE = 600.0  # seconds for which a build waits for another one
INTERVAL = 0.1  # seconds between two attempts

_held: set[Path] = set()  # the projects that this process builds

if sys.platform == "win32":
    import msvcrt

    def _take(lock: BinaryIO) -> bool:
        lock.seek(1 << 20)  # a byte behind the end, for others cannot read those that are locked
        try:
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(lock: BinaryIO) -> bool:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks
            return True
        return True


@contextmanager
def one_build(root: Path) -> Iterator[None]:
    """Waits until no other process builds the project in the folder `root`, and keeps others waiting.

    Within it the same process may take it again: the build of a site is one build with that of its pages.

    The system gives the lock free when the process ends, whatever ends it. Where .cache/ cannot be written there is no lock.
    Raises UserError if the other build takes longer than `PATIENCE`.
    """
    lock = None if root in _held else _opened(root)
    if lock is None:
        yield
        return
    with lock:
        _wait_for(lock)
        with suppress(OSError):  # a full disk: then nobody learns the number
            lock.truncate(0)
            os.write(lock.fileno(), str(os.getpid()).encode())
        _held.add(root)
        try:
            yield
        finally:
            _held.discard(root)


def _opened(root: Path) -> BinaryIO | None:
    file = root / FILE
    if link_in(root, file):
        return None
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return file.open("a+b", buffering=0)
    except OSError:
        return None


def _wait_for(lock: BinaryIO) -> None:
    start, is_told = monotonic(), False
    while not _take(lock):
        sleep(INTERVAL)  # before the number is read: whoever has just taken the lock has yet to write it
        if not is_told:
            click.echo(f"dateline: waiting for another build of this project{_holder(lock)}", err=True)
            is_told = True
        if monotonic() - start > PATIENCE:
            message = f"another build of this project{_holder(lock)} has not ended in {PATIENCE / 60:.0f} minutes"
            raise UserError(message, "wait for it or end it, and try again")


def _holder(lock: BinaryIO) -> str:
    lock.seek(0)
    number = lock.read(20)
    return f" (process {int(number)})" if number.isdigit() else ""
