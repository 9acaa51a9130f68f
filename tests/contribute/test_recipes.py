"""The recipes of docs/design.md for a fix and for an importer, carried out as they are written there."""

import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from support.paths import ROOT
from timeline.contribute import fixes, importers
from timeline.contribute.drafts.draft import Draft
from timeline.contribute.drafts.imported_file import read_file
from timeline.contribute.importers import Reading, Skipped
from timeline.model.errors import UserError
from timeline.reading.vocabulary import Vocabulary


def add(package: ModuleType, name: str, heading: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts the code block below a heading into a file of a package."""
    section = (ROOT / "docs/design.md").read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    (code,) = re.findall(r"```python\n(.*?)```", section, re.DOTALL)
    (folder / f"{name}.py").write_text(code, encoding="utf-8")
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(folder)])
    monkeypatch.delitem(sys.modules, f"{package.__name__}.{name}", raising=False)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\nlanguage: EN # English\n---\nText.\n", "---\nlanguage: en # English\n---\nText.\n"),
        ('---\r\nlanguage: "EN"\r\n---\r\n', '---\r\nlanguage: "en"\r\n---\r\n'),
        ("---\nlanguage: pt-BR\n---\n", "---\nlanguage: pt-BR\n---\n"),
        ("---\nlanguage: [EN]\n---\n", "---\nlanguage: [EN]\n---\n"),
        ("---\ntitle: A\n---\n", "---\ntitle: A\n---\n"),
    ],
)
def test_a_fix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str, after: str) -> None:
    add(fixes, "language_of_recipe", "How to add a fix", tmp_path, monkeypatch)
    nothing_known = Vocabulary({kind: {} for kind in ("publishers", "people", "organisations", "places", "topics", "claims")})
    assert fixes.corrected("content/articles/2022/x.md", before, nothing_known) == after


def test_an_importer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "code").mkdir()
    add(importers, "bookmarks_of_recipe", "How to add an importer", tmp_path / "code", monkeypatch)
    file = tmp_path / "bookmarks.txt"
    file.write_text("https://example.org/a The bridge is closed\n\nno address\nhttp://example.org/b\n", encoding="utf-8")
    assert "bookmarks-of-recipe" in importers.kinds_of(file.read_text(encoding="utf-8"))
    assert read_file(file, "bookmarks-of-recipe") == Reading(
        (Draft(title="The bridge is closed", url="https://example.org/a"), Draft(url="http://example.org/b")),
        (Skipped("the line “no address”", 3),),
    )


def test_a_file_that_the_importer_refuses_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "code").mkdir()
    add(importers, "bookmarks_of_recipe", "How to add an importer", tmp_path / "code", monkeypatch)
    (tmp_path / "empty.txt").write_text("https:// \n", encoding="utf-8")
    with pytest.raises(UserError, match=r"empty\.txt:1:1: no line begins with a web address\nhelp: write one address a line"):
        read_file(tmp_path / "empty.txt", "bookmarks-of-recipe")
