"""README and CONTRIBUTING: the exercise as it is written there, the quoted messages, and every relative link."""

import re
from pathlib import Path

import pytest

from support.command_line import run
from support.paths import ROOT
from support.sites import copy_project

ARTICLE = "content/articles/2022/reuters-tbs-surovikin.md"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs/manual").glob("*.md"))]
MADE = ROOT / "docs/manual/messages"  # written by `make documents`


def blocks(page: str, heading: str) -> list[str]:
    """The fenced blocks of a section."""
    section = (ROOT / page).read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"^```\w+\n(.*?)^```$", section, flags=re.DOTALL | re.MULTILINE)


def replace(article: Path, old: str, new: str) -> None:
    text = article.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    article.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.shipped
def test_the_first_entry_of_the_readme(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    article = project / ARTICLE
    plain, marked, no_title, head, with_date, wrong_date = blocks("README.md", "A first entry in five minutes")

    replace(article, plain.strip(), marked.strip())
    assert run("--root", project, "check").stderr.startswith(no_title + "\n1 error.")

    replace(article, "\n---\n", f"\n{head}---\n")
    done = run("--root", project, "check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "28 entries from 55 articles.\n", "")
    assert "`28 entries from 55 articles.`" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert run("--root", project).returncode == 0
    page = (project / "docs/timeline/entries/dvornikov-named.md").read_text(encoding="utf-8")
    assert "April 2022" in page
    assert "“in April”, published 8 October 2022" in page

    replace(article, "".join(head.splitlines(keepends=True)[:2]), with_date)
    assert run("--root", project, "check").stderr.startswith(wrong_date + "\n1 error.")


@pytest.mark.shipped
def test_the_message_of_contributing(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    (message,) = (block for block in blocks("CONTRIBUTING.md", "In the browser") if "V501" in block)
    replace(project / ARTICLE, "people: [Sergei Surovikin, Alexander Dvornikov]", message.splitlines()[1].strip())
    assert run("--root", project, "check").stderr.startswith(message + "\n1 error.")


def anchors(page: Path) -> set[str]:
    """The anchors of the headings of a page, as GitHub and MkDocs make them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.shipped  # the picture of the README is of the shipped chronology
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_relative_links(page: Path) -> None:
    text = re.sub(r"^```.*?^```$|`[^`\n]+`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        path, _, anchor = target.partition("#")
        linked = (page.parent / path).resolve() if path else page
        if re.match(r"\w+:", target) or linked.is_relative_to(MADE):
            continue
        assert linked.exists(), target
        assert not anchor or anchor in anchors(linked), target
