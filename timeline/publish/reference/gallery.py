"""docs/manual/gallery.md: the examples below examples/, each with the entries that the pipeline makes of it."""

from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import Markup

from timeline.dates import wording
from timeline.model.diagnostics import Diagnostic
from timeline.model.entry import Entry
from timeline.model.reference import locator_wording
from timeline.project import load
from timeline.publish import escape
from timeline.publish.environment import make_environment
from timeline.reading import files
from timeline.reading.article_rules import FOLDER as ARTICLES
from timeline.reading.vocabulary_files import vocabulary_paths

PAGE = "docs/manual/gallery.md"
EXAMPLES = "examples"


@dataclass(frozen=True)
class Example:
    """A small project of its own: what its README says of it, its files by path, and its entries in order of time."""

    title: Markup
    text: Markup
    files: dict[str, Markup]
    entries: tuple[Entry, ...]


def gallery(root: Path) -> tuple[str, list[Diagnostic]]:
    """The page, with all problems of all examples; an example that has one is left out."""
    examples: list[Example] = []
    problems: list[Diagnostic] = []
    for folder in sorted(path for path in (root / EXAMPLES).glob("*") if path.is_dir()):
        readme, found = files.read_lines(root, folder / "README.md")
        project = load(folder)
        found += [_below(folder.relative_to(root), problem) for problem in project.problems]
        problems += found
        if readme and not found:
            title, *text = readme.lines
            said = Markup("\n".join(text).strip())
            examples.append(Example(Markup(title.removeprefix("# ")), said, _files(folder), project.chronology.entries))
    environment = make_environment(Path(__file__).parent, lambda text: Markup(escape.inline(text)))
    environment.filters.update(in_words=wording, locator=locator_wording)
    return environment.get_template("gallery.md.j2").render(examples=examples).strip() + "\n", problems


def _below(folder: Path, problem: Diagnostic) -> Diagnostic:
    """A problem of an example, with its place as seen from the whole project."""
    return replace(problem, at=replace(problem.at, path=f"{folder.as_posix()}/{problem.at.path}"))


def _files(folder: Path) -> dict[str, Markup]:
    """Its articles, then its vocabulary, as they are written: the repository's own, and shown in fences."""
    paths = [*sorted((folder / ARTICLES).glob("*/*.md")), *vocabulary_paths(folder)]
    return {path.relative_to(folder).as_posix(): Markup(path.read_text(encoding="utf-8").strip()) for path in paths}
