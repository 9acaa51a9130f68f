"""A file put in place whole or not at all: articles and documents. For pages see timeline/publish/switch.py."""

import os
import secrets
import shutil
from pathlib import Path


def write_if_different(path: Path, text: str) -> bool:
    """Write a file as UTF-8 unless it already has this text. True if it was written.

    Missing folders are made. Raises OSError.
    """
    data = text.encode("utf-8")
    try:
        if path.read_bytes() == data:
            return False
    except OSError:  # there is no such file yet, or none that can be read
        path.parent.mkdir(parents=True, exist_ok=True)
    put(path, data)
    return True


def replace_if_unchanged(path: Path, before: str, after: str) -> bool:
    """Replace the text of a file, and keep its permissions. False if the file no longer has the text `before`: then another
    program has saved it, and nothing is written. Raises OSError."""
    if path.read_bytes() != before.encode("utf-8"):
        return False
    put(path, after.encode("utf-8"))
    return True


def create(path: Path, text: str) -> None:
    """Write a new file as UTF-8, with the folders that it needs. Raises FileExistsError if it exists, else OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    file = path.open("x", encoding="utf-8", newline="")
    try:
        with file:
            file.write(text)
    except BaseException:
        path.unlink()
        raise


def put(path: Path, *data: bytes) -> None:
    """Put a file, with these data one after the other, in place of another one or of none, in a folder that exists.

    Raises OSError.
    """
    # No article is read under a name that begins with a dot and ends in a tilde. It cannot be guessed: no link can wait there.
    aside = path.with_name(f".{secrets.token_hex(8)}~")
    try:
        with aside.open("xb") as file:
            file.writelines(data)
        if path.exists():
            shutil.copymode(path, aside)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def link(source: str | Path, target: str | Path) -> None:
    """Give a file a second name, or make a copy where the file system has no second names. Raises OSError."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
