"""`dateline init`: what it writes, what it refuses, and that this repository's own files for forges are the same."""

from pathlib import Path

import pytest
import yaml

from support.command_line import run
from support.paths import ROOT
from support.terminal import on_terminal
from timeline.contribute.starter import Commands, forges, rendered, starter_files
from timeline.model.diagnostics import errors
from timeline.project import load

OWN = Commands(
    install="make .venv/.site",
    dateline=".venv/bin/python build.py",
    check="make check",
    site="make site",
    serve="make serve",
)


def made(root: Path, **options: str) -> Path:
    """A project in a folder that does not exist yet."""
    arguments = [part for key, value in options.items() for part in (f"--{key}", value)]
    done = run("init", root, "--name", "The harbour", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return root


def test_a_new_project_has_at_most_ten_files_and_no_problem_but_its_missing_address(tmp_path: Path) -> None:
    root = made(tmp_path / "harbour")
    assert len([path for path in root.rglob("*") if path.is_file()]) <= 10
    project = load(root)
    assert [(entry.id, entry.when.text) for entry in project.chronology.entries] == [("bridge-opened", "2026-03-11")]
    assert [problem.code for problem in project.problems] == ["S901"]
    assert load(made(tmp_path / "with-address", url="https://example.org/harbour")).problems == []


@pytest.mark.parametrize("name", ['"Harbour": a #1', "Гавань", "[[ 7 * 7 ]]", "{{ name }}", "yes", "1984", "- a", "a\\b"])
def test_any_name_is_the_name_of_the_site(tmp_path: Path, name: str) -> None:
    done = run("init", tmp_path / "new", "--name", name)
    assert done.returncode == 0, done.stderr
    assert yaml.safe_load((tmp_path / "new/mkdocs.yml").read_text(encoding="utf-8"))["site_name"] == name
    assert load(tmp_path / "new").site.name == name


def test_a_person_is_asked_for_name_and_address(tmp_path: Path) -> None:
    answers = ["The harbour", "example.org", "https://example.org/harbour"]
    status, shown = on_terminal("init", tmp_path / "wrong", answers=answers[:2], prompt=": ")
    assert status == 1
    assert "`example.org` is not a web address" in shown
    assert not (tmp_path / "wrong").exists()
    status, shown = on_terminal("init", tmp_path / "new", answers=[answers[0], answers[2]], prompt=": ")
    assert (status, "Name of the chronology: " in shown) == (0, True)
    site = load(tmp_path / "new").site
    assert (site.name, site.url) == ("The harbour", "https://example.org/harbour/")
    assert on_terminal("init", tmp_path / "later", answers=["The harbour", ""], prompt=": ")[0] == 0
    assert load(tmp_path / "later").site.url == ""


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/about.md").write_text("mine")
    (tmp_path / "notes.txt").write_text("mine too")
    done = run("init", tmp_path, "--name", "The harbour")
    assert (done.returncode, done.stdout) == (1, "")
    assert "1 file of this name: docs/about.md\nhelp: name another folder; no file was written\n" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "notes.txt"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "this is not an interactive terminal, so --name is needed"),
        (["--name", "x" * 401], "a name is one line of at most 400 characters"),
        (["--name", "The harbour", "--url", "example.org"], "`example.org` is not a web address"),
        (["--name", "The harbour", "--url", "javascript:alert(1)"], "is not a web address"),
    ],
)
def test_what_is_refused(tmp_path: Path, options: list[str], message: str) -> None:
    done = run("init", tmp_path / "new", *options)
    assert (done.returncode, done.stdout) == (1, "")
    assert message in done.stderr
    assert "\nhelp: " in done.stderr
    assert not (tmp_path / "new").exists()


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("init", tmp_path / "file/new", "--name", "The harbour")
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_commands_find_the_project_from_a_folder_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = made(tmp_path / "harbour", url="https://example.org/")
    from click.testing import CliRunner

    from timeline.commands import cli

    monkeypatch.chdir(root / "content/articles")
    inside = CliRunner().invoke(cli, ["check"])
    assert (inside.exit_code, inside.output) == (0, "1 entry from 1 article.\n")
    monkeypatch.chdir("/")  # the folder of the tests may itself be in a checkout
    outside = CliRunner().invoke(cli, ["check"])
    assert outside.exit_code == 1
    assert "no mkdocs.yml in " in outside.output
    assert "dateline init FOLDER" in outside.output


def test_the_forges() -> None:
    assert forges() == ["github", "gitlab"]
    for forge in forges():
        added = starter_files("x", forge=forge).keys() - starter_files("x").keys()
        assert {path for path in added if path.endswith(".yml")}
        for path in added:
            assert "make " not in starter_files("x", forge=forge)[path], f"{path}: a new project has no Makefile"


@pytest.mark.parametrize(
    "path", [".github/workflows/links.yml", ".github/workflows/publish.yml", ".github/ISSUE_TEMPLATE/propose-an-entry.yml"]
)
def test_our_own_files_for_github_are_those_of_a_new_project(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == rendered("github", OWN)[path]


def test_our_own_workflow_for_pull_requests_adds_a_job_for_the_code() -> None:
    path = ".github/workflows/pull-request.yml"
    assert (ROOT / path).read_text(encoding="utf-8").startswith(rendered("github", OWN)[path].rstrip("\n") + "\n\n  code:\n")


def test_our_own_pipeline_of_gitlab_adds_jobs_for_the_code() -> None:
    ours, theirs = (ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"), rendered("gitlab", OWN)[".gitlab-ci.yml"]
    before, code, after = ours.partition("code:\n")
    assert before + after[after.index("# GitLab publishes") :] == theirs
    assert "bash .ci/run" in code + after
    assert "make test-nightly" in after


def test_our_own_tasks_of_the_editor_are_those_of_a_new_project() -> None:
    path = ".vscode/tasks.json"
    values = {"title": "x", "name": "x", "url": ""}
    assert (ROOT / path).read_text(encoding="utf-8") == rendered("project", OWN, **values)[path]


def test_an_example_has_no_error_beside_a_forge(tmp_path: Path) -> None:
    for forge in forges():
        assert errors(load(made(tmp_path / forge, forge=forge)).problems) == []
