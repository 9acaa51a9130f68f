"""What mkdocs.yml says of the site."""

from pathlib import Path

import yaml

from timeline.diagnostics import Diagnostic, Location
from timeline.model import Site

FILE = "mkdocs.yml"


def read_site(root: Path) -> tuple[Site, list[Diagnostic]]:
    """Name, description and address of the site below root; mkdocs.yml is the maintainers' own, so it is trusted."""
    path = root / FILE
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) if path.is_file() else None
    stated = {key.value: value.value for key, value in (node.value if node else ()) if isinstance(value, yaml.ScalarNode)}
    url = stated.get("site_url", "")
    site = Site(stated.get("site_name", "Chronology"), stated.get("site_description", ""), url and url.rstrip("/") + "/")
    return site, [] if url or not path.is_file() else [_no_address()]


def _no_address() -> Diagnostic:
    """Without an address nothing has a permanent one. A folder without mkdocs.yml is no site, and needs none."""
    message = "the site has no address, so there are no feeds and no calendars"
    way_out = "add `site_url: https://…/`, the address at which readers will find it"
    return Diagnostic("S901", Location(FILE, 1, 1), message, way_out, "note")
