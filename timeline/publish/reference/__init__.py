"""Documents that are made from the code and the examples: schemas, tables of keys, the gallery, the pages on messages.

All are committed, so that they can be read in the repository, except the pages on messages: those repeat what is in
timeline/checks/. A test fails if a committed one is stale.
"""

from pathlib import Path

from timeline.model.diagnostics import Diagnostic
from timeline.publish.reference import gallery, tables
from timeline.publish.reference.messages import messages
from timeline.publish.reference.schemas import schemas
from timeline.reading import files


def documents(root: Path) -> tuple[dict[str, str], list[Diagnostic]]:
    """The text of each document by its path below root, and what is wrong in what they are made from."""
    page, in_page = files.read_lines(root, root / tables.PAGE)
    shown, in_examples = gallery.gallery(root)
    text = "\n".join(page.lines) if page else ""
    return {**schemas(), **messages(), tables.PAGE: tables.with_tables(text), gallery.PAGE: shown}, [*in_page, *in_examples]
