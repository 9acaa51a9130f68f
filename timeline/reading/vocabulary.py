"""The vocabulary, content/vocabulary.yml: preferred names by kind, found by name or alias."""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from timeline.model.article import Stated
from timeline.model.diagnostics import Diagnostic, Location
from timeline.model.look_alikes import look_alike
from timeline.model.names import Name, NameKind
from timeline.model.nearest import nearest
from timeline.model.schema import FORMAT, NameKeys, VocabularyKeys
from timeline.reading import files
from timeline.reading.validation import validate
from timeline.reading.yaml_tree import Tree, load

FILE = "content/vocabulary.yml"
_APOSTROPHES = str.maketrans("‘’ʼʹ′`´", "'''''''")


@dataclass(frozen=True)
class Vocabulary:
    """Names by kind, then by what an article may write for them.

    `at` is the place of each name, by kind and id. If the file cannot be read, `readable` is False and there are no names.
    """

    names: dict[NameKind, dict[str, Name]]
    at: dict[tuple[NameKind, str], Location] = field(default_factory=dict)
    readable: bool = True

    def part(self, kind: NameKind) -> tuple[bool, dict[str, Name]]:
        """All that `find` knows of a kind."""
        return self.readable, self.names[kind]

    def find(self, kind: NameKind, written: Stated) -> Name | Diagnostic:
        """The name that is meant, or why there is none."""
        if not self.readable:  # one problem, not one for each name
            return Name(kind, "unknown", written.value)
        known = self.names[kind]
        if written.value in known:
            return known[written.value]
        spelling = self.spelling(kind, written.value)
        by_fix = f"write {spelling}, or run `dateline check --fix`" if spelling else None
        if twin := look_alike(written.value, known):
            name, differs = twin
            return Diagnostic(
                "V501", written.at, f"`{written.value}` looks like {name}, but {differs}", by_fix or f"write {name}"
            )
        like = nearest(written.value, known)
        help = f"add it to {FILE}, under {kind}: `{_line_for(written.value)}`"
        if like:
            help = f"did you mean {like}? If not, {help}"
        help = by_fix or help
        if ";" in written.value:
            help = "put commas between the names of a list: [one, two]"
        return Diagnostic("V501", written.at, f"`{written.value}` is not among the {kind} of the vocabulary", help)

    def spelling(self, kind: NameKind, written: str) -> str | None:
        """The spelling of the vocabulary, if it differs only in capitals, white space, accents or the form of an apostrophe.

        None if the vocabulary has no such name, or several. An alias stays an alias.
        """
        known = self.names[kind]
        if kind is NameKind.CLAIMS or written in known or not _bare(written):
            return None
        like = [spelling for spelling in known if _bare(spelling) == _bare(written)]
        if len({known[spelling].id for spelling in like}) != 1:
            return None
        preferred = known[like[0]].name
        return preferred if preferred in like else like[0]


@lru_cache(maxsize=10_000)
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
    """The vocabulary below root, with what is wrong in it."""
    lines, problems = files.read_lines(root, root / FILE)
    if lines is None or problems:
        return _unreadable(), problems
    tree = load("\n".join(lines.lines), lines)
    if isinstance(tree, Diagnostic):
        return _unreadable(), [tree]
    if problem := _other_format(tree):
        return _unreadable(), [problem]
    keys, problems = validate(VocabularyKeys, tree)
    names: dict[NameKind, dict[str, Name]] = {}
    for kind in NameKind:
        by_spelling, doubled = _by_spelling(kind, getattr(keys, kind) if keys else {}, tree)
        names[kind] = _as_written(kind, tree) | by_spelling
        problems += doubled
    places = {(kind, name.id): tree.at_key((kind, name.id)) for kind, found in names.items() for name in found.values()}
    return Vocabulary(names, places), problems


def _other_format(tree: Tree) -> Diagnostic | None:
    """Whether the files are in a format that this version does not read. Then nothing else is said of the vocabulary."""
    stated = tree.data.get("format") if isinstance(tree.data, dict) else None
    if stated in (None, str(FORMAT)):
        return None
    newer = isinstance(stated, str) and stated.isdecimal() and stated.isascii() and int(stated) > FORMAT
    help = "upgrade it: python -m pip install --upgrade dateline" if newer else f"write `format: {FORMAT}`, and check again"
    message = f"this version of Dateline reads format {FORMAT} of content/, and no other"
    return Diagnostic("V503", tree.at(("format",)), message, help)


def _as_written(kind: NameKind, tree: Tree) -> dict[str, Name]:
    """The names, right or wrong, so that a fault in one is not reported again for each article that uses it."""
    written = tree.data.get(kind) if isinstance(tree.data, dict) else None
    found = {}
    for key, entry in written.items() if isinstance(written, dict) else ():
        fields = entry if isinstance(entry, dict) else {}
        aliases = fields.get("aliases")
        spellings = [fields.get("name"), *(aliases if isinstance(aliases, list) else ())]
        if kind == NameKind.CLAIMS:  # articles write the id
            spellings = [key]
        for spelling in spellings:
            if isinstance(spelling, str):
                found[spelling] = Name(kind, key, spelling)
    return found


def _by_spelling(kind: NameKind, entries: Mapping[str, NameKeys], tree: Tree) -> tuple[dict[str, Name], list[Diagnostic]]:
    found: dict[str, Name] = {}
    problems: list[Diagnostic] = []
    for key, entry in entries.items():
        fields = entry.model_dump(exclude={"note", "aliases"})
        name = Name(kind, key, note=entry.note or "", aliases=entry.aliases, **fields)
        spellings: list[tuple[str, Location]] = [(entry.name, tree.at((kind, key, "name")))]
        spellings += [(alias, tree.at((kind, key, "aliases", place))) for place, alias in enumerate(entry.aliases)]
        if kind == NameKind.CLAIMS:  # articles write the short id: `missiles: 84`
            spellings = [(key, tree.at_key((kind, key)))]
        for spelling, at in spellings:
            if spelling in found:
                message = f"`{spelling}` is a name of two {kind}: {found[spelling].id} and {key}"
                problems.append(Diagnostic("V502", at, message, "remove it from one of the two"))
            found.setdefault(spelling, name)
    return found, problems
