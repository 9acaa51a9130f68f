"""An empty page of Material with the tabs of the site: what a page costs before it has any content."""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

OURS = ("plugins", "not_in_nav", "validation")  # keys of mkdocs.yml
SETTINGS = Path(__file__).parent.parent / "timeline/publish/theme/mkdocs_theme.yml"


def write_bare(project: Path, out: Path) -> None:
    """Build an empty page with Material and the settings of our theme, without a search, into the folder `out`."""
    config = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    settings = yaml.safe_load(SETTINGS.read_text(encoding="utf-8"))
    config = {key: value for key, value in config.items() if key not in OURS}
    config["plugins"] = []
    config["theme"] = {"name": settings.pop("extends")} | {key: settings[key] for key in ("font", "features", "palette")}
    with tempfile.TemporaryDirectory() as folder:
        for path in _paths(config["nav"]):
            page = Path(folder, "docs", path)
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text("---\nhide: [navigation, toc]\n---\n\n# A page\n", encoding="utf-8")
        Path(folder, "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", out]
        subprocess.run([str(part) for part in command], cwd=folder, check=True)


def _paths(nav: list[Any]) -> list[str]:
    """The paths of all pages of a `nav` of mkdocs.yml: paths, titles with a path, and titles with a section, a list again."""
    values = [value for item in nav for value in (item.values() if isinstance(item, dict) else [item])]
    return [path for value in values for path in (_paths(value) if isinstance(value, list) else [value])]
