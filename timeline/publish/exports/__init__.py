"""Exports: one module each, found by its presence, that writes the chronology in a format for programs.

A module has two names. `FILES` declares the files that it writes, an `ExportFile` each. `export(selection)` returns them: name
-> text, or bytes where it is no text. It is asked for the whole chronology; if one of its files has the purpose FOLLOW, also for
each name, and then returns only the files with this purpose. Files with it, or with SUBSCRIBE, need an address of the site. It is
asked again only if the selection has changed; what it makes of a single item, `Item.piece` keeps.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol, cast

from timeline.model.chronology import Chronology, Site
from timeline.model.memo import RECORDS, Memo, digest
from timeline.publish.export_file import ExportFile, Purpose
from timeline.publish.feed_items import FOLDER, Selection, selections
from timeline.publish.switch import as_bytes
from timeline.reading.progress import Progress, no_progress

_STAGE = "exports"


class ExportModule(Protocol):
    """What a module of this package has."""

    FILES: tuple[ExportFile, ...]

    def export(self, selection: Selection, /) -> Mapping[str, str | bytes]:
        """The files of a selection: name -> content."""


def export_files(
    chronology: Chronology,
    site: Site,
    progress: Progress = no_progress,
    *,
    memo: Memo | None = None,
    holds: Callable[[str, bytes], bool] = lambda path, digest: False,
) -> Iterator[tuple[str, str | bytes | None]]:
    """The files of all exports: the path below docs/, and the content, or None for one that is as it was; see `render_pages`."""
    memo = memo or Memo()
    whole, *of_names = selections(chronology, site, memo)
    with memo.stage(_STAGE) as stage:
        for name, module in progress("Exporting", list(export_modules().items())):
            for selection in asked_for(module, whole, of_names):
                key = (name, selection.folder)
                known = stage.known(key, selection)
                if known is not None and all(holds(path, its) for path, its in known.items()):
                    yield from dict.fromkeys(known).items()
                    continue
                made = {FOLDER + selection.folder + file: content for file, content in module.export(selection).items()}
                stage.put(key, selection, {path: digest(as_bytes(content)) for path, content in made.items()})
                yield from made.items()


def exports_before(memo: Memo) -> dict[str, str | bytes | None]:
    """The files of all exports of the build before, each to stay as it is; empty if there was none."""
    return {path: None for _, made in memo.steps(RECORDS).get(_STAGE, {}).values() for path in made}


def asked_for(module: ExportModule, whole: Selection, of_names: Sequence[Selection]) -> Sequence[Selection]:
    """The selections that a module writes files of."""
    purposes = {file.purpose for file in module.FILES}
    if not whole.site.url and purposes & {Purpose.FOLLOW, Purpose.SUBSCRIBE}:
        return []
    return [whole, *of_names] if Purpose.FOLLOW in purposes else [whole]


def declared_files(*purposes: Purpose) -> list[ExportFile]:
    """The files with one of these purposes that the modules declare, by title. Without a purpose: all files."""
    files = (file for module in export_modules().values() for file in module.FILES)
    return sorted((file for file in files if file.purpose in (purposes or Purpose)), key=lambda file: file.title.casefold())


def export_modules() -> dict[str, ExportModule]:
    """All modules of this package, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: cast(ExportModule, importlib.import_module(f"{__name__}.{name}")) for name in names}
