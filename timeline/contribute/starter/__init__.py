"""The files of a new chronology, as `dateline init` writes them.

`project/` has the files of every project; each other folder has those for a forge. They are templates with `[[ … ]]` and
`[% … %]`, for workflows and articles use the usual brackets. `dot-` at the beginning of a name is written as a dot.
"""

import json
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from jinja2 import Environment, StrictUndefined

from timeline import __version__

FOLDER = Path(__file__).parent
PROJECT = "project"


@dataclass(frozen=True)
class Commands:
    """How a project calls Dateline: to install it, to run any command, and to check, build and preview the site."""

    install: str = "python -m pip install -r requirements.txt"
    dateline: str = "dateline"
    check: str = "dateline check"
    site: str = "dateline build"
    serve: str = "dateline serve"


def forges() -> list[str]:
    """The forges that a project can have files for."""
    return sorted(path.name for path in FOLDER.iterdir() if path.is_dir() and path.name not in (PROJECT, "__pycache__"))


def starter_files(name: str, url: str = "", forge: str | None = None) -> dict[str, str]:
    """The text of each file by its path: a project that is called `name`, published at `url`, with the files of `forge`."""
    values = {"title": name, "name": json.dumps(name, ensure_ascii=False), "url": url}
    return rendered(PROJECT, Commands(), **values) | (rendered(forge, Commands()) if forge else {})


def rendered(folder: str, commands: Commands, **values: str) -> dict[str, str]:
    """The text of each file of one of the folders here, by its path in a project."""
    environment = Environment(
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
        comment_start_string="[#",
        comment_end_string="#]",
        trim_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        autoescape=False,  # the files are YAML, Markdown and Python; `name` is quoted above
    )
    found = {}
    for path in sorted(path for path in (FOLDER / folder).rglob("*") if path.is_file() and path.suffix != ".pyc"):
        target = PurePosixPath(*(part.replace("dot-", ".", 1) for part in path.relative_to(FOLDER / folder).parts))
        template = environment.from_string(path.read_text(encoding="utf-8"))
        found[str(target)] = template.render(**vars(commands), version=__version__, **values)
    return found
