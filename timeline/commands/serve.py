"""dateline serve: a preview of the site that follows edits."""

import os
import subprocess
import sys
from pathlib import Path

import click

from timeline.commands import pass_root

ENGINES = ("mkdocs", "properdocs")  # those with plugins, which follow content/


@click.command
@click.option("--engine", type=click.Choice(ENGINES), default="mkdocs", help="What renders the pages.")
@click.option("--open", "in_browser", is_flag=True, help="Open the site in a browser.")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Host and port of the preview.")
@pass_root
def command(root: Path, engine: str, in_browser: bool, address: str) -> None:
    """Show the site in a browser, and follow edits. Problems are reported here, and do not end the preview."""
    options = ["--open"] if in_browser else []
    sys.exit(run_engine(root, engine, "serve", "--dev-addr", address, *options))


def run_engine(root: Path, engine: str, *arguments: str) -> int:
    """Run an engine on the project in the folder `root`. Returns its exit status."""
    command = [sys.executable, "-P", "-m", engine, *arguments, "--config-file", str(root / "mkdocs.yml")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}  # a notice of Material on a version that is excluded here
    try:
        return subprocess.run(command, cwd=root, env=environment, check=False).returncode
    except KeyboardInterrupt:  # the engine got it too, and has ended
        return 0
