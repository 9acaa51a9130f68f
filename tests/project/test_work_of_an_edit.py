"""How much one edit makes again, in a chronology of 200 entries: counts, which do not depend on the clock. They may not grow."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from support.paths import ROOT
from support.sites import run
from timeline.model.memo import Memo, Stage
from timeline.pipeline import build


class CountingMemo(Memo):
    """A memo that notes how many results of each step were made."""

    def __init__(self) -> None:
        super().__init__()
        self.made: dict[str, int] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[Stage[Any]]:
        with super().stage(name) as stage:
            yield stage
        self.made[name] = self.made.get(name, 0) + stage.made


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, CountingMemo]:
    root = tmp_path_factory.mktemp("counts") / "project"
    done = run(sys.executable, ROOT / "bench" / "synthetic.py", "200", root, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    memo = CountingMemo()
    assert build(root, memo=memo).changes
    return root, memo


def counts(root: Path, memo: CountingMemo) -> tuple[dict[str, int], int, int]:
    """Of another build: what was made in each step, the files written, and their bytes."""
    before = {path: path.stat() for path in (root / "docs").rglob("*") if path.is_file()}
    memo.made = {}
    assert build(root, memo=memo).changes is not None
    after = [path for path in (root / "docs").rglob("*") if path.is_file()]
    stats = {path: path.stat() for path in after}
    written = [
        path
        for path, now in stats.items()
        if path not in before or (before[path].st_ino, before[path].st_mtime_ns) != (now.st_ino, now.st_mtime_ns)
    ]
    return memo.made, len(written), sum(stats[path].st_size for path in written)


def article(root: Path) -> Path:
    """The first article that gives its event a title and has a passage."""
    found = (path for path in sorted((root / "content/articles").rglob("*.md")) if "    title: " in path.read_text())
    return next(found)


@pytest.fixture
def edited(built: tuple[Path, CountingMemo]) -> Iterator[Path]:
    """An article to edit, put back as it was after the test."""
    root, memo = built
    path = article(root)
    text = path.read_text()
    yield path
    path.write_text(text)
    counts(root, memo)


ONE_ARTICLE = {"files": 1, "events": 1, "claims": 1, "articles": 1, "entries": 1}  # it is read again, and its one entry made


def test_nothing_changed(built: tuple[Path, CountingMemo]) -> None:
    made, files, size = counts(*built)
    assert "files" in made
    assert not made.keys() & {"articles", "pages", "exports"}  # it ends before it asks for these
    assert (set(made.values()), files, size) == ({0}, 0, 0)


def test_a_passage(built: tuple[Path, CountingMemo], edited: Path) -> None:
    head, body = edited.read_text().rsplit("---\n", 1)
    edited.write_text(f"{head}---\n{body.replace(' the ', ' the very ', 1)}")
    made, files, size = counts(*built)
    assert {step: made[step] for step in ONE_ARTICLE} == ONE_ARTICLE
    assert made["pages"] == 2  # those of the entry and of the article; no list shows a passage
    assert 2 < files <= 8  # the two, the data files that hold passages, the manifest
    assert size <= 2_000_000  # the data files, each of which holds the whole chronology


def test_a_title(built: tuple[Path, CountingMemo], edited: Path) -> None:
    edited.write_text(edited.read_text().replace("    title: ", "    title: Quokka ", 1))
    made, files, size = counts(*built)
    assert {step: made[step] for step in ONE_ARTICLE} == ONE_ARTICLE
    assert 2 < made["pages"] <= 20  # the two, both neighbours, home, year, month, and lists of its names and its publisher
    assert files <= 31  # these, the data files and feeds, also those of each of its names
    assert size <= 2_900_000  # the same data files, and calendars and feeds
