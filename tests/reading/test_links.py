"""timeline/reading/links.py: nothing is published or read through a symbolic link, and each is named."""

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.structure.files import get_files

from support.command_line import run
from timeline.mkdocs_plugin import DatelinePlugin
from timeline.model.diagnostics import as_text
from timeline.project import load
from timeline.reading.links import links_below

TOLD = "{}:1:1: A104 a symbolic link\nhelp: replace the link with the file itself"
LINKS = [("docs/assets/x.txt", "secret.txt"), ("docs/more", ""), ("docs/.hidden", "secret.txt"), ("docs/.folder", "")]


@pytest.fixture
def site(small_site: Path) -> Path:
    (small_site / "mkdocs.yml").write_text("site_name: S\nsite_url: https://example.org/\n", encoding="utf-8")
    (small_site / "docs/assets").mkdir(parents=True)
    return small_site


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    folder = tmp_path / "elsewhere"
    (folder / "2022").mkdir(parents=True)
    (folder / "secret.txt").write_text("token", encoding="utf-8")
    (folder / "2022/secret.md").write_text("token", encoding="utf-8")
    return folder


@pytest.mark.parametrize(("link", "target"), LINKS)
def test_links_below_docs_are_named(site: Path, elsewhere: Path, link: str, target: str) -> None:
    (site / link).symlink_to(elsewhere / target)
    assert [as_text(problem) for problem in links_below(site, site / "docs")] == [TOLD.format(link)]
    done = run("--root", site, "check")
    assert (done.returncode, TOLD.format(link) in done.stderr) == (1, True)


def test_docs_itself_may_be_no_link(site: Path, elsewhere: Path) -> None:
    (elsewhere / "docs").mkdir()
    (site / "docs/assets").rmdir()
    (site / "docs").rmdir()
    (site / "docs").symlink_to(elsewhere / "docs")
    assert [as_text(problem) for problem in links_below(site, site / "docs")] == [TOLD.format("docs")]


def test_the_lock_of_an_editor_is_left_alone(site: Path) -> None:
    (site / "docs/.#about.md").symlink_to("somebody@example.org.1234")
    assert links_below(site, site / "docs") == []


@pytest.mark.parametrize(("link", "target"), LINKS)
def test_a_build_of_the_site_ends_before_anything_is_made(site: Path, elsewhere: Path, link: str, target: str) -> None:
    (site / link).symlink_to(elsewhere / target)
    plugin = DatelinePlugin()
    plugin.load_config({})
    plugin.on_startup(command="build", dirty=False)
    with pytest.raises(Abort, match="1 error in "):
        plugin.on_config(load_config(str(site / "mkdocs.yml")))
    assert not (site / "docs/timeline").exists()
    done = run("--root", site, "build", "--engine", "zensical")
    assert (done.returncode, TOLD.format(link) in done.stderr) == (1, True)
    assert not (site / "site").exists()


@pytest.mark.parametrize(("link", "target"), LINKS[:2])
def test_a_preview_goes_on_without_it(
    site: Path, elsewhere: Path, link: str, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / link).symlink_to(elsewhere / target)
    plugin = DatelinePlugin()
    plugin.load_config({})
    plugin.on_startup(command="serve", dirty=False)
    config = plugin.on_config(load_config(str(site / "mkdocs.yml")))
    assert TOLD.format(link) in capsys.readouterr().err
    files = get_files(config)
    assert any("secret" in Path(file.abs_src_path).resolve().name for file in files)
    left = plugin.on_files(files, config=config)
    assert [file.src_uri for file in left if "secret" in Path(file.abs_src_path).resolve().name] == []
    assert "index.md" in [file.src_uri for file in left]


@pytest.mark.parametrize("link", ["content", "content/articles", "content/articles/2022", "content/notes", "content/picture.png"])
def test_links_below_content_are_named(site: Path, elsewhere: Path, link: str) -> None:
    if (site / link).exists():
        (site / link).rename(site / "away")
    (site / link).symlink_to(elsewhere)
    told = [as_text(problem) for problem in load(site).problems]
    assert TOLD.format(link) in told
    assert "token" not in "".join(told)
