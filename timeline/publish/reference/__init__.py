"""Files made from the code and the examples: schemas, tables of keys, the gallery, parts of the theme, the manual of messages.

All are committed, so that they can be read in the repository, except the pages on messages: those repeat what is in
timeline/checks/. A test fails if a committed one is stale.
"""

from pathlib import Path

from timeline.model.diagnostics import Diagnostic
from timeline.publish.reference import gallery, tables
from timeline.publish.reference.messages import messages
from timeline.publish.reference.schemas import schemas
from timeline.publish.reference.theme_files import theme_files
from timeline.reading import files


def documents(root: Path) -> tuple[dict[str, str], list[Diagnostic]]:
    """The text of each file by its path below root, and the problems of what they are made from."""
    page, in_page = files.read_lines(root, root / tables.PAGE)
    shown, in_examples = gallery.gallery(root)
    text = "\n".join(page.lines) if page else ""
    made = {**schemas(), **theme_files(), **messages(), tables.PAGE: tables.with_tables(text), gallery.PAGE: shown}
    return made, [*in_page, *in_examples]
