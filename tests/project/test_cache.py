"""timeline/cache.py: what one build leaves for the next, and when it is not used."""

import os
import pickle
from pathlib import Path

import pytest

from timeline import cache
from timeline.model.memo import FACTS, RECORDS, Memo
from timeline.pipeline import build
from timeline.project import load

PARTS = pytest.mark.parametrize("part", [FACTS, RECORDS])


@pytest.fixture(autouse=True)
def _key_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user of our own, with no key yet."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def built(small_site: Path) -> Path:
    """A project that was built once, with its cache."""
    with cache.kept(small_site) as memo:
        build(small_site, memo=memo)
    return small_site


def test_the_next_process_makes_nothing_again(built: Path) -> None:
    memo = cache.load(built)
    assert {"articles", "claims", "entries", "pages", "exports"} <= memo.steps(RECORDS).keys()
    assert {"files", "events"} <= memo.steps(FACTS).keys()
    outcome = build(built, memo=memo)
    assert memo.changed == set()
    assert outcome.changes
    assert outcome.changes.written == ()


def test_one_edit_makes_again_what_shows_it(built: Path) -> None:
    article = built / "content/articles/2022/x.md"
    article.write_text(article.read_text().replace("Saldo spoke", "Saldo talked"))
    outcome = build(built, memo=cache.load(built))
    assert outcome.changes
    pages = {path for path in outcome.changes.written if path.endswith(".md")}
    assert pages == {"timeline/entries/appeal.md", "timeline/articles/x.md"}


def test_a_page_that_was_changed_by_hand_is_made_again(built: Path) -> None:
    page = built / "docs/timeline/entries/appeal.md"
    text = page.read_text()
    page.write_text("by hand")
    build(built, memo=cache.load(built))
    assert page.read_text() == text


@pytest.mark.parametrize("change", ["cut", "one byte", "empty", "gone", "a folder", "text"])
@PARTS
def test_a_damaged_cache_is_not_used(built: Path, change: str, part: str) -> None:
    file = built / cache.FOLDER / part
    data = file.read_bytes()
    file.unlink()
    if change == "a folder":
        file.mkdir()
    elif change != "gone":
        file.write_bytes(
            {"cut": data[:-9], "one byte": data[:-1] + bytes([data[-1] ^ 1]), "empty": b"", "text": b"none" * 99}[change]
        )
    assert cache.load(built).steps(part) == {}
    with cache.kept(built) as memo:
        outcome = build(built, memo=memo)
    assert outcome.changes
    assert outcome.changes.written == ()


class Harmful:
    """Something that acts when it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("made-by-a-pickle",)


@PARTS
def test_a_cache_of_somebody_else_is_not_even_read(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    """A repository may hold any file. Who wrote it had another key."""
    monkeypatch.chdir(tmp_path)
    harmful = pickle.dumps(Harmful())
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "other"))
    stranger = cache._key(create=True)
    assert stranger
    (built / cache.FOLDER / part).write_bytes(cache._signature(stranger, part, harmful) + harmful)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert cache.load(built).steps(part) == {}
    assert not Path("made-by-a-pickle").exists()


def test_a_cache_of_another_program_is_not_used(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "program", lambda: b"another version")
    assert [cache.load(built).steps(part) for part in (FACTS, RECORDS)] == [{}, {}]


def test_a_part_of_the_cache_is_not_taken_for_the_other(built: Path) -> None:
    folder = built / cache.FOLDER
    (folder / FACTS).write_bytes((folder / RECORDS).read_bytes())
    assert cache.load(built).steps(FACTS) == {}


@pytest.mark.parametrize("linked", [".cache", cache.FOLDER, f"{cache.FOLDER}/{RECORDS}"])
def test_nothing_is_read_or_written_through_a_link(built: Path, tmp_path: Path, linked: str) -> None:
    path, elsewhere = built / linked, tmp_path / "elsewhere"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    assert cache.load(built).steps(RECORDS) == {}
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    memo = Memo()
    build(built, memo=memo)
    cache.save(built, memo)
    assert {file: file.read_bytes() for file in before} == before


def test_where_nothing_can_be_kept_a_build_works_all_the_same(small_site: Path) -> None:
    (small_site / ".cache").write_text("a file where the folder should be")
    with cache.kept(small_site) as memo:
        outcome = build(small_site, memo=memo)
    assert outcome.changes
    assert (small_site / "docs/index.md").exists()


def test_a_command_that_builds_nothing_leaves_what_a_build_has_kept(built: Path) -> None:
    before = (built / cache.FOLDER / RECORDS).read_bytes()
    article = built / "content/articles/2022/x.md"
    article.write_text(article.read_text().replace("Saldo spoke", "Saldo talked"))
    with cache.kept(built, only_first=True) as memo:
        assert load(built, memo=memo).chronology.entries
    assert (built / cache.FOLDER / RECORDS).read_bytes() == before


def test_a_command_that_builds_nothing_replaces_records_that_cannot_be_read(built: Path) -> None:
    file = built / cache.FOLDER / RECORDS
    file.write_bytes(b"of another version")
    with cache.kept(built, only_first=True) as memo:
        assert load(built, memo=memo).chronology.entries
    assert len(cache.load(built).steps(RECORDS)["articles"]) == 2


def test_a_check_reads_the_records_of_no_article(built: Path) -> None:
    article = built / "content/articles/2022/x.md"
    article.write_text(article.read_text().replace("Saldo spoke", "Saldo talked"))
    memo = cache.load(built)
    assert load(built, memo=memo).problems == load(built).problems
    assert not memo.has_read(RECORDS)


def test_an_edit_of_the_same_size_in_the_same_moment_is_seen(built: Path) -> None:
    """Files are told apart by what they hold, not by their time and size."""
    article = built / "content/articles/2022/x.md"
    status = article.stat()
    text = article.read_text()
    article.write_text(text.replace("publisher: Reuters", "publisher: Routers"))
    os.utime(article, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert (article.stat().st_size, article.stat().st_mtime_ns) == (status.st_size, status.st_mtime_ns)
    with cache.kept(built, only_first=True) as memo:
        assert [problem.code for problem in load(built, memo=memo).problems] == ["V501"]
    article.write_text(text)
    os.utime(article, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert load(built, memo=cache.load(built)).problems == []


def test_a_build_of_the_same_files_reads_no_records(built: Path) -> None:
    memo = cache.load(built)
    outcome = build(built, memo=memo)
    assert outcome.changes
    assert (outcome.changes.written, outcome.changes.unchanged > 10) == ((), True)
    assert not memo.has_read(RECORDS)


@pytest.mark.parametrize("file", ["timeline/.manifest.json", "timeline/entries/appeal.md", "timeline/chronology.csv"])
def test_what_is_gone_is_made_again_where_nothing_else_changed(built: Path, file: str) -> None:
    path = built / "docs" / file
    before = path.read_bytes()
    path.unlink()
    build(built, memo=cache.load(built))
    assert path.read_bytes() == before
