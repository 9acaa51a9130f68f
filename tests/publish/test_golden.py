"""One small site, content in and pages out, file by file.

`pytest tests/publish/test_golden.py --refresh` writes the expected pages anew; read the difference before you commit it.
"""

import shutil
from pathlib import Path
from posixpath import normpath

import pytest
import yaml

from support.paths import ROOT
from support.rendered_html import tags_of, text_of, to_html
from timeline.model.diagnostics import as_text
from timeline.pipeline import build

GOLDEN = ROOT / "tests" / "golden"
EXPECTED = GOLDEN / "expected"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Path below docs/ -> text, as the golden content gives it."""
    root = tmp_path_factory.mktemp("golden").resolve()
    shutil.copytree(GOLDEN / "content", root / "content")
    shutil.copy(GOLDEN / "mkdocs.yml", root)
    assert [as_text(problem) for problem in build(root).project.problems] == []
    return texts(root / "docs")


def texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".sqlite"
    }


def test_golden_site(built: dict[str, str], request: pytest.FixtureRequest) -> None:
    if request.config.getoption("refresh"):
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for path, text in built.items():
            (EXPECTED / path).parent.mkdir(parents=True, exist_ok=True)
            (EXPECTED / path).write_text(text, encoding="utf-8")
    expected = texts(EXPECTED)
    assert sorted(built) == sorted(expected)
    for path, text in built.items():
        assert text == expected[path], f"{path} differs; after a wanted change run `make golden`"


@pytest.fixture(scope="module")
def rendered(built: dict[str, str]) -> dict[str, str]:
    """Path of each page -> its HTML, without what the theme puts round it."""
    return {path: to_html(text.split("\n---\n", 1)[1]) for path, text in built.items() if path.endswith(".md")}


def test_no_markup_is_left_to_be_seen(rendered: dict[str, str]) -> None:
    for path, html in rendered.items():
        assert [mark for mark in ("{.", "{:", "](", "]{", "&#", "<span", "</", "| --- |") if mark in text_of(html)] == [], path


def test_every_link_within_the_site_leads_to_a_file_and_a_place_on_it(built: dict[str, str], rendered: dict[str, str]) -> None:
    places = dict.fromkeys((*built, "about.md", "timeline/chronology.sqlite"), frozenset()) | {
        path: {attributes.get("id") for _, attributes in tags_of(html)} for path, html in rendered.items()
    }
    for path, html in rendered.items():
        for address in (attributes["href"] for tag, attributes in tags_of(html) if tag == "a"):
            page, _, place = address.partition("#")
            if "://" not in page:
                target = _target(path, page)
                assert target in places, f"{path}: {address}"
                assert not place or place in places[target], f"{path}: {address}"


def _target(path: str, address: str) -> str:
    """The page that a link leads to. Links of Markdown are those of the files; links of HTML, which end in a slash, are
    those of the built site, where a.md is at a/ and a/index.md too."""
    if not address.endswith("/"):
        return normpath(f"{path}/../{address}") if address else path
    folder = normpath("./" + path.removesuffix("index.md").removesuffix(".md") + "/" + address)
    return f"{folder}/index.md" if (EXPECTED / folder / "index.md").is_file() else f"{folder}.md"


def test_the_front_matter_holds_plain_values(built: dict[str, str]) -> None:
    for path, text in built.items():
        if path.endswith(".md"):
            head = yaml.safe_load(text.split("\n---\n", 1)[0])
            assert head["title"], path
            assert "<" not in str([value for value in head.values() if isinstance(value, str)]), path
