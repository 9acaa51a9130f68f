"""What mkdocs.yml says of the site."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from timeline.model.article import OWN_LANGUAGE
from timeline.model.chronology import Site
from timeline.model.diagnostics import Diagnostic, Lines, Severity

FILE = "mkdocs.yml"
FLAT_ADDRESSES = "`use_directory_urls: false` is not supported: the chart, the maps and the search link to folders"
FLAT_ADDRESSES_HELP = "remove it, or write true; web servers find the index.html of a folder, and so does `dateline serve`"


def read_site(root: Path) -> tuple[Site, list[Diagnostic]]:
    """Name, description and address of the site below root, with what is wrong. mkdocs.yml is the maintainers' own: trusted."""
    path = root / FILE
    data = path.read_bytes() if path.is_file() else b""
    lines = Lines(FILE, data.decode("utf-8", "replace").split("\n"))
    try:
        node = yaml.compose(data.decode("utf-8"), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        return Site("Chronology", "", ""), [_not_yaml(error, lines)]
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    stated = {key.value: value.value for key, value in pairs if isinstance(value, yaml.ScalarNode)}
    url = stated.get("site_url", "")
    site = Site(stated.get("site_name", "Chronology"), stated.get("site_description", ""), url and url.rstrip("/") + "/")
    problems = [] if url or not path.is_file() else [_no_address()]
    return site, [*problems, *_of_version_0_1(pairs, lines), *_not_supported(pairs, lines)]


def _not_yaml(error: yaml.YAMLError | UnicodeDecodeError, lines: Lines) -> Diagnostic:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    at = lines.at(mark.line, mark.column) if mark else lines.at(0, 0)
    reason = getattr(error, "problem", None) or "it holds a character that YAML refuses, or is not UTF-8"
    help = "look at this line and the one before: a blank, a quotation mark or a bracket may be missing; indent with spaces"
    return Diagnostic("S902", at, f"not valid YAML: {reason}", help)


def _of_version_0_1(pairs: Sequence[tuple[yaml.Node, yaml.Node]], lines: Lines) -> Iterator[Diagnostic]:
    """In version 0.1 the program was a part of every project, and mkdocs.yml named its hook."""
    lists = (value for key, value in pairs if key.value == "hooks" and isinstance(value, yaml.SequenceNode))
    for hook in (hook for hooks in lists for hook in hooks.value if hook.value == "timeline/mkdocs_hook.py"):
        at = lines.at(hook.start_mark.line, hook.start_mark.column)
        message = "this is how mkdocs.yml named Dateline in version 0.1"
        help = "name the plugin and the theme `dateline` instead; `dateline init FOLDER` writes such a mkdocs.yml"
        yield Diagnostic("S903", at, message, help)


def _not_supported(pairs: Sequence[tuple[yaml.Node, yaml.Node]], lines: Lines) -> Iterator[Diagnostic]:
    """Settings of the engines that the pages do not follow."""
    for key, value in pairs:
        at = lines.at(key.start_mark.line, key.start_mark.column)
        if key.value == "use_directory_urls" and str(value.value).lower() in ("false", "no", "off"):
            yield Diagnostic("S904", at, FLAT_ADDRESSES, FLAT_ADDRESSES_HELP)
        elif key.value == "theme" and isinstance(value, yaml.MappingNode):
            yield from _language_of_theme(value, lines)


def _language_of_theme(theme: yaml.MappingNode, lines: Lines) -> Iterator[Diagnostic]:
    for key, value in theme.value:
        if key.value == "language" and str(value.value).split("-")[0] != OWN_LANGUAGE:
            at = lines.at(value.start_mark.line, value.start_mark.column)
            message = f"the theme is set to the language `{value.value}`, but the pages of Dateline are in English"
            help = "remove `language`: screen readers would read the English words of the pages in the other language"
            yield Diagnostic("S905", at, message, help, Severity.NOTE)


def _no_address() -> Diagnostic:
    """Without an address nothing has a permanent one. A folder without mkdocs.yml is no site, and needs none."""
    message = "the site has no address, so there are no feeds and no calendars"
    help = "add `site_url: https://…/`, the address at which readers will find it"
    return Diagnostic("S901", Lines(FILE, ()).at(0, 0), message, help, Severity.NOTE)
