"""`dateline check`: which files are shown, and the formats for programs."""

import json
import os
from pathlib import Path
from urllib.parse import unquote

import pytest

from support.command_line import edit, run
from support.paths import ROOT
from support.terminal import on_terminal
from timeline.checks.formats import Findings, formats, render
from timeline.console.file_arguments import chosen_files, content_files
from timeline.model.diagnostics import Diagnostic, Location, Severity
from timeline.model.errors import UsageError

X, Y, VOCABULARY = "content/articles/2022/x.md", "content/articles/2022/y.md", "content/vocabulary.yml"
HELP = "write what is meant"


def problem(
    message: str = "not so", path: str = X, severity: Severity = Severity.ERROR, text: str = "", code: str = "Z123"
) -> Diagnostic:
    return Diagnostic(code, Location(path, 3, 7, text), message, HELP, severity)


# Which files


def test_only_the_problems_of_the_files_that_are_named_are_shown(small_site: Path) -> None:
    edit(small_site, "language: en", "langage: en")
    done = run("--root", small_site, "check", Y)
    assert (done.returncode, done.stdout) == (0, "1 file checked, no errors.\n")
    assert done.stderr == "2 errors in other files: run `dateline check` to see them.\n"
    done = run("--root", small_site, "check", Y, X)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith("\n\n2 errors. To read about H302, run `dateline explain H302`.\n")


def test_what_articles_say_together_is_found_with_one_of_them_named(small_site: Path) -> None:
    """Two titles of one event: the other file is read, though it is not named."""
    other = small_site / Y
    other.write_text(other.read_text(encoding="utf-8").replace("denial", "appeal"), encoding="utf-8")
    assert "E703" in run("--root", small_site, "check", Y).stderr


@pytest.mark.parametrize("command", [["check"], ["check", X]])
def test_notes_do_not_count(small_site: Path, command: list[str]) -> None:
    edit(small_site, "    title: Saldo appeals", "    when: 2022-10\n    title: Saldo appeals")
    done = run("--root", small_site, *command)
    assert done.returncode == 0
    assert done.stderr.endswith("\n\n1 note. To read about D605, run `dateline explain D605`.\n")
    for form in formats():
        assert run("--root", small_site, *command, "--format", form).returncode == 0


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([X], [X]),
        ([Y, X, Y], [X, Y]),
        (["./content/../" + X], [X]),
        (["content/articles/2022"], [X, Y]),
        (["content/articles/2022/"], [X, Y]),
        (["content/articles"], [X, Y]),
        (["content"], [X, Y, VOCABULARY]),
        (["."], [X, Y, VOCABULARY]),
        ([VOCABULARY, X], [X, VOCABULARY]),
    ],
)
def test_names_are_paths_below_the_working_directory_or_the_root(
    small_site: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, names: list[str], expected: list[str]
) -> None:
    monkeypatch.chdir(small_site)
    assert chosen_files(small_site, names) == expected
    monkeypatch.chdir("/")
    absolute = [str(small_site / name) for name in names]
    assert chosen_files(small_site, absolute) == expected
    if names != ["."]:  # which is the working directory
        assert chosen_files(small_site, names) == expected
    (tmp_path / "link").symlink_to(small_site)
    monkeypatch.chdir(tmp_path / "link")
    assert chosen_files(small_site, [str(tmp_path / "link" / name) for name in names]) == expected


def test_names_in_the_working_directory_come_first(small_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small_site / "content/articles/2022")
    assert chosen_files(small_site, ["x.md"]) == [X]
    assert chosen_files(small_site, ["."]) == [X, Y]
    assert chosen_files(small_site, [".."]) == [X, Y]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("x", f"there is no file `x`\nhelp: did you mean {X}?"),
        ("content/articles/2021/x.md", f"there is no file `content/articles/2021/x.md`\nhelp: did you mean {X}?"),
        ("2022", "there is no file `2022`\nhelp: did you mean content/articles/2022?"),
        ("reuters-saldo", "there is no file `reuters-saldo`\nhelp: articles are filed as content/articles/YYYY/ID.md"),
        ("", "there is no file ``\nhelp: articles are filed as content/articles/YYYY/ID.md"),
        ("\x1b[31m", "there is no file `<U+001B>[31m`\nhelp: articles are filed as content/articles/YYYY/ID.md"),
        ("mkdocs.yml", "`mkdocs.yml` is neither an article nor the vocabulary\nhelp: name files or folders of"),
        ("docs", "`docs` is neither an article nor the vocabulary\nhelp: name files or folders of content/articles/"),
        ("/", "`/` is neither an article nor the vocabulary\nhelp: "),
        ("content/articles/2022/x.md~", "`content/articles/2022/x.md~` is neither an article nor the vocabulary\nhelp: "),
    ],
)
def test_names_of_nothing_that_is_checked(small_site: Path, monkeypatch: pytest.MonkeyPatch, name: str, told: str) -> None:
    monkeypatch.chdir(small_site)
    (small_site / "docs").mkdir()
    (small_site / "mkdocs.yml").write_text("site_name: S\n", encoding="utf-8")
    (small_site / f"{X}~").write_text("", encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        chosen_files(small_site, [name])
    assert str(raised.value).startswith(told)
    done = run("--root", small_site, "check", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert told.split("\n")[0] in done.stderr


def test_a_project_without_content_has_no_files(tmp_path: Path) -> None:
    assert content_files(tmp_path) == []


# Formats


def test_json() -> None:
    shown = [problem("“a”\x1b[31m", text="    “a”"), problem(severity=Severity.NOTE, path="content/articles/2022/\udce9,\n.md")]
    text = render("json", Findings(shown, [problem()]))
    assert text.isascii()
    assert json.loads(text) == {
        "version": 1,
        "counts": {"errors": 1, "notes": 1},
        "elsewhere": {"errors": 1, "notes": 0},
        "left_out": 0,
        "problems": [
            {
                "code": "Z123",
                "severity": "error",
                "path": X,
                "line": 3,
                "column": 7,
                "message": "“a”<U+001B>[31m",
                "help": HELP,
                "text": "    “a”",
            },
            {
                "code": "Z123",
                "severity": "note",
                "path": "content/articles/2022/\udce9,\n.md",
                "line": 3,
                "column": 7,
                "message": "not so",
                "help": HELP,
            },
        ],
    }


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_of_very_many_problems_the_first_are_rendered(form: str) -> None:
    problems = [Diagnostic("A102", Location(X, line, 1), "wrong", "mend it") for line in range(1, 151)]
    rendered = render(form, Findings(problems, []))
    assert rendered.count("mend it") == 100
    assert {"json": '"errors": 150', "github": "50 more problems", "sarif": "50 more problems"}[form] in rendered
    assert form != "json" or json.loads(rendered)["left_out"] == 50


def test_what_is_too_long_to_read_is_cut() -> None:
    (row,) = json.loads(render("json", Findings([problem("m" * 500, text="t" * 1001)], [])))["problems"]
    assert row["message"] == "m" * 400 + "…"
    assert "text" not in row


def test_github() -> None:
    assert render("github", Findings([problem(), problem(severity=Severity.NOTE)], [problem()])) == (
        f"::error file={X},line=3,col=7,title=Z123::not so%0Ahelp: {HELP}\n"
        f"::notice file={X},line=3,col=7,title=Z123::not so%0Ahelp: {HELP}\n"
    )


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x85", "\u2028", "\x0b"])
def test_no_text_begins_another_command(end: str) -> None:
    hostile = f"100%{end}::set-env name=PATH::evil"
    (line,) = render("github", Findings([problem(hostile, path=f"a,b:c=1::{hostile}.md")], [])).splitlines()
    properties, message = line.removeprefix("::error ").split("::", 1)
    assert [part.partition("=")[0] for part in properties.split(",")] == ["file", "line", "col", "title"]
    assert properties.startswith("file=a%2Cb%3Ac=1%3A%3A100%25<U+")
    assert message.startswith("100%25<U+")


def test_sarif() -> None:
    shown = [problem(code="E701"), problem(code="D605", severity=Severity.NOTE, path="content/articles/2022/\udce9 ü%.md")]
    shown.append(problem(code="E701"))
    log = json.loads(render("sarif", Findings(shown, [problem(code="A101")])))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["D605", "E701"]
    assert [rule["defaultConfiguration"]["level"] for rule in rules] == ["note", "error"]
    assert rules[1]["shortDescription"]["text"] == "an event in the head without a passage"
    assert "What to do: " in rules[1]["help"]["text"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["E701", "D605", "E701"]
    assert [result["ruleId"] for result in run["results"]] == ["E701", "D605", "E701"]
    assert [result["level"] for result in run["results"]] == ["error", "note", "error"]
    assert run["results"][0]["message"] == {"text": f"not so\nhelp: {HELP}"}
    ((place,),) = ([location["physicalLocation"] for location in run["results"][1]["locations"]],)
    assert place["region"] == {"startLine": 3, "startColumn": 7}
    assert place["artifactLocation"]["uri"] == "content/articles/2022/%E9%20%C3%BC%25.md"
    assert unquote(place["artifactLocation"]["uri"], errors="surrogateescape").endswith("\udce9 ü%.md")


@pytest.mark.parametrize("form", formats())
def test_a_format_is_all_of_stdout(small_site: Path, form: str) -> None:
    edit(small_site, "Saldo urges", "“Сальдо” urges: all of")
    done = run("--root", small_site, "check", "--format", form, PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert (done.returncode, done.stderr) == (1, "")
    assert "Y201" in done.stdout
    if form == "github":
        assert all(line.startswith("::error ") for line in done.stdout.splitlines())
    else:
        json.loads(done.stdout)


@pytest.mark.parametrize("form", ["text", *formats()])
def test_hostile_names_of_files(small_site: Path, form: str) -> None:
    for name in (b"\n::set-env name=PATH::evil.md", b"\r::error::%0A.md", b"\xff\x1b[31m,line=1::.md", b"a.md~"):
        Path(os.fsdecode(bytes(small_site / "content/articles/2022") + b"/" + name)).write_bytes(b"\x1b[2J\n::error::x")
    done = run("--root", small_site, "check", "--format", form)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert [character for character in done.stdout + done.stderr if not (character.isprintable() or character == "\n")] == []
    if form == "github":
        assert all(line.startswith("::error file=content/articles/2022/") for line in done.stdout.splitlines())
    if form in ("json", "sarif"):
        json.loads(done.stdout)


@pytest.mark.parametrize("form", formats())
def test_without_problems_a_format_is_whole(small_site: Path, form: str) -> None:
    done = run("--root", small_site, "check", "--format", form)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "" if form == "github" else json.loads(done.stdout)


def test_an_unknown_format_is_told_which_there_are(small_site: Path) -> None:
    done = run("--root", small_site, "check", "--format", "xml")
    assert done.returncode == 2
    for form in ("text", "json", "github", "sarif"):
        assert f"'{form}'" in done.stderr


def test_the_examples_of_the_page_are_true(small_site: Path) -> None:
    page = (ROOT / "docs/manual/check.md").read_text(encoding="utf-8")
    (small_site / VOCABULARY).write_text(
        "publishers: {reuters: {name: Reuters}, bbc: {name: BBC}}\npeople: {vladimir-saldo: {name: Vladimir Saldo}}\n", "utf-8"
    )
    example = (small_site / X).rename((small_site / X).with_name("example.md"))
    text = example.read_text(encoding="utf-8").replace("/x\n", "/example\n")
    title = "    title: Saldo appeals to residents\n"
    more = "    people: [vladimir saldo]\n    # two lines of it were shown on television\n"
    example.write_text(text.replace(title, more + title), encoding="utf-8")
    assert run("--root", small_site, "check").stderr.split("\n\n")[0] in page
    for form, block in (("json", "json"), ("github", "text")):
        assert f"```{block}\n{run('--root', small_site, 'check', '--format', form).stdout}```" in page
    (result,) = json.loads(run("--root", small_site, "check", "--format", "sarif").stdout)["runs"][0]["results"]
    assert f"```json\n{json.dumps(result, indent=2)}\n```" in page
    example.write_text(example.read_text("utf-8").replace("published: 2022-10-13", "published: 13 October 2022"), "utf-8")
    difference, _ = run("--root", small_site, "check", "--fix").stdout.strip("\n").rsplit("\n", 1)
    assert f"```diff\n{difference}\n```" in page


# On a terminal


def test_colours_are_for_terminals(small_site: Path) -> None:
    edit(small_site, "language: en", "langage: en")
    status, shown = on_terminal("--root", small_site, "check", NO_COLOR="")
    assert status == 1
    assert "\x1b[1mcontent/articles/2022/x.md:6:1\x1b[0m: \x1b[31m\x1b[1mH301\x1b[0m unknown key `langage`" in shown
    assert "\x1b" not in on_terminal("--root", small_site, "check", NO_COLOR="1")[1]
    assert "\x1b" not in run("--root", small_site, "check").stderr


@pytest.mark.parametrize(("answer", "status", "told"), [("y", 0, "1 file corrected."), ("n", 1, "No changes made.")])
def test_on_a_terminal_it_is_asked_before_a_file_is_corrected(small_site: Path, answer: str, status: int, told: str) -> None:
    edit(small_site, "publisher: Reuters", "publisher: reuters")
    found, shown = on_terminal("--root", small_site, "check", "--fix", answers=[answer], prompt="[y/N]: ", NO_COLOR="1")
    assert found == status
    assert "+publisher: Reuters" in shown
    assert "Correct 1 file? [y/N]" in shown
    assert told in shown
    assert ("publisher: Reuters" in (small_site / X).read_text(encoding="utf-8")) is (status == 0)


def test_no_progress_bar_is_shown_for_short_work(small_site: Path) -> None:
    assert on_terminal("--root", small_site, "check") == (0, "2 entries from 2 articles.\n")
