"""The files that are made from the code and the examples: fresh in the repository, and written by one command."""

import re
import shutil
from pathlib import Path

import pytest

from support.command_line import run
from support.paths import ROOT
from timeline.publish.reference import documents
from timeline.publish.reference.messages import messages
from timeline.publish.reference.tables import with_tables

DOCUMENTS, PROBLEMS = documents(ROOT)
COMMITTED = DOCUMENTS.keys() - messages().keys()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """What the command reads, with a gallery that is stale and without schemas."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "docs/manual").mkdir(parents=True)
    shutil.copy(ROOT / "docs/manual/format.md", tmp_path / "docs/manual")
    (tmp_path / "docs/manual/gallery.md").write_text("old")
    return tmp_path


def test_what_is_written() -> None:
    assert sorted(COMMITTED) == [
        "docs/manual/format.md",
        "docs/manual/gallery.md",
        "schemas/article.schema.json",
        "schemas/vocabulary.schema.json",
        "timeline/publish/theme/assets/constants.js",
        "timeline/publish/theme/partials/head.html",
    ]
    assert PROBLEMS == []


@pytest.mark.parametrize("path", sorted(COMMITTED))
def test_documents_are_fresh(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == DOCUMENTS[path], "stale: run `make documents`, and commit what it writes"


def test_the_command_writes_what_is_stale(project: Path) -> None:
    first = run("--root", project, "documents")
    assert (first.returncode, first.stdout, first.stderr) == (0, f"{len(DOCUMENTS) - 1} documents written, 1 unchanged.\n", "")
    assert {path: (project / path).read_text(encoding="utf-8") for path in DOCUMENTS} == DOCUMENTS
    assert run("--root", project, "documents").stdout == f"0 documents written, {len(DOCUMENTS)} unchanged.\n"


def test_a_wrong_example_is_told_where_it_is(project: Path) -> None:
    article = project / "examples/01-smallest/content/articles/2024/echo-pool.md"
    article.write_text(article.read_text(encoding="utf-8").replace("when: 2024-05-16", "when: 16.5.2024"), encoding="utf-8")
    done = run("--root", project, "documents")
    assert done.returncode == 1
    assert done.stderr.startswith("examples/01-smallest/content/articles/2024/echo-pool.md:11:11: D601 ")
    assert done.stderr.endswith("Error: 1 error; no document was written\nhelp: correct this first\n")
    assert (project / "docs/manual/gallery.md").read_text() == "old"


def test_a_readme_that_is_no_text(project: Path) -> None:
    (project / "examples/01-smallest/README.md").write_bytes(b"# The \xff\n")
    done = run("--root", project, "documents")
    assert done.returncode == 1
    assert done.stderr.startswith("examples/01-smallest/README.md:1:7: A101 byte 0xff is not valid UTF-8\n")


def test_an_example_without_a_readme(project: Path) -> None:
    (project / "examples/01-smallest/README.md").unlink()
    assert run("--root", project, "documents").stderr.startswith(
        "examples/01-smallest/README.md:1:1: A103 there is no such file\n"
    )


def test_a_page_that_is_no_text(project: Path) -> None:
    (project / "docs/manual/format.md").write_bytes(b"\xff")
    done = run("--root", project, "documents")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("docs/manual/format.md:1:1: A101 ")


def test_what_cannot_be_written(project: Path) -> None:
    (project / "schemas").write_text("a file in the way")
    done = run("--root", project, "documents")
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(r"Error: .*schemas.* cannot be written: .+\nhelp: .+\n", done.stderr)


def test_another_folder(tmp_path: Path) -> None:
    done = run("--root", tmp_path, "documents")
    assert (done.returncode, done.stdout) == (1, "")
    assert "there is no docs/manual/format.md" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_table_tells_key_need_limits_and_meaning() -> None:
    table = with_tables("before\n\n<!-- keys of article: -->\nold\n<!-- end of keys -->\n\nafter\n")
    assert table.startswith("before\n\n<!-- keys of article: -->\n\n| key | needed | value | what it holds |\n| --- |")
    assert table.endswith("|\n\n<!-- end of keys -->\n\nafter\n")
    rows = {row[0]: row[1:] for row in (line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("| `"))}
    assert rows["`title`"][:2] == ["one of the two", "one line, at most 400 characters"]
    assert rows["`publisher`"][0] == "yes"
    assert rows["`text`"][:2] == ["yes", "`brief`, `excerpt` or `full`"]


def test_a_table_of_which_no_key_is_needed_does_not_ask() -> None:
    assert "| key | value | what it holds |\n" in with_tables("<!-- keys of event: -->\n<!-- end of keys -->\n")


def test_degrees_have_their_range() -> None:
    assert "| `lat` | yes | degrees, -90 to 90 | degrees north |\n" in DOCUMENTS["docs/manual/format.md"]


def test_the_page_has_every_table() -> None:
    page = DOCUMENTS["docs/manual/format.md"]
    assert re.findall(r"<!-- keys of (\w+):", page) == ["article", "event", "vocabulary", "name"]
    assert page.count("<!-- end of keys -->") == 4
