"""All three engines build the same site, with the plugin or without it, and without a warning."""

import html
import json
import re
from pathlib import Path

import pytest

from support.sites import copy_project, run, tool
from timeline.publish.exports import declared_files

pytestmark = pytest.mark.shipped

SUFFIXES = {Path(file.name).suffix for file in declared_files()}


@pytest.fixture(scope="module")
def project(without_plugin: Path) -> Path:
    return without_plugin


@pytest.fixture(scope="module")
def by_mkdocs(project: Path) -> Path:
    return project / "site"


@pytest.fixture(scope="module")
def by_zensical(project: Path) -> Path:
    return project / "site-zensical"


def test_same_addresses(by_mkdocs: Path, by_zensical: Path) -> None:
    assert _pages(by_mkdocs) == _pages(by_zensical)
    assert len([page for page in _pages(by_mkdocs) if page.startswith("timeline/entries/")]) >= 24


def test_same_text(by_mkdocs: Path, by_zensical: Path) -> None:
    for page in _pages(by_mkdocs):
        if page != "404.html":
            first, second = _text(by_mkdocs / page), _text(by_zensical / page)
            assert first == second, page
            assert first, page


def test_same_marks(by_mkdocs: Path, by_zensical: Path) -> None:
    """Passages, date words and links come out as elements, not as text."""
    for site in (by_mkdocs, by_zensical):
        page = (site / "timeline/articles/newstuck-saldo/index.html").read_text()
        assert page.count('class="tl-passage"') >= 5
        assert 'id="passage-saldo-appeal"' in page
        assert 'class="tl-when"' in page
        assert "]{" not in _text(site / "timeline/articles/newstuck-saldo/index.html")


def test_same_feeds_and_data(project: Path, by_mkdocs: Path, by_zensical: Path) -> None:
    """Feeds and data files come out as they were written, and the data of an entry page whole."""
    written = sorted(path for path in (project / "docs/timeline").rglob("*.*") if path.suffix in SUFFIXES and path.name[0] != ".")
    assert {path.suffix for path in written} == SUFFIXES
    for path in written:
        for site in (by_mkdocs, by_zensical):
            assert (site / path.relative_to(project / "docs")).read_bytes() == path.read_bytes(), path
    for site in (by_mkdocs, by_zensical):
        page = (site / "timeline/entries/saldo-appeal/index.html").read_text()
        (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
        assert json.loads(data)["url"].endswith("/timeline/entries/saldo-appeal/")
        (source,) = re.findall(r"<script[^>]*>(.*)</script>", (project / "docs/timeline/entries/saldo-appeal.md").read_text())
        assert data == source
        assert not [index for index in site.rglob("*search*.json") if "GeoCoordinates" in index.read_text()]


def test_with_the_plugin_of_mkdocs(built_site: Path, by_mkdocs: Path) -> None:
    """`mkdocs build` alone, on a project where nothing was built: the same pages, and their search index."""
    _same_as(by_mkdocs, built_site / "site")


def test_with_the_plugin_of_properdocs(by_mkdocs: Path, tmp_path: Path) -> None:
    root = copy_project(tmp_path / "project")
    done = run(tool("properdocs"), "build", "--strict", "-f", "mkdocs.yml", cwd=root)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stdout + done.stderr
    _same_as(by_mkdocs, root / "site")


def _same_as(site: Path, other: Path) -> None:
    assert _pages(other) == _pages(site)
    for page in _pages(site):
        assert _text(other / page) == _text(site / page), page
    assert (other / "pagefind").is_dir()


def test_a_broken_article_stops_the_build(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "project")
    article = root / "content/articles/2022/reuters-saldo.md"
    article.write_text(article.read_text().replace("publisher: Reuters", "publisher: Rueters"))
    done = run(tool("mkdocs"), "build", "--strict", cwd=root)
    assert done.returncode == 1
    assert "content/articles/2022/reuters-saldo.md:3:12: V501" in done.stderr
    assert "did you mean Reuters?" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (root / "site").exists()


def _pages(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def _text(page: Path) -> str:
    """The words of a page's own part; blanks do not count, for the engines put them elsewhere round elements."""
    found = re.search(r'<article class="md-content__inner[^>]*>(.*)</article>', page.read_text(), re.DOTALL)
    if not found:
        return ""
    inner = re.sub(r"<(script|style|template)\b.*?</\1>", " ", found[1], flags=re.DOTALL)
    return "".join(html.unescape(re.sub(r"<[^>]+>", "", inner)).split())
