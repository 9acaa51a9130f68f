"""What editors are given: the tasks of VS Code, lines for Vim, and schemas that the YAML language server finds and follows."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.article_heads import ARTICLES, TYPED, VOCABULARIES, WRONG, head
from support.cases import CASES, sections
from support.language_server import VERSION, LanguageServer, running
from support.npm import need_package
from support.paths import ROOT

SETTINGS = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
TASKS = {task["label"]: task for task in json.loads((ROOT / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"]}
GUIDE = (ROOT / "docs/manual/editor.md").read_text(encoding="utf-8")

ARTICLE_HEAD = "# yaml-language-server: $schema=../../../schemas/article.schema.json\n"

REPORT = """\
content/articles/2024/echo-pool.md:6:1: H301 unknown key `langage`
    langage: en
    ^
help: did you mean `language`?

content/articles/2024/empty.md:1:1: A106 the file has no head
help: begin the file with a line of three hyphens

content/articles/2024/note.md:11:11: D605 note: May 2024 is stated, “on Thursday” means 16 May 2024
        when: 2024-05
              ^
help: leave `when` out if the words say it

2 errors, 1 note. To read about H301, run `dateline explain H301`.
"""


def in_panel(lines: list[str]) -> Iterator[dict[str, str]]:
    """What VS Code puts into its panel: a matcher wants one line after another for its patterns, and joins its messages."""
    for start in range(len(lines)):
        for matcher in TASKS["check"]["problemMatcher"]:
            found = [re.search(p["regexp"], line) for p, line in zip(matcher["pattern"], lines[start:], strict=False)]
            if len(found) == len(matcher["pattern"]) and all(found):
                yield collected(matcher["pattern"], found)


def collected(patterns: list[dict[str, Any]], found: list[re.Match[str]]) -> dict[str, str]:
    problem: dict[str, str] = {}
    for pattern, match in zip(patterns, found, strict=True):
        for key in pattern.keys() - {"regexp"}:
            before = problem[key] + "\n" if key in problem else ""
            problem[key] = before + (match[pattern[key]] or "")
    return problem


def test_check_fills_the_panel() -> None:
    assert list(in_panel(REPORT.splitlines())) == [
        {"file": "content/articles/2024/echo-pool.md", "line": "6", "column": "1", "code": "H301", "severity": "",
         "message": "unknown key `langage`\ndid you mean `language`?"},
        {"file": "content/articles/2024/empty.md", "line": "1", "column": "1", "code": "A106", "severity": "",
         "message": "the file has no head\nbegin the file with a line of three hyphens"},
        {"file": "content/articles/2024/note.md", "line": "11", "column": "11", "code": "D605", "severity": "note",
         "message": "May 2024 is stated, “on Thursday” means 16 May 2024\nleave `when` out if the words say it"},
    ]  # fmt: skip


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_problem_of_the_cases_comes_into_the_panel_once(path: Path) -> None:
    lines = sections(path.read_text(encoding="utf-8")).get("diagnostics", "").splitlines()
    helps = [line for line in lines if line.startswith("help: ")]
    assert len(list(in_panel(lines))) == len(helps)


@pytest.mark.parametrize(("task", "target"), [("check", "check"), ("preview", "serve")])
def test_tasks_run_what_make_has(task: str, target: str) -> None:
    assert TASKS[task]["command"] == f"make {target}"
    assert f"\n{target}: " in (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f"**{task}**" in GUIDE


@pytest.mark.shipped  # its vocabulary begins with the address of the schema
def test_schemas_are_where_settings_and_vocabulary_point() -> None:
    ((schema, files),) = SETTINGS["yaml.schemas"].items()
    vocabulary = ROOT / files[0]
    modeline = vocabulary.read_text(encoding="utf-8").splitlines()[0]
    assert modeline.startswith("# yaml-language-server: $schema=")
    assert (vocabulary.parent / modeline.partition("=")[2]).resolve() == (ROOT / schema).resolve()
    assert (ROOT / schema).is_file()


@pytest.mark.parametrize("editor", ["vim", "nvim"])
def test_vim_goes_to_each_problem(editor: str, tmp_path: Path) -> None:
    if not shutil.which(editor):
        pytest.skip(f"{editor} is not installed")
    (settings,) = re.findall(r"```vim\n(.*?)```", GUIDE, re.S)
    (tmp_path / "vimrc").write_text(settings, encoding="utf-8")
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    seen = (
        r"map(getqflist(), {_, q -> bufname(q.bufnr) . ':' . q.lnum . ':' . q.col . ' ' . substitute(q.text, '\n', ' / ', '')})"
    )
    commands = ["set encoding=utf-8", "cgetfile report.txt", f"call writefile({seen}, 'seen.txt')", "qa!"]
    arguments = [part for command in commands for part in ("-c", command)]
    subprocess.run([editor, "-u", "vimrc", "-N", "-es", *arguments], cwd=tmp_path, timeout=60, check=False)
    assert (tmp_path / "seen.txt").read_text(encoding="utf-8").splitlines() == [
        "content/articles/2024/echo-pool.md:6:1 H301 unknown key `langage` / did you mean `language`?",
        "content/articles/2024/empty.md:1:1 A106 the file has no head / begin the file with a line of three hyphens",
        "content/articles/2024/note.md:11:11 D605 note: May 2024 is stated, “on Thursday” means 16 May 2024"
        " / leave `when` out if the words say it",
    ]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    package = need_package("yaml-language-server", VERSION, tmp_path_factory.mktemp("npm"))
    with running(package, ROOT) as found:
        yield found


def of_heads(server: LanguageServer, *heads: str) -> list[list[str]]:
    return server.problems(ROOT / "content/articles/2024/head.yml", *(ARTICLE_HEAD + text for text in heads))


def test_the_language_server_finds_nothing_in_the_repository(server: LanguageServer) -> None:
    assert server.problems(VOCABULARIES[0], VOCABULARIES[0].read_text(encoding="utf-8")) == [[]]
    found = of_heads(server, *(head(path) for path in ARTICLES))
    assert {path.stem: problems for path, problems in zip(ARTICLES, found, strict=True) if problems} == {}


@pytest.mark.shipped  # its vocabulary begins with the address of the schema
def test_the_language_server_follows_the_first_line_of_the_vocabulary(server: LanguageServer) -> None:
    text = VOCABULARIES[0].read_text(encoding="utf-8").replace("    lat:", "    latitude:", 1)
    (found,) = server.problems(VOCABULARIES[0], text)
    assert [problem.partition(": ")[2] for problem in found] == ['Missing property "lat".', "Property latitude is not allowed."]


def test_the_language_server_flags_wrong_heads_alone(server: LanguageServer) -> None:
    wrong, typed = of_heads(server, *WRONG.values()), of_heads(server, *TYPED.values())
    assert [name for name, problems in zip(WRONG, wrong, strict=True) if not problems] == []
    assert [name for name, problems in zip(TYPED, typed, strict=True) if problems] == []


def test_the_language_server_says_what_to_write(server: LanguageServer) -> None:
    assert of_heads(server, WRONG["day first"], WRONG["wrong event id"]) == [
        ["5: Write one EDTF date: 2022-10-13, 2022-10, 2022, 2022-10-13/2022-10-19."],  # the line of the modeline counts
        ["9: An id has lowercase letters, digits and single hyphens: saldo-appeal."],
    ]
