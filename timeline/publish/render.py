"""Templates to pages: the chronology as Markdown files below docs/.

Every value that a template puts out is escaped (timeline/publish/escape.py), unless it is `Markup`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment
from markupsafe import Markup

from timeline.assembly.chronology import period_of, year_label
from timeline.dates import MONTHS, wording, year_wording
from timeline.model.chronology import Chronology, Site
from timeline.model.diagnostics import counted
from timeline.model.memo import Memo, Same, digest
from timeline.model.reference import doi_address, locator_wording
from timeline.publish import escape, json_text, spellings
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
from timeline.publish.page_types import PageType, address_of, page_types, relative
from timeline.publish.shown import page_variables
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

    def to(self, name: str = "", **row: object) -> Markup:
        """Relative address of a page, for Markdown: `page.to(entry=entry)`, or of the one page of a type `page.to("whole")`."""
        ((of, value),) = row.items() if row else ((name, None),)
        return Markup(relative(self.types[of].path_of(value), self.path))

    def url(self, **row: object) -> Markup:
        """The same for HTML, whose links no engine rewrites: relative address of the page in the built site."""
        ((name, value),) = row.items()
        return Markup(relative(address_of(self.types[name].path_of(value)), address_of(self.path)) or "./")


def render_pages(
    chronology: Chronology,
    site: Site,
    progress: Progress = no_progress,
    *,
    templates: Path = TEMPLATES,
    memo: Memo | None = None,
    holds: Callable[[str, bytes], bool] = lambda path, digest: False,
) -> Iterator[tuple[str, str | None]]:
    """All pages, one after the other: the path below docs/, and the text, or None for a page that is as it was.

    That is a page with the variables of the build before, of which the docs folder still `holds` the text with this digest.
    """
    environment, types = _environment(templates), page_types(templates)
    variables = page_variables(chronology, memo)
    of_each = [(page_type, shown) for page_type in types.values() for shown in variables[page_type.rows]]
    with (memo or Memo()).stage("pages") as stage:
        sources = Same(stage.equal("templates", tuple(file.read_bytes() for file in sorted(templates.iterdir()))))
        for page_type, shown in progress("Rendering", of_each):
            path = page_type.path_of(shown.get(page_type.name))
            of = (sources, site, shown)
            known = stage.known(path, of)
            if known and holds(path, known):
                yield path, None
                continue
            page = Page(path, types, site.url and site.url + address_of(path))
            text = _tidy(environment.get_template(page_type.file).render(**shown, site=site, page=page))
            stage.put(path, of, digest(text.encode()))
            yield path, text


def _environment(templates: Path = TEMPLATES) -> Environment:
    environment = make_environment(templates, lambda text: Markup(escape.inline(text)), _COMPILED)
    environment.globals.update(front_matter=_front_matter, count=counted, once=once(), citations=citations)
    environment.globals.update(region_map=region_map, detail_map=detail_map, in_feed=IN_FEED, of_name=OF_NAME)
    environment.globals.update(
        subscriptions=declared_files(Purpose.FOLLOW, Purpose.SUBSCRIBE),
        follow=declared_files(Purpose.FOLLOW),
        downloads=declared_files(Purpose.DOWNLOAD),
    )
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
