"""Templates to pages: the chronology as Markdown files below docs/.

Every value that a template puts out is escaped (timeline/publish/escape.py), unless it is `Markup`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment
from markupsafe import Markup

from timeline.assembly.chronology import neighbours, period_of, year_label
from timeline.dates import MONTHS, wording, year_wording
from timeline.model.chronology import Chronology, Site
from timeline.model.diagnostics import counted
from timeline.model.entry import Claim
from timeline.model.reference import doi_address, locator_wording
from timeline.publish import escape, json_text, spellings
from timeline.publish.chart.layout import draw_chart
from timeline.publish.chart.measures import MEASURES, POINT_SHAPES
from timeline.publish.citations import DAY_OF_READING, citations
from timeline.publish.environment import TEMPLATES, Compiled, make_environment, once
from timeline.publish.export_file import Purpose
from timeline.publish.exports import declared_files
from timeline.publish.exports.reader_data import FILTER_KINDS
from timeline.publish.feed_items import IN_FEED, OF_NAME
from timeline.publish.languages import in_language, language_name
from timeline.publish.linked_data import linked_data
from timeline.publish.maps import detail_map, region_map
from timeline.publish.markdown_body import body_markdown, passage_markdown
from timeline.publish.page_types import PageType, address_of, page_rows, page_types, relative
from timeline.publish.source_citations import source_citations
from timeline.reading.progress import Progress, no_progress

_COMPILED = Compiled()
_BLANK_LINES = re.compile(r"\n\s*\n\s*\n")
_DUMPER: type[yaml.SafeDumper | yaml.CSafeDumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # PyYAML may lack libyaml


@dataclass(frozen=True)
class Page:
    """The page that is being rendered: where it is, and what it links to from there."""

    path: str
    types: Mapping[str, PageType]
    address: str = ""  # the permanent one; empty where the site states none

    def to(self, **row: object) -> Markup:
        """Relative address of the page of something, for Markdown: `page.to(entry=entry)`."""
        ((name, value),) = row.items()
        return Markup(relative(self.types[name].path_of(value), self.path))

    def url(self, **row: object) -> Markup:
        """The same for HTML, whose links no engine rewrites: relative address of the page in the built site."""
        ((name, value),) = row.items()
        return Markup(relative(address_of(self.types[name].path_of(value)), address_of(self.path)) or "./")


def render_pages(
    chronology: Chronology, site: Site, progress: Progress = no_progress, *, templates: Path = TEMPLATES
) -> dict[str, str]:
    """All pages: path below docs/ -> text."""
    environment, types, rows = _environment(templates), page_types(templates), page_rows(chronology)
    shared = {"chronology": chronology, "site": site, "chart": draw_chart(chronology), **_lookups(chronology)}
    pages: dict[str, str] = {}
    templates_of = {name: environment.get_template(page_type.file) for name, page_type in types.items()}
    of_each = [(page_type, place) for page_type in types.values() for place in range(len(rows[page_type.rows]))]
    for page_type, place in progress("Rendering", of_each):
        of_type = rows[page_type.rows]
        path = page_type.path_of(of_type[place])
        around = {"before": of_type[place - 1] if place else None, "after": next(iter(of_type[place + 1 : place + 2]), None)}
        its_own = {page_type.name: of_type[place], "page": Page(path, types, site.url and site.url + address_of(path))}
        pages[path] = _tidy(templates_of[page_type.name].render({**shared, **around, **its_own}))
    return pages


def _lookups(chronology: Chronology) -> dict[str, Any]:
    """What templates find by id: the entry of an event and its neighbours by name, the claims of an article."""
    claims: dict[str, list[Claim]] = {article.id: [] for article in chronology.articles}
    for claim in chronology.claims:
        claims[claim.article.id].append(claim)
    entries = {entry.id: entry for entry in chronology.entries}
    return {"entry_of": entries, "neighbours_of": neighbours(chronology), "claims_of": claims}


def _environment(templates: Path = TEMPLATES) -> Environment:
    environment = make_environment(templates, lambda text: Markup(escape.inline(text)), _COMPILED)
    environment.globals.update(front_matter=_front_matter, count=counted, once=once(), citations=citations)
    environment.globals.update(region_map=region_map, detail_map=detail_map, in_feed=IN_FEED, of_name=OF_NAME)
    environment.globals.update(subscriptions=declared_files(Purpose.SUBSCRIBE), downloads=declared_files(Purpose.DOWNLOAD))
    environment.globals.update(measures=MEASURES, point_shapes=POINT_SHAPES, filter_kinds=FILTER_KINDS)
    environment.globals.update(body_markdown=body_markdown, day_of_reading=DAY_OF_READING, source_citations=source_citations)
    environment.filters.update(
        in_words=wording,
        spellings_of_name=spellings.of_name,
        spellings_of_entry=spellings.of_entry,
        spellings_of_article=spellings.of_article,
        period_of=period_of,
        year_label=year_label,
        year_name=year_wording,
        month_name=lambda number: MONTHS[number - 1],
        language_name=language_name,
        in_language=in_language,
        locator=locator_wording,
        doi_address=doi_address,
        attribute=lambda text: Markup(escape.attribute(text)),
        link=lambda url: Markup(escape.url(url)),
        preformatted=lambda text: Markup(escape.preformatted(text)),
        svg_path=Markup,  # for what timeline/publish/maps/ has made, of numbers alone
        json_ld=lambda entry, site: Markup(json_text.in_html(linked_data(entry, site))),
        markdown=Markup,  # for what the code and the templates themselves say
        passage_markdown=passage_markdown,
    )
    return environment


def _front_matter(**fields: Any) -> Markup:
    """The front matter of a page: what the template names and nothing else. Empty values are left out.

    Themes write titles and descriptions out as HTML, so all text in it is encoded as for an HTML attribute.
    """
    encoded = {key: _encoded(value) for key, value in fields.items() if value}
    text = _yaml(encoded, _DUMPER)
    # libyaml encodes all characters above U+FFFF; readers of a page should see them.
    return Markup("---\n" + (_yaml(encoded, yaml.SafeDumper) if "\\U" in text else text) + "---")


def _yaml(data: Any, dumper: type[yaml.SafeDumper | yaml.CSafeDumper]) -> str:
    text: str = yaml.dump(data, Dumper=dumper, sort_keys=False, allow_unicode=True, width=10_000)
    return text


def _encoded(value: Any) -> Any:
    if isinstance(value, str):
        return escape.attribute(value)
    return [_encoded(part) for part in value] if isinstance(value, list | tuple) else value


def _tidy(text: str) -> str:
    """At most one blank line in a row, none at the ends."""
    lines = "\n".join(line.rstrip(" \t") for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", lines).strip() + "\n"
