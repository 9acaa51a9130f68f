"""timeline/render.py: what the golden site does not show."""

from pathlib import Path

import pytest

from timeline import render
from timeline.model import Chronology, Site

NOTHING = Chronology((), None, (), (), (), ())


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("uk", "Ukrainian"),
        ("pt-BR", "Portuguese (Brazil)"),
        ("sr-Latn", "Serbian (Latin)"),
        ("qqq", "qqq"),  # no language has this code
    ],
)
def test_languages_are_named_as_readers_know_them(code: str, name: str) -> None:
    page = render._environment().from_string("{{ code | language_name }}")
    assert page.render(code=code) == name


def test_a_chronology_without_entries_has_a_home_page() -> None:
    pages = render.render_pages(NOTHING, Site("Nothing yet"))
    assert "There are no entries yet." in pages["index.md"]


def test_a_new_template_is_a_new_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "FOLDER", tmp_path)
    (tmp_path / "facts.md.j2").write_text("{#- page: facts of site -> timeline/facts.md -#}\n# {{ site.name }}\n")
    assert render.render_pages(NOTHING, Site("<b>")) == {"timeline/facts.md": "# &lt;b&gt;\n"}


def test_a_template_without_its_first_line_is_a_mistake_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "FOLDER", tmp_path)
    (tmp_path / "facts.md.j2").write_text("# Facts\n")
    with pytest.raises(ValueError, match="does not begin with a line that says what it is a page of"):
        render.render_pages(NOTHING, Site("x"))
