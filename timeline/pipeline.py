"""The way of the data, from content/ to docs/, on one screen: load, render, write."""

from dataclasses import dataclass
from pathlib import Path

from timeline.model.diagnostics import errors
from timeline.project import Project, load
from timeline.publish.output import Changes, write_files
from timeline.reading.progress import Progress, no_progress


@dataclass(frozen=True)
class Outcome:
    """What a build read and wrote. `changes` is None if nothing was written."""

    project: Project
    changes: Changes | None


def build(root: Path, *, preview: bool = False, progress: Progress = no_progress) -> Outcome:
    """Build the pages and exports of the project in the folder `root`.

    With an error nothing is written. A `preview` writes the pages that can be made, and keeps the last good version of
    the others.
    """
    project = load(root, progress)
    failed = bool(errors(project.problems))
    if (failed and not preview) or not project.vocabulary.readable:
        return Outcome(project, None)
    from timeline.publish.exports import export_files  # loaded late: templates and maps take long to load
    from timeline.publish.render import render_pages

    pages = render_pages(project.chronology, project.site, progress)
    exports = export_files(project.chronology, project.site, progress)
    return Outcome(project, write_files(root, pages | exports, keep_stale=failed, progress=progress))
