"""What a site sets of the theme is in the parts of the frame that are our own."""

import json
import re
from pathlib import Path

from support.engine import build_site, make_project, replace

PAGE = "timeline/entries/appeal/index.html"
SWITCHES = """name: dateline
  features: [navigation.tabs, content.code.copy]
  palette:
    - media: "(prefers-color-scheme)"
      toggle: {icon: material/brightness-auto, name: Switch to light mode}
    - media: "(prefers-color-scheme: light)"
      primary: deep purple
      toggle: {icon: material/weather-night, name: Switch to dark mode}
"""


def page_with(root: Path, theme: str) -> str:
    make_project(root)
    replace("mkdocs.yml", "name: dateline\n", theme)(root)
    return build_site(root)[PAGE].decode()


def test_switches_of_the_site(tmp_path: Path) -> None:
    page = page_with(tmp_path / "project", SWITCHES)
    form = page[page.index('data-md-component="palette"') : page.index("</header>")]
    assert re.findall(r'aria-label="([^"]*)"', form) == ["Switch to light mode", "Switch to dark mode"]
    assert re.findall(r'data-md-color-primary="([^"]*)"', form) == ["indigo", "deep-purple"]
    assert form.count("<svg") == 1  # an icon that dateline.css does not draw
    assert form.count("tl-icon--weather-night") == 1
    assert "matchMedia" in form  # the theme's own script, which asks the system
    settings = json.loads(re.findall(r'<script id="__config"[^>]*>(.*?)</script>', page)[0])
    assert settings["translations"]["clipboard.copy"] == "Copy to clipboard"


def test_one_palette_has_no_switch(tmp_path: Path) -> None:
    page = page_with(tmp_path / "project", "name: dateline\n  palette: {scheme: slate}\n")
    assert 'data-md-component="palette"' not in page
    assert 'data-md-color-scheme="slate"' in page
