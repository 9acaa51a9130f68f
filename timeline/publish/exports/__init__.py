"""Exports: one module each, found by its presence, that writes the chronology in a format for programs.

A module has two names. `FILES` declares the files that it writes, an `ExportFile` each. `export(data)` returns them: path
below docs/timeline/ -> text, or bytes where it is no text. A file with the purpose SUBSCRIBE is written once for each of
`data.selections`, in the folder `selection.folder`; any other file is written once. An export that needs permanent addresses
returns no file if the site has no address.
"""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from typing import Protocol, cast

from timeline.model.chronology import Chronology, Site
from timeline.model.memo import Memo, digest
from timeline.publish.export_file import ExportFile, Purpose
from timeline.publish.feed_items import FOLDER, ExportData, export_data
from timeline.publish.output import as_bytes
from timeline.reading.progress import Progress, no_progress


class ExportModule(Protocol):
    """What a module of this package has."""

    FILES: tuple[ExportFile, ...]

    def export(self, data: ExportData, /) -> Mapping[str, str | bytes]:
        """The files: path below docs/timeline/ -> content."""


def export_files(
    chronology: Chronology,
    site: Site,
    progress: Progress = no_progress,
    *,
    memo: Memo | None = None,
    holds: Callable[[str, bytes], bool] = lambda path, digest: False,
    later: bool = False,
) -> dict[str, str | bytes | None]:
    """The files of all exports: path below docs/ -> content, or None for a file that is as it was; see `render_pages`.

    With `later` a file that a build before has made stays as it is, whatever has changed.
    """
    files: dict[str, str | bytes | None] = {}
    of, data = (chronology, site), None
    with (memo or Memo()).stage("exports") as stage:
        for name, module in progress("Exporting", list(export_modules().items())):
            known = stage.kept(name) if later else stage.known(name, of)
            if known is not None and all(holds(path, its) for path, its in known.items()):
                files |= dict.fromkeys(known)
                continue
            data = data or export_data(chronology, site)
            made = {FOLDER + path: content for path, content in module.export(data).items()}
            stage.put(name, of, {path: digest(as_bytes(content)) for path, content in made.items()})
            files |= made
    return files


def declared_files(*purposes: Purpose) -> list[ExportFile]:
    """The files with one of these purposes that the modules declare, by title. Without a purpose: all files."""
    files = (file for module in export_modules().values() for file in module.FILES)
    return sorted((file for file in files if file.purpose in (purposes or Purpose)), key=lambda file: file.title.casefold())


def export_modules() -> dict[str, ExportModule]:
    """All modules of this package, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: cast(ExportModule, importlib.import_module(f"{__name__}.{name}")) for name in names}
