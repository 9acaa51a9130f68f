"""timeline/publish/output.py: docs/ is brought to the state of the pages, and nothing else is touched."""

import errno
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from support.paths import ROOT
from timeline.model.errors import UserError
from timeline.pipeline import build
from timeline.project import load
from timeline.publish.output import MANIFEST, Changes, make_ready, write_files

PAGES = {"index.md": "Home\n", "timeline/entries/a.md": "A\n", "timeline/entries/b.md": "B\n", "timeline/2022/10.md": "October\n"}


def write(root: Path, files: Mapping[str, str], *, keep_stale: bool = False) -> Changes:
    return write_files(root, files.items(), keep_stale=keep_stale)


def tree(root: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def pages(root: Path) -> dict[str, str]:
    return {path: data.decode() for path, data in tree(root / "docs").items() if path != MANIFEST}


def test_writes_all_pages_and_nothing_beside_them(tmp_path: Path) -> None:
    changes = write(tmp_path, PAGES)
    assert pages(tmp_path) == PAGES
    assert (changes.written, changes.removed, changes.unchanged) == (tuple(sorted(PAGES)), (), 0)
    assert json.loads((tmp_path / "docs" / MANIFEST).read_text()) == sorted(PAGES)


def test_writes_only_what_differs(tmp_path: Path) -> None:
    write(tmp_path, PAGES)
    for path in (tmp_path / "docs").rglob("*"):
        os.utime(path, ns=(1, 1))
    changes = write(tmp_path, PAGES | {"timeline/entries/b.md": "B changed\n"})
    touched = {
        path.relative_to(tmp_path / "docs").as_posix()
        for path in (tmp_path / "docs").rglob("*.*")
        if path.stat().st_mtime_ns != 1
    }
    assert changes.written == ("timeline/entries/b.md",)
    assert changes.unchanged == 3
    assert touched == {"timeline/entries/b.md"}


def test_removes_what_is_stale_and_the_folders_that_it_leaves_empty(tmp_path: Path) -> None:
    write(tmp_path, PAGES)
    changes = write(tmp_path, {"timeline/entries/a.md": "A\n"})
    assert changes.removed == ("index.md", "timeline/2022/10.md", "timeline/entries/b.md")
    assert pages(tmp_path) == {"timeline/entries/a.md": "A\n"}
    assert not (tmp_path / "docs/timeline/2022").exists()


def test_keeps_what_was_written_by_hand(tmp_path: Path) -> None:
    write(tmp_path, PAGES)
    for name in ("docs/about.md", "docs/timeline/2022/notes.md", "docs/timeline/entries/old.md"):
        (tmp_path / name).write_text("by hand\n")
    write(tmp_path, {})
    assert pages(tmp_path) == dict.fromkeys(("about.md", "timeline/2022/notes.md", "timeline/entries/old.md"), "by hand\n")


def test_a_preview_keeps_what_is_stale_until_all_is_well(tmp_path: Path) -> None:
    write(tmp_path, PAGES)
    write(tmp_path, {"index.md": "Home\n"}, keep_stale=True)
    assert pages(tmp_path) == PAGES
    assert write(tmp_path, {"index.md": "Home\n"}).removed == tuple(sorted(PAGES))[1:]


@pytest.mark.parametrize(
    "listed",
    [
        ["../outside.md", "../../etc/passwd", "timeline/../../outside.md"],
        ["ROOT/outside.md"],
        [".."],
        ["link/outside.md"],
        ["timeline", ".", "\0"],
        [5, None, {"a": 1}, ""],
        {"../outside.md": 1},
        "../outside.md",
        5,
        None,
    ],
)
def test_a_hostile_manifest_removes_nothing_elsewhere(tmp_path: Path, listed: object) -> None:
    """The manifest lies in a folder that others may write to: it must not become a way to remove their files."""
    root = tmp_path / "project"
    write(root, PAGES)
    (tmp_path / "outside.md").write_text("not ours\n")
    (root / "outside.md").write_text("nor in docs\n")
    (root / "docs/link").symlink_to(tmp_path)
    (root / "docs" / MANIFEST).write_text(json.dumps(listed).replace("ROOT", str(tmp_path)))
    write(root, PAGES)
    assert (tmp_path / "outside.md").read_text() == "not ours\n"
    assert (root / "outside.md").read_text() == "nor in docs\n"
    assert pages(root) | PAGES == pages(root)


@pytest.mark.parametrize("listed", ["about.md", "assets/look.css", "timeline/../about.md"])
def test_a_forged_manifest_removes_nothing_that_was_written_by_hand(tmp_path: Path, listed: str) -> None:
    write(tmp_path, PAGES)
    kept = tmp_path / "docs" / listed
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text("by hand\n")
    (tmp_path / "docs" / MANIFEST).write_text(json.dumps([listed]))
    write(tmp_path, PAGES)
    assert kept.read_text() == "by hand\n"


@pytest.mark.parametrize("manifest", [b"", b"\xff", b"[", b"[]"])
def test_without_a_readable_manifest_nothing_is_removed(tmp_path: Path, manifest: bytes) -> None:
    write(tmp_path, PAGES)
    (tmp_path / "docs" / MANIFEST).write_bytes(manifest)
    assert write(tmp_path, {"index.md": "Home\n"}).removed == ()


def test_a_stale_page_that_is_gone_already(tmp_path: Path) -> None:
    write(tmp_path, PAGES)
    (tmp_path / "docs/index.md").unlink()
    assert "index.md" not in write(tmp_path, {}).removed


# One page changed, one new in a new folder, one as it was; the others, and the folder of one of them, are gone.
AFTER = {"index.md": "New home\n", "timeline/places/c.md": "C\n", "timeline/entries/a.md": "A\n"}
MANY = range(1, 100)  # a switch of these pages makes fewer calls


class Killed(BaseException):
    """Nothing is done after it, as after kill -9."""


class Calls:
    """Counts the calls that write. The one with a given number fails, or it and all after it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, number: int, error: BaseException) -> None:
        self.number, self.error, self.count = number, error, 0
        for module, name in [(os, name) for name in ("mkdir", "link", "rename", "replace", "unlink", "rmdir")] + [(io, "open")]:
            monkeypatch.setattr(module, name, self.counted(getattr(module, name)))

    def counted(self, real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **options: object) -> object:
            if real is not io_open or "r" not in arguments[1:2]:
                self.count += 1
            if self.count == self.number or (self.count > self.number and isinstance(self.error, Killed)):
                raise self.error
            return real(*arguments, **options)

        return call


io_open = io.open


def test_what_fails_at_any_moment_leaves_the_pages_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As with a full disk, which later has space again."""
    write(tmp_path, PAGES)
    before = tree(tmp_path)
    for number in MANY:
        with monkeypatch.context() as context:
            calls = Calls(context, number, OSError(errno.ENOSPC, "No space left on device"))
            try:
                write(tmp_path, AFTER)
            except UserError as error:
                assert str(error).startswith("docs"), error
                assert "cannot be written: No space left on device\nhelp: " in str(error)
            else:
                continue  # it was in cleaning up, or hard links were not to be had
            finally:
                left = calls.number - calls.count
        assert tree(tmp_path) == before, number
        if left > 0:
            break
    make_ready(tmp_path)
    write(tmp_path, AFTER)
    assert pages(tmp_path) == AFTER


def test_a_build_that_is_killed_at_any_moment_is_undone_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ends = set()
    for number in MANY:
        root = tmp_path / str(number)
        write(root, PAGES)
        before = tree(root)
        with monkeypatch.context() as context:
            calls = Calls(context, number, Killed())
            with suppress(Killed):
                write(root, AFTER)
        if calls.count < number:
            break
        make_ready(root)
        ends.add("old" if tree(root) == before else "new")
        if tree(root) != before:
            assert pages(root) == AFTER, number
        write(root, AFTER)
        assert pages(root) == AFTER
        assert sorted(path.name for path in (root / "docs/timeline").iterdir()) == [".manifest.json", "entries", "places"]
    assert number > 20
    assert ends == {"old", "new"}


def test_a_kill_while_a_switch_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in MANY:
        root = tmp_path / str(number)
        write(root, PAGES)
        before = tree(root)
        with monkeypatch.context() as context, suppress(Killed):
            Calls(context, 20, Killed())  # among the renames
            write(root, AFTER)
        assert (root / "docs/timeline/.switch").is_dir()
        with monkeypatch.context() as context, suppress(Killed):
            calls = Calls(context, number, Killed())
            make_ready(root)
        if calls.count < number:
            break
        make_ready(root)
        assert tree(root) == before, number
    assert number > 5


@pytest.mark.parametrize(
    "linked", ["docs", "docs/timeline", "docs/timeline/entries", "docs/timeline/entries/appeal.md", "docs/index.md"]
)
def test_a_link_where_a_build_writes_is_refused(small_site: Path, tmp_path: Path, linked: str) -> None:
    build(small_site)
    path, elsewhere = small_site / linked, tmp_path / "elsewhere"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    article = small_site / "content/articles/2022/x.md"
    article.write_text(article.read_text().replace("Saldo spoke", "Saldo talked"))
    before = tree(tmp_path)
    with pytest.raises(UserError) as refused:
        build(small_site)
    assert str(refused.value) == f"{linked} is a symbolic link, and a build writes there\nhelp: remove the link: rm {linked}"
    assert tree(tmp_path) == before


@pytest.mark.parametrize("name", [".new", ".switch", ".new-1"])
def test_a_link_with_the_name_of_what_lies_aside_leads_nowhere(small_site: Path, tmp_path: Path, name: str) -> None:
    (small_site / "docs/timeline").mkdir(parents=True)
    (small_site / "docs/timeline" / name).symlink_to(tmp_path / "victim")
    build(small_site)
    assert not (tmp_path / "victim").exists()
    assert not (small_site / "docs/timeline" / name).is_symlink()


@pytest.mark.parametrize("plan", [b"", b"[", b"5", b"[5]", b"[[1, 2, 3]]", b"null", b'{"a": 1}'])
def test_a_damaged_plan_is_swept(tmp_path: Path, plan: bytes) -> None:
    write(tmp_path, PAGES)
    before = tree(tmp_path)
    (tmp_path / "docs/timeline/.switch").mkdir()
    (tmp_path / "docs/timeline/.switch/plan.json").write_bytes(plan)
    make_ready(tmp_path)
    assert tree(tmp_path) == before


@pytest.mark.parametrize("path", ["about.md", "../outside.md", "timeline/../about.md", "timeline", "/etc/hosts"])
def test_a_forged_plan_changes_nothing_that_no_build_writes(tmp_path: Path, path: str) -> None:
    write(tmp_path, PAGES)
    for name in ("docs/about.md", "outside.md"):
        (tmp_path / name).write_text("by hand\n")
    before = tree(tmp_path)
    for was_there in (False, True):
        under_way = tmp_path / "docs/timeline/.switch"
        under_way.mkdir()
        (under_way / "plan.json").write_text(json.dumps([[path, was_there]]))
        (under_way / "0.old").write_text("forged")
        make_ready(tmp_path)
        assert tree(tmp_path) == before


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    write(tmp_path, PAGES)
    (tmp_path / "docs/timeline/places").write_text("by hand\n")
    before = tree(tmp_path)
    with pytest.raises(UserError, match=r"^docs/timeline/places(/c\.md)? cannot be written: "):
        write(tmp_path, AFTER)
    assert tree(tmp_path) == before


def test_a_folder_where_a_file_should_be(tmp_path: Path) -> None:
    write(tmp_path, PAGES)
    (tmp_path / "docs/timeline/places/c.md").mkdir(parents=True)
    before = tree(tmp_path)
    with pytest.raises(UserError, match=r"^docs/timeline/places/c\.md cannot be written: Is a directory"):
        write(tmp_path, AFTER)
    assert tree(tmp_path) == before


def test_with_an_error_the_last_good_pages_stay_as_they_are(small_site: Path) -> None:
    build(small_site)
    before = tree(small_site / "docs")
    article = small_site / "content/articles/2022/x.md"
    article.write_text(article.read_text().replace("event=appeal", "event=Appeal"))
    (small_site / "content/articles/2022/y.md").unlink()
    assert build(small_site).changes is None
    assert tree(small_site / "docs") == before


def test_a_preview_shows_what_stands_and_keeps_the_page_of_what_does_not(small_site: Path) -> None:
    build(small_site)
    before = tree(small_site / "docs")
    article, other = (small_site / f"content/articles/2022/{name}.md" for name in "xy")
    article.write_text(article.read_text().replace("url: https:", "url: nohttps:"))
    other.write_text(other.read_text().replace("They denied it", "They denied all of it"))
    changes = build(small_site, preview=True).changes
    after = tree(small_site / "docs")
    assert changes.removed == ()
    assert after.keys() == before.keys()
    assert b"They denied all of it" in after["timeline/entries/denial.md"]
    assert after["timeline/entries/appeal.md"] == before["timeline/entries/appeal.md"]


def test_a_preview_without_a_readable_vocabulary_touches_nothing(small_site: Path) -> None:
    """Else every name would be lost from every page."""
    build(small_site)
    before = tree(small_site / "docs")
    (small_site / "content/vocabulary.yml").write_text("people: [", encoding="utf-8")
    assert build(small_site, preview=True).changes is None
    assert tree(small_site / "docs") == before


def test_loading_writes_nothing(small_site: Path) -> None:
    assert load(small_site).chronology.entries
    assert not (small_site / "docs").exists()


def test_a_second_build_writes_nothing(small_site: Path) -> None:
    first, second = build(small_site).changes, build(small_site).changes
    assert first.written
    assert (second.written, second.removed, second.unchanged) == ((), (), len(first.written))


def test_builds_do_not_depend_on_folder_hash_seed_time_zone_or_locale(small_site: Path, tmp_path: Path) -> None:
    built = []
    for name, seed, zone in (("one", "1", "Pacific/Kiritimati"), ("another/place", "2", "America/Los_Angeles")):
        root = tmp_path / name
        for path, data in tree(small_site).items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "PYTHONUTF8": "0"}
        subprocess.run(
            [sys.executable, ROOT / "build.py", "--root", root], check=True, capture_output=True, env=environment, cwd=tmp_path
        )
        built.append(tree(root / "docs"))
    assert built[0]
    assert built[0] == built[1]


def test_a_file_that_cannot_be_made_leaves_all_as_they_were(tmp_path: Path) -> None:
    """Files are written aside as they are made, so one may fail when others are aside."""
    write(tmp_path, PAGES)
    before = tree(tmp_path)

    def made() -> Iterator[tuple[str, str]]:
        yield from AFTER.items()
        raise UserError("the last one cannot be made", "make it by hand")

    with pytest.raises(UserError, match="the last one"):
        write_files(tmp_path, made())
    assert tree(tmp_path) == before
    assert not list((tmp_path / "docs/timeline").glob(".new*"))
