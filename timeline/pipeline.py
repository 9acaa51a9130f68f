"""The way of the data, from content/ to docs/, on one screen: load, render, write."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path

from timeline.model.diagnostics import errors
from timeline.model.memo import RECORDS, Memo, digest
from timeline.project import Project, load
from timeline.publish.build_lock import one_build
from timeline.publish.output import DOCS, MANIFEST, Changes, holds, make_ready, write_files
from timeline.reading.progress import Progress, no_progress


@dataclass(frozen=True)
class Outcome:
    """What a build read and wrote. `changes` is None if nothing was written."""

    project: Project
    changes: Changes | None
    digests: Mapping[str, bytes] = field(default_factory=dict)
    """Of each file that was made, by its path below docs/; empty where an error or a later build keeps some as they were."""


def build(
    root: Path, *, preview: bool = False, later: bool = False, progress: Progress = no_progress, memo: Memo | None = None
) -> Outcome:
    """Build the pages and exports of the project in the folder `root`.

    With an error nothing is written. A `preview` writes the pages that can be made, and keeps the last good version of the
    others. With `later` it leaves the exports to a later build, and does not look whether somebody else has changed a page.
    What `memo` knows of a former build is not made again. Raises UserError if docs/ cannot be written.
    """
    with one_build(root):
        make_ready(root)
        return _build(root, preview, later, progress, memo)


def _build(root: Path, preview: bool, later: bool, progress: Progress, memo: Memo | None) -> Outcome:
    project = load(root, progress, memo)
    failed = bool(errors(project.problems))
    if (failed and not preview) or not project.vocabulary.readable:
        return Outcome(project, None)
    memo = memo or Memo()
    known = None if preview or later else memo.known("outputs", "all", project.version)
    if known and all(holds(root, path, its) for path, its in known.items()):
        return Outcome(project, Changes((), (), len(known) - 1), known)  # but for the list of the files
    from timeline.publish.exports import export_files, exports_before  # loaded late: templates and maps take long to load
    from timeline.publish.render import render_pages

    on_disk = _is_taken_for_granted if later else partial(holds, root)
    pages = render_pages(project.chronology, project.site, progress, memo=memo, holds=on_disk)
    before = exports_before(memo) if later else {}
    exports = before.items() or export_files(project.chronology, project.site, progress, memo=memo, holds=on_disk)
    changes = write_files(root, chain(pages, exports), keep_stale=failed)  # each is made when it is written
    if failed or later:
        return Outcome(project, changes)
    with memo.stage("outputs") as stage:
        return Outcome(project, changes, stage.put("all", project.version, _outputs(root, memo)))


def _outputs(root: Path, memo: Memo) -> dict[str, bytes]:
    """The digest of each file that was made, and of the list of them."""
    pages, exports = (memo.steps(RECORDS)[name] for name in ("pages", "exports"))
    files = {str(path): its for path, (_, its) in pages.items() if isinstance(its, bytes)}
    for _, of_export in exports.values():
        files |= of_export
    return files | {MANIFEST: digest((root / DOCS / MANIFEST).read_bytes())}


def _is_taken_for_granted(path: str, digest: bytes) -> bool:
    return True
