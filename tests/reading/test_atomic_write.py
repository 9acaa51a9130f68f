"""Files are written whole or not at all."""

import os
import resource
import stat
from pathlib import Path

import pytest

from timeline.reading.atomic_write import create, replace_if_unchanged, write_if_different


def test_a_file_is_written_if_its_text_differs(tmp_path: Path) -> None:
    path = tmp_path / "new" / "page.md"
    assert write_if_different(path, "one")
    assert not write_if_different(path, "one")
    assert write_if_different(path, "two\r\n")
    assert path.read_bytes() == b"two\r\n"
    assert list(path.parent.iterdir()) == [path]


def test_permissions_stay(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("one", encoding="utf-8")
    path.chmod(0o640)
    assert replace_if_unchanged(path, "one", "two")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_in_place_of_the_file_is_replaced_and_not_followed(tmp_path: Path) -> None:
    path, elsewhere = tmp_path / "page.md", tmp_path / "elsewhere"
    elsewhere.write_text("precious", encoding="utf-8")
    path.symlink_to(elsewhere)
    assert write_if_different(path, "one")
    assert elsewhere.read_text(encoding="utf-8") == "precious"
    assert not path.is_symlink()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_nothing_is_left_where_a_file_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OSError, match="denied"):
        write_if_different(tmp_path / "page.md", "one")
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_never_replaces_another(tmp_path: Path) -> None:
    create(tmp_path / "2022" / "a.md", "one")
    with pytest.raises(FileExistsError):
        create(tmp_path / "2022" / "a.md", "two")
    assert (tmp_path / "2022" / "a.md").read_text(encoding="utf-8") == "one"


@pytest.mark.parametrize("name", ["new.md", "old.md"])
def test_nothing_is_left_of_a_file_that_cannot_be_written_to_its_end(tmp_path: Path, name: str) -> None:
    (tmp_path / "old.md").write_text("old")
    path, (soft, hard) = tmp_path / name, resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        with pytest.raises(OSError, match="too large"):
            create(path, "long" * 100) if name == "new.md" else replace_if_unchanged(path, "old", "long" * 100)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("old.md", "old")]
