"""Exports: one module each, found by its presence, that writes the chronology in a format for programs.

A module has `export(edition)`, which returns its files: path below docs/timeline/ -> text. Whoever has a name of their own
gets files of their own: `edition.selections` are the whole and each person, organisation, place and topic, and
`selection.at` is where its files go. What cannot do without permanent addresses returns nothing where the site has none.
"""

import importlib
import pkgutil

from timeline.model.records import Chronology, Site
from timeline.publish.feed_items import make_edition

FOLDER = "timeline/"


def export_files(chronology: Chronology, site: Site) -> dict[str, str]:
    """All files: path below docs/ -> text."""
    edition = make_edition(chronology, site)
    return {FOLDER + path: text for name in _names() for path, text in _module(name).export(edition).items()}


def _names() -> list[str]:
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def _module(name: str):
    return importlib.import_module(f"{__name__}.{name}")
