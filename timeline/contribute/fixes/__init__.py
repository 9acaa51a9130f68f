"""What is safe to correct: one module for each kind of fix, found by its presence, with `fix(source, vocabulary)`.

A fix returns edits, and the data that the YAML must hold after them. The edits are made only if the file, read anew, holds
these data and its text says the same as before.
"""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.contribute.edits import Edit, edited
from timeline.model.diagnostics import Diagnostic
from timeline.reading.files import BOM, read_text
from timeline.reading.source import Source, read_source
from timeline.reading.unsafe_characters import UNSAFE
from timeline.reading.vocabulary import Vocabulary


@dataclass(frozen=True)
class Correction:
    """The text of a file below root as it is, and as it would be."""

    path: str
    before: str
    after: str


def corrections(root: Path, files: Iterable[str], vocabulary: Vocabulary) -> Iterator[Correction]:
    """What can be corrected in these files. Files that cannot be read as text or as YAML are left alone."""
    for path in files:
        text, _ = read_text(root, root / path)
        if text is not None and (after := corrected(path, text, vocabulary)) != text:
            yield Correction(path, text, after)


def corrected(path: str, text: str, vocabulary: Vocabulary) -> str:
    """The text of a file with everything corrected that is safe. Mixed line ends become those of Unix."""
    source = read_source(path, _with_equal_line_ends(text))
    if isinstance(source, Diagnostic) or UNSAFE.search("\n".join(source.lines.lines)):
        return text
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        fix = importlib.import_module(f"{__name__}.{name}").fix
        source = _made(source, *fix(source, vocabulary))
    return source.text


def _with_equal_line_ends(text: str) -> str:
    """The text with one kind of line end, also after its last line."""
    bom = BOM if text.startswith(BOM) else ""
    end = "\r\n" if 0 < text.count("\n") == text.count("\r\n") else "\n"
    lines = text.removeprefix(BOM).replace("\r\n", "\n").split("\n")
    return bom + end.join([*lines, ""] if lines[-1] else lines)


def _made(source: Source, edits: Sequence[Edit], data: Any) -> Source:
    """The file with the edits made, if its YAML then holds these data and its text says the same; else as it is."""
    after = edited(source, edits) if edits else source
    if isinstance(after, Diagnostic) or after.tree.data != data or after.end != source.end:
        return source
    if len(after.tree.problems) > len(source.tree.problems):
        return source
    same_text = after.lines.lines[after.end :] == source.lines.lines[source.end :]
    return after if same_text or after.body == source.body else source
