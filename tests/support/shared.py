"""Folders that are made once and that all processes of a run look at."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

Once = Callable[[str, Callable[[Path], None]], Path]


def made_once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """A function that makes a folder by its name, or waits until another process has made it."""
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # of all workers

    def once(name: str, make: Callable[[Path], None]) -> Path:
        folder, half_made = base / name, base / f"{name}.half-made"
        with (base / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                shutil.rmtree(half_made, ignore_errors=True)
                make(half_made)
                half_made.rename(folder)
        return folder

    return once
