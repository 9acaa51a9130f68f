"""dateline diff: what a branch changes. Each case edits a small project and states the output."""
# ruff: noqa: E501 -- lines of output are shown as they are

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from markdown_it import MarkdownIt

from support.command_line import run
from support.paths import ROOT
from timeline.assembly import sources
from timeline.commands import cli
from timeline.reading.articles import read_article
from timeline.review.diff.changes import Kind, Section

VOCABULARY = "content/vocabulary.yml"
FIRST, SECOND = "content/articles/2022/first.md", "content/articles/2022/second.md"
PROJECT = {
    VOCABULARY: """\
people:
  ann-ash:
    name: Ann Ash
places:
  bridge-town:
    name: Bridge Town
    lat: 46.5
    lon: 32.5
publishers:
  the-wire:
    name: The Wire
  the-post:
    name: The Post
claims:
  hurt:
    name: People hurt
""",
    FIRST: """\
---
title: Bridge closes
publisher: The Wire
url: https://example.org/first
published: 2022-10-13
language: en
text: brief
events:
  bridge-closes:
    title: The bridge closes
    summary: The town closes its bridge.
    when: 2022-10-13
    people: [Ann Ash]
    places: [Bridge Town]
    claims: {hurt: 11}
---

[The mayor, Ann Ash, closed the old bridge over the river after 11 people were hurt]{event=bridge-closes}. It was raining.
""",
    SECOND: """\
---
title: Town shuts its old crossing
publisher: The Post
url: https://example.org/second
published: 2022-10-14
language: en
text: brief
events:
  bridge-closes:
    when: 2022-10-13
    claims: {hurt: 11}
  ferry-starts:
    title: A ferry takes over
    when: 2022-11
---

[Bridge Town lost its crossing on 13 October, and 11 were hurt]{event=bridge-closes}.

[In November a ferry took over]{event=ferry-starts}.
""",
}

FERRY = """
[In November a ferry took over]{event=ferry-starts}.
"""
THIRD = """\
---
title: Ferry sails
publisher: The Wire
url: https://example.org/third
published: 2022-11-20
language: en
text: brief
events:
  first-sailing:
    title: The ferry sails for the first time
    when: 2022-11-20
---

[The ferry sailed for the first time on Sunday]{event=first-sailing}.
"""

# name: edits as (file, old, new), output, exit status. See edit() for an old text of None.
CASES = {
    "nothing": ([], "No changes to the chronology.\n", 0),
    "a file that only moved to another folder": (
        [(FIRST, "published: 2022-10-13\n", ""), (FIRST, None, "content/articles/2021/first.md")],
        """\
Articles: 1.

Articles
  first  Bridge closes
    published: 13 October 2022 (2022-10-13, day) · was at content/articles/2022/first.md:1
""",
        0,
    ),
    "the stated order": (
        [(SECOND, "    title: A ferry takes over\n", "    title: A ferry takes over\n    after: bridge-closes\n")],
        """\
Entries changed: 1.

Entries changed
  ferry-starts  A ferry takes over
    order in second: after bridge-closes · at content/articles/2022/second.md:14
""",
        0,
    ),
    "title and summary": (
        [
            (FIRST, "title: The bridge closes", "title: The old bridge closes"),
            (FIRST, "    summary: The town closes its bridge.\n", ""),
        ],
        """\
Entries changed: 1.

Entries changed
  bridge-closes  The old bridge closes
    title: The {+old+} bridge closes · at content/articles/2022/first.md:10
    summary: The town closes its bridge. · was at content/articles/2022/first.md:11
""",
        0,
    ),
    "a date made more precise": (
        [(SECOND, "when: 2022-11", "when: 2022-11-20")],
        """\
Entries changed: 1.

Entries changed
  ferry-starts  A ferry takes over
    date made more precise: November 2022 (2022-11, month) → 20 November 2022 (2022-11-20, day) · at content/articles/2022/second.md:14
""",
        0,
    ),
    "a date made less precise": (
        [(SECOND, "when: 2022-11", "when: 2022")],
        """\
Entries changed: 1.

Entries changed
  ferry-starts  A ferry takes over
    date made less precise: November 2022 (2022-11, month) → 2022 (2022, year) · at content/articles/2022/second.md:14

Other pages removed
  timeline/2022/11/
    no entries left
""".replace("Entries changed: 1.", "Entries changed: 1; other pages removed: 1."),
        0,
    ),
    "a date moved, and its month stays without an entry": (
        [(SECOND, "when: 2022-11", "when: 2022-12")],
        """\
Entries changed: 1; other pages removed: 1.

Entries changed
  ferry-starts  A ferry takes over
    date moved: November 2022 (2022-11, month) → December 2022 (2022-12, month) · at content/articles/2022/second.md:14

Other pages removed
  timeline/2022/11/
    no entries left
""",
        0,
    ),
    "a date made less certain": (
        [(SECOND, "when: 2022-11", "when: 2022-11?")],
        """\
Entries changed: 1.

Entries changed
  ferry-starts  A ferry takes over
    date made less certain: November 2022 (2022-11, month) → perhaps November 2022 (2022-11?, month) · at content/articles/2022/second.md:14
""",
        0,
    ),
    "a date of one article, which does not move the entry": (
        [(SECOND, "    when: 2022-10-13\n", "    when: 2022-10\n")],
        """\
Entries changed: 1.

Entries changed
  bridge-closes  The bridge closes
    date in second: 13 October 2022 (2022-10-13, day) → October 2022 (2022-10, month) · at content/articles/2022/second.md:9
""",
        0,
    ),
    "articles that now differ on the date": (
        [
            (SECOND, "    when: 2022-10-13\n", "    when: 2022-10-12\n"),
            (FIRST, "    when: 2022-10-13\n", "    when: 2022-10-13\n    entry_when: 2022-10-13\n"),
        ],
        """\
Entries changed: 1.

Entries changed
  bridge-closes  The bridge closes
    date in second: 13 October 2022 (2022-10-13, day) → 12 October 2022 (2022-10-12, day) · at content/articles/2022/second.md:9
    the articles now disagree on dates: 12 October 2022 (second); 13 October 2022 (first) · at content/articles/2022/second.md:9, content/articles/2022/first.md:9
""",
        0,
    ),
    "a passage changed, one added": (
        [
            (FIRST, "closed the old bridge", "shut the old bridge"),
            (FIRST, "It was raining.\n", "It was raining.\n\n[Nobody may cross it]{event=bridge-closes}.\n"),
        ],
        """\
Entries changed: 1.

Entries changed
  bridge-closes  The bridge closes
    passage of first changed: The mayor, Ann Ash, [-closed-] {+shut+} the old bridge over … · at content/articles/2022/first.md:18
    passage of first added: Nobody may cross it · at content/articles/2022/first.md:20
""",
        0,
    ),
    "text outside the passages": (
        [(FIRST, "It was raining.", "It was snowing.")],
        """\
Articles: 1.

Articles
  first  Bridge closes
    text outside the passages changed · at content/articles/2022/first.md:1
""",
        0,
    ),
    "a passage that only moved down": ([(FIRST, "---\n\n[The", "---\n\n\n\n[The")], "No changes to the chronology.\n", 0),
    "a passage removed, and with it an entry": (
        [
            (SECOND, FERRY, ""),
            (SECOND, "  ferry-starts:\n    title: A ferry takes over\n    when: 2022-11\n", ""),
        ],
        """\
Addresses lost: 1; entries withdrawn: 1; other pages removed: 1.

Addresses lost
  timeline/entries/ferry-starts/  A ferry takes over
    page of an entry · was at content/articles/2022/second.md:12

Entries withdrawn
  ferry-starts  A ferry takes over
    date: November 2022 (2022-11, month) · was at content/articles/2022/second.md:12

Other pages removed
  timeline/2022/11/
    no entries left
""",
        3,
    ),
    "an entry whose id was changed": (
        [(SECOND, "  ferry-starts:", "  ferry-takes-over:"), (SECOND, "event=ferry-starts", "event=ferry-takes-over")],
        """\
Addresses lost: 1; entries added: 1; entries withdrawn: 1.

Addresses lost
  timeline/entries/ferry-starts/  A ferry takes over
    page of an entry · was at content/articles/2022/second.md:12

Entries added
  ferry-takes-over  A ferry takes over
    date: November 2022 (2022-11, month) · at content/articles/2022/second.md:12

Entries withdrawn
  ferry-starts  A ferry takes over
    date: November 2022 (2022-11, month) · was at content/articles/2022/second.md:12
    possibly renamed to ferry-takes-over (a published id must not change): A ferry takes over · at content/articles/2022/second.md:12
""",
        3,
    ),
    "an article whose id was changed": (
        [(SECOND, None, "content/articles/2022/crossing.md")],
        """\
Addresses lost: 1; entries changed: 2; articles: 2.

Addresses lost
  timeline/articles/second/  Town shuts its old crossing
    page of an article · was at content/articles/2022/second.md:1

Entries changed
  bridge-closes  The bridge closes
    article removed: second: Town shuts its old crossing · was at content/articles/2022/second.md:9
    article added: crossing: Town shuts its old crossing · at content/articles/2022/crossing.md:9
  ferry-starts  A ferry takes over
    article removed: second: Town shuts its old crossing · was at content/articles/2022/second.md:12
    article added: crossing: Town shuts its old crossing · at content/articles/2022/crossing.md:12

Articles
  crossing  Town shuts its old crossing
    added: The Post, 14 October 2022, https://example.org/second · at content/articles/2022/crossing.md:1
  second  Town shuts its old crossing
    removed: The Post, 14 October 2022, https://example.org/second · was at content/articles/2022/second.md:1
    possibly renamed to crossing (a published id must not change): Town shuts its old crossing · at content/articles/2022/crossing.md:1
""",
        3,
    ),
    "a new article with a new entry": (
        [("content/articles/2022/third.md", None, THIRD)],
        """\
Entries added: 1; articles: 1.

Entries added
  first-sailing  The ferry sails for the first time
    date: 20 November 2022 (2022-11-20, day) · at content/articles/2022/third.md:9

Articles
  third  Ferry sails
    added: The Wire, 20 November 2022, https://example.org/third · at content/articles/2022/third.md:1
""",
        0,
    ),
    "a new article and entry that are there already": (
        [
            (
                "content/articles/2022/third.md",
                None,
                THIRD.replace("The ferry sails for the first time", "The ferry takes over").replace(
                    "title: Ferry sails", "title: Town shuts its own old crossing"
                ),
            )
        ],
        """\
Entries added: 1; possible duplicates: 2; articles: 1.

Entries added
  first-sailing  The ferry takes over
    date: 20 November 2022 (2022-11-20, day) · at content/articles/2022/third.md:9

Possible duplicates
  first-sailing  The ferry takes over
    new entry similar to ferry-starts: A ferry takes over · at content/articles/2022/second.md:12
  third  Town shuts its own old crossing
    new article with a headline similar to that of second: Town shuts its old crossing · at content/articles/2022/second.md:1

Articles
  third  Town shuts its own old crossing
    added: The Wire, 20 November 2022, https://example.org/third · at content/articles/2022/third.md:1
""",
        0,
    ),
    "a name lost, and with it its page": (
        [(FIRST, "    people: [Ann Ash]\n", "")],
        """\
Addresses lost: 1; entries changed: 1.

Addresses lost
  timeline/people/ann-ash/  Ann Ash
    page of a name · was at content/articles/2022/first.md:9

Entries changed
  bridge-closes  The bridge closes
    person removed: Ann Ash · was at content/articles/2022/first.md:9
""",
        3,
    ),
    "a name gained": (
        [(SECOND, "    when: 2022-11\n", "    when: 2022-11\n    places: [Bridge Town]\n")],
        """\
Entries changed: 1.

Entries changed
  ferry-starts  A ferry takes over
    place added: Bridge Town · at content/articles/2022/second.md:12
""",
        0,
    ),
    "a key event": (
        [(SECOND, "    when: 2022-11\n", "    when: 2022-11\n    key: true\n")],
        """\
Entries changed: 1.

Entries changed
  ferry-starts  A ferry takes over
    is now a key event · at content/articles/2022/second.md:12
""",
        0,
    ),
    "a figure changed, on which the articles now differ": (
        [(FIRST, "claims: {hurt: 11}", "claims: {hurt: 12}"), (FIRST, "after 11 people", "after 12 people")],
        """\
Entries changed: 1.

Entries changed
  bridge-closes  The bridge closes
    passage of first changed: … over the river after [-11-] {+12+} people were hurt · at content/articles/2022/first.md:18
    figure changed: People hurt, first: [-11-] {+12+} · at content/articles/2022/first.md:15
    the articles now disagree on People hurt: 12 (first); 11 (second) · at content/articles/2022/first.md:9, content/articles/2022/second.md:9
""",
        0,
    ),
    "a figure removed": (
        [(SECOND, "    claims: {hurt: 11}\n", "")],
        """\
Entries changed: 1.

Entries changed
  bridge-closes  The bridge closes
    figure removed: People hurt, second: 11 · was at content/articles/2022/second.md:11
""",
        0,
    ),
    "facts of an article": (
        [
            (SECOND, "publisher: The Post", "publisher: The Wire"),
            (SECOND, "url: https://example.org/second", "url: https://example.org/2"),
            (SECOND, "published: 2022-10-14\n", ""),
        ],
        """\
Addresses lost: 1; articles: 1.

Addresses lost
  timeline/publishers/the-post/  The Post
    page of a name · was at content/articles/2022/second.md:1

Articles
  second  Town shuts its old crossing
    publisher: The [-Post-] {+Wire+} · at content/articles/2022/second.md:1
    address: [-https://example.org/second-] {+https://example.org/2+} · at content/articles/2022/second.md:1
    published: 14 October 2022 (2022-10-14, day) · was at content/articles/2022/second.md:1
""",
        3,
    ),
    "names of the vocabulary": (
        [
            (
                VOCABULARY,
                "    name: Ann Ash\n",
                "    name: Anna Ash\n    aliases: [Ann Ash]\n  bob-beech:\n    name: Bob Beech\n",
            ),
            (VOCABULARY, "    lat: 46.5", "    lat: 46.75"),
        ],
        """\
Vocabulary: 3.

Vocabulary
  people/ann-ash  Anna Ash
    renamed: [-Ann-] {+Anna+} Ash · at content/vocabulary.yml:2
    aliases: Ann Ash · at content/vocabulary.yml:2
  places/bridge-town  Bridge Town
    place on the map: [-46.5,-] {+46.75,+} 32.5 · at content/vocabulary.yml:8 · was at content/vocabulary.yml:5
  people/bob-beech  Bob Beech
    added to people: Bob Beech · at content/vocabulary.yml:5
""",
        0,
    ),
}


@pytest.fixture
def before(tmp_path: Path) -> Path:
    return write(tmp_path / "before", PROJECT)


@pytest.fixture
def after(tmp_path: Path) -> Path:
    return write(tmp_path / "after", PROJECT)


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def edit(root: Path, file: str, old: str | None, new: str) -> None:
    """Replace the text `old`, which occurs once. If it is None, move the file to the path `new`, or create it with that text."""
    path = root / file
    if old is not None:
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        path.write_text(text.replace(old, new), encoding="utf-8")
    elif path.exists():
        (root / new).parent.mkdir(exist_ok=True)
        path.rename(root / new)
    else:
        path.write_text(new, encoding="utf-8")


def diff(root: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["--root", str(root), "diff", *map(str, arguments)])


@pytest.mark.parametrize(("edits", "output", "status"), CASES.values(), ids=CASES)
def test_changes_as_text(before: Path, after: Path, edits: list, output: str, status: int) -> None:
    for each in edits:
        edit(after, *each)
    done = diff(after, before)
    assert done.stderr == ""
    assert done.stdout == f"Compared with {before}.\n{output}"
    assert done.exit_code == status


def test_the_other_way_round(before: Path, after: Path) -> None:
    """What is new in one direction is settled, removed or unset in the other."""
    edit(after, FIRST, "claims: {hurt: 11}", "claims: {hurt: 12}")
    edit(after, FIRST, "after 11 people", "after 12 people")
    edit(after, SECOND, "    when: 2022-11\n", "    when: 2022-11\n    key: true\n    people: [Ann Ash]\n")
    output = diff(before, after).stdout
    assert "    the articles no longer disagree on People hurt: 12 (first); 11 (second) · was at " in output
    assert "    is no longer a key event · was at content/articles/2022/second.md:12\n" in output
    assert "    person removed: Ann Ash · was at content/articles/2022/second.md:12\n" in output


# Errors: what cannot be read is never reported as withdrawn or lost.


@pytest.mark.parametrize(
    ("old", "new"),
    [("language: en", "langage: en"), ("event=ferry-starts", "event=Ferry"), ("title: A ferry takes over", "key: false")],
    ids=["the head", "a mark", "no title"],
)
def test_an_error_in_the_working_tree(before: Path, after: Path, old: str, new: str) -> None:
    edit(after, SECOND, old, new)
    edit(after, FIRST, "published: 2022-10-13", "published: 2022-10-12")
    done = diff(after, before)
    assert done.exit_code == 1
    assert "The comparison is incomplete: the working tree has" in done.stdout
    assert "run `dateline check` for help." in done.stdout
    not_compared = done.stdout.partition("\nNot compared\n")[2].partition("\n\n")[0]
    assert "  ferry-starts  A ferry takes over\n" in not_compared
    assert "  second  Town shuts its old crossing\n" in not_compared
    assert "withdrawn" not in done.stdout
    assert "lost" not in done.stdout
    assert "published: 12 October" in done.stdout.replace("13 October 2022 (2022-10-13, day) → ", "")  # the rest is compared


def test_a_withdrawn_entry_is_reported_next_to_an_error_that_cannot_hide_it(before: Path, after: Path) -> None:
    edit(after, SECOND, FERRY, "")
    edit(after, SECOND, "  ferry-starts:\n    title: A ferry takes over\n    when: 2022-11\n", "")
    edit(after, FIRST, "claims: {hurt: 11}", "claims: {hurt: 13}")
    done = diff(after, before)
    assert done.exit_code == 1
    assert "\nEntries withdrawn\n  ferry-starts  " in done.stdout
    assert "\nNot compared\n  bridge-closes  " in done.stdout


def test_an_error_in_the_base(before: Path, after: Path) -> None:
    edit(before, SECOND, "language: en", "langage: en")
    done = diff(after, before)
    assert done.exit_code == 0
    assert f"The comparison is incomplete: {before} has 2 errors.\n{SECOND}:" in done.stdout
    assert "added" not in done.stdout


def test_a_vocabulary_that_cannot_be_read(before: Path, after: Path) -> None:
    edit(after, VOCABULARY, "people:", "people: [")
    done = diff(after, before)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: the vocabulary of the working tree cannot be read: content/vocabulary.yml:")
    assert "\nhelp: " in done.stderr


@pytest.mark.parametrize("text", [b"site_name: [", b"\xff\xfe"])
def test_a_configuration_that_cannot_be_read_is_reported_and_the_content_compared(before: Path, after: Path, text: bytes) -> None:
    (before / "mkdocs.yml").write_bytes(text)
    edit(after, SECOND, "title: A ferry takes over", "title: The ferry takes over")
    done = diff(after, before)
    assert done.exit_code == 0
    assert "S902" in done.output
    assert "The ferry takes over" in done.stdout


def test_a_fault_in_the_vocabulary(before: Path, after: Path) -> None:
    edit(after, VOCABULARY, "    lat: 46.5", "    lat: north")
    edit(after, SECOND, "title: A ferry takes over", "title: The ferry takes over")
    output = diff(after, before).stdout
    assert "Not compared\n  content/vocabulary.yml\n" in output
    assert "title: [-A-] {+The+} ferry takes over" in output
    assert "\nVocabulary\n" not in output


# Revisions of git.


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose branch `main` holds the project."""
    root = write(tmp_path / "repository", PROJECT)
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root)
    return root


def git(root: Path, *arguments: str) -> str:
    """Run git without the configuration of this machine."""
    who = {f"GIT_{role}_{what}": "tester@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(["git", *arguments], cwd=root, env=environment, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def commit(root: Path) -> str:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=x")
    return git(root, "rev-parse", "HEAD")


def retitle(root: Path) -> None:
    edit(root, SECOND, "title: A ferry takes over", "title: The ferry takes over")


RETITLED = "    title: [-A-] {+The+} ferry takes over · at content/articles/2022/second.md:13\n"


@pytest.mark.parametrize("committed", [False, True])
@pytest.mark.parametrize("base", ["main", "v1", "hash"])
def test_a_branch_a_tag_and_a_commit(repository: Path, base: str, committed: bool) -> None:
    git(repository, "tag", "v1")
    hash = git(repository, "rev-parse", "HEAD")
    git(repository, "switch", "--quiet", "--create", "work")
    retitle(repository)
    if committed:
        commit(repository)
    name = hash if base == "hash" else base
    done = diff(repository, name)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Compared with {name}, commit {hash[:10]}.\n")
    assert RETITLED in done.stdout


def test_later_commits_of_the_base_are_not_changes_of_the_branch(repository: Path) -> None:
    left = git(repository, "rev-parse", "HEAD")
    git(repository, "switch", "--quiet", "--create", "work")
    retitle(repository)
    commit(repository)
    git(repository, "switch", "--quiet", "main")
    edit(repository, "content/articles/2022/third.md", None, THIRD)
    commit(repository)
    git(repository, "switch", "--quiet", "work")
    done = diff(repository, "main")
    assert done.exit_code == 0
    assert done.stdout.startswith(f"Compared with {left[:10]}, the merge base with main. Later changes there are not shown.\n")
    assert RETITLED in done.stdout
    assert "sailing" not in done.stdout


def test_a_shallow_clone(repository: Path, tmp_path: Path) -> None:
    git(repository, "switch", "--quiet", "--create", "work")
    retitle(repository)
    commit(repository)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=work", repository.as_uri(), str(clone))
    unknown = diff(clone, "main")
    assert unknown.exit_code == 1
    assert "there is no revision main here" in unknown.stderr
    assert "This clone is shallow: run `git fetch --depth=1 origin main`" in unknown.stderr
    git(clone, "fetch", "--quiet", "--depth=1", "origin", "main")
    assert RETITLED in diff(clone, "FETCH_HEAD").stdout


def test_a_project_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    root = write(tmp_path / "repository/sites/bridge", PROJECT)
    git(tmp_path / "repository", "init", "--quiet", "--initial-branch=main")
    commit(root)
    retitle(root)
    assert RETITLED in diff(root, "main").stdout


def test_no_attribute_filter_or_hook_runs(repository: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    (repository / ".gitattributes").write_text("content/** export-ignore filter=evil ident\n")
    commit(repository)
    git(repository, "config", "filter.evil.smudge", f"touch {ran}")
    for hook in ("post-checkout", "reference-transaction"):
        (repository / ".git/hooks" / hook).write_text(f"#!/bin/sh\ntouch {ran}\n")
        (repository / ".git/hooks" / hook).chmod(0o755)
    retitle(repository)
    assert RETITLED in diff(repository, "main").stdout
    assert not ran.exists()


def test_links_and_huge_files_of_a_revision_are_errors_of_it(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (repository / "content/articles/2022/link.md").symlink_to(tmp_path / "secret")
    (repository / "content/articles/2022/huge.md").write_text("x" * 300_000)
    hash = commit(repository)
    (repository / "content/articles/2022/link.md").unlink()
    (repository / "content/articles/2022/huge.md").unlink()
    done = diff(repository, "main")
    assert done.exit_code == 0
    assert (
        done.stdout
        == f"""\
Compared with main, commit {hash[:10]}.
The comparison is incomplete: main has 2 errors.
content/articles/2022/huge.md:1:1: A105 larger than 256 KiB
content/articles/2022/link.md:1:1: A104 a symbolic link
No changes to the part of the chronology that can be read.
"""
    )


@pytest.mark.parametrize("base", ["nowhere", "--all", "HEAD:content", "main..work", "content", "", "\x1b[2J", "main\n"])
def test_no_such_revision(repository: Path, base: str) -> None:
    done = diff(repository, "--", base)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert "\x1b" not in done.stderr
    assert "`git branch --all` lists the branches that are here." in done.stderr


@pytest.mark.parametrize(("bases", "proposed"), [([], "origin/main"), (["origin", "work"], "origin/work")])
def test_no_base_or_two(after: Path, bases: list[str], proposed: str) -> None:
    done = diff(after, *bases)
    assert done.exit_code == 2
    assert f"to compare with\nhelp: for example: dateline diff {proposed}\n" in done.stderr


def test_a_name_that_is_nearly_that_of_a_branch(repository: Path) -> None:
    assert "\nhelp: did you mean main? " in diff(repository, "mian").stderr


@pytest.mark.parametrize("name", ["..", "a\\b"])
def test_a_tree_that_reaches_out_of_its_folder(repository: Path, name: str) -> None:
    """Git itself never creates such a tree."""
    blob = git(repository, "rev-parse", "HEAD:content/vocabulary.yml")
    inner = tree(repository, f"100644 blob {blob}\tvocabulary.yml")
    outer = tree(repository, f"040000 tree {tree(repository, f'040000 tree {inner}{chr(9)}{name}')}\tcontent")
    hash = git(repository, "commit-tree", outer, "-m", "x")
    done = diff(repository, hash)
    assert done.exit_code == 1
    assert "has an unsafe path: content/" in done.stderr


def tree(root: Path, line: str) -> str:
    return subprocess.run(
        ["git", "mktree"], cwd=root, input=line, capture_output=True, encoding="utf-8", check=True
    ).stdout.strip()


def test_a_branch_that_is_only_at_the_origin(repository: Path, tmp_path: Path) -> None:
    git(repository, "branch", "draft")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", repository.as_uri(), str(clone))
    done = diff(clone, "draft")
    assert done.exit_code == 1
    assert done.stderr == "Error: there is no branch draft here, but there is origin/draft\nhelp: compare with origin/draft\n"


def test_no_repository(after: Path) -> None:
    done = run("--root", after, "diff", "main", GIT_CEILING_DIRECTORIES=str(after.parent))
    assert done.returncode == 1
    assert f"Error: main is not a folder with a project, and {after} is not in a git repository\nhelp: " in done.stderr


def test_no_git(repository: Path, tmp_path: Path) -> None:
    done = run("--root", repository, "diff", "main", PATH=str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.startswith("Error: git is not installed\nhelp: install it")


def test_a_revision_without_the_project(repository: Path) -> None:
    git(repository, "switch", "--quiet", "--orphan", "empty")
    git(repository, "commit", "--quiet", "--allow-empty", "--message=x")
    git(repository, "switch", "--quiet", "main")
    done = diff(repository, "empty")
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: empty has no folder content/ here\nhelp: ")


def test_the_project_itself(after: Path) -> None:
    done = diff(after, after)
    assert done.exit_code == 1
    assert "is this project itself\nhelp: name a branch" in done.stderr


# Markdown: text from the files is never markup.

HOSTILE = (
    "<img src=x onerror=alert(1)> <b>bold</b>",
    "@everyone see #1, GH-1, org/repo#2, !3, ~label, %milestone",
    "![x](https://example.org/x.png) [x](https://example.org) https://example.org",
    "`` ` ``` @everyone ` <i>",
    "```",
    "`@everyone",
    "**bold** ~~gone~~ $x$ :smile: | a | b |",
    "# heading",
    "- [ ] /close",
    "</code></pre><h1>",
)


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_text_stays_in_code(before: Path, after: Path, title: str) -> None:
    quoted = json.dumps(title)
    edit(after, FIRST, "title: Bridge closes", f"title: {quoted}")
    edit(after, FIRST, "    title: The bridge closes", f"    title: {quoted}")
    edit(after, VOCABULARY, "name: Ann Ash", f"name: {quoted}\n    aliases: [Ann Ash]")
    edit(after, "content/articles/2022/third.md", None, THIRD.replace("title: Ferry sails", f"title: {quoted}"))
    done = diff(after, before, "--format", "markdown")
    outside, inside = [], []
    for kind, text in tokens(done.stdout):
        (inside if kind == "code_inline" else outside).append(text)
        assert kind in {
            "text",
            "code_inline",
            "softbreak",
            *(f"{name}_{end}" for name in ("s", "strong") for end in ("open", "close")),
        }
    assert title in inside
    rendered = "".join(outside)
    assert not set("<>@#!$~*[]&`").intersection(rendered)
    assert "example" not in rendered
    assert "everyone" not in rendered


def tokens(markdown: str) -> Iterator[tuple[str, str]]:
    """The inline tokens of a document, as GitHub's dialect reads it. Only headings, lists and paragraphs may hold them."""
    for block in MarkdownIt("gfm-like", {"linkify": False}).parse(markdown):
        assert block.type.rpartition("_")[0] in {"heading", "paragraph", "bullet_list", "list_item", ""}
        for token in block.children or ():
            yield token.type, token.content


def test_markdown_has_headings_by_kind_and_shows_words(before: Path, after: Path) -> None:
    edit(after, FIRST, "closed the old bridge", "shut the old bridge")
    assert (
        diff(after, before, "--format", "markdown").stdout
        == f"""\
## Changes to the chronology

Compared with `{before}`.

Entries changed: 1.

### Entries changed

- `bridge-closes` `The bridge closes`
    - passage of `first` changed: `The mayor, Ann Ash,` ~~`closed`~~ **`shut`** `the old bridge over …` · at `content/articles/2022/first.md:18`
"""
    )


def test_markdown_without_changes(before: Path, after: Path) -> None:
    output = diff(after, before, "--format", "markdown").stdout
    assert output == f"## Changes to the chronology\n\nCompared with `{before}`.\n\nNo changes to the chronology.\n"


def test_markdown_fits_into_a_comment(before: Path, after: Path) -> None:
    for number in range(150):
        title = f"{number} " + "\N{FIRE}" * 390
        third = THIRD.replace("title: Ferry sails", f"title: {title}").replace("first-sailing", f"sailing-{number}")
        edit(after, f"content/articles/2022/third-{number}.md", None, third.replace("/third", f"/third-{number}"))
    markdown = diff(after, before, "--format", "markdown").stdout
    assert len(markdown.encode()) < 65_536
    for section in ("Entries added", "Articles"):  # neither takes the room of the other
        assert f"### {section}\n\n- `" in markdown
    assert "\n- and " in markdown.partition("### Articles")[2]


def test_a_passage_with_another_place_in_the_original_is_changed(before: Path, after: Path) -> None:
    for root, place in ((before, "p. 1"), (after, "p. 2")):
        edit(root, SECOND, "took over]{event=", f'took over]{{at="{place}" event=')
    output = diff(after, before, "--format", "text").stdout
    assert "In November a ferry took over (p. [-1)-] {+2)+}" in output


def test_a_passage_of_which_every_other_word_changed_is_cut(before: Path, after: Path) -> None:
    words = [f"word{number}" for number in range(400)]
    for root, own in ((before, "old"), (after, "new")):
        passage = " ".join(own if number % 2 else word for number, word in enumerate(words))
        edit(root, SECOND, "[In November a ferry took over]", f"[In November a ferry took over {passage}]")
    line = next(line for line in diff(after, before, "--format", "markdown").stdout.split("\n") if "passage of" in line)
    assert "~~`old`~~ **`new`**" in line
    assert line.endswith("…")
    assert len(line) < 2_000


# JSON, and what holds for all forms.


def test_json(before: Path, after: Path) -> None:
    edit(after, SECOND, "when: 2022-11", "when: 2022-12")
    data = json.loads(diff(after, before, "--format", "json").stdout)
    assert {key: data[key] for key in ("format", "version", "complete", "addresses_lost")} == {
        "format": "dateline-diff",
        "version": 2,
        "complete": True,
        "addresses_lost": 0,
    }
    assert data["base"] == {
        "name": str(before),
        "entries": 2,
        "articles": 2,
        "errors": [],
        "commit": None,
        "is_merge_base": False,
    }
    assert data["current"] == {"name": "the working tree", "entries": 2, "articles": 2, "errors": []}
    at = [{"path": SECOND, "line": 14}]
    assert data["changes"] == [
        {"kind": "page-removed", "subject": {"type": "page", "id": "timeline/2022/11/", "title": ""}, "what": "", "before": None, "after": None},
        {
            "kind": "date-changed",
            "subject": {"type": "entry", "id": "ferry-starts", "title": "A ferry takes over"},
            "what": "moved",
            "before": {"text": "November 2022", "edtf": "2022-11", "precision": "month", "at": at},
            "after": {"text": "December 2022", "edtf": "2022-12", "precision": "month", "at": at},
        },
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_the_same_twice_and_nothing_is_written_but_the_cache(repository: Path, form: str) -> None:
    retitle(repository)
    first, second = (run("--root", repository, "diff", "main", "--format", form, PYTHONHASHSEED=seed) for seed in "12")
    assert first.stdout == second.stdout
    assert git(repository, "status", "--porcelain") == "M content/articles/2022/second.md\n?? .cache/"


def test_the_second_diff_reads_no_file_of_the_working_tree_again(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files: list[str] = []
    monkeypatch.setattr(sources, "read_article", lambda name, *of: (files.append(name), read_article(name, *of))[1])
    retitle(repository)
    diff(repository, "main")
    assert sorted(files) == [FIRST, SECOND, SECOND]  # as it is, and as it was
    files.clear()
    assert RETITLED in diff(repository, "main").stdout
    assert files == [SECOND]  # as it was


def test_a_terminal_that_lacks_characters_and_a_file_that_does_not(before: Path, after: Path) -> None:
    edit(after, SECOND, "title: A ferry takes over", "title: Паром")
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0", "LC_ALL": "C"}
    call = [sys.executable, ROOT / "build.py", "--root", after, "diff", before]
    for form, shown in (("text", b"\\u041f"), ("markdown", "Паром".encode()), ("json", "Паром".encode())):
        done = subprocess.run([*call, "--format", form], env=environment, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
        assert shown in done.stdout


def test_controls_do_not_reach_the_terminal(before: Path, after: Path) -> None:
    edit(after, FIRST, "title: Bridge closes", 'title: "\\e[2J\\u202e"')
    done = diff(after, before)
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert [character for character in done.stdout if not (character.isprintable() or character == "\n")] == []


def test_every_kind_of_change_is_in_the_manual() -> None:
    manual = (ROOT / "docs/manual/diff.md").read_text(encoding="utf-8")
    assert [kind.id for kind in Kind if f"`{kind.id}`" not in manual] == []
    assert [section.value for section in Section if section.value not in manual] == []
