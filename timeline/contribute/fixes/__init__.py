"""What is safe to correct: one module for each kind of fix, found by its presence, with `fix(filed, vocabulary)`.

A fix returns the new lines and the data that their YAML must hold. Whether it does is looked up here: what would change the
meaning of a file in any other way is not taken.
"""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.model.diagnostics import Diagnostic, Lines
from timeline.reading import body
from timeline.reading.articles import end_of_head
from timeline.reading.files import BOM, lines_of, read_text
from timeline.reading.unsafe_characters import UNSAFE
from timeline.reading.vocabulary import FILE as VOCABULARY
from timeline.reading.vocabulary import Vocabulary
from timeline.reading.yaml_tree import Tree, load


@dataclass(frozen=True)
class Filed:
    """An article or the vocabulary. Its YAML stands in the lines from `start` to before `end`; behind them begins the text."""

    path: str
    lines: list[str]
    start: int
    end: int
    tree: Tree

    @property
    def is_article(self) -> bool:
        return self.path != VOCABULARY


@dataclass(frozen=True)
class Correction:
    """A file below root as it is, and as it would be."""

    path: str
    before: str
    after: str


def corrections(root: Path, files: Iterable[str], vocabulary: Vocabulary) -> Iterator[Correction]:
    """What can be corrected in these files. Those that cannot be read as text or as YAML are left alone."""
    for path in files:
        text, _ = read_text(root, root / path)
        if text is not None and (after := corrected(path, text, vocabulary)) != text:
            yield Correction(path, text, after)


def corrected(path: str, text: str, vocabulary: Vocabulary) -> str:
    """The text of a file with all that is safe to correct. Line ends that are mixed become those of Unix."""
    bom = BOM if text.startswith(BOM) else ""
    ends = "\r\n" if 0 < text.count("\n") == text.count("\r\n") else "\n"
    lines = list(lines_of(path, text).lines)
    filed = None if UNSAFE.search("\n".join(lines)) else _filed(path, lines)
    if filed is None:
        return text
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        fix = getattr(importlib.import_module(f"{__name__}.{name}"), "fix", None)
        filed = _changed(filed, *fix(filed, vocabulary)) if fix else filed
    return bom + ends.join([*filed.lines, ""] if filed.lines[-1] else filed.lines)


def _filed(path: str, lines: list[str]) -> Filed | None:
    """The file with its YAML; None if there is none that can be read."""
    start, end = 0, len(lines)
    if path != VOCABULARY:
        start, end = 1, end_of_head(Lines(path, lines))
        if isinstance(end, Diagnostic):
            return None
    tree = load("\n".join(lines[start:end]), Lines(path, lines), start)
    return Filed(path, lines, start, end, tree) if isinstance(tree, Tree) else None


def _changed(filed: Filed, lines: list[str], data: Any) -> Filed:
    """The file with new lines, if its YAML then holds these data and its text says the same; else as it was."""
    after = _filed(filed.path, lines) if lines != filed.lines else None
    if after is None or after.tree.data != data or after.end != filed.end or len(after.tree.problems) > len(filed.tree.problems):
        return filed
    return after if after.lines[after.end :] == filed.lines[filed.end :] or _text(after) == _text(filed) else filed


def _text(filed: Filed) -> body.Body:
    return body.read(Lines(filed.path, filed.lines), filed.end + 1)
