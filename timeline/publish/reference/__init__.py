"""The documents that are written by a command and committed: schemas for editors, the tables of keys, the gallery.

They are made from the model and from the examples, so that they cannot tell anything else than what the code does. A test
fails where one of them is stale.
"""

from pathlib import Path

from timeline.model.diagnostics import Diagnostic
from timeline.publish.reference import gallery, tables
from timeline.publish.reference.schemas import schemas
from timeline.reading import files


def documents(root: Path) -> tuple[dict[str, str], list[Diagnostic]]:
    """The text of each document by its path below root, and what is wrong in what they are made from."""
    page, in_page = files.read(root, root / tables.PAGE)
    shown, in_examples = gallery.gallery(root)
    text = "\n".join(page.lines) if page else ""
    return {**schemas(), tables.PAGE: tables.with_tables(text), gallery.PAGE: shown}, [*in_page, *in_examples]
