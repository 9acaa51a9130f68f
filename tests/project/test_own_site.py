"""The site of a project made by `dateline init`, in two engines: its titles, menus and feeds, and an article in Arabic."""

import re
import shutil
from pathlib import Path

import pytest

from support.rendered_html import tags_of
from support.sites import run, tool
from timeline.publish.export_file import Purpose
from timeline.publish.exports import declared_files

ARABIC = """\
---
title: أُغلق الجسر
publisher: Example Times
url: https://example.org/arabic
published: 2026-03-12
language: ar
text: excerpt
events:
  bridge-closed:
    title: The bridge is closed
    topics: [transport]
    when: 2026-03-12
---

[أُغلق الجسر القديم [يوم الخميس]{.when edtf="2026-03-12"}، قالت البلدية]{event=bridge-closed}.
"""
ADDRESS = "https://example.org/harbour/"
RTL = {"lang": "ar", "dir": "rtl"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("own") / "harbour"
    run(tool("dateline"), "init", root, "--name", "The harbour", "--url", ADDRESS, cwd=root.parent)
    (root / "content/articles/2026/arabic.md").write_text(ARABIC, encoding="utf-8")
    return root


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def site(request: pytest.FixtureRequest, project: Path) -> Path:
    root = project.parent / request.param
    shutil.copytree(project, root)
    if request.param == "zensical":
        run(tool("dateline"), "build", cwd=root)
    done = run(tool(request.param), "build", "--strict", cwd=root)
    assert done.returncode == 0, done.stderr
    return root / "site"


def page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def attributes(html: str, tag: str, **has: str) -> dict[str, str | None]:
    """Those of the first element with this tag and these attributes."""
    return next(found for name, found in tags_of(html) if name == tag and found.items() >= has.items())


def head(html: str) -> str:
    return html.partition("</head>")[0]


def test_the_title_of_the_home_page_is_that_of_the_site_once(site: Path) -> None:
    assert re.findall("<title>(.*?)</title>", head(page(site, ""))) == ["The harbour"]
    assert attributes(page(site, ""), "meta", property="og:title")["content"] == "The harbour"
    assert re.findall("<title>(.*?)</title>", head(page(site, "timeline/topics"))) == ["Topics - The harbour"]


def test_no_menu_is_empty(site: Path) -> None:
    """Nothing leads to the people, organisations and places of a chronology that names none."""
    for address in ("", "search", "timeline/entries/bridge-closed", "timeline/topics/transport"):
        html = page(site, address)
        for kind in ("people", "organisations", "places"):
            assert f'{kind}/"' not in html, (address, kind)
    assert re.findall('data-kind="([a-z]+)"', page(site, "")) == ["topics", "publishers", "certainty"]


def test_the_feeds_of_a_page_are_its_own(site: Path) -> None:
    of_name = {file.name for file in declared_files(Purpose.FOLLOW)}
    of_all = {file.name for file in declared_files(Purpose.FOLLOW, Purpose.SUBSCRIBE)}
    for address, folder, title, files in [
        ("timeline/topics/transport", "timeline/topics/transport", "transport · The harbour", of_name),
        ("timeline/topics", "timeline", "The harbour", of_all),
        ("about", "timeline", "The harbour", of_all),
    ]:
        links = [of for tag, of in tags_of(head(page(site, address))) if tag == "link" and of.get("rel") == "alternate feed"]
        assert {link["title"] for link in links} == {title}
        found = {(site / address / (link["href"] or "")).resolve() for link in links}
        assert found == {(site / folder / name).resolve() for name in files}
        assert all(path.is_file() for path in found)


def test_language_and_direction_on_the_page_of_an_article(site: Path) -> None:
    html = page(site, "timeline/articles/arabic")
    assert attributes(html, "h1").items() >= RTL.items()
    assert attributes(html, "div", **{"class": "tl-article"}).items() >= RTL.items()
    assert attributes(page(site, "timeline/articles/example-bridge"), "h1").keys() == {"id"}


def test_language_and_direction_on_the_page_of_an_entry(site: Path) -> None:
    html = page(site, "timeline/entries/bridge-closed")
    assert attributes(html, "p", lang="ar") == RTL
    assert attributes(html, "a", **{"class": "tl-context"}).items() >= {"lang": "en", "dir": "ltr"}.items()
    assert attributes(html, "a", **{"class": "tl-headline"}).items() >= RTL.items()
    assert '<span dir="rtl" lang="ar">“يوم الخميس”</span>' in html


def test_language_and_direction_in_lists_and_feeds(site: Path) -> None:
    assert attributes(page(site, "timeline/articles"), "a", lang="ar").items() >= RTL.items()
    feed = (site / "timeline/rss.xml").read_text(encoding="utf-8")
    assert 'blockquote lang="ar" dir="rtl"' in feed


def test_addresses_without_folders_are_refused(project: Path) -> None:
    """Also where the command line asks for them, which no reader of mkdocs.yml could see."""
    done = run(tool("mkdocs"), "build", "--no-directory-urls", "--site-dir", "flat", cwd=project)
    assert done.returncode == 1
    assert "`use_directory_urls: false` is not supported" in done.stdout + done.stderr
    assert not (project / "flat").exists()
