"""Article files below content/articles/ to Articles."""

import os
import re
from pathlib import Path, PurePosixPath

from timeline.model.article import Article
from timeline.model.diagnostics import Diagnostic, Lines
from timeline.reading import files
from timeline.reading.article_file import article_from
from timeline.reading.article_rules import FOLDER, misplaced
from timeline.reading.body import read_body
from timeline.reading.links import entries_below
from timeline.reading.source import end_of_head, parse_source
from timeline.reading.vocabulary import Vocabulary

_KEY_OF_EVENT = re.compile(r"^[ \t]+([a-z0-9-]+):[ \t]*(?:\{\}[ \t]*)?$", re.MULTILINE)
_EVENT_OF_PASSAGE = re.compile(r"\bevent=\"?([a-z0-9 -]+)")


def article_paths(root: Path) -> list[Path]:
    """Every file that is read, or refused, as an article; in the order of their paths."""
    return [root / name for name in article_names(root)]


def article_names(root: Path) -> list[str]:
    """The files of `article_paths`, as paths below root.

    Those are all below content/articles/, and elsewhere in content/ Markdown, whose writer would wait for an entry in vain,
    and symbolic links.
    """
    articles, content, above = str(root / FOLDER), str(root / "content"), len(str(root)) + 1
    found = [entry for entry in entries_below(articles) if entry.is_symlink() or not entry.is_dir()]
    found += [entry for entry in entries_below(content, but=articles) if entry.path != articles and _is_stray(entry)]
    names = [entry.path[above:].replace(os.sep, "/") for entry in found]
    return sorted(name for name in names if not _is_aside(name))


def _is_stray(entry: "os.DirEntry[str]") -> bool:
    return entry.is_symlink() or (entry.name.endswith(".md") and entry.name != "README.md" and not entry.is_dir())


def _is_aside(name: str) -> bool:
    """What editors and systems lay beside a file: .x.md.swp, .#x.md, x.md~, .DS_Store, or in a folder with a dot."""
    return "/." in name or name.endswith("~")


def read_article(
    name: str, data: bytes | Diagnostic, vocabulary: Vocabulary
) -> tuple[Article | None, list[Diagnostic], frozenset[str]]:
    """The article of a file, its problems, and the events that it seems to name if it is none.

    An article whose head does not make a whole is none. Of the vocabulary it depends on the publishers alone.
    """
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


def _parse(lines: Lines, vocabulary: Vocabulary) -> tuple[Article | None, list[Diagnostic]]:
    source = parse_source(lines)
    if isinstance(source, Diagnostic):
        return None, [*misplaced(lines, PurePosixPath(lines.path)), source, *_body_problems(lines)]
    return article_from(source, vocabulary)


def _body_problems(lines: Lines) -> list[Diagnostic]:
    """What is wrong in the body of a file whose head cannot be read."""
    end = end_of_head(lines)
    return [] if isinstance(end, Diagnostic) else read_body(lines, end + 1).problems
