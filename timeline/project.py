"""A project in memory: its files read, its articles assembled and checked. Nothing is written."""

from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path

from timeline.assembly.chronology import arrange
from timeline.assembly.claims import collect_claims
from timeline.assembly.entries import merge_claims
from timeline.checks.rules import run_checks
from timeline.model.article import Article
from timeline.model.chronology import Chronology, Site
from timeline.model.diagnostics import Diagnostic, ordered
from timeline.model.memo import Memo
from timeline.reading.articles import read_articles
from timeline.reading.progress import Progress, no_progress
from timeline.reading.site_config import read_site
from timeline.reading.vocabulary import Vocabulary, read_vocabulary


@dataclass(frozen=True)
class Project:
    """What the files of a project say, and every problem in them, in order of place."""

    site: Site
    vocabulary: Vocabulary
    chronology: Chronology
    problems: list[Diagnostic]


def load(root: Path, progress: Progress = no_progress, memo: Memo | None = None) -> Project:
    """Read, assemble and check the project in the folder `root`. A file that cannot be read does not hide the others.

    What `memo` knows of a former build is not made again.
    """
    site, in_site = read_site(root)
    vocabulary, in_vocabulary = read_vocabulary(root)
    reading = read_articles(root, vocabulary, progress, memo)
    chronology, in_chronology = assemble(reading.articles, vocabulary, reading.unread_events, memo)
    return Project(site, vocabulary, chronology, ordered([*in_site, *in_vocabulary, *reading.problems, *in_chronology]))


def assemble(
    articles: tuple[Article, ...],
    vocabulary: Vocabulary,
    unread_events: Set[str] = frozenset(),
    memo: Memo | None = None,
) -> tuple[Chronology, list[Diagnostic]]:
    """The chronology of `articles`, and what is wrong with their claims and entries.

    Of `unread_events` an article that could not be read may state what is missing: then nothing is said of it.
    """
    claims, in_claims = collect_claims(articles, vocabulary, memo)
    entries, in_entries = merge_claims(claims, articles, unread_events, memo)
    chronology = arrange(entries, articles, claims)
    return chronology, [*in_claims, *in_entries, *run_checks(chronology)]
