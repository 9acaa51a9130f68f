"""timeline/publish/build_lock.py: one build of a project at a time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.model.errors import UserError
from timeline.publish import build_lock
from timeline.publish.build_lock import FILE, one_build

HOLDER = """
import sys, time
from pathlib import Path
from timeline.publish.build_lock import one_build
with one_build(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def held(root: Path) -> "subprocess.Popen[str]":
    """A process that holds the lock of a project."""
    process = subprocess.Popen([sys.executable, "-c", HOLDER, root], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def test_who_waits_is_told_once_and_for_what(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build_lock, "PATIENCE", 0.5)
    with held(tmp_path) as process:
        with (
            pytest.raises(UserError, match=rf"another build of this project \(process {process.pid}\) has not ended"),
            one_build(tmp_path),
        ):
            pass
        process.kill()
    assert capsys.readouterr().err == f"dateline: waiting for another build of this project (process {process.pid})\n"


def test_a_killed_build_keeps_nobody_waiting(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with held(tmp_path) as process:
        process.kill()
    with one_build(tmp_path):
        assert (tmp_path / FILE).read_text() == str(os.getpid())
    assert capsys.readouterr().err == ""


def test_one_build_after_the_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        with one_build(tmp_path):
            pass
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("linked", [".cache", ".cache/dateline", FILE])
def test_nothing_is_written_through_a_link(tmp_path: Path, linked: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    path = tmp_path / "project" / linked
    path.parent.mkdir(parents=True)
    path.symlink_to(elsewhere)
    with one_build(tmp_path / "project"):
        pass
    assert not elsewhere.exists()


def test_without_a_folder_for_the_lock_a_build_runs(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file where the folder should be")
    with one_build(tmp_path):
        pass
