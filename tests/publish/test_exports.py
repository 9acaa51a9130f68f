"""All exports together: found by their presence, the same from every build, told on the page of data, in both engines."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.paths import ROOT
from support.records import HOSTILE, SITE, a_chronology, an_article, an_entry
from support.rendered_html import tags_of, to_html
from support.sites import copy_project
from timeline.model.chronology import Site
from timeline.model.names import Name
from timeline.publish import exports
from timeline.publish.export_file import Purpose
from timeline.publish.exports import declared_files, export_files
from timeline.publish.page_types import page_path, page_url
from timeline.publish.render import render_pages

ADA = Name("people", "ada", "Ada Lovelace")
SMALL = a_chronology(an_entry(names=(ADA,)), an_entry("undated", "1898", articles=(an_article("z", None),)))


def names(*purposes: Purpose) -> set[str]:
    return {file.name for file in declared_files(*purposes)}


def test_the_whole_has_all_files_and_a_name_those_to_follow_it() -> None:
    files = dict(export_files(SMALL, SITE))
    whole = {path.removeprefix("timeline/") for path in files if path.count("/") == 1}
    assert whole == names()
    of_name = {path.removeprefix("timeline/people/ada/") for path in files if path.count("/") > 1}
    assert of_name == names(Purpose.FOLLOW) == {"atom.xml", "calendar.ics"}


def test_without_an_address_there_is_nothing_to_subscribe_to() -> None:
    files = dict(export_files(SMALL, Site("Bridge Town")))
    assert set(files) == {f"timeline/{name}" for name in names(Purpose.DOWNLOAD, Purpose.SCRIPTS)}


def test_a_new_module_is_a_new_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One file: it is built, and the page of data and the page of each name link to it."""
    (tmp_path / "titles.py").write_text(
        "from timeline.publish.export_file import ExportFile, Purpose\n"
        'FILES = (ExportFile("titles.txt", "Titles", "one a line", "text/plain", Purpose.FOLLOW),)\n'
        "def export(selection):\n"
        '    return {"titles.txt": "".join(f"{item.title}\\n" for item in selection.items)}\n'
    )
    monkeypatch.setattr(exports, "__path__", [*exports.__path__, str(tmp_path)])
    files, pages = dict(export_files(SMALL, SITE)), dict(render_pages(SMALL, SITE))
    assert files["timeline/titles.txt"] == "1898: It happens\n13 October 2022: It happens\n"
    assert files["timeline/people/ada/titles.txt"] == "13 October 2022: It happens\n"
    assert "- [Titles](titles.txt): one a line.\n" in pages["timeline/data.md"]
    assert "[Titles](ada/titles.txt)" in pages["timeline/people/ada.md"]


def test_the_page_of_data_names_every_file_for_others() -> None:
    with_address, without = (Purpose.FOLLOW, Purpose.SUBSCRIBE, Purpose.DOWNLOAD), (Purpose.DOWNLOAD,)
    for site, purposes in ((SITE, with_address), (Site("Bridge Town"), without)):
        html = to_html(dict(render_pages(SMALL, site))["timeline/data.md"].split("\n---\n", 1)[1])
        linked = [attributes["href"] for tag, attributes in tags_of(html) if tag == "a" and "://" not in attributes["href"]]
        assert sorted(linked) == sorted(names(*purposes))


def test_the_page_of_a_name_leads_to_its_files() -> None:
    pages, files = dict(render_pages(SMALL, SITE)), dict(export_files(SMALL, SITE))
    linked = re.findall(r"\]\((ada/[^)]+)\)", pages["timeline/people/ada.md"])
    assert sorted(f"timeline/people/{path}" for path in linked) == sorted(path for path in files if "/ada/" in path)
    assert "Follow" not in pages["timeline/publishers/wire.md"]
    assert "Follow" not in dict(render_pages(SMALL, Site("Bridge Town")))["timeline/people/ada.md"]


def test_addresses_of_items_are_those_of_their_pages() -> None:
    """`timeline/entries/x.md` is shown at `timeline/entries/x/`."""
    pages = dict(render_pages(SMALL, SITE))
    entry = SMALL.entries[-1]
    for row in ({"entry": entry}, {"article": entry.attestations[0].claim.article}, {"listing": ADA}):
        assert page_path(**row) in pages
        assert page_url(SITE, **row) == SITE.url + page_path(**row).removesuffix(".md") + "/"


def test_an_empty_chronology_has_files_too() -> None:
    files = dict(export_files(a_chronology(), SITE))
    assert set(files) == {f"timeline/{name}" for name in names()}
    assert "There are no entries yet." in files["timeline/calendar.ics"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_control_character_reaches_a_file(text: str) -> None:
    chronology = a_chronology(an_entry(title=text, summary=text, names=(Name("topics", "t", text, text),)))
    files = dict(export_files(chronology, Site(text, text, SITE.url)))
    for path, content in files.items() - {("timeline/chronology.sqlite", files["timeline/chronology.sqlite"])}:
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ufffe\uffff]", content), path


@pytest.mark.shipped
def test_files_depend_on_the_content_alone(tmp_path: Path) -> None:
    """Another time zone, hash seed and day: the same bytes. The clock is put forward where time is asked for."""
    root = copy_project(tmp_path / "project")
    shift = "import datetime, time\nreal = time.time\ntime.time = lambda: real() + 4e8\n"
    shift += (
        "class Later(datetime.datetime):\n    @classmethod\n    def now(cls, tz=None): return cls(2041, 5, 17, 3, 2, tzinfo=tz)\n"
    )
    shift += "    @classmethod\n    def utcnow(cls): return cls(2041, 5, 17)\ndatetime.datetime = Later\n"
    (tmp_path / "later").mkdir()
    (tmp_path / "later/sitecustomize.py").write_text(shift)
    built = []
    for zone, seed, path in (("Pacific/Kiritimati", "1", ""), ("America/Los_Angeles", "2", str(tmp_path / "later"))):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        subprocess.run([sys.executable, ROOT / "build.py", "--root", root], check=True, capture_output=True, env=environment)
        built.append(
            {path.relative_to(root): path.read_bytes() for path in (root / "docs/timeline").rglob("*") if path.is_file()}
        )
        shutil.rmtree(root / "docs/timeline")
        shutil.rmtree(root / ".cache")  # else the second build would take over what the first has read
    assert len([path for path in built[0] if path.suffix in (".xml", ".ics")]) > 100
    assert built[0] == built[1]
    for data in built[0].values():
        assert b"2041" not in data
