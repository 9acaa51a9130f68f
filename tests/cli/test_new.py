"""dateline new as people call it, with flags and at a terminal."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from support.command_line import run
from support.paths import ROOT
from timeline.contribute.drafts.catalogue import read_catalogue
from timeline.contribute.drafts.draft import Draft, DraftEvent
from timeline.contribute.drafts.placement import article_id, year_of
from timeline.model.diagnostics import errors
from timeline.model.errors import UserError
from timeline.project import load

FLAGS = {
    "--title": "The bridge is closed: for now",
    "--url": "https://example.org/bridge",
    "--publisher": "Reuters",
    "--published": "13 October 2022",
    "--language": "en",
    "--event": "The old bridge is closed",
}
FILE = "content/articles/2022/reuters-bridge-closed-now.md"


def new(root: Path, flags: dict[str, str], *more: str) -> subprocess.CompletedProcess[str]:
    return run("--root", root, "new", *(part for flag in flags.items() for part in flag), *more)


def at_terminal(root: Path, answers: list[str], *flags: str) -> subprocess.CompletedProcess[str]:
    """The command with a terminal as its input, into which the answers are typed."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
    command = [sys.executable, ROOT / "build.py", "--root", root, "new", *flags]
    try:
        return subprocess.run(command, stdin=theirs, capture_output=True, encoding="utf-8", timeout=60, check=False)
    finally:
        os.close(ours)
        os.close(theirs)


def test_flags_make_a_file_that_only_lacks_its_passage(small_site: Path) -> None:
    done = new(small_site, FLAGS)
    assert (done.returncode, done.stdout) == (0, f"{FILE}\n")
    assert "mark a passage, then run `dateline check`" in done.stderr
    assert (small_site / FILE).read_text(encoding="utf-8") == (
        """\
---
title: "The bridge is closed: for now"
publisher: Reuters
url: https://example.org/bridge
published: 2022-10-13
language: en
text: brief
events:
  old-bridge-closed:
    title: The old bridge is closed
# Below the next line: what the article says, with the words that support an event marked like this:
# [It was closed [on Thursday]{.when}, the council said]{event=old-bridge-closed}.
---
"""
    )
    assert {problem.code for problem in errors(load(small_site).problems)} == {"E701"}


def test_the_example_in_the_file_makes_it_whole(small_site: Path) -> None:
    new(small_site, FLAGS)
    path = small_site / FILE
    head, _, end = path.read_text(encoding="utf-8").partition("# Below the next line")
    passage = end.split("\n")[1].removeprefix("# ")
    path.write_text(f"{head}---\n\n{passage}\n", encoding="utf-8")
    outcome = load(small_site)
    assert outcome.problems == []
    assert ("old-bridge-closed", "2022-10-13") in [(entry.id, entry.when.text) for entry in outcome.chronology.entries]


def test_an_event_of_the_chronology_is_named_by_its_id(small_site: Path) -> None:
    done = new(small_site, FLAGS | {"--event": "appeal"}, "--dry-run")
    assert "events:\n  appeal: {}\n" in done.stdout
    assert "event=appeal}." in done.stdout


def test_an_id_that_another_event_has_is_not_joined_to_it_unasked(small_site: Path) -> None:
    text = new(small_site, FLAGS | {"--event": "The Appeal"}, "--dry-run").stdout
    assert "\n# appeal-2: there is an event appeal; if it is the same, write that id here and below, without the title\n" in text
    assert "\n  appeal-2:\n    title: The Appeal\n" in text


def test_a_dry_run_writes_nothing(small_site: Path) -> None:
    before = sorted(small_site.rglob("*"))
    assert new(small_site, FLAGS, "--stdout").stdout.startswith("---\ntitle: ")
    assert sorted(small_site.rglob("*")) == before


def test_without_a_terminal_the_flags_that_are_missing_are_named(small_site: Path) -> None:
    done = new(small_site, {"--title": "A headline", "--language": "en"})
    assert done.returncode == 2
    assert "these flags are needed: --url, --publisher, --published, --event" in done.stderr
    assert "example: dateline new --title" in done.stderr


@pytest.mark.parametrize(
    ("flag", "value", "message", "help"),
    [
        ("--url", "example.org/bridge", "this is not a web address", "copy the whole address from the browser: https://example.org/…"),
        ("--url", "https://example.org/x", "content/articles/2022/x.md already has this address", "complete that file"),
        ("--url", "http://www.example.org/x/#top", "content/articles/2022/x.md already has", "complete that file"),
        ("--url", "https://m.example.org/x?utm_source=feed", "content/articles/2022/x.md already has", "complete that file"),
        ("--publisher", "Reutres", "`Reutres` is not among the publishers", "did you mean Reuters?"),
        ("--published", "03/04/2022", "either order: 3 April or 4 March", "write 2022-04-03 or 2022-03-04"),
        ("--published", "13.10.2022", "a date in figures begins with its year", "write 2022-10-13"),
        ("--published", "13/10/22", "the century of the year is missing", "write the year in four digits first: 2022-10-13"),
        ("--published", "yesterday", "do not name a date by themselves", "write 2022-10-13, or in words with the year: 13 Oct"),
        ("--published", "30 February 2022", "February 2022 has 28 days", "write a day from 01 to 28, or the month alone"),
        ("--language", "English", "`English` is not a language code", "write en for English"),
        ("--event", "apeal", "there is no event `apeal`", "did you mean appeal? For a new one add what happened: --event-title"),
        ("--event", "Херсон", "no id can be made of these words", "choose an id, and give --event-title"),
    ],
)  # fmt: skip
def test_a_wrong_flag_is_told_with_a_way_out(small_site: Path, flag: str, value: str, message: str, help: str) -> None:
    done = new(small_site, FLAGS | {flag: value})
    assert (done.returncode, done.stdout) == (1, "")
    assert message in done.stderr
    assert f"help: {help}" in done.stderr
    assert "Traceback" not in done.stderr


def test_all_wrong_flags_are_told_at_once(small_site: Path) -> None:
    done = new(small_site, FLAGS | {"--url": "x", "--published": "soon", "--language": "\x1b[31m"})
    assert done.stderr.count("help: ") == 3
    assert "\x1b" not in done.stderr


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("2022-10-13", "2022-10-13"),
        ("October 13, 2022", "2022-10-13"),
        ("Thursday, 13 Oct. 2022", "2022-10-13"),
        ("October 2022", "2022-10"),
        ("spring of 2022", "2022-21"),
        ("13 жовтня 2022", "2022-10-13"),
        ("2022", "2022"),
    ],
)
def test_dates_as_people_type_them(small_site: Path, typed: str, written: str) -> None:
    assert f"\npublished: {written}\n" in new(small_site, FLAGS | {"--published": typed}, "--dry-run").stdout


def test_a_page_without_date_is_filed_under_the_year_of_its_event(small_site: Path) -> None:
    done = new(small_site, FLAGS | {"--published": "unknown", "--when": "spring of 1986"})
    assert done.stdout == "content/articles/1986/reuters-bridge-closed-now.md\n"
    done = new(small_site, FLAGS | {"--published": "unknown", "--url": "https://example.org/other"})
    assert done.returncode == 1
    assert "the year under which to file it is not known" in done.stderr
    assert "--into content/articles/2022" in done.stderr


def test_nothing_is_overwritten_and_ids_are_unique_over_the_years(small_site: Path) -> None:
    for number, year in ((1, "2022"), (2, "2021"), (3, "2022")):
        done = new(small_site, FLAGS | {"--url": f"https://example.org/{number}", "--published": year})
        assert done.stdout == f"content/articles/{year}/reuters-bridge-closed-now{'' if number == 1 else f'-{number}'}.md\n"
    assert len(list((small_site / "content/articles").rglob("reuters-*.md"))) == 3


def test_a_folder_in_which_nothing_can_be_written_is_told(small_site: Path) -> None:
    done = new(small_site, FLAGS, "--into", str(small_site / "content/vocabulary.yml/x"))
    assert done.returncode == 1
    assert "help: choose another folder: --into FOLDER" in done.stderr


def test_at_a_terminal_it_asks_for_what_is_missing(small_site: Path) -> None:
    answers = [
        "The bridge is closed: for now",
        "example.org",
        FLAGS["--url"],
        "Reutres",
        "y",
        "03/04/2022",
        "13 October 2022",
        "en",
    ]
    done = at_terminal(small_site, [*answers, FLAGS["--event"]])
    assert (done.returncode, done.stdout.split()[-1]) == (0, FILE)
    for told in (
        "Headline as printed: ",
        "this is not a web address",
        "The vocabulary has Reuters. Is it meant?",
        "3 April or 4 March",
    ):
        assert told in done.stderr
    assert (small_site / FILE).read_text(encoding="utf-8").count("still open") == 0


def test_a_terminal_is_asked_for_the_event_where_the_page_has_no_date(small_site: Path) -> None:
    done = at_terminal(small_site, ["A ferry", FLAGS["--url"], "BBC", "unknown", "en", "apeal", "soon", "spring of 1986", "y"])
    assert (done.returncode, done.stdout) == (0, "content/articles/1986/bbc-ferry.md\n")
    assert "`soon`: these words do not name a date by themselves" in done.stderr
    assert "  appeal:\n    when: 1986-21\n" in (small_site / "content/articles/1986/bbc-ferry.md").read_text(encoding="utf-8")


def test_a_new_publisher_is_told_how_to_add(small_site: Path) -> None:
    done = new(small_site, FLAGS | {"--publisher": "Die Zeit"})
    assert done.stdout == "content/articles/2022/die-zeit-bridge-closed-now.md\n"
    assert "add it to content/vocabulary.yml, under publishers" in done.stderr


def test_a_terminal_is_asked_only_for_what_no_flag_gives(small_site: Path) -> None:
    flags = [part for flag in FLAGS.items() for part in flag if flag[0] != "--language"]
    done = at_terminal(small_site, ["english", "en"], *flags)
    assert done.returncode == 0
    assert "Headline" not in done.stderr
    assert "`english` is not a language code" in done.stderr


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (Draft(publisher="Reuters", title="Saldo asks the residents of Kherson to leave"), "reuters-saldo-asks-residents"),
        (Draft(publisher="Reuters", title="Херсон", published="2022-10-13"), "reuters-1013"),
        (Draft(publisher="Reuters", title="Херсон", events=(DraftEvent("flood"),)), "reuters-flood"),
        (Draft(title="Con"), "con-event"),
        (Draft(), "article"),
    ],
)
def test_the_file_is_named_after_publisher_and_matter(small_site: Path, draft: Draft, expected: str) -> None:
    assert article_id(draft, read_catalogue(small_site)) == expected


def test_the_year_is_never_guessed() -> None:
    with pytest.raises(UserError):
        year_of(Draft(events=(DraftEvent("e"),)))


@pytest.mark.parametrize(
    ("published", "when", "year"),
    [
        ("2022-12-30/2023-01-02", None, "2022"),
        ("2023-01-02", "2022-12-30", "2023"),
        (None, "2021-11-03/2022-02-04", "2021"),
        (None, "2021/2024", "2021"),
        (None, "../2022-10", "2022"),
        (None, "2022-12-31/..", "2022"),
    ],
)
def test_what_reaches_over_new_year_is_filed_under_the_year_in_which_it_begins(
    published: str | None, when: str | None, year: str
) -> None:
    assert year_of(Draft(published=published, events=(DraftEvent("e", when=when),))) == year


@pytest.mark.shipped  # the publishers of the manual are in its vocabulary
def test_the_example_of_the_manual_is_true() -> None:
    manual = (ROOT / "docs/manual/import.md").read_text(encoding="utf-8")
    arguments = shlex.split(re.search(r"^(dateline new --title .*)$", manual, re.MULTILINE)[1])
    done = run(*arguments[1:], "--dry-run")
    assert done.returncode == 0
    assert f"```markdown\n{done.stdout}```" in manual
