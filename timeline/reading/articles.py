"""Article files below content/articles/ to Articles."""

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from timeline.model.article import Article, EventHead, Passage, Stated, StatedDate
from timeline.model.diagnostics import Diagnostic, Lines
from timeline.model.names import FACETS, Name, NameKind
from timeline.model.reference import Reference, reference_to
from timeline.model.schema import REFERENCES, ArticleKeys, EventKeys
from timeline.model.values import MAX_ID, is_id
from timeline.reading import files
from timeline.reading.body import read_body
from timeline.reading.progress import Progress, no_progress
from timeline.reading.source import Source, end_of_head, parse_source
from timeline.reading.validation import validate
from timeline.reading.vocabulary import Vocabulary
from timeline.reading.yaml_tree import Path as YamlPath
from timeline.reading.yaml_tree import Tree

FOLDER = "content/articles"
_KEY_OF_EVENT = re.compile(r"^[ \t]+([a-z0-9-]+):[ \t]*(?:\{\})?[ \t]*$", re.MULTILINE)
_EVENT_OF_PASSAGE = re.compile(r"\bevent=\"?([a-z0-9 -]+)")


def article_paths(root: Path) -> list[Path]:
    """Every file that is read, or refused, as an article; in the order of their paths.

    Those are all below content/articles/, and Markdown elsewhere in content/: its writer would wait for an entry in vain.
    """
    folder, content = root / FOLDER, root / "content"
    stray = (path for path in content.rglob("*.md") if folder not in path.parents and path.name != "README.md")
    found = sorted([*folder.rglob("*"), *stray], key=lambda path: path.as_posix())
    return [path for path in found if not _is_aside(path.relative_to(content)) and (not path.is_dir() or path.is_symlink())]


class Reading(NamedTuple):
    """All articles, by path, and every problem of every file.

    An article whose head does not make a whole is left out. `unread_events` are the events that such files seem to name.
    """

    articles: tuple[Article, ...]
    problems: list[Diagnostic]
    unread_events: frozenset[str]


def read_articles(root: Path, vocabulary: Vocabulary, progress: Progress = no_progress) -> Reading:
    """Read the article files of the project in the folder `root`."""
    articles: list[Article] = []
    unread: set[str] = set()
    first: dict[str, Article] = {}
    problems: list[Diagnostic] = []
    for path in progress("Reading", article_paths(root)):
        lines, found = files.read_lines(root, path)
        article = None
        if lines is not None and not found:
            article, found = _read_file(lines, vocabulary)
        problems += found
        if not article:
            unread |= _named_events(lines) if lines else set()
            continue
        articles.append(article)
        if first.setdefault(article.id, article) is not article:
            message = f"the id {article.id} is already used by {first[article.id].path}"
            problems.append(Diagnostic("A108", article.at, message, "rename one of the two files"))
    return Reading(tuple(articles), problems, frozenset(unread))


def _named_events(lines: Lines) -> set[str]:
    """The ids that a file which cannot be read has where events are named: as keys of its head and in its passages."""
    text = "\n".join(lines.lines)
    return {*_KEY_OF_EVENT.findall(text), *(id for ids in _EVENT_OF_PASSAGE.findall(text) for id in ids.split())}


def _is_aside(path: Path) -> bool:
    """What editors and systems lay beside a file: .x.md.swp, .#x.md, x.md~, .DS_Store, or in a folder with a dot."""
    return any(part.startswith(".") for part in path.parts) or path.name.endswith("~")


def _read_file(lines: Lines, vocabulary: Vocabulary) -> tuple[Article | None, list[Diagnostic]]:
    source = parse_source(lines)
    if isinstance(source, Diagnostic):
        return None, [*_misplaced(lines, PurePosixPath(lines.path)), source, *_body_problems(lines)]
    return article_from(source, vocabulary)


def article_from(source: Source, vocabulary: Vocabulary) -> tuple[Article | None, list[Diagnostic]]:
    """The article in a file, and every problem in it; None if a key that the format requires is missing or wrong."""
    lines, tree, text = source.lines, source.tree, source.body
    path = PurePosixPath(source.path)
    problems = list(_misplaced(lines, path))
    keys, wrong = validate(ArticleKeys, tree)
    problems += wrong + text.problems
    if keys is None:
        return None, problems
    if missing := [*_title(tree, lines), *_no_reference(tree, lines)]:
        return None, problems + missing
    if not (reference := _reference(keys)):  # what is stated is not valid, and reported
        return None, problems
    problems += _locators(text.passages, reference)
    problems += _misfiled(keys, tree, lines)
    publisher = _publisher(Stated(keys.publisher, tree.at(("publisher",))), vocabulary, problems)
    agency = _publisher(Stated(keys.agency, tree.at(("agency",))), vocabulary, problems) if keys.agency else None
    article = Article(
        id=path.stem,
        path=lines.path,
        at=lines.at(0, 0),
        title=keys.title,
        described=keys.described,
        publisher=publisher,
        agency=agency,
        author=keys.author,
        reference=reference,
        reference_at=next((tree.at((key,)) for key in REFERENCES if (key,) in tree.keys), None),
        published=keys.published,
        published_note=keys.published_note,
        language=keys.language,
        kind=keys.kind,
        text=keys.text,
        note=keys.note,
        events=tuple(_event(event, head, tree) for event, head in keys.events.items()),
        passages=tuple(text.passages),
        body=text.blocks,
        marks_read=not text.problems,
        dates_read=not any(problem.code == "D601" for problem in wrong),
        unread_events=_unread(tree, wrong),
    )
    return article, problems


def _unread(tree: Tree, problems: list[Diagnostic]) -> frozenset[str]:
    """The events under which there are problems. A key of an event beside the ids belongs to the event before it."""
    places = {path[1]: tree.at_key(path).line for path in tree.keys if len(path) == 2 and path[0] == "events"}
    found: set[str] = set()
    for problem in problems:
        above = [str(event) for event, line in places.items() if line <= problem.at.line]
        found.update(above[-2:] if above and above[-1] in EventKeys.model_fields else above[-1:])
    return frozenset(found)


def _body_problems(lines: Lines) -> list[Diagnostic]:
    """What is wrong in the body of a file whose head cannot be read."""
    end = end_of_head(lines)
    return [] if isinstance(end, Diagnostic) else read_body(lines, end + 1).problems


def _misplaced(lines: Lines, path: PurePosixPath) -> list[Diagnostic]:
    """Whether the file is where an article is looked for, under a name that can be an address."""
    at = lines.at(0, 0)
    folders = lines.path.removeprefix(FOLDER + "/").split("/")[:-1]
    if path.suffix != ".md" and len(folders) == 1:
        return [Diagnostic("A107", at, f"an article file with the suffix `{path.suffix}`", f"rename it to {path.stem}.md")]
    if path.suffix != ".md" or len(folders) != 1 or not (len(folders[0]) == 4 and folders[0].isdecimal()):
        return [
            Diagnostic(
                "A107",
                at,
                "an article file in the wrong place",
                f"name it {FOLDER}/YYYY/ID.md, where YYYY is the year of publication",
            )
        ]
    if not is_id(path.stem):
        help = f"use lowercase letters, digits and single hyphens, at most {MAX_ID}: reuters-saldo.md"
        return [Diagnostic("A107", at, f"`{path.stem}` is not a valid id for an article", help)]
    return []


def _title(tree: Tree, lines: Lines) -> list[Diagnostic]:
    stated = [key for key in ("title", "described") if (key,) in tree.keys]
    if len(stated) != 1:
        what = "both `title` and `described`" if stated else "neither `title` nor `described`"
        help = (
            "write the printed headline under `title`, or a description of your own under `described` "
            "if the headline is not known"
        )
        return [Diagnostic("H310", lines.at(0, 0), what, help)]
    return []


def _no_reference(tree: Tree, lines: Lines) -> list[Diagnostic]:
    if any((key,) in tree.keys for key in REFERENCES):
        return []
    message = f"nothing says where the original is: there is none of {', '.join(f'`{key}`' for key in REFERENCES)}"
    help = "add `url:` with the web address; for a book, a letter or a broadcast one of the others"
    return [Diagnostic("H313", lines.at(0, 0), message, help)]


def _reference(keys: ArticleKeys) -> Reference | None:
    archive = (keys.archive.institution, keys.archive.mark) if keys.archive else None
    return reference_to(keys.url, keys.doi, keys.isbn, archive, keys.source)


def _locators(passages: Iterable[Passage], reference: Reference) -> list[Diagnostic]:
    """Places that are a part of an address which the article does not have."""
    help = 'add `url`; or write the place in words: at="p. 14"'
    return [
        Diagnostic("P413", passage.at, f"`at={passage.locator}` is a part of an address, and the article has no `url`", help)
        for passage in passages
        if passage.locator.startswith("#") and not reference.address_at(passage.locator)
    ]


def _misfiled(keys: ArticleKeys, tree: Tree, lines: Lines) -> list[Diagnostic]:
    """An article whose publication date lies in one year is filed under it."""
    years = {day.year for day in (keys.published.earliest, keys.published.latest) if day} if keys.published else set()
    folder = lines.path.split("/")[-2]
    if len(years) != 1 or not folder.isdecimal() or int(folder) in years:
        return []
    year = years.pop()
    help = f"move the file to {FOLDER}/{year}/, or correct the date"
    return [Diagnostic("A109", tree.at(("published",)), f"published in {year}, but filed under {folder}", help)]


def _publisher(written: Stated, vocabulary: Vocabulary, problems: list[Diagnostic]) -> Name:
    """The publisher that is meant. One that is not in the vocabulary is a problem; a preview shows it as it is written."""
    found = vocabulary.find(NameKind.PUBLISHERS, written)
    if isinstance(found, Name):
        return found
    problems.append(found)
    return Name(NameKind.PUBLISHERS, "unknown", written.value)


def _event(event: str, head: EventKeys, tree: Tree) -> EventHead:
    path: YamlPath = ("events", event)
    return EventHead(
        id=event,
        at=tree.at_key(path),
        is_key_event=head.key == "true",
        names=tuple(
            (facet, tuple(Stated(name, tree.at((*path, facet, place))) for place, name in enumerate(getattr(head, facet))))
            for facet in FACETS
        ),
        claims=tuple(
            (Stated(name, tree.at_key((*path, "claims", name))), Stated(value, tree.at((*path, "claims", name))))
            for name, value in head.claims.items()
        ),
        **{
            key: _stated(head, key, tree, path)
            for key in ("title", "summary", "when", "date_note", "after", "entry_when", "entry_note")
        },
    )


def _stated(keys: ArticleKeys | EventKeys, key: str, tree: Tree, path: YamlPath) -> Any:
    """The value of a key with its place, or None."""
    value = getattr(keys, key)
    if value is None:
        return None
    at = tree.at((*path, key))
    return Stated(value, at) if isinstance(value, str) else StatedDate(value, at)
