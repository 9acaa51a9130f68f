"""The vocabulary of a project: preferred names by kind, found by name or alias."""

import json
import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from timeline.model.article import Stated
from timeline.model.diagnostics import Diagnostic, Location
from timeline.model.look_alikes import look_alike
from timeline.model.names import Name, NameKind
from timeline.model.nearest import nearest
from timeline.reading.vocabulary_files import FILE, vocabulary_trees
from timeline.reading.vocabulary_names import names_of

_APOSTROPHES = str.maketrans("‘’ʼʹ′`´", "'''''''")


@dataclass(frozen=True)
class Vocabulary:
    """Names by kind, then by what an article may write for them.

    `at` is the place of each name, by kind and id; `files` has the file to which a new name of a kind is to be added. If a
    file cannot be read, `readable` is False and there are no names.
    """

    names: dict[NameKind, dict[str, Name]]
    at: dict[tuple[NameKind, str], Location] = field(default_factory=dict)
    readable: bool = True
    files: dict[NameKind, str] = field(default_factory=dict)

    def part(self, kind: NameKind) -> tuple[bool, dict[str, Name], str]:
        """All that `find` knows of a kind."""
        return self.readable, self.names[kind], self.file_of(kind)

    def file_of(self, kind: NameKind) -> str:
        """The file to which a new name of a kind is to be added: the last one that has names of this kind."""
        return self.files.get(kind, FILE)

    def find(self, kind: NameKind, written: Stated, *, is_compared: bool = True) -> Name | Diagnostic:
        """The name that is meant, or why there is none. Only if `is_compared` is it compared with all names, which takes long."""
        if not self.readable:  # one problem, not one for each name
            return Name(kind, "unknown", written.value)
        known = self.names[kind]
        if written.value in known:
            return known[written.value]
        message = f"`{written.value}` is not among the {kind} of the vocabulary"
        help = f"add it to {self.file_of(kind)}, under {kind}: `{_line_for(written.value)}`"
        if not is_compared:
            return Diagnostic("V501", written.at, message, help)
        spelling = self.spelling(kind, written.value)
        by_fix = f"write {spelling}, or run `dateline check --fix`" if spelling else None
        if twin := look_alike(written.value, known):
            name, differs = twin
            return Diagnostic(
                "V501", written.at, f"`{written.value}` looks like {name}, but {differs}", by_fix or f"write {name}"
            )
        like = nearest(written.value, known)
        if like:
            help = f"did you mean {like}? If not, {help}"
        help = by_fix or help
        if ";" in written.value:
            help = "put commas between the names of a list: [one, two]"
        return Diagnostic("V501", written.at, message, help)

    def spelling(self, kind: NameKind, written: str) -> str | None:
        """The spelling of the vocabulary, if it differs only in capitals, white space, accents or the form of an apostrophe.

        None if the vocabulary has no such name, or several. An alias stays an alias.
        """
        known = self.names[kind]
        if kind is NameKind.CLAIMS or written in known or not _bare(written):
            return None
        like = _by_bare(tuple(known)).get(_bare(written), [])
        if len({known[spelling].id for spelling in like}) != 1:
            return None
        preferred = known[like[0]].name
        return preferred if preferred in like else like[0]


@lru_cache(maxsize=16)
def _by_bare(known: tuple[str, ...]) -> dict[str, list[str]]:
    """Names by how `_bare` has them. Kept, for a vocabulary is asked for many names."""
    found: dict[str, list[str]] = {}
    for name in known:
        found.setdefault(_bare(name), []).append(name)
    return found


def _bare(name: str) -> str:
    """A name without capitals, white space and accents, and with straight apostrophes."""
    letters = unicodedata.normalize("NFD", name.translate(_APOSTROPHES).casefold())
    return "".join(letter for letter in letters if not (unicodedata.combining(letter) or letter.isspace()))


def _line_for(name: str) -> str:
    """The line for a new name; its key is to be replaced where the name has no Latin letters."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    key = "-".join(re.findall(r"[a-z0-9]+", plain)) or "a-key"
    needs_no_quotes = re.fullmatch(r"[^\W\d_][\w .’-]*", name)
    return f"{key}: {{name: {name if needs_no_quotes else json.dumps(name, ensure_ascii=False)}}}"


def _unreadable() -> Vocabulary:
    return Vocabulary({kind: {} for kind in NameKind}, readable=False)


def read_vocabulary(root: Path) -> tuple[Vocabulary, list[Diagnostic]]:
    """The vocabulary below root, with what is wrong in it. Of several files each must be readable."""
    trees, problems = vocabulary_trees(root)
    if problems:
        return _unreadable(), problems
    names, places, problems = names_of(trees)
    last = {kind: tree.root.path for tree in trees for kind in NameKind if (kind,) in tree.keys}
    return Vocabulary(names, places, files={kind: last.get(kind, trees[0].root.path) for kind in NameKind}), problems
