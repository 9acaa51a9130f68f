"""build.py as people call it: what it prints where, and its exit status."""

import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.command_line import edit, run
from support.paths import ROOT
from timeline.__main__ import main
from timeline.commands import serve
from timeline.console import report
from timeline.model.errors import UserError

COMMANDS = sorted(path.stem.removesuffix("_") for path in (ROOT / "timeline/commands").glob("[!_]*.py"))


def test_build_tells_what_it_wrote(small_site: Path) -> None:
    first = run("--root", small_site)
    assert (first.returncode, first.stderr) == (0, "")
    entries, files = first.stdout.splitlines()
    written = sum(path.is_file() and not path.name.startswith(".") for path in (small_site / "docs").rglob("*"))
    assert entries == "2 entries from 2 articles."
    assert files == f"{written} files written, 0 unchanged, 0 removed."
    assert run("--root", small_site).stdout.splitlines()[1] == f"0 files written, {written} unchanged, 0 removed."


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is full")
@pytest.mark.parametrize("command", ["", "check", "check --format json", "explain A101", "--help", "check --help"])
def test_a_full_stdout_is_reported_and_a_closed_one_ends_the_command(small_site: Path, command: str) -> None:
    for target, said in (
        ("> /dev/full", "Error: the output cannot be written: No space left on device\nhelp: free space, or send it elsewhere\n"),
        ("| head -0", ""),
        (">&-", ""),
    ):
        call = f"'{sys.executable}' '{ROOT / 'build.py'}' --root '{small_site}' {command} {target}"
        assert subprocess.run(call, shell=True, capture_output=True, text=True, check=False).stderr == said, target


def test_a_python_without_the_packages_is_told_what_to_run() -> None:
    command = [sys.executable, "-S", ROOT / "build.py", "check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(r"Error: this Python \(.+\) has no package `click`\nhelp: run `make site`, or .+\n", done.stderr)


def test_an_old_python_is_told_which_it_must_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    with pytest.raises(SystemExit, match=r"^Error: Dateline needs Python 3\.11 or newer; this is .*\nhelp: "):
        main()


def test_an_engine_that_is_not_installed(small_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "find_spec", lambda engine: None)
    with pytest.raises(UserError, match=r"^zensical is not installed\nhelp: install it: python -m pip install zensical==[\d.]+$"):
        serve.engine_call(small_site, "zensical", "build")


def test_check_writes_nothing(small_site: Path) -> None:
    done = run("--root", small_site, "check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "2 entries from 2 articles.\n", "")
    assert not (small_site / "docs").exists()


@pytest.mark.parametrize(("command", "last_line"), [([], "Nothing was written.\n"), (["check"], "")])
def test_an_error_is_reported_with_its_place_and_the_exit_status_is_1(
    small_site: Path, command: list[str], last_line: str
) -> None:
    edit(small_site, "event=appeal", "event=Appeal")
    edit(small_site, "language: en", "langage: en")
    done = run("--root", small_site, *command)
    assert done.returncode == 1
    assert done.stdout == ""
    assert (
        done.stderr
        == """\
content/articles/2022/x.md:2:1: H302 `language` is missing
    title: Saldo urges residents to leave
    ^
help: add `language:` (language of the original: en, uk, de)

content/articles/2022/x.md:6:1: H301 unknown key `langage`
    langage: en
    ^
help: did you mean `language`?

content/articles/2022/x.md:13:42: P406 `Appeal` is not a valid event id
    [Saldo spoke [on Thursday]{.when}]{event=Appeal}.
                                             ^
help: use lowercase letters, digits and single hyphens; put several ids in quotation marks, separated by blanks

3 errors. To read about H302, run `dateline explain H302`.
"""
        + last_line
    )
    assert not (small_site / "docs").exists()


@pytest.mark.parametrize("status", [0, 1])
@pytest.mark.skipif(not shutil.which("make"), reason="there is no make")
def test_make_check_adds_nothing_to_the_report(tmp_path: Path, status: int) -> None:
    """With a Python that only reports how it was called, and the status that the check would have."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/python").write_text(f'#!/bin/sh\necho "report of $*"\nexit {status}\n')
    (tmp_path / "bin/python").chmod(0o755)
    (tmp_path / ".site").touch()  # newer than requirements.txt: nothing is installed
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    command = ["make", "check", f"VENV={tmp_path}"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (status, "report of build.py check\n", "")


class Terminal(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("seconds_each", "shown"), [(0.01, False), (0.3, True)])
def test_a_progress_bar_is_shown_for_what_takes_long(monkeypatch: pytest.MonkeyPatch, seconds_each: float, shown: bool) -> None:
    terminal, clock = Terminal(), iter(range(1_000))
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(report.os, "isatty", lambda descriptor: descriptor == 2)
    monkeypatch.setattr(report, "monotonic", lambda: next(clock) * seconds_each)
    assert list(report.bar("Reading", range(10))) == list(range(10))
    assert ("Reading" in terminal.getvalue()) is shown


def test_no_progress_bar_without_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(report.bar("Reading", range(10), delay=0)) == list(range(10))
    assert capsys.readouterr() == ("", "")


def test_a_note_stops_nothing(small_site: Path) -> None:
    edit(small_site, "    title: Saldo appeals", "    when: 2022-10\n    title: Saldo appeals")
    done = run("--root", small_site)
    assert done.returncode == 0
    assert ": D605 note: " in done.stderr
    assert done.stderr.endswith("\n\n1 note. To read about D605, run `dateline explain D605`.\n")
    assert "files written" in done.stdout


def test_an_empty_project_is_told_what_it_lacks(tmp_path: Path) -> None:
    done = run("--root", tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("content/vocabulary.yml:1:1: A103 there is no such file\n")


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"]])
def test_help(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Usage: build.py" in done.stdout


def test_help_names_what_there_is() -> None:
    told = run("--help").stdout
    for word in ("--root", "check", "docs/timeline", "content/"):
        assert word in told


@pytest.mark.parametrize("arguments", [["--root", "/no/such/folder"], ["--rot", "."], ["publish"]])
def test_a_wrong_call_is_a_usage_error(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage: build.py" in done.stderr


@pytest.mark.parametrize(
    "hostile",
    [
        b"\x1b]0;owned\x07\x1b[2J",
        b"\x9b2J",
        "\x9b2J\u202eevil\u2066".encode(),
        b"\xff\xfe\x00",
        "title: \u200f\u200d\U000e0041\n".encode(),
        b'---\n"\\e[31m": "\\e[2J"\n---\n',
        b"---\n&a [*a, *a]\n---\n",
        b"---\n? {[]: {}}\n---\n",
        b"---\ntitle: !!python/object/apply:os.system ['echo owned']\n---\n",
        b"---\n" + b"[" * 5000,
        b"---\ntitle: 'x\n---\n[",
        b"---\n---\n" + b"[" * 5000,
        b"---\n\x00\n---\n",
    ],
)
def test_hostile_files_neither_crash_nor_steer_the_terminal(small_site: Path, hostile: bytes) -> None:
    (small_site / "content/articles/2022/hostile.md").write_bytes(hostile)
    (small_site / "content/articles/2022/\x1b[31mred\u202e.md").write_bytes(hostile)
    done = run("--root", small_site)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "content/articles/2022/hostile.md:" in done.stderr
    assert [character for character in done.stderr if not (character.isprintable() or character == "\n")] == []


def test_names_of_files_that_are_not_text(small_site: Path) -> None:
    (small_site / "content/articles/2022").joinpath(os.fsdecode(b"caf\xe9.md")).write_text("x")
    done = run("--root", small_site)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_a_terminal_without_unicode(small_site: Path) -> None:
    edit(small_site, "Saldo urges", "“Сальдо” urges: all of")
    done = run("--root", small_site, PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "content/articles/2022/x.md:2:" in done.stderr


@pytest.mark.parametrize("arguments", [["explain", "A101"], ["suggest", "content/articles/2022/x.md"]])
def test_no_command_ends_for_want_of_characters(small_site: Path, arguments: list[str]) -> None:
    edit(small_site, "---\n\n", "---\n\nThey met on 3 May 2022.\n\n")
    command = [sys.executable, ROOT / "build.py", "--root", small_site, *arguments]
    environment = os.environ | {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert rb"\u201c" in done.stdout


@pytest.mark.parametrize("arguments", [["new"], ["suggest", "content/articles/2022/x.md"], ["check", "--fix"]])
@pytest.mark.skipif(os.name != "posix", reason="how the input of a command is closed")
def test_a_closed_input_is_nobody_who_could_be_asked(small_site: Path, arguments: list[str]) -> None:
    command = ["sh", "-c", 'exec "$@" <&-', "sh", sys.executable, ROOT / "build.py", "--root", small_site, *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert done.returncode == (2 if arguments == ["new"] else 0)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("written", "help"),
    [
        ("chek", "did you mean check?"),
        ("sugest", "did you mean suggest?"),
        ("zebra", f"the commands are {', '.join(COMMANDS)}"),
    ],
)
def test_a_command_that_is_not_there(small_site: Path, written: str, help: str) -> None:
    done = run("--root", small_site, written)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(f"Error: there is no command `{written}`\nhelp: {help}\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "--root", "."], "No such option '--root'.\nhelp: write it before the command: dateline --root FOLDER"),
        (["suggest"], "Missing argument 'FILE'.\nhelp: write it behind the command: build.py suggest FILE\n"),
        (["new", "Ferry", "stops"], "extra arguments (Ferry stops)\nhelp: put a value with blanks in quotation marks"),
        (["check", "--fixx"], "Error: No such option '--fixx'. Did you mean '--fix'?\n"),
    ],
)
def test_a_wrong_call_is_told_the_right_one(arguments: list[str], told: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
