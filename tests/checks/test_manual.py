"""The manual of the check: every code has one, and what it shows of the check is true; its pages, and `dateline explain`."""

import re
import shutil
import subprocess
import sys
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath

import pytest

from support.cases import CASES, VOCABULARY, sections
from support.command_line import run
from support.paths import ROOT, TIMELINE
from support.rendered_html import live, tags_of, text_of, to_html
from support.sites import UNFINISHED
from timeline.checks import manual
from timeline.checks.manual import ARTICLE, GROUPS, HEAD, Rule, by_group, read_manual
from timeline.model.diagnostics import as_text
from timeline.project import Project, load
from timeline.publish.reference.messages import messages

RULES = read_manual()
WITH_EXAMPLE = [rule for rule in RULES if rule.wrong]
WITHOUT_EXAMPLE = {  # and the test that covers the code instead
    "A101": "bytes that are no text; tests/reading/test_files.py",
    "A103": "a file that is not there; tests/cli/test_cli.py",
    "A104": "a link of the file system; tests/reading/test_files.py",
    "A105": "a file of 256 KiB; tests/reading/test_files.py",
    "P409": "301 brackets, which nobody would read; tests/cases/spans-too-many-brackets.txt",
    "P416": "a paragraph of 20,001 characters; tests/reading/test_bounds.py",
}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Name of each page of the manual -> its text without the front matter."""
    return {PurePosixPath(path).name: text.split("\n---\n", 1)[-1] for path, text in messages().items()}


def by_code(rules: list[Rule]):
    return pytest.mark.parametrize("rule", rules, ids=lambda rule: rule.code)


def checked(root: Path, example: str) -> Project:
    """What is found in an example: some files, an article, or the body of one."""
    article = example if example.startswith("---\n") else HEAD + example
    files = sections(example) if example.startswith("=== ") else {ARTICLE: article}
    for name, text in {VOCABULARY: (CASES / "vocabulary.yml").read_text(encoding="utf-8"), **files}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return load(root)


def test_every_code_has_a_manual_and_every_manual_a_code() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in TIMELINE.rglob("*.py"))
    assert [rule.code for rule in RULES] == sorted(set(re.findall(r'"([A-Z]\d{3})"', source)))


def test_a_file_of_rules_bears_its_code() -> None:
    for path in manual.RULES.iterdir():
        assert path.read_text(encoding="utf-8").startswith(f"{path.stem}: ")


def test_only_what_a_text_cannot_show_has_no_example() -> None:
    assert {rule.code for rule in RULES if not rule.wrong} == WITHOUT_EXAMPLE.keys()


@by_code(RULES)
def test_the_text_has_a_short_title_and_ends_in_what_to_do(rule: Rule) -> None:
    assert 10 <= len(rule.title) <= 70
    assert not rule.title.endswith(".")
    *told, help = rule.text.split("\n\n")
    assert told
    assert help.startswith("What to do: ")
    assert "<a" not in to_html(rule.text)  # a terminal shows no links


@by_code(WITH_EXAMPLE)
def test_the_wrong_example_is_told_as_the_manual_says_and_the_right_one_is_not(rule: Rule, tmp_path: Path) -> None:
    found = checked(tmp_path / "wrong", rule.wrong).problems
    assert "\n\n".join(map(as_text, found)) + "\n" == rule.says
    assert {problem.code for problem in found} == {rule.code}
    assert [as_text(problem) for problem in checked(tmp_path / "right", rule.right).problems] == []


@by_code(WITH_EXAMPLE)
def test_the_right_example_is_the_wrong_one_but_for_a_few_lines(rule: Rule) -> None:
    wrong, right = rule.wrong.splitlines(), rule.right.splitlines()
    changed = [step for step in SequenceMatcher(None, wrong, right, autojunk=False).get_opcodes() if step[0] != "equal"]
    assert 1 <= len(changed) <= 2
    most = 9 if rule.code == "E705" else 3  # two files become one
    assert all(max(w_end - w, r_end - r) <= most for _, w, w_end, r, r_end in changed)


def test_a_new_check_is_one_file_and_may_hold_two_codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manual, "CHECKS", tmp_path)
    monkeypatch.setattr(manual, "RULES", tmp_path / "none")
    first = "E801: a first thing\n\nWhat.\n\nWhat to do: this.\n\nWrong:\n\n    a\n      b\n\n    c\n\nRight:\n\n    d\n"
    (tmp_path / "both.py").write_text(f'"""{first}\nD901: a second thing\n\nOther.\n"""\nraise Exception("never run")\n')
    assert read_manual() == (
        Rule("D901", "a second thing", "Other.", "", "", ""),
        Rule("E801", "a first thing", "What.\n\nWhat to do: this.", "a\n  b\n\nc\n", "", "d\n"),
    )


def test_the_recipe_for_a_check(tmp_path: Path) -> None:
    """The file of design.md, put where it says, in a copy of the program: found, explained, in the manual, and right."""
    (source,) = re.findall(r'```python\n("""E707.*?)```', (ROOT / "docs/design.md").read_text(encoding="utf-8"), re.DOTALL)
    shutil.copytree(ROOT / "timeline", tmp_path / "timeline", ignore=UNFINISHED)
    (tmp_path / "timeline/checks/rules/question.py").write_text(source, encoding="utf-8")

    def python(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, *map(str, arguments)], cwd=tmp_path, capture_output=True, text=True, check=False)

    page = python(
        "-c", "from timeline.publish.reference.messages import messages as m; print(m()['docs/manual/messages/E707.md'])"
    )
    wrong, says, right = (f"{part}\n" for part in re.findall(r"```text\n(.*?)\n```", page.stdout, re.DOTALL))
    assert python("-m", "timeline", "explain", "E707").stdout.startswith("E707: a passage that is a question\n")
    checked(tmp_path / "wrong", wrong)
    checked(tmp_path / "right", right)
    assert python("-m", "timeline", "--root", "wrong", "check").stderr.startswith(says + "\n1 note.")
    assert python("-m", "timeline", "--root", "right", "check").stderr == ""


@pytest.mark.parametrize(
    ("docstring", "told"),
    [
        ("Figures.", "does not begin with a line `CODE: title`"),
        ("", "does not begin with a line `CODE: title`"),
        ("E801: a thing\n\nE801: a thing", "holds a second manual of E801"),
        ("Q801: a thing", "no group for the letter of Q801"),
    ],
)
def test_a_wrong_manual_is_a_mistake_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, docstring: str, told: str) -> None:
    monkeypatch.setattr(manual, "CHECKS", tmp_path)
    monkeypatch.setattr(manual, "RULES", tmp_path / "none")
    (tmp_path / "figures.py").write_text(f'"""{docstring}"""\n')
    with pytest.raises(ValueError, match=re.escape(told)):
        read_manual()


def test_each_code_has_a_page_and_the_index_leads_to_all(pages: dict[str, str]) -> None:
    assert pages.keys() == {"index.md", *(f"{rule.code}.md" for rule in RULES)}
    html = to_html(pages["index.md"])
    assert [at["href"] for tag, at in tags_of(html) if tag == "a"] == [
        f"{rule.code}.md" for group in by_group(RULES).values() for rule in group
    ]
    assert all(f"{rule.code} {rule.title}" in text_of(html) for rule in RULES)
    assert [group for group in GROUPS.values() if group not in text_of(html)] == []


@by_code(RULES)
def test_a_page_shows_its_rule_as_it_is_written(rule: Rule, pages: dict[str, str]) -> None:
    html = to_html(pages[f"{rule.code}.md"])
    shown = re.findall(r"<pre><code[^>]*>(.*?)</code></pre>", html, re.DOTALL)
    unescaped = [
        re.sub("&(lt|gt|amp|quot);", lambda found: {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}[found[1]], t) for t in shown
    ]
    assert unescaped == [part for part in (rule.wrong, rule.says, rule.right) if part]
    text = text_of(html)
    assert text.startswith(f"{rule.code}: {rule.title} ")
    assert " ".join(rule.text.replace("`", "").split()) in text


def test_pages_are_inert(pages: dict[str, str]) -> None:
    elements = {"h1": ("id",), "h2": ("id",), "p": (), "a": ("href",), "code": ("class",), "pre": (), "ul": (), "li": ()}
    for path, text in pages.items():
        faults = live(to_html(text), elements)
        assert [fault for fault in faults if not re.fullmatch(r"<a href='[\w./-]+\.md(#[\w-]+)?'>", fault)] == [], path


def test_explain_tells_the_manual() -> None:
    done = run("explain", "P401")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("P401: a mark without its opening bracket\n\n")
    assert "\n\nWhat to do: put a `[` before the first word" in done.stdout
    assert "\n\nWrong:\n\n    Saldo spoke on Thursday]{event=appeal}.\n\nThe check says:\n\n    content/" in done.stdout
    assert "\n\nRight:\n\n    [Saldo spoke on Thursday]{event=appeal}.\n\n" in done.stdout
    assert done.stdout.endswith("\n        when: 2022-10-13\n    ---\n")  # the head that the example does without


@pytest.mark.parametrize("written", ["c801", "C801:", " C801 ", "content/articles/2022/x.md:3:1: C801 `84` stands in no passage"])
def test_explain_knows_a_code_however_it_is_written(written: str) -> None:
    assert run("explain", written).stdout.startswith("C801: ")


def test_explain_tells_of_several_codes() -> None:
    assert re.findall(r"^[A-Z]\d{3}: ", run("explain", "D605", "A101").stdout, re.MULTILINE) == ["D605: ", "A101: "]


@pytest.mark.parametrize(
    ("written", "like"),
    [
        ("C8O1", "C801"),
        ("801", "C801"),
        ("E70", "E701 or E702 or E703 or E704 or E705 or E706 or E708 or E709?"),
        ("e", "E701 or"),
        ("D602", "D60"),
        ("zebra", None),
        ("", None),
        ("\x1b[31m", None),
    ],
)
def test_explain_proposes_codes_like_one_that_it_does_not_know(written: str, like: str | None) -> None:
    done = run("explain", written)
    assert (done.returncode, done.stdout) == (1, "")
    assert "`dateline explain` lists all codes" in done.stderr
    assert "\x1b" not in done.stderr
    assert (f"did you mean {like}" in done.stderr) if like else ("did you mean" not in done.stderr)


def test_explain_without_a_code_lists_them_all() -> None:
    done = run("explain")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.findall(r"^  ([A-Z]\d{3})  ", done.stdout, re.MULTILINE) == [
        rule.code for group in by_group(RULES).values() for rule in group
    ]
    assert "  C801  a claimed figure that is in no passage\n" in done.stdout
