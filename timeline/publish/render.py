"""Templates to pages: the chronology as Markdown files below docs/.

Each template of timeline/publish/templates/ begins with a line that says what it is a page of and where the page goes:

    {#- page: entry of entries -> timeline/entries/{entry.id}.md -#}

That is, one page for each `entry` of the rows `entries`. So the templates are the table of contents of the site, and a new
one needs no other change. Whatever a template puts out is made inert (timeline/escape.py), unless it is `Markup`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from posixpath import dirname, relpath
from typing import Any

import yaml
from babel import Locale, UnknownLocaleError
from jinja2 import Environment
from markupsafe import Markup

from timeline.assembly.chronology import neighbours, place_of
from timeline.checks.manual import HEAD, by_group, read_manual
from timeline.dates import MONTHS, wording
from timeline.model.diagnostics import counted
from timeline.model.records import Chronology, Claim, Site, folder_of
from timeline.publish import json_text
from timeline.publish.chart.layout import draw
from timeline.publish.citations import citations
from timeline.publish.environment import TEMPLATES, make_environment
from timeline.publish.feed_items import IN_FEED, OF_NAME
from timeline.publish.linked_data import linked_data
from timeline.publish.maps import detail_map, region_map
from timeline.reading import escape
from timeline.reading.progress import Progress, no_progress

_HEADER = re.compile(r"\{#- page: (?P<name>\w+) of (?P<rows>\w+) -> (?P<path>\S+) -#\}")


@dataclass(frozen=True)
class PageType:
    """A template: one page for each of its rows, which it calls by its name, at a path below docs/."""

    file: str
    name: str
    rows: str
    path: str

    def address(self, row: Any) -> str:
        """Path of the page of one row, below docs/; made of ids and numbers alone."""
        return self.path.format(**{self.name: row})


@dataclass(frozen=True)
class Page:
    """The page that is being rendered: where it is, and what it links to from there."""

    path: str
    types: Mapping[str, PageType]
    address: str = ""  # the permanent one; empty where the site states none

    def to(self, **row: Any) -> Markup:
        """Relative address of the page of something: `page.to(entry=entry)`."""
        ((name, value),) = row.items()
        return Markup(relpath(self.types[name].address(value), dirname(self.path) or "."))

    def url(self, **row: Any) -> Markup:
        """The same for HTML, whose links no engine rewrites: relative address of the page in the built site."""
        ((name, value),) = row.items()
        return Markup(relpath(folder_of(self.types[name].address(value)) or ".", folder_of(self.path) or ".") + "/")


def render_pages(chronology: Chronology, site: Site, progress: Progress = no_progress) -> dict[str, str]:
    """All pages: path below docs/ -> text."""
    environment, types, rows = _environment(), _page_types(), _rows(chronology)
    shared = {"chronology": chronology, "site": site, "picture": draw(chronology), **_lookups(chronology)}
    pages: dict[str, str] = {}
    templates_of = {name: environment.get_template(page_type.file) for name, page_type in types.items()}
    of_each = [(page_type, place) for page_type in types.values() for place in range(len(rows[page_type.rows]))]
    for page_type, place in progress("Rendering", of_each):
        of_type = rows[page_type.rows]
        path = page_type.address(of_type[place])
        around = {"before": of_type[place - 1] if place else None, "after": next(iter(of_type[place + 1 : place + 2]), None)}
        its_own = {page_type.name: of_type[place], "page": Page(path, types, site.address_of(path))}
        pages[path] = _tidy(templates_of[page_type.name].render({**shared, **around, **its_own}))
    return pages


def page_addresses(chronology: Chronology) -> dict[str, object]:
    """What each page shows, by its address below the site's own: an Entry, an Article, a Listing, a Month … Renders nothing."""
    rows = _rows(chronology)
    return {folder_of(kind.address(row)): row for kind in _page_types().values() for row in rows[kind.rows]}


def _rows(chronology: Chronology) -> dict[str, Sequence[Any]]:
    """What there are pages of; a page's neighbours are those of its row."""
    rules = read_manual()
    return {
        "site": (chronology,),
        "entries": chronology.entries,
        "articles": chronology.articles,
        "years": chronology.years,
        "months": tuple(month for year in chronology.years for month in year.months),
        "indexes": chronology.indexes,
        "listings": tuple(listing for index in chronology.indexes for listing in index.listings),
        "manual": (by_group(rules),),
        "rules": rules,
    }


def _lookups(chronology: Chronology) -> dict[str, Any]:
    """What templates find by id: the entry of an event and its neighbours by name, the claims of an article."""
    claims: dict[str, list[Claim]] = {article.id: [] for article in chronology.articles}
    for claim in chronology.claims:
        claims[claim.article.id].append(claim)
    entries = {entry.id: entry for entry in chronology.entries}
    return {"entry_of": entries, "neighbours_of": neighbours(chronology), "claims_of": claims}


def _page_types() -> dict[str, PageType]:
    types = {}
    for file in sorted(TEMPLATES.glob("*.md.j2")):
        header = _HEADER.match(file.read_text(encoding="utf-8"))
        if not header:
            raise ValueError(f"{file} does not begin with a line that says what it is a page of")
        types[header["name"]] = PageType(file.name, **header.groupdict())
    return types


def _environment() -> Environment:
    environment = make_environment(TEMPLATES, lambda text: Markup(escape.inline(text)))
    environment.globals.update(front_matter=_front_matter, count=counted, citations=citations)
    environment.globals.update(region_map=region_map, detail_map=detail_map, in_feed=IN_FEED, of_name=OF_NAME, head=HEAD)
    environment.filters.update(
        in_words=wording,
        place_of=place_of,
        month_name=lambda number: MONTHS[number - 1],
        language_name=_language_name,
        attribute=lambda text: Markup(escape.attribute(text)),
        link=lambda url: Markup(escape.url(url)),
        preformatted=lambda text: Markup(escape.preformatted(text)),
        svg_path=Markup,  # for what timeline/publish/maps/ has made, of numbers alone
        json_ld=lambda entry, site: Markup(json_text.in_html(linked_data(entry, site))),
        markdown=Markup,  # for our own manual, and for pieces of an article's body, which timeline/reading/body.py has made inert
    )
    return environment


def _language_name(code: str) -> str:
    """The English name of a language code: uk is Ukrainian. A code that is not known is shown as it is."""
    try:
        return Locale.parse(code, sep="-").get_display_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code


def _front_matter(**fields: Any) -> Markup:
    """The front matter of a page: what the template names and nothing else. Empty values are left out.

    Themes write titles and descriptions out as HTML, so all text in it is encoded as for an HTML attribute.
    """
    encoded = {key: _encoded(value) for key, value in fields.items() if value}
    return Markup("---\n" + yaml.safe_dump(encoded, sort_keys=False, allow_unicode=True, width=10_000) + "---")


def _encoded(value: Any) -> Any:
    if isinstance(value, str):
        return escape.attribute(value)
    return [_encoded(part) for part in value] if isinstance(value, list | tuple) else value


def _tidy(text: str) -> str:
    """At most one blank line in a row, none at the ends."""
    return re.sub(r"\n\s*\n\s*\n", "\n\n", re.sub(r"[ \t]+\n", "\n", text)).strip() + "\n"
