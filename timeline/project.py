"""A project in memory: its files read and checked, and its articles assembled when they are asked for. Nothing is written."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from timeline.assembly.chronology import arrange
from timeline.assembly.entries import merge_claims
from timeline.assembly.sources import Sources, read_sources
from timeline.checks.problems import find_problems
from timeline.model.chronology import Chronology, Site
from timeline.model.diagnostics import Diagnostic, ordered
from timeline.model.memo import Memo, digest
from timeline.reading.progress import Progress, no_progress
from timeline.reading.site_config import read_site
from timeline.reading.vocabulary import Vocabulary, read_vocabulary


@dataclass(frozen=True)
class Project:
    """What the files of a project say, and every problem in them, in order of place; and how much it holds."""

    site: Site
    vocabulary: Vocabulary
    problems: list[Diagnostic]
    entries: int
    articles: int
    _records: "_Records" = field(repr=False)

    @property
    def chronology(self) -> Chronology:
        """All entries in order. It is made when it is first asked for: whoever wants the problems alone need not wait."""
        return self._records.chronology

    @property
    def version(self) -> bytes:
        """A digest of all that the chronology and the site are made of."""
        return digest(repr((self.site, self._records.sources.versions)).encode("utf-8", "surrogateescape"))


@dataclass(frozen=True)
class _Records:
    sources: Sources
    memo: Memo
    progress: Progress

    @cached_property
    def chronology(self) -> Chronology:
        filed = self.sources.all(self.progress)
        articles = tuple(one.article for one in filed if one.article)
        claims = [claim for one in filed for claim in one.claims]
        return arrange(merge_claims(claims, articles, self.sources.entries, self.memo), articles, claims)


def load(root: Path, progress: Progress = no_progress, memo: Memo | None = None) -> Project:
    """Read and check the project in the folder `root`. A file that cannot be read does not hide the others.

    What `memo` knows of a former build is not made again.
    """
    memo = memo or Memo()
    site, in_site = read_site(root)
    vocabulary, in_vocabulary = read_vocabulary(root)
    sources = read_sources(root, vocabulary, memo)
    found = find_problems(sources, memo, progress)
    problems = ordered([*in_site, *in_vocabulary, *found.problems])
    return Project(site, vocabulary, problems, found.entries, found.articles, _Records(sources, memo, progress))
