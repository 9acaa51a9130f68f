"""Article files below content/articles/ to Articles."""

import re
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from timeline.model.article import Article
from timeline.model.diagnostics import Diagnostic, Lines
from timeline.model.memo import Memo, Same, digest
from timeline.model.names import NameKind
from timeline.reading import files
from timeline.reading.article_file import article_from
from timeline.reading.article_rules import FOLDER, misplaced
from timeline.reading.body import read_body
from timeline.reading.progress import Progress, no_progress
from timeline.reading.source import end_of_head, parse_source
from timeline.reading.vocabulary import Vocabulary

_KEY_OF_EVENT = re.compile(r"^[ \t]+([a-z0-9-]+):[ \t]*(?:\{\})?[ \t]*$", re.MULTILINE)
_EVENT_OF_PASSAGE = re.compile(r"\bevent=\"?([a-z0-9 -]+)")


def article_paths(root: Path) -> list[Path]:
    """Every file that is read, or refused, as an article; in the order of their paths.

    Those are all below content/articles/, and elsewhere in content/ Markdown, whose writer would wait for an entry in vain,
    and symbolic links.
    """
    folder, content = root / FOLDER, root / "content"
    stray = (path for path in content.rglob("*") if folder not in path.parents and path != folder and _is_stray(path))
    found = sorted([*folder.rglob("*"), *stray], key=lambda path: path.as_posix())
    return [path for path in found if not _is_aside(path.relative_to(content)) and (not path.is_dir() or path.is_symlink())]


def _is_stray(path: Path) -> bool:
    return path.is_symlink() or (path.suffix == ".md" and path.name != "README.md")


class Reading(NamedTuple):
    """All articles, by path, and every problem of every file.

    An article whose head does not make a whole is left out. `unread_events` are the events that such files seem to name.
    """

    articles: tuple[Article, ...]
    problems: list[Diagnostic]
    unread_events: frozenset[str]


def read_articles(root: Path, vocabulary: Vocabulary, progress: Progress = no_progress, memo: Memo | None = None) -> Reading:
    """Read the article files of the project in the folder `root`. A file is read again where its bytes have changed."""
    articles: list[Article] = []
    unread: set[str] = set()
    first: dict[str, Article] = {}
    problems: list[Diagnostic] = []
    with (memo or Memo()).stage("articles") as stage:
        publishers = Same(stage.equal("publishers", vocabulary.part(NameKind.PUBLISHERS)))
        for path in progress("Reading", article_paths(root)):
            name, data = path.relative_to(root).as_posix(), files.read_bytes(root, path)
            of = data if isinstance(data, Diagnostic) else digest(data)
            article, found, named = stage.result(name, (of, publishers), lambda: _read_file(name, data, vocabulary))  # noqa: B023
            problems += found
            if not article:
                unread |= named
                continue
            articles.append(article)
            if first.setdefault(article.id, article) is not article:
                message = f"the id {article.id} is already used by {first[article.id].path}"
                problems.append(Diagnostic("A108", article.at, message, "rename one of the two files"))
    return Reading(tuple(articles), problems, frozenset(unread))


def _read_file(
    name: str, data: bytes | Diagnostic, vocabulary: Vocabulary
) -> tuple[Article | None, list[Diagnostic], frozenset[str]]:
    """The article of a file, its problems, and the events that it seems to name if it is none."""
    if isinstance(data, Diagnostic):
        return None, [data], frozenset()
    lines, problems = files.decoded(name, data)
    if lines is None:
        return None, problems, frozenset()
    article = None
    if not problems:
        article, problems = _parse(lines, vocabulary)
    return article, problems, frozenset() if article else frozenset(_named_events(lines))


def _named_events(lines: Lines) -> set[str]:
    """The ids that a file which cannot be read has where events are named: as keys of its head and in its passages."""
    text = "\n".join(lines.lines)
    return {*_KEY_OF_EVENT.findall(text), *(id for ids in _EVENT_OF_PASSAGE.findall(text) for id in ids.split())}


def _is_aside(path: Path) -> bool:
    """What editors and systems lay beside a file: .x.md.swp, .#x.md, x.md~, .DS_Store, or in a folder with a dot."""
    return any(part.startswith(".") for part in path.parts) or path.name.endswith("~")


def _parse(lines: Lines, vocabulary: Vocabulary) -> tuple[Article | None, list[Diagnostic]]:
    source = parse_source(lines)
    if isinstance(source, Diagnostic):
        return None, [*misplaced(lines, PurePosixPath(lines.path)), source, *_body_problems(lines)]
    return article_from(source, vocabulary)


def _body_problems(lines: Lines) -> list[Diagnostic]:
    """What is wrong in the body of a file whose head cannot be read."""
    end = end_of_head(lines)
    return [] if isinstance(end, Diagnostic) else read_body(lines, end + 1).problems
