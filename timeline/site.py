"""What mkdocs.yml says of the site."""

from pathlib import Path

import yaml

from timeline.model import Site

FILE = "mkdocs.yml"


def read_site(root: Path) -> Site:
    """Name, description and address of the site below root; mkdocs.yml is the maintainers' own, so it is trusted."""
    path = root / FILE
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) if path.is_file() else None
    stated = {key.value: value.value for key, value in (node.value if node else ()) if isinstance(value, yaml.ScalarNode)}
    url = stated.get("site_url", "")
    return Site(stated.get("site_name", "Chronology"), stated.get("site_description", ""), url and url.rstrip("/") + "/")
