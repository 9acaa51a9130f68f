"""Exports: one module each, found by its presence, that writes the chronology in a format for programs.

A module has a `PATH` below docs/timeline/ and an `export()` that returns the text of the file. Whoever has a name of their
own gets a file of their own: where `PATH` holds `{at}`, it is written for the whole chronology (`at` is empty) and for each
name that an entry bears (`at` is `people/vladimir-saldo/`), and `export()` is given that `Selection`; else it is written
once, and given the chronology.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.model import FACETS, Chronology, Entry, Name, Site

FOLDER = "timeline/"


@dataclass(frozen=True, slots=True)
class Selection:
    """Some entries in order of time: all of them (`name` is None), or those of one name."""

    name: Name | None
    entries: tuple[Entry, ...]

    @property
    def at(self) -> str:
        """Where its files go, below docs/timeline/; beside the page of the name."""
        return f"{self.name.kind}/{self.name.id}/" if self.name else ""


def export_files(chronology: Chronology, site: Site) -> dict[str, str]:
    """All files: path below docs/ -> text."""
    files: dict[str, str] = {}
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        module = importlib.import_module(f"{__name__}.{name}")
        if "{at}" not in module.PATH:
            files[FOLDER + module.PATH] = module.export(chronology, site)
            continue
        for selection in selections(chronology):
            files[FOLDER + module.PATH.format(at=selection.at)] = module.export(selection, site)
    return files


def selections(chronology: Chronology) -> Iterator[Selection]:
    """The whole, then each person, organisation, place and topic."""
    yield Selection(None, chronology.entries)
    for index in chronology.indexes:
        if index.kind in FACETS:
            for listing in index.listings:
                yield Selection(listing.name, listing.entries)
