"""After any change the site of a build is that of a build from nothing, and what did not change is taken over."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from support.engine import ARTICLES, build_site, files, make_project, replace
from support.sites import copy_built
from timeline.mkdocs_plugin.page_builder import PageBuilder
from timeline.publish import search_index

ENTRY = "timeline/entries/appeal/index.html"
OTHER = "timeline/articles/y/index.html"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that was not built."""
    return make_project(tmp_path / "project")


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_project(tmp_path_factory.mktemp("site") / "project")
    build_site(root)
    return root


@pytest.fixture
def built(built_once: Path, tmp_path: Path) -> Path:
    """The same after a build."""
    return copy_built(built_once, tmp_path / "project")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The generated pages that were built, and not taken over."""
    paths: list[str] = []
    html = PageBuilder.html

    def noted(self: PageBuilder, file: object, banner: str = "") -> bytes:
        paths.append(file.dest_uri)  # type: ignore[attr-defined]
        return html(self, file, banner)  # type: ignore[arg-type]

    monkeypatch.setattr(PageBuilder, "html", noted)
    return paths


def from_nothing(root: Path) -> dict[str, bytes]:
    """The site that a build of a copy makes, where nothing was built before."""
    fresh = root.with_name("fresh")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(root, fresh, ignore=shutil.ignore_patterns("site", ".cache", "timeline", "index.md", "search.md"))
    return build_site(fresh)


def write(path: str, text: str) -> Callable[[Path], None]:
    """A new file."""

    def change(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)

    return change


CHANGES: dict[str, Callable[[Path], None]] = {
    "nothing": lambda root: None,
    "a passage": replace(f"{ARTICLES}/x.md", "Saldo spoke", "Saldo talked"),
    "a title": replace(f"{ARTICLES}/x.md", "title: Saldo appeals", "title: Saldo & others ask <i>"),
    "an article fewer": lambda root: (root / f"{ARTICLES}/y.md").unlink(),
    "a page written by hand": replace("docs/about.md", "See", "Look at"),
    "a new page written by hand": lambda root: (
        write("docs/more.md", "# More\n")(root),
        replace("mkdocs.yml", "      - about.md\n", "      - about.md\n      - more.md\n")(root),
    )[-1],
    "a title in the navigation": replace("mkdocs.yml", "Chronology: timeline/index.md", "All: timeline/index.md"),
    "the name of the site": replace("mkdocs.yml", "site_name: ", "site_name: Another "),
    "a template of the site": lambda root: (
        write("overrides/partials/footer.html", "Quokka")(root),
        replace("mkdocs.yml", "name: dateline", "name: dateline\n  custom_dir: overrides")(root),
    )[-1],
}


def test_each_change(root: Path) -> None:
    """One after the other, so that what one leaves behind would show after the next."""
    for name, change in CHANGES.items():
        change(root)
        found, expected = build_site(root), from_nothing(root)
        assert found.keys() == expected.keys(), name
        assert [path for path in found if found[path] != expected[path]] == [], name
        assert not [path for path in root.iterdir() if path.name.startswith(".site")], name


def test_the_pages_are_those_of_the_engine(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine builds all pages where a hook has a say in them, even if it changes nothing."""
    rendered: list[str] = []
    render = PageBuilder._render
    monkeypatch.setattr(PageBuilder, "_render", lambda self, page: (rendered.append(page.url), render(self, page))[1])
    replace(f"{ARTICLES}/x.md", "title: Saldo appeals", "title: A & <b> \"c\" {{ d }} 'e' \\1")(root)
    replace(f"{ARTICLES}/y.md", "  denial:", "  denial:\n    people: [A <i>, B, C]")(root)
    names = "".join(f"  {id}:\n    name: {name}\n" for id, name in (("a", "A <i>"), ("b", "B"), ("c", "C")))
    replace("content/vocabulary.yml", "publishers:", f"people:\n{names}publishers:")(root)
    found = build_site(root)
    assert len(rendered) < len([path for path in found if path.startswith("timeline/")])  # others by frames
    assert "timeline/people/b/index.html" in found
    assert "timeline/people/b/" not in rendered
    (root / "hook.py").write_text("def on_post_page(output, page, config): return output")
    replace("mkdocs.yml", "plugins:", "hooks: [hook.py]\nplugins:")(root)
    by_engine = build_site(root)
    assert found.keys() == by_engine.keys()
    assert [path for path in found if found[path] != by_engine[path]] == []


def test_what_the_theme_puts_around_a_page_is_small(root: Path) -> None:
    """There are two pages for each entry, so at 10,000 entries a kilobyte here is 20 MB."""
    page = build_site(root)[OTHER].decode()
    content = page[page.index("<article") : page.index("</article>")]
    assert 5_000 < len(page) - len(content) < 9_000
    assert page.count('">Publishers</a>') == 2  # in the tabs and in the drawer


def test_what_did_not_change_is_taken_over(root: Path, made: list[str]) -> None:
    build_site(root)
    assert {ENTRY, OTHER} <= set(made)
    made.clear()
    build_site(root)
    assert made == []
    CHANGES["a passage"](root)
    build_site(root)
    assert ENTRY in made
    assert OTHER not in made


@pytest.mark.parametrize("harm", [lambda page: page.write_text("<script>"), lambda page: page.unlink()])
def test_a_page_that_somebody_has_changed_is_built_again(built: Path, made: list[str], harm: Callable[[Path], None]) -> None:
    before = files(built / "site")
    harm(built / "site" / OTHER)
    assert build_site(built) == before
    assert made == [OTHER]


def test_a_page_is_not_taken_over_through_a_link(built: Path, tmp_path: Path) -> None:
    before = files(built / "site")
    elsewhere = tmp_path / "elsewhere"
    (built / "site" / OTHER).rename(elsewhere)
    (built / "site" / OTHER).symlink_to(elsewhere)
    assert build_site(built) == before
    assert not (built / "site" / OTHER).is_symlink()


def test_only_indexes_of_changed_pages_are_made(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    indexed: list[str] = []
    index = search_index._index
    monkeypatch.setattr(search_index, "_index", lambda site, kind, pages: (indexed.append(kind), index(site, kind, pages))[1])
    before = build_site(root)
    assert sorted(indexed) == ["article", "entry", "index", "name"]
    indexed.clear()
    assert build_site(root) == before
    assert indexed == []
    (file,) = (root / "site/pagefind/name").glob("*.pf_meta")
    file.write_bytes(b"")
    assert build_site(root) == before
    assert indexed == ["name"]
    indexed.clear()
    CHANGES["a passage"](root)
    build_site(root)
    assert sorted(indexed) == ["article", "entry"]


def test_a_plugin_that_changes_pages_gets_all_of_them(root: Path) -> None:
    (root / "hook.py").write_text("def on_post_page(output, page, config): return output + page.file.src_uri")
    replace("mkdocs.yml", "plugins:", "hooks: [hook.py]\nplugins:")(root)
    for _ in range(2):
        assert build_site(root)[ENTRY].endswith(b"timeline/entries/appeal.md")


def test_what_a_hook_writes_into_the_site_is_in_it(root: Path) -> None:
    """It may ask for the folder early, and write late."""
    hook = """
from pathlib import Path
def on_config(config):
    config.extra["folder"] = config.site_dir
def on_post_build(config):
    Path(config.extra["folder"], "more.txt").write_text("more")
"""
    (root / "hook.py").write_text(hook)
    replace("mkdocs.yml", "plugins:", "hooks: [hook.py]\nplugins:")(root)
    for _ in range(2):
        assert build_site(root)["more.txt"] == b"more"


def test_the_sitemap_has_each_page_once(root: Path) -> None:
    found = build_site(root)
    addresses = found["sitemap.xml"].decode().split("<loc>")[1:]
    pages = [path for path in found if path.endswith("index.html")]
    assert len(addresses) == len(set(addresses)) == len(pages)


def test_a_strict_build_with_a_warning_leaves_the_last_site(built: Path) -> None:
    before = files(built / "site")
    CHANGES["a passage"](built)
    write("docs/more.md", "# More\n\n[Nowhere](nowhere.md)\n")(built)
    with pytest.raises(Abort, match="strict"):
        build_site(built)
    assert files(built / "site") == before
    (built / "docs/more.md").unlink()
    assert build_site(built) == from_nothing(built)
    assert not list(built.glob(".site*"))


def test_an_article_with_an_error_leaves_the_last_site(built: Path) -> None:
    before = files(built / "site")
    replace(f"{ARTICLES}/x.md", "publisher:", "publisherr:")(built)
    with pytest.raises(Abort, match="error"):
        build_site(built)
    assert files(built / "site") == before


def test_a_search_index_that_fails_leaves_the_last_site(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(built / "site")
    CHANGES["a passage"](built)
    monkeypatch.setattr("timeline.publish.search_index._program", lambda: "false")
    with pytest.raises(Abort, match="Pagefind"):
        build_site(built)
    assert files(built / "site") == before


def test_hidden_files_of_the_site_stay(built: Path) -> None:
    write("site/.git", "gitdir: elsewhere")(built)
    write("site/.well-known/x", "y")(built)
    write("site/stale.html", "stale")(built)
    found = build_site(built)
    assert found[".git"] == b"gitdir: elsewhere"
    assert found[".well-known/x"] == b"y"
    assert "stale.html" not in found


def test_the_mode_of_the_folder_stays(built: Path) -> None:
    (built / "site").chmod(0o751)
    build_site(built)
    assert (built / "site").stat().st_mode & 0o777 == 0o751


def test_a_site_that_cannot_be_renamed_is_written_in_place(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(built / "site")
    monkeypatch.setattr(Path, "is_mount", lambda self: self == built / "site")
    number = (built / "site").stat().st_ino
    assert build_site(built) == before
    assert (built / "site").stat().st_ino == number
