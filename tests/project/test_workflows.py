"""The files for forges: what a stranger's proposal can set off, and whether the commands that they call exist."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner

from support.command_line import run
from support.paths import ROOT
from support.sites import tool

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").iterdir())
GITLAB = ROOT / ".gitlab-ci.yml"
FORM = GITHUB / "ISSUE_TEMPLATE" / "propose-an-entry.yml"
# What pull_request_target and workflow_run run has secrets and may write, and a stranger's proposal sets it off.
TRIGGERS = {
    "pull-request.yml": {"pull_request": ""},
    "publish.yml": {"push": {"branches": ["main"]}},
    "links.yml": {"schedule": [{"cron": "23 4 * * 1"}], "workflow_dispatch": ""},
    "nightly.yml": {"schedule": [{"cron": "41 2 * * *"}], "workflow_dispatch": ""},
}
MAY_WRITE = {("publish.yml", "deploy"): {"pages": "write", "id-token": "write"}}
# Nothing in these can be chosen by whoever opens a proposal, but the name of the branch, which is quoted where it is used.
EXPRESSIONS = {"github.event.pull_request.number", "github.base_ref", "github.sha", "steps.deployment.outputs.page_url"}
CONDITION = re.compile(r"(!cancelled\(\)|steps\.\w+\.(outcome|outputs\.code) == '\w+')( && |$)")

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def read(path: Path) -> dict:
    """A file of YAML in which every scalar is text, `on` too."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def steps(path: Path) -> Iterator[dict]:
    for job in read(path)["jobs"].values():
        yield from job["steps"]


def test_there_are_the_workflows_that_are_looked_at() -> None:
    assert [path.name for path in WORKFLOWS] == sorted(TRIGGERS)


@each_workflow
def test_what_sets_it_off(path: Path) -> None:
    assert read(path)["on"] == TRIGGERS[path.name]


@each_workflow
def test_what_it_may_do(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        assert job.get("permissions") == MAY_WRITE.get((path.name, name))


@each_workflow
def test_actions_are_pinned_by_commit_and_bear_their_version(path: Path) -> None:
    used = re.findall(r"^ *(?:- )?uses: *(.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(used) == sum("uses" in step for step in steps(path))
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)


def test_an_action_is_pinned_in_one_way_everywhere() -> None:
    used = {action for path in WORKFLOWS for action in re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))}
    assert len(used) == len({action.partition("@")[0] for action in used})


@each_workflow
def test_a_checkout_leaves_no_credentials_behind(path: Path) -> None:
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


@each_workflow
def test_no_script_is_made_of_what_a_stranger_wrote(path: Path) -> None:
    """An expression is put into a script as text, before the shell reads it: `$(…)` in the name of a branch would run."""
    for step in steps(path):
        assert "${{" not in step.get("run", "")


@each_workflow
def test_expressions(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "secrets" not in text
    for expression in re.findall(r"\$\{\{ *(.*?) *\}\}", text):
        assert expression in EXPRESSIONS or CONDITION.sub("", expression) == ""


@each_workflow
def test_variables_are_quoted(path: Path) -> None:
    for step in steps(path):
        unquoted = re.sub(r'"[^"]*"|\'[^\']*\'', "", step.get("run", ""))
        assert not re.search(r"\$[A-Za-z_{]", unquoted)


@each_workflow
def test_a_script_stops_at_the_first_failure(path: Path) -> None:
    """`shell: bash` stands for -e and pipefail; without it a pipe hides what fails in it."""
    assert read(path)["defaults"] == {"run": {"shell": "bash"}}
    assert not any("shell" in step for step in steps(path))
    assert "continue-on-error" not in path.read_text(encoding="utf-8")


@each_workflow
def test_every_job_ends(path: Path) -> None:
    for job in read(path)["jobs"].values():
        assert 0 < int(job["timeout-minutes"]) <= 60
        assert job["runs-on"] == "ubuntu-24.04"


def test_older_runs_of_a_proposal_are_cancelled_and_those_that_publish_are_not() -> None:
    cancelled = {path.stem: read(path)["concurrency"]["cancel-in-progress"] for path in WORKFLOWS}
    assert (cancelled["pull-request"], cancelled["publish"]) == ("true", "false")


def test_a_proposal_of_content_needs_no_browser() -> None:
    """The job for articles installs what the site needs and no more; the other one does nothing where no code changes."""
    jobs = read(GITHUB / "workflows" / "pull-request.yml")["jobs"]
    assert all("npm" not in str(step) and ".venv/.test" not in str(step) for step in jobs["content"]["steps"])
    _, decision, *rest = jobs["code"]["steps"]
    assert decision["id"] == "changed"
    assert all(step["if"] == "steps.changed.outputs.code == 'yes'" for step in rest)


def test_only_the_build_of_the_main_branch_reads_and_writes_a_cache() -> None:
    """It has a key that signs what builds read. What a run for a pull request writes, GitHub keeps from other branches."""
    using = {path.name for path in WORKFLOWS for step in steps(path) if step.get("uses", "").startswith("actions/cache")}
    assert using == {"publish.yml"}
    assert read(GITHUB / "workflows/publish.yml")["on"] == {"push": {"branches": ["main"]}}
    assert "cache" not in read(GITLAB) and not [job for job in read(GITLAB).values() if "cache" in job]
    setup = [step for path in WORKFLOWS for step in steps(path) if step.get("uses", "").startswith("actions/setup-python@")]
    assert not [step for step in setup if "cache" in step["with"]]


def test_zizmor_finds_nothing() -> None:
    done = subprocess.run(
        [tool("zizmor"), "--offline", "--no-progress", "--persona", "pedantic", GITHUB], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("github-workflows", WORKFLOWS),
        ("github-issue-forms", [FORM]),
        ("github-issue-config", [FORM.with_name("config.yml")]),
        ("dependabot", [GITHUB / "dependabot.yml"]),
        ("gitlab-ci", [GITLAB]),
    ],
    ids=str,
)
def test_the_forge_can_read_it(schema: str, paths: list[Path]) -> None:
    done = CliRunner().invoke(check_jsonschema, ["--builtin-schema", f"vendor.{schema}", *map(str, paths)])
    assert done.exit_code == 0, done.output


def scripts() -> Iterator[str]:
    """All lines that a forge runs."""
    for path in WORKFLOWS:
        for step in steps(path):
            yield from step.get("run", "").splitlines()
    for job in read(GITLAB).values():
        yield from job.get("script", ()) if isinstance(job, dict) else ()


def calls() -> list[str]:
    return sorted({found for line in scripts() for found in re.findall(r"build\.py ([^|>\n]+?) *(?=[|>]|$)", line)})


def test_some_commands_are_called() -> None:
    assert {call.split()[0] for call in calls()} == {"check", "diff", "links"}


@pytest.mark.parametrize("call", calls())
def test_the_commands_that_forges_run_exist(call: str) -> None:
    command, *arguments = call.split()
    told = run(command, "--help")
    assert told.returncode == 0, told.stderr
    for option, value in re.findall(r"(--[a-z-]+) ([a-z]+)", " ".join(arguments)):
        choices = re.search(rf"{option} \[([a-z|]+)\]", told.stdout)
        assert choices, f"{command} has no {option} with choices"
        assert value in choices[1].split("|")


def test_the_targets_that_forges_make_exist() -> None:
    targets = {target for line in scripts() for target in re.findall(r"\bmake ([./a-z-]+)$", line)}
    assert targets == {".venv/.site", "site", "test-nightly"}
    for target in targets:
        assert subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True).returncode == 0


def questions() -> dict[str, dict]:
    return {field["attributes"]["label"]: field for field in read(FORM)["body"] if field["type"] != "markdown"}


def test_the_form_asks_what_the_importer_reads() -> None:
    from timeline.contribute.importers.issue_form import LABELS

    assert list(questions()) == list(LABELS)


def test_the_form_demands_what_an_article_file_needs() -> None:
    demanded = {label for label, field in questions().items() if field.get("validations") == {"required": "true"}}
    assert demanded == {
        "What happened",
        "Address of the article",
        "Headline as printed",
        "Publisher",
        "Language",
        "What the article says of it, in your own words",
    }
    assert all(field["attributes"]["description"] for field in questions().values())
