"""build.py as people call it, and a change to the small site of the fixture `small_site`."""

import contextlib
import io
import os
import runpy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from support.paths import ROOT

BUILD = ROOT / "build.py"


def run(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """What build.py prints and its exit status, where neither its input nor its output is a terminal.

    It runs in this process, which takes a tenth of the time. With variables of the environment it runs in a process of
    its own, for Python reads some of them only when it starts.
    """
    if environment:
        return run_process(*arguments, cwd=cwd, **environment)
    command = [str(BUILD), *map(str, arguments)]
    with _streams() as (output, errors), contextlib.chdir(cwd or Path.cwd()), mock.patch("sys.argv", command):
        status = _exit_status()
    return subprocess.CompletedProcess(command, status, output.getvalue().decode("utf-8"), errors.getvalue().decode("utf-8"))


def run_process(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """The same in a process of its own."""
    return subprocess.run(
        [sys.executable, BUILD, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, **environment},
        check=False,
        timeout=120,
    )


@contextlib.contextmanager
def _streams() -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    """Empty input, and the bytes that are written to output and errors."""
    output, errors = io.BytesIO(), io.BytesIO()
    # write_through: a part that is written as bytes does not overtake a part that is written as text
    writers = (io.TextIOWrapper(buffer, encoding="utf-8", write_through=True) for buffer in (output, errors))
    streams = {"stdin": io.TextIOWrapper(io.BytesIO()), **dict(zip(("stdout", "stderr"), writers, strict=True))}
    with mock.patch.multiple("sys", **streams), mock.patch("os.isatty", return_value=False):
        yield output, errors
        for stream in streams.values():
            stream.detach()  # else it would close the buffer when it is collected


def _exit_status() -> int:
    try:
        runpy.run_path(str(BUILD), run_name="__main__")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def edit(root: Path, old: str, new: str) -> None:
    """Changes the first article."""
    article = root / "content/articles/2022/x.md"
    text = article.read_text(encoding="utf-8")
    assert old in text
    article.write_text(text.replace(old, new), encoding="utf-8")
