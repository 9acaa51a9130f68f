"""The package: a wheel and a source archive that hold all they need, installed outside the checkout."""

import importlib.metadata
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.paths import ROOT
from timeline import __version__


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The wheel and the source archive, by suffix, built from the files that git knows."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("archives")
    known = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split("\0")
    for path in filter(None, known) if any(known) else _all_files():
        if (ROOT / path).is_file():
            (source / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, source / path)
    # -P: `python -m build` would run build.py of the current folder.
    command = [sys.executable, "-P", "-m", "build", "--no-isolation", "--outdir", out, source]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return {path.suffix: path for path in out.iterdir()}


def _all_files() -> Iterator[str]:
    """In an archive of the repository git knows nothing."""
    for name in ("timeline", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"):
        paths = (ROOT / name).rglob("*") if (ROOT / name).is_dir() else [ROOT / name]
        yield from (str(path.relative_to(ROOT)) for path in paths if "__pycache__" not in path.parts)


@pytest.fixture(scope="module")
def installed(archives: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of an environment that has the wheel, and the packages of this one. The checkout is not on its path."""
    home = tmp_path_factory.mktemp("installed") / "env"
    subprocess.run([sys.executable, "-m", "venv", home], check=True)
    pip = [home / "bin/python", "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check"]
    subprocess.run([str(part) for part in (*pip, archives[".whl"])], check=True)
    theirs = next((home / "lib").glob("python3*/site-packages"))
    for path in Path(importlib.metadata.distribution("click").locate_file("")).iterdir():
        if (
            not (theirs / path.name).exists()
            and not path.name.startswith(("dateline", "timeline", "__pycache__"))
            and path.suffix != ".pth"
        ):
            (theirs / path.name).symlink_to(path)
    return home / "bin"


def run(tool: Path, *arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command outside the checkout, with nothing of it in the environment."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "COVERAGE"))}
    return subprocess.run(
        [str(tool), *map(str, arguments)], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


def test_the_wheel_holds_the_files_of_the_package_and_no_others(archives: dict[str, Path]) -> None:
    with zipfile.ZipFile(archives[".whl"]) as wheel:
        held = {name for name in wheel.namelist() if ".dist-info/" not in name}
    there = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "timeline").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert held == there
    assert {"timeline/py.typed", "timeline/publish/maps/land.wkb.xz", "timeline/publish/theme/assets/dateline.css"} <= held


def test_the_source_archive_builds_the_package(archives: dict[str, Path]) -> None:
    with tarfile.open(archives[".gz"]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "timeline/pipeline.py"} <= names
    assert not [name for name in names if name.startswith(("content/", "tests/"))]


def test_one_version(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "dateline", "--version", cwd=tmp_path).stdout == f"dateline, version {__version__}\n"
    assert importlib.metadata.version("dateline") == __version__


def test_it_runs_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = "import timeline; print(timeline.__file__)"
    assert run(installed / "python", "-c", code, cwd=tmp_path).stdout.startswith(str(installed.parent))
    explained = run(installed / "dateline", "explain", "D601", cwd=tmp_path)
    assert (explained.returncode, explained.stdout[:6]) == (0, "D601: ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion(installed: Path, tmp_path: Path, shell: str) -> None:
    script = subprocess.run(
        [installed / "dateline"],
        env={**os.environ, "_DATELINE_COMPLETE": f"{shell}_source"},
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert "dateline" in script.stdout
    completed = {
        "_DATELINE_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": "dateline ex",
        "COMP_CWORD": "ex" if shell == "fish" else "1",
    }
    found = subprocess.run(
        [installed / "dateline"], env={**os.environ, **completed}, capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert "explain" in found.stdout


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs", "zensical"])
def test_a_chronology_of_three_entries_from_the_wheel_alone(installed: Path, tmp_path: Path, engine: str) -> None:
    """What the README of a new project says, and three entries in it."""
    dateline = installed / "dateline"
    made = run(dateline, "init", "harbour", "--name", "The harbour", "--url", "https://example.org/harbour/", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    root = tmp_path / "harbour"
    flags = {"title": "Ferry stops", "url": "https://example.org/ferry", "publisher": "Example Times", "language": "en"}
    for day, event in (("2026-04-01", "The ferry stops"), ("2026-05-02", "The ferry returns")):
        given = flags | {"title": event, "url": flags["url"] + day, "published": day, "event": event}
        begun = run(dateline, "new", *(part for key, value in given.items() for part in (f"--{key}", value)), cwd=root / "docs")
        assert begun.returncode == 0, begun.stderr
        path = root / begun.stdout.strip()
        id = "ferry-stops" if "stops" in event else "ferry-returns"
        assert f"  {id}:\n" in path.read_text(encoding="utf-8"), path.read_text(encoding="utf-8")
        head = path.read_text(encoding="utf-8").rpartition("---\n")[0]
        path.write_text(f"{head}---\n\n[{event} [today]{{.when}}]{{event={id}}}.\n", encoding="utf-8")
    checked = run(dateline, "check", cwd=root / "content")
    assert (checked.returncode, checked.stdout) == (0, "3 entries from 3 articles.\n"), checked.stderr
    built = run(dateline, "build", "--engine", engine, cwd=root)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "WARNING" not in built.stdout + built.stderr
    for id in ("bridge-opened", "ferry-stops", "ferry-returns"):
        assert (root / f"site/timeline/entries/{id}/index.html").is_file()
    home = (root / "site/index.html").read_text(encoding="utf-8")
    assert "assets/dateline.css" in home
    assert (root / "site/assets/dateline.css").is_file()
    assert list((root / "site/pagefind").rglob("*.pagefind"))
