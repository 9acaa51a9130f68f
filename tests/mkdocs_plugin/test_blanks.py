"""The blanks between the tags of the theme are left out, and no others."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from timeline.mkdocs_plugin.blanks import leave_out_blanks


def rendered(folder: Path, source: str, custom_dir: Path | None = None, **values: str) -> str:
    (folder / "page.html").write_text(source)
    (folder / "icon.svg").write_text("<svg/>")
    env = Environment(loader=FileSystemLoader(folder), autoescape=False)
    leave_out_blanks(env, str(custom_dir) if custom_dir else None)
    return env.get_template("page.html").render(**values)


def test_indentation_and_the_lines_of_statements_are_left_out(tmp_path: Path) -> None:
    source = "<ul>\n  {% for x in 'ab' %}\n    <li>\n      {{ x }}\n    </li>\n\n  {% endfor %}\n</ul>"
    assert rendered(tmp_path, source) == "<ul>\n<li>\na\n</li>\n<li>\nb\n</li>\n</ul>"


def test_values_stay_as_they_are(tmp_path: Path) -> None:
    content = "<pre>\n    a\n\n\n    b</pre>"
    assert rendered(tmp_path, "<div>\n    {{ content }}\n\n\n</div>", content=content) == f"<div>\n{content}\n</div>"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<b>a</b> <i>b</i>", "<b>a</b> <i>b</i>"),
        ("<b>a</b>\n  <i>b</i>", "<b>a</b>\n<i>b</i>"),
        ("<b>a</b>\n{% if 1 %}\n  <i>b</i>\n{% endif %}\nc", "<b>a</b>\n<i>b</i>\nc"),
        ("<button>\n  {% include 'icon.svg' %}\n  Top\n</button>", "<button>\n<svg/>\nTop\n</button>"),
    ],
)
def test_a_blank_between_words_stays_one(tmp_path: Path, source: str, expected: str) -> None:
    assert rendered(tmp_path, source) == expected


def test_a_template_in_which_blanks_are_shown_stays_as_it_is(tmp_path: Path) -> None:
    for tag in ("pre", "textarea"):
        source = f"<{tag} lang='en'>\n    a\n\n    b</{tag}>"
        assert rendered(tmp_path, source) == source


def test_the_templates_of_the_site_keep_their_blanks(tmp_path: Path) -> None:
    source = "<script>\n    const text = `a\n    b`\n</script>"
    assert rendered(tmp_path, source, custom_dir=tmp_path) == source
    assert rendered(tmp_path, source, custom_dir=tmp_path / "other") != source
    of_site = "{% if 1 %}\na\n{% endif %}\nb"
    assert rendered(tmp_path, of_site, custom_dir=tmp_path) == "\na\n\nb"
