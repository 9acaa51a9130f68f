"""The recipes of docs/design.md for a page type and for an export, run as they are written there."""

import re
import shutil
import sys
from pathlib import Path

import pytest

from support.paths import ROOT
from support.records import SITE, a_chronology, an_entry
from timeline.model.chronology import Chronology
from timeline.publish import exports
from timeline.publish.environment import TEMPLATES
from timeline.publish.exports import export_files
from timeline.publish.render import render_pages

EMPTY = a_chronology()
ONE = a_chronology(an_entry())


def code_of(heading: str) -> str:
    """The code block below a heading."""
    text = (ROOT / "docs/design.md").read_text(encoding="utf-8")
    section = text.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    (code,) = re.findall(r"```\w+\n(.*?)```", section, re.DOTALL)
    return code


@pytest.mark.parametrize(
    ("chronology", "text"),
    [
        (EMPTY, "0 entries in Bridge Town."),
        (ONE, "1 entry in Bridge Town.\nThe first is [It happens](entries/event.md)."),
    ],
    ids=["no entry", "one entry"],
)
def test_a_page_type(tmp_path: Path, chronology: Chronology, text: str) -> None:
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    (tmp_path / "templates/facts.md.j2").write_text(code_of("How to add a page type"), encoding="utf-8")
    pages = dict(render_pages(chronology, SITE, templates=tmp_path / "templates"))
    assert pages["timeline/facts.md"] == f"---\ntype: index\ntitle: Facts\n---\n\n# Facts\n\n{text}\n"


@pytest.mark.parametrize(
    ("chronology", "text"), [(EMPTY, ""), (ONE, "13 October 2022: It happens\n")], ids=["no entry", "one entry"]
)
def test_an_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chronology: Chronology, text: str) -> None:
    (tmp_path / "titles_of_recipe.py").write_text(code_of("How to add an export"), encoding="utf-8")
    monkeypatch.setattr(exports, "__path__", [*exports.__path__, str(tmp_path)])
    monkeypatch.delitem(sys.modules, "timeline.publish.exports.titles_of_recipe", raising=False)
    assert dict(export_files(chronology, SITE))["timeline/titles.txt"] == text
    data_page = dict(render_pages(chronology, SITE))["timeline/data.md"]
    assert "- [Titles](titles.txt): the date and the title of each entry, one a line.\n" in data_page
