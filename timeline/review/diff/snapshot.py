"""The two sides of a comparison: what a project folder holds, and what cannot be known of it because of errors."""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from timeline.assembly.entries import heads_by_event
from timeline.model.diagnostics import Diagnostic, errors
from timeline.model.records import Chronology
from timeline.project import Project, load
from timeline.reading.articles import FOLDER
from timeline.reading.vocabulary import Vocabulary
from timeline.review.diff.git import CannotCompare, checked_out, find_revision


@dataclass(frozen=True)
class Side:
    """One side, as it was given: a revision or a folder. `commit` is empty for a folder.

    `left` is True where the commit is not the revision itself, but the one at which the current branch left it.
    """

    name: str
    project: Project
    commit: str = ""
    left: bool = False

    @property
    def chronology(self) -> Chronology:
        return self.project.chronology

    @property
    def vocabulary(self) -> Vocabulary:
        return self.project.vocabulary

    @cached_property
    def errors(self) -> list[Diagnostic]:
        return errors(self.project.problems)

    @cached_property
    def broken(self) -> dict[str, Diagnostic]:
        """The first error of each article that has one, by the id of the article."""
        found = {PurePosixPath(error.at.path).stem: error for error in reversed(self.errors) if error.at.path.startswith(FOLDER)}
        return dict(sorted(found.items()))

    def possibly_present(self, event: str) -> bool:
        """Whether it is only for an error that this side has no such entry; then nobody can say that it is withdrawn."""
        return event in self._named or (bool(self.errors) and not self._all_read)

    @cached_property
    def _named(self) -> set[str]:
        articles = self.chronology.articles
        return {*heads_by_event(articles), *(event for a in articles for passage in a.passages for event in passage.events)}

    @cached_property
    def _all_read(self) -> bool:
        read = {article.id for article in self.chronology.articles if article.marks_read}
        return self.broken.keys() <= read


def current_side(root: Path) -> Side:
    """The working tree below root. Raises CannotCompare where its vocabulary cannot be read."""
    return _side("the working tree", root)


def base_side(root: Path, base: str) -> Side:
    """The side to compare with: a folder that holds another project, else a git revision of this one.

    Raises CannotCompare, with the way out.
    """
    folder = Path(base)
    if base and (folder / "content").is_dir():
        if folder.resolve() == root:
            raise CannotCompare(f"{base} is this project itself", "name a branch, a tag or a commit, or another folder")
        return _side(base, folder.resolve())
    revision = find_revision(root, base)
    with TemporaryDirectory() as aside:
        problems = checked_out(revision, root, Path(aside))
        side = _side(base, Path(aside).resolve(), problems)
    return replace(side, commit=revision.commit, left=revision.left)


def _side(name: str, root: Path, problems: list[Diagnostic] | None = None) -> Side:
    project = load(root)
    if not project.vocabulary.readable:
        problem = next(problem for problem in errors(project.problems) if problem.at.path.endswith("vocabulary.yml"))
        raise CannotCompare(f"the vocabulary of {name} cannot be read: {problem.at}: {problem.message}", problem.help)
    return Side(name, replace(project, problems=[*(problems or ()), *project.problems]))
