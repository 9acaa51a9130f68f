"""The package: a wheel and a source archive that hold all they need, installed outside the checkout."""

import importlib.metadata
import os
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest

from support.paths import ROOT
from support.wheel import run_outside as run
from timeline import __version__


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


@pytest.fixture(scope="module")
def project(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the README of a new project says, and three entries in it."""
    dateline, folder = installed / "dateline", tmp_path_factory.mktemp("package")
    made = run(dateline, "init", "harbour", "--name", "The harbour", "--url", "https://example.org/harbour/", cwd=folder)
    assert made.returncode == 0, made.stderr
    root = folder / "harbour"
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
    return root


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs", "zensical"])
def test_a_chronology_of_three_entries_from_the_wheel_alone(installed: Path, project: Path, tmp_path: Path, engine: str) -> None:
    root = shutil.copytree(project, tmp_path / "harbour")
    built = run(installed / "dateline", "build", "--engine", engine, cwd=root)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "WARNING" not in built.stdout + built.stderr
    for id in ("bridge-opened", "ferry-stops", "ferry-returns"):
        assert (root / f"site/timeline/entries/{id}/index.html").is_file()
    home = (root / "site/index.html").read_text(encoding="utf-8")
    assert "assets/dateline.css" in home
    assert (root / "site/assets/dateline.css").is_file()
    assert list((root / "site/pagefind").rglob("*.pagefind"))
