"""dateline serve: a preview of the site that follows edits."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import click

from timeline.commands import pass_root
from timeline.model.errors import UserError

ENGINES = ("mkdocs", "properdocs")  # those with plugins, which follow content/
PACKAGES = {"zensical": "zensical==0.0.73"}  # newer ones need zensical-ui, which no index had when this was written


@click.command
@click.option("--engine", type=click.Choice(ENGINES), default="mkdocs", help="What renders the pages.")
@click.option("--open", "in_browser", is_flag=True, help="Open the site in a browser.")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Host and port of the preview.")
@pass_root
def command(root: Path, engine: str, in_browser: bool, address: str) -> None:
    """Show the site in a browser, and follow edits. Problems are reported here, and do not end the preview."""
    options = ["--open"] if in_browser else []
    command, environment = engine_call(root, engine, "serve", "--dev-addr", address, *options)
    if os.name == "posix":  # in place of this process, so that whoever ends it ends the preview
        os.chdir(root)
        os.execve(command[0], command, environment)
    sys.exit(subprocess.run(command, cwd=root, env=environment, check=False).returncode)


def engine_call(root: Path, engine: str, *arguments: str) -> tuple[list[str], dict[str, str]]:
    """The command that runs an engine on the project in the folder `root`, and its environment.

    Raises UserError if the engine is not installed.
    """
    if find_spec(engine) is None:
        raise UserError(f"{engine} is not installed", f"install it: python -m pip install {PACKAGES.get(engine, engine)}")
    # -P: build.py of the project is no module of the engine.
    command = [sys.executable, "-P", "-m", engine, *arguments, "--config-file", str(root / "mkdocs.yml")]
    return command, {**os.environ, "NO_MKDOCS_2_WARNING": "1"}  # a notice of Material on a version that is excluded here
