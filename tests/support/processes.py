"""Leaves out the tests that start a process, as soon as they do. No list of them is needed."""

import sys

import pytest

# The audit events of Python that come before a process starts.
STARTS = {"subprocess.Popen", "os.fork", "os.forkpty", "os.posix_spawn", "os.exec", "os.system"}
_running: list[str] = []  # the test that runs


def leave_out_processes() -> None:
    """From now on a test that starts a process is skipped. This cannot be taken back: an audit hook stays."""
    sys.addaudithook(_refuse)


def begin(test: str) -> None:
    """From now on processes are those of a test, and not those of pytest itself."""
    _running.append(test)


def end() -> None:
    """Says that the test is over."""
    _running.clear()


def _refuse(event: str, _arguments: tuple[object, ...]) -> None:
    if _running and event in STARTS:
        pytest.skip("it starts a process")
