"""The synthetic project of the benchmarks: it builds, and the same seed gives the same bytes."""

import sys
from pathlib import Path

import pytest

from support.paths import ROOT
from support.sites import run
from timeline.model.diagnostics import as_text
from timeline.project import load

AMOUNT = 30


def generated(to: Path, seed: int = 1) -> Path:
    """A project with synthetic content, made by the command as its users call it."""
    done = run(sys.executable, ROOT / "bench" / "synthetic.py", str(AMOUNT), to, "--seed", str(seed), cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return to


def content(root: Path) -> dict[str, bytes]:
    files = (path for path in (root / "content").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generated(tmp_path_factory.mktemp("synthetic").resolve() / "project")


def test_it_builds_without_a_problem_and_has_as_many_entries_as_asked(project: Path) -> None:
    outcome = load(project)
    assert [as_text(problem) for problem in outcome.problems] == []
    assert len(outcome.chronology.entries) == AMOUNT


def test_the_same_seed_gives_the_same_bytes_and_another_one_others(project: Path, tmp_path: Path) -> None:
    assert content(generated(tmp_path / "again")) == content(project)
    assert content(generated(tmp_path / "other", seed=2)).keys() != content(project).keys()


def test_it_has_the_pages_and_the_theme_of_this_project_but_not_its_content(project: Path) -> None:
    for asset in (ROOT / "docs/assets").iterdir():
        assert (project / "docs/assets" / asset.name).read_bytes() == asset.read_bytes()
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    assert "site_name: Synthetic chronology" in config
    assert "theme:\n  name: dateline\n" in config
    ours = {path.name for path in (ROOT / "content" / "articles").rglob("*.md")}
    assert not ours & {path.name for path in (project / "content" / "articles").rglob("*.md")}
