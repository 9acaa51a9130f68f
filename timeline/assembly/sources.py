"""The article files of a project, and what each says. It is read when it is asked for, or known from the last build."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from timeline.assembly.claims import collect_claims
from timeline.model.article import Article
from timeline.model.diagnostics import Diagnostic
from timeline.model.entry import Claim, Entry
from timeline.model.memo import RECORDS, Memo, digest
from timeline.model.names import NameKind
from timeline.reading import files
from timeline.reading.articles import article_names, read_article
from timeline.reading.progress import Progress, no_progress
from timeline.reading.vocabulary import Vocabulary


class Filed(NamedTuple):
    """What a file says: what was read of it, and what its article claims. See `read_article` and `collect_claims`."""

    read: tuple[Article | None, list[Diagnostic], frozenset[str]]
    collected: tuple[list[Claim], list[Diagnostic]]

    @property
    def article(self) -> Article | None:
        """The article; None where it cannot be read."""
        return self.read[0]

    @property
    def claims(self) -> list[Claim]:
        """The claims of the article."""
        return self.collected[0]


class Sources:
    """The files by their paths below root, each with its version: a digest of all that what it says is made of.

    `entries` are those that were made while problems were looked for, by id. They need not be made again.
    """

    def __init__(self, data: Mapping[str, bytes | Diagnostic], vocabulary: Vocabulary, memo: Memo):
        """`data` has what each file holds, or why it cannot be read."""
        self._data, self._vocabulary, self._memo = data, vocabulary, memo
        publishers = digest(repr(vocabulary.part(NameKind.PUBLISHERS)).encode())
        names = digest(repr([vocabulary.part(kind) for kind in NameKind]).encode())
        self._read_of = {name: digest(_digest_of(data) + publishers + os.fsencode(name)) for name, data in self._data.items()}
        self.versions = {name: digest(version + names) for name, version in self._read_of.items()}
        self.entries: dict[str, Entry] = {}
        self._filed: dict[str, Filed] = {}

    def add(self, article: Article) -> None:
        """An article that is in no file, or not yet."""
        self._filed[article.path] = Filed((article, [], frozenset()), collect_claims(article, self._vocabulary))
        self.versions[article.path] = digest(os.fsencode(article.path))

    def filed(self, name: str) -> Filed:
        """What a file says. The records of the last build are asked only if they are in memory: to read one file is quicker."""
        if name not in self._filed:
            in_memory = self._memo.has_read(RECORDS)
            read = self._memo.known("articles", name, self._read_of[name]) if in_memory else None
            collected = self._memo.known("claims", name, self.versions[name]) if read else None
            read = read or read_article(name, self._data[name], self._vocabulary)
            collected = collected or (collect_claims(read[0], self._vocabulary) if read[0] else ([], []))
            self._filed[name] = Filed(read, collected)
        return self._filed[name]

    def all(self, progress: Progress = no_progress) -> list[Filed]:
        """What all files say, in the order of their paths."""
        found = []
        with self._memo.stage("articles") as articles, self._memo.stage("claims") as claims:
            for name in progress("Reading", list(self.versions)):
                read = articles.known(name, self._read_of[name])
                collected = claims.known(name, self.versions[name]) if read else None
                if not (read and collected):  # two records that belong together: the claims refer to this article
                    read, collected = self.filed(name)
                    articles.put(name, self._read_of[name], read)
                    claims.put(name, self.versions[name], collected)
                found.append(Filed(read, collected))
        return found


def read_sources(root: Path, vocabulary: Vocabulary, memo: Memo) -> Sources:
    """The article files of the project in the folder `root`."""
    return Sources(dict(files.read_each(root, article_names(root))), vocabulary, memo)


def _digest_of(data: bytes | Diagnostic) -> bytes:
    return digest(repr(data).encode()) if isinstance(data, Diagnostic) else digest(data)
