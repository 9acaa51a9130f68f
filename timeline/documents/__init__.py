"""The documents that are written by a command and committed: schemas for editors, the tables of keys, the gallery.

They are made from the model and from the examples, so that they cannot tell anything else than what the code does. A test
fails where one of them is stale.
"""

from pathlib import Path

from timeline.diagnostics import Diagnostic
from timeline.documents import gallery, tables
from timeline.documents.schemas import schemas


def documents(root: Path) -> tuple[dict[str, str], list[Diagnostic]]:
    """The text of each document by its path below root, and what is wrong in the examples."""
    shown, problems = gallery.gallery(root)
    page = (root / tables.PAGE).read_text(encoding="utf-8")
    return {**schemas(), tables.PAGE: tables.with_tables(page), gallery.PAGE: shown}, problems
