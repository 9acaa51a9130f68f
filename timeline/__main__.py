"""The command `dateline`, also `python -m timeline`, and build.py of a project: all three call `main`."""

from __future__ import annotations  # so that an old Python comes as far as the message

import sys
from pathlib import Path

OLDEST = (3, 11)
INSTALL = "run `make site`, or install the packages: python -m pip install --require-hashes -r requirements.txt"


def main(root: Path | None = None) -> None:
    """Run the command that the arguments name, in the project `root`; without it, in the project round the current folder.

    Exits with status 1 and one line if Python is too old or a package is missing: it is not the one that the set-up made.
    """
    if sys.version_info < OLDEST:
        sys.exit(f"Error: Dateline needs Python 3.11 or newer; this is {sys.version.split()[0]}\nhelp: {INSTALL}")
    try:
        from timeline.commands import cli

        cli(obj=root)
    except ModuleNotFoundError as error:
        if not error.name or error.name.split(".")[0] == "timeline":
            raise
        sys.exit(f"Error: this Python ({sys.executable}) has no package `{error.name}`\nhelp: {INSTALL}")


if __name__ == "__main__":
    main()
