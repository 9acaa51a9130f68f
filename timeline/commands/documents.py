"""dateline documents: the schemas for editors, the tables of keys and the gallery, from the model and the examples."""

from pathlib import Path

import click

from timeline.commands import pass_root
from timeline.model.diagnostics import as_text, counted, summary
from timeline.model.errors import UserError
from timeline.publish.reference import documents
from timeline.publish.reference.tables import PAGE
from timeline.reading.atomic_write import write_if_different


@click.command(hidden=True)
@pass_root
def command(root: Path) -> None:
    """Write the schemas, and what the manual shows of the code and the examples. For the repository of Dateline itself."""
    if not (root / PAGE).is_file():
        raise UserError(f"there is no {PAGE} below {root}", "run this in the folder of the project")
    written, problems = documents(root)
    for problem in problems:
        click.echo(as_text(problem) + "\n", err=True)
    if problems:
        raise UserError(f"{summary(problems)}; no document was written", "correct this first")
    try:
        changed = [path for path, text in written.items() if write_if_different(root / path, text)]
    except OSError as error:
        raise UserError(f"{error.filename} cannot be written: {error.strerror}", "check its permissions") from error
    click.echo(f"{counted(len(changed), 'document')} written, {len(written) - len(changed)} unchanged.")
