"""After any edit the site of a preview is that of a whole build, byte for byte."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from support.engine import ARTICLES, another_plugin, files, make_project, replace
from support.small_site import SMALL_SITE
from timeline.mkdocs_plugin import DatelinePlugin
from timeline.mkdocs_plugin.preview import Built, Preview

SERVED_AT = "http://127.0.0.1:8000/"


class Served:
    """A project as `mkdocs serve` holds it, without the server."""

    def __init__(self, root: Path) -> None:
        self.root = root
        config = self.config()
        plugin = config.plugins["dateline"]
        assert isinstance(plugin, DatelinePlugin)
        plugin.on_startup(command="serve", dirty=False)
        self.whole_builds = 0
        self.whole(config)
        self.preview = plugin._preview = Preview(self.whole, plugin)
        self.preview.built = Built(**plugin._parts)

    def config(self) -> MkDocsConfig:
        """The configuration, read anew."""
        return load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.root / "site"), site_url=SERVED_AT)

    def whole(self, config: MkDocsConfig | None = None) -> None:
        """What the engine does after an edit. `build` is found by the preview in the globals of this function."""
        self.whole_builds += 1
        build(config or self.config(), serve_url=SERVED_AT)

    def edited(self) -> dict[str, bytes]:
        """The site after an edit, and a while."""
        self.preview.build()
        if self.preview._later:
            self.preview._later.cancel()
            self.preview._build_rest()
        return files(self.root / "site")


def add_article(root: Path) -> None:
    """A third article, of a third event."""
    text = SMALL_SITE[f"{ARTICLES}/x.md"].replace("/x", "/z").replace("appeal", "plea")
    (root / f"{ARTICLES}/z.md").write_text(text)


def remove_article(root: Path) -> None:
    """An event fewer."""
    (root / f"{ARTICLES}/y.md").unlink()


EDITS: dict[str, tuple[Callable[[Path], None], int]] = {
    "a passage": (replace(f"{ARTICLES}/x.md", "Saldo spoke", "Saldo talked"), 0),
    "a title": (replace(f"{ARTICLES}/x.md", "title: Saldo appeals", "title: Saldo asks"), 0),
    "a date": (replace(f"{ARTICLES}/x.md", "on Thursday", "on Wednesday"), 0),
    "a publisher": (replace("content/vocabulary.yml", "name: BBC\n", "name: BBC\n    note: Of London\n"), 0),
    "a new article": (add_article, 0),
    "an article fewer": (remove_article, 0),
    "a page written by hand": (replace("docs/about.md", "\n", "\nPlatypus\n"), 1),
    "the name of the site": (replace("mkdocs.yml", "site_name: ", "site_name: Another "), 1),
}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A preview of a project, after its first build."""
    with another_plugin():
        yield Served(make_project(tmp_path / "project"))


def test_each_edit(served: Served, tmp_path: Path) -> None:
    """One after the other, in one preview, so that what one leaves behind would show after the next."""
    for number, (name, (edit, whole_builds)) in enumerate(EDITS.items()):
        before = served.whole_builds
        edit(served.root)
        found = served.edited()
        assert served.whole_builds - before == whole_builds, name
        fresh = tmp_path / f"fresh-{number}"
        shutil.copytree(served.root, fresh, ignore=shutil.ignore_patterns("site", ".cache"))
        with another_plugin():
            Served(fresh)
        expected = files(fresh / "site")
        assert found.keys() == expected.keys(), name
        assert [path for path in found if found[path] != expected[path]] == [], name


def test_a_broken_article_says_so_on_its_page_until_it_is_mended(served: Served) -> None:
    before = files(served.root / "site")
    text = (served.root / f"{ARTICLES}/x.md").read_text()
    (served.root / f"{ARTICLES}/x.md").write_text(text.replace("---\n", "---\nevents: [<img src=x>\n", 1))
    during = served.edited()
    page = "timeline/articles/x/index.html"
    assert "The article has errors" in during[page].decode()
    assert b"<img src=x>" not in during[page]
    assert during["timeline/articles/y/index.html"] == before["timeline/articles/y/index.html"]
    (served.root / f"{ARTICLES}/x.md").write_text(text)
    assert served.edited() == before


def test_a_new_article_with_errors_has_no_page_to_show(served: Served) -> None:
    before = files(served.root / "site")
    (served.root / f"{ARTICLES}/z.md").write_text("---\ntitle: [\n---\nText.\n")
    assert served.edited() == before


def test_where_the_engine_builds_all_pages_a_new_one_takes_a_whole_build(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    (root / "hook.py").write_text("def on_post_page(output, page, config): return output + page.file.src_uri")
    replace("mkdocs.yml", "plugins:", "hooks: [hook.py]\nplugins:")(root)
    with another_plugin():
        served = Served(root)
        before = served.whole_builds
        add_article(root)
        found = served.edited()
    assert served.whole_builds == before + 1
    assert found["timeline/entries/plea/index.html"].endswith(b"timeline/entries/plea.md")
