"""The two states that are compared: each is a project read from a folder or from a git commit."""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from timeline.model.chronology import Chronology
from timeline.model.diagnostics import Diagnostic, errors
from timeline.model.errors import UserError
from timeline.model.memo import Memo
from timeline.project import Project, load
from timeline.reading.article_rules import FOLDER
from timeline.reading.progress import Progress, no_progress
from timeline.reading.vocabulary import Vocabulary
from timeline.reading.vocabulary_files import is_vocabulary
from timeline.review.diff.git import extract, find_revision


@dataclass(frozen=True)
class Snapshot:
    """A project as it is in a folder or in a commit.

    `name` is what the user called it. `commit` is a hash, empty for a folder. `is_merge_base` is True where the commit is not
    the revision of that name, but the one at which the current branch left it.
    """

    name: str
    project: Project
    commit: str = ""
    is_merge_base: bool = False

    @property
    def chronology(self) -> Chronology:
        """The entries and articles that could be read."""
        return self.project.chronology

    @property
    def vocabulary(self) -> Vocabulary:
        """The names that could be read."""
        return self.project.vocabulary

    @cached_property
    def errors(self) -> list[Diagnostic]:
        """The errors of the project, without its notes."""
        return errors(self.project.problems)

    @cached_property
    def articles_with_errors(self) -> dict[str, Diagnostic]:
        """The first error of each article that has one, by the id of the article."""
        found = {PurePosixPath(error.at.path).stem: error for error in reversed(self.errors) if error.at.path.startswith(FOLDER)}
        return dict(sorted(found.items()))

    def possibly_has_entry(self, id: str) -> bool:
        """Whether an entry that is missing here may be missing only because of an error."""
        return id in self._events_named or (bool(self.errors) and not self._all_articles_read)

    @cached_property
    def _events_named(self) -> set[str]:
        return {event for article in self.chronology.articles for event in article.event_ids}

    @cached_property
    def _all_articles_read(self) -> bool:
        read = {article.id for article in self.chronology.articles if article.marks_read}
        return self.articles_with_errors.keys() <= read


def current_snapshot(root: Path, progress: Progress = no_progress, memo: Memo | None = None) -> Snapshot:
    """The files below `root` as they are now, committed or not. Raises UserError if the vocabulary cannot be read."""
    return _read("the working tree", root, progress, memo)


def base_snapshot(root: Path, base: str, progress: Progress = no_progress, memo: Memo | None = None) -> Snapshot:
    """The state to compare with: another folder with a project, else a git revision of the project in `root`.

    What `memo` knows of an article with the same bytes, and of an entry of the same articles, is not made again.

    Raises UserError if there is no such folder or revision, or if it cannot be read.
    """
    folder = Path(base)
    if base and (folder / "content").is_dir():
        if folder.resolve() == root:
            raise UserError(f"{base} is this project itself", "name a branch, a tag or a commit, or another folder")
        return _read(base, folder.resolve(), progress, memo)
    revision = find_revision(root, base)
    with TemporaryDirectory() as temporary:
        problems = extract(revision, root, Path(temporary))
        snapshot = _read(base, Path(temporary).resolve(), progress, memo)
    project = replace(snapshot.project, problems=[*problems, *snapshot.project.problems])
    return Snapshot(base, project, revision.commit, revision.is_merge_base)


def _read(name: str, root: Path, progress: Progress, memo: Memo | None) -> Snapshot:
    project = load(root, progress, memo)
    if not project.vocabulary.readable:
        problem = next(problem for problem in errors(project.problems) if is_vocabulary(problem.at.path))
        raise UserError(f"the vocabulary of {name} cannot be read: {problem.at}: {problem.message}", problem.help)
    return Snapshot(name, project)
