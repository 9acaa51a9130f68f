"""The folder of the site is put in place in one step, and what a killed build has left is mended."""

from pathlib import Path

import pytest

from timeline.mkdocs_plugin import site_folder
from timeline.mkdocs_plugin.site_folder import SiteFolder
from timeline.model.errors import UserError


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("last")
    return folder


@pytest.fixture(params=[True, False], ids=["in one step", "in two steps"])
def exchange(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    if not request.param:
        monkeypatch.setattr(site_folder, "_exchange", lambda one, other: False)
    return bool(request.param)


def test_the_new_site_takes_the_place_of_the_last(site: Path, exchange: bool) -> None:
    new = SiteFolder(site)
    (new.path / "index.html").write_text("new")
    assert (site / "index.html").read_text() == "last"
    new.put_in_place()
    assert (site / "index.html").read_text() == "new"
    assert list(site.parent.iterdir()) == [site]


def test_what_was_not_put_in_place_is_removed(site: Path) -> None:
    SiteFolder(site).remove()
    assert list(site.parent.iterdir()) == [site]


def test_what_a_killed_build_has_left_is_removed(site: Path) -> None:
    (site.parent / ".site.new-abc").mkdir()
    (site.parent / ".site.new-abc/index.html").write_text("half")
    SiteFolder(site).remove()
    assert list(site.parent.iterdir()) == [site]


def test_a_build_that_was_killed_between_two_steps_is_undone(site: Path) -> None:
    (site.parent / ".site.old-abc").mkdir()
    site.rename(site.parent / ".site.old-abc/site")
    SiteFolder(site).remove()
    assert (site / "index.html").read_text() == "last"
    assert list(site.parent.iterdir()) == [site]


def test_a_link_that_looks_like_a_leftover_is_not_followed(site: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "x").write_text("x")
    (site.parent / ".site.new-abc").symlink_to(elsewhere)
    SiteFolder(site).remove()
    assert (elsewhere / "x").read_text() == "x"


def test_a_site_that_cannot_be_replaced_stays(site: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool) -> None:
    new = SiteFolder(site)
    (new.path / "index.html").write_text("new")
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self == new.path:
            raise OSError(16, "Device or resource busy")
        return rename(self, target)

    monkeypatch.setattr(site_folder, "_exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(UserError, match="site cannot be replaced: Device or resource busy"):
        new.put_in_place()
    assert (site / "index.html").read_text() == "last"


def test_a_file_where_the_site_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError, match="no folder can be made beside site"):
        SiteFolder(tmp_path / "file/site")


def test_a_link_in_place_of_the_site_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UserError, match="site is a symbolic link, and a build writes there"):
        SiteFolder(tmp_path / "site")
    assert not list((tmp_path / "elsewhere").iterdir())
