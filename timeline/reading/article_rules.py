"""What the format requires of an article file beyond the schema of its head: its place, its title, its source."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from timeline.model.article import Passage
from timeline.model.diagnostics import Diagnostic, Lines
from timeline.model.names import FACETS
from timeline.model.reference import Reference
from timeline.model.schema import REFERENCES, ArticleKeys
from timeline.model.values import MAX_ID, is_id
from timeline.reading.yaml_tree import Tree

FOLDER = "content/articles"
MAX_NAMES = 2_000  # of all events of an article together
_TEXT_SUFFIXES = (".markdown", ".mdown", ".mkd", ".txt", ".text")


def misplaced(lines: Lines, path: PurePosixPath) -> list[Diagnostic]:
    """Whether the file is where an article is looked for, under a name that can be an address."""
    at = lines.at(0, 0)
    folders = lines.path.removeprefix(FOLDER + "/").split("/")[:-1]
    if path.suffix in _TEXT_SUFFIXES and len(folders) == 1:
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


def title_problems(tree: Tree, lines: Lines) -> list[Diagnostic]:
    """Whether the article has a headline or our own words for it, and not both."""
    stated = [key for key in ("title", "described") if (key,) in tree.keys]
    if len(stated) != 1:
        what = "both `title` and `described`" if stated else "neither `title` nor `described`"
        help = (
            "write the printed headline under `title`, or a description of your own under `described` "
            "if the headline is not known"
        )
        return [Diagnostic("H310", lines.at(0, 0), what, help)]
    return []


def no_reference(tree: Tree, lines: Lines) -> list[Diagnostic]:
    """Whether anything says where the original is."""
    if any((key,) in tree.keys for key in REFERENCES):
        return []
    message = f"nothing says where the original is: there is none of {', '.join(f'`{key}`' for key in REFERENCES)}"
    help = "add `url:` with the web address; for a book, a letter or a broadcast one of the others"
    return [Diagnostic("H313", lines.at(0, 0), message, help)]


def locator_problems(passages: Iterable[Passage], reference: Reference) -> list[Diagnostic]:
    """Places that are a part of an address which the article does not have."""
    help = 'add `url`; or write the place in words: at="p. 14"'
    return [
        Diagnostic("P413", passage.at, f"`at={passage.locator}` is a part of an address, and the article has no `url`", help)
        for passage in passages
        if passage.locator.startswith("#") and not reference.address_at(passage.locator)
    ]


def too_many_names(keys: ArticleKeys, tree: Tree) -> list[Diagnostic]:
    """Whether the events list so many names that the engine takes long: the page of each name lists the entries."""
    amount = sum(len(getattr(event, facet)) for event in keys.events.values() for facet in FACETS)
    if amount <= MAX_NAMES:
        return []
    help = f"list those that matter for each event: {MAX_NAMES:,} are allowed"
    return [Diagnostic("H306", tree.at_key(("events",)), f"the events of this article list {amount:,} names", help)]


def misfiled(keys: ArticleKeys, tree: Tree, lines: Lines) -> list[Diagnostic]:
    """An article whose publication date lies in one year is filed under it."""
    years = {day.year for day in (keys.published.earliest, keys.published.latest) if day} if keys.published else set()
    folder = lines.path.split("/")[-2]
    if len(years) != 1 or not folder.isdecimal() or int(folder) in years:
        return []
    year = years.pop()
    help = f"move the file to {FOLDER}/{year}/, or correct the date"
    return [Diagnostic("A109", tree.at(("published",)), f"published in {year}, but filed under {folder}", help)]
