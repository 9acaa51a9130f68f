"""The types of pages, as the templates declare them, and the path and address of each page.

Each template of timeline/publish/templates/ begins with a line that says what it makes pages of, and where they go:

    {#- page: entry of entries -> timeline/entries/{entry.id}.md -#}

That is one page for each `entry` of the rows `entries`, at a path below docs/. A new template needs no other change.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from timeline.model.chronology import Site
from timeline.publish.environment import TEMPLATES

_HEADER = re.compile(r"\{#- page: (?P<name>\w+) of (?P<rows>\w+) -> (?P<path>\S+) -#\}")


@dataclass(frozen=True)
class PageType:
    """A template: one page for each of its rows. The template calls the row by `name`; `path` is a format string."""

    file: str
    name: str
    rows: str
    path: str

    def path_of(self, row: object) -> str:
        """Path below docs/ of the page of one row. It is made of ids and numbers only."""
        return self.path.format(**{self.name: row})


def page_types(templates: Path = TEMPLATES) -> dict[str, PageType]:
    """The page types of a folder of templates, by name. Raises ValueError for a template without its first line."""
    types = {}
    for file in sorted(templates.glob("*.md.j2")):
        header = _HEADER.match(file.read_text(encoding="utf-8"))
        if not header:
            raise ValueError(f"{file} does not begin with a line that says what it is a page of")
        types[header["name"]] = PageType(file.name, **header.groupdict())
    return types


def page_path(**row: object) -> str:
    """Path below docs/ of the page of something, by the name of its page type: `page_path(entry=entry)`."""
    ((name, value),) = row.items()
    return _known_types()[name].path_of(value)


def page_url(site: Site, **row: object) -> str:
    """Permanent address of the page of something, as for `page_path`; empty where the site states no address."""
    return site.url and site.url + address_of(page_path(**row))


def address_of(path: str) -> str:
    """Where the site engines publish a page, from its path below docs/: a.md and a/index.md at a/, index.md at the top."""
    folder, slash, name = path.removesuffix(".md").rpartition("/")
    return folder + slash + ("" if name == "index" else name + "/")


def relative(path: str, page: str) -> str:
    """The address of `path` as seen from `page`, both below docs/ or both of the built site: `../people/ada.md`. Empty if it is
    the folder of the page."""
    above = 0
    folder = page.rpartition("/")[0]
    while folder and not path.startswith(f"{folder}/"):
        folder, above = folder.rpartition("/")[0], above + 1
    return "../" * above + path[len(folder) + 1 if folder else 0 :]


@cache
def _known_types() -> Mapping[str, PageType]:
    return page_types()
