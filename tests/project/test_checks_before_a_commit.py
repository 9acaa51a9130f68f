"""The checks before a commit and those of `make lint` are the same."""

import subprocess

import yaml

from support.paths import ROOT


def test_pre_commit_runs_what_make_lint_runs() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (repository,) = config["repos"]
    assert repository["repo"] == "local"
    assert all(hook["language"] == "system" and hook["pass_filenames"] is False for hook in repository["hooks"])
    made = subprocess.run(["make", "--dry-run", "lint"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    linted = [line for line in made.splitlines() if line.startswith(".venv/bin/") and "pip install" not in line]
    assert [hook["entry"] for hook in repository["hooks"]] == linted
