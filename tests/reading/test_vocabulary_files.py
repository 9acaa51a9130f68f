"""A vocabulary in several files: what each command makes of content/vocabulary/."""

from pathlib import Path

import pytest

from support.command_line import run
from timeline.console.file_arguments import content_files
from timeline.model.diagnostics import as_text
from timeline.model.names import NameKind
from timeline.project import load
from timeline.reading import files
from timeline.reading.vocabulary import read_vocabulary

PEOPLE = "content/vocabulary/people.yml"


def write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


def problems(root: Path) -> list[str]:
    return [as_text(problem).split("\n")[0] for problem in load(root).problems]


@pytest.fixture
def site(small_site: Path) -> Path:
    write(small_site, PEOPLE, "people:\n  ann-ash:\n    name: Ann Ash\n")
    return small_site


def test_the_files_are_read_as_one(site: Path) -> None:
    vocabulary, found = read_vocabulary(site)
    assert found == []
    assert sorted(vocabulary.names[NameKind.PUBLISHERS]) == ["BBC", "Reuters"]
    assert vocabulary.names[NameKind.PEOPLE]["Ann Ash"].id == "ann-ash"
    assert str(vocabulary.at[(NameKind.PEOPLE, "ann-ash")]) == f"{PEOPLE}:2:3"
    assert [vocabulary.file_of(kind) for kind in (NameKind.PEOPLE, NameKind.PUBLISHERS, NameKind.TOPICS)] == [
        PEOPLE,
        "content/vocabulary.yml",
        "content/vocabulary.yml",
    ]


def test_the_one_file_may_be_missing_then(site: Path) -> None:
    before = read_vocabulary(site)[0]
    (site / "content/vocabulary.yml").rename(site / "content/vocabulary/publishers.yml")
    after, found = read_vocabulary(site)
    assert (after.names, found) == (before.names, [])
    assert problems(site) == []


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (PEOPLE, "people: [", f"{PEOPLE}:2:1: Y201 not valid YAML"),
        (PEOPLE, "format: 7", f"{PEOPLE}:1:9: V503 this version of Dateline reads format 1"),
        (
            "content/vocabulary/people.yaml",
            "people: {}",
            "content/vocabulary/people.yaml:1:1: A107 a file of the vocabulary",
        ),
        (
            "content/vocabulary/more/people.yml",
            "",
            "content/vocabulary/more/people.yml:1:1: A107 a file of the vocabulary",
        ),
    ],
)
def test_a_file_that_cannot_be_read(site: Path, name: str, text: str, message: str) -> None:
    write(site, name, text)
    assert [told[: len(message)] for told in problems(site)] == [message]
    done = run("--root", site, "diff", str(site))
    assert "Traceback" not in done.stderr


def test_what_lies_beside_is_no_vocabulary(site: Path) -> None:
    write(site, "content/vocabulary/.people.yml.swp", "people: [")
    write(site, "content/vocabulary/people.yml~", "people: [")
    assert problems(site) == []


def test_a_file_may_have_a_mebibyte(site: Path) -> None:
    write(site, PEOPLE, "#" * files.MAX_YAML)
    assert problems(site) == []
    write(site, PEOPLE, "#" * (files.MAX_YAML + 1))
    (told,) = (as_text(problem) for problem in load(site).problems)
    assert told.startswith(f"{PEOPLE}:1:1: A105 larger than 1,024 KiB\nhelp: move some of its names into another file")


def test_commands_know_the_files(site: Path, tmp_path: Path) -> None:
    assert content_files(site)[-2:] == ["content/vocabulary.yml", PEOPLE]
    write(site, PEOPLE, "people:\n  ann-ash:\n    name: Ann Ash   \n")
    done = run("--root", site, "check", PEOPLE, "--fix", "--yes")
    assert (done.returncode, (site / PEOPLE).read_text()) == (0, "people:\n  ann-ash:\n    name: Ann Ash\n"), done.stderr


def test_diff_compares_all_files(site: Path, tmp_path: Path) -> None:
    before = tmp_path / "before"
    site.rename(before)
    for path in before.rglob("*"):
        if path.is_file():
            write(site, str(path.relative_to(before)), path.read_text(encoding="utf-8"))
    write(site, PEOPLE, "people:\n  ann-ash:\n    name: Anna Ash\n")
    done = run("--root", site, "diff", before)
    assert f"renamed: [-Ann-] {{+Anna+}} Ash · at {PEOPLE}:2" in done.stdout, done.stdout + done.stderr


def test_a_number_of_a_format_with_more_digits_than_python_reads(site: Path) -> None:
    write(site, PEOPLE, f"format: {'9' * 5000}\n")
    assert problems(site) == [f"{PEOPLE}:1:9: V503 this version of Dateline reads format 1 of content/, and no other"]
