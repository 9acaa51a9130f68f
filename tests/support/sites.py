"""A copy of the project to build and to break, its two engines, and the browser."""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from support.paths import ROOT
from timeline.publish.output import PAGES

# The shell is the same browser without its windows. A page in it takes a third of the processor time.
CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
# The background services of a browser that is driven by a test would ask the network for things.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
# Copies keep what Python has compiled, for to compile the program takes longer than a command. It may be writing such a file.
UNFINISHED = shutil.ignore_patterns("*.pyc.*")


def copy_project(to: Path) -> Path:
    """What git holds of the project, without its history and without anything built."""
    for name in ("content", "timeline", "docs", "mkdocs.yml", "build.py"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, to / name, ignore=UNFINISHED)
        else:
            to.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, to / name)
    shutil.rmtree(to / "docs" / "timeline", ignore_errors=True)
    for page in PAGES:
        (to / "docs" / page).unlink(missing_ok=True)
    return to


def copy_built(built: Path, to: Path) -> Path:
    """A copy of a project with all that a build has made of it.

    The next build takes over what does not change. Not for tests of what a build makes from nothing.
    """
    return shutil.copytree(built, to)


def leave_out(root: Path, *pages: str) -> None:
    """Makes the engine build a project without some of its pages, which no test looks at; links to them are dead.

    `pages` are patterns as in a `.gitignore`.
    """
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert "exclude_docs: |\n" in text
    lines = "".join(f"  {pattern}\n" for pattern in pages)
    config.write_text(text.replace("exclude_docs: |\n", f"exclude_docs: |\n{lines}"), encoding="utf-8")


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command of this environment to its end."""
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, env=environment(), timeout=300
    )


def environment() -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1", "PYTHONUNBUFFERED": "1"}


def tool(name: str) -> Path:
    """A command of the environment that runs the tests."""
    return Path(sys.executable).parent / name


def need_chromium() -> str:
    """The browser; where there is none the test is skipped, in CI it fails."""
    if CHROMIUM:
        return CHROMIUM
    if os.environ.get("CI"):
        pytest.fail("Chromium is not installed, and this is CI")
    pytest.skip("Chromium is not installed (Debian: apt-get install chromium-headless-shell)")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a web server for a built site."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
