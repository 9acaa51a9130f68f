"""The commands of `dateline` and build.py: one module each, found by its presence, with `command`, a click command.

The name of a module is that of its command. A command that works on a project takes its folder by `pass_root`.
"""

import ast
import functools
import importlib
import os
import pkgutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Concatenate, ParamSpec

import click

from timeline import __version__
from timeline.console.terminal import discard_output, show_any_text
from timeline.model.diagnostics import printable
from timeline.model.errors import UserError
from timeline.model.nearest import nearest

P = ParamSpec("P")


class Commands(click.Group):
    """The group of all commands. Only the module of the command that runs is loaded, so that none waits for the others."""

    def list_commands(self, context: click.Context) -> list[str]:
        """The names of all commands, in the order of the alphabet."""
        return sorted(module.name.removesuffix("_") for module in pkgutil.iter_modules(__path__))

    def resolve_command(self, context: click.Context, arguments: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments call, or an error that names the nearest one."""
        known = self.list_commands(context)
        if arguments[0] not in known:
            like = nearest(arguments[0], known)
            help = f"did you mean {like}?" if like else f"the commands are {', '.join(known)}"
            context.fail(f"there is no command `{printable(arguments[0])}`\nhelp: {help}")
        return super().resolve_command(context, arguments)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the list of commands, each with the beginning of its help. None of them is loaded."""
        outlines = [command for name in self.list_commands(context) if not (command := _outline(name)).hidden]
        width = formatter.width - 6 - max(len(command.name or "") for command in outlines)
        with formatter.section("Commands"):
            formatter.write_dl([(command.name or "", command.get_short_help_str(width)) for command in outlines])

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command of the arguments. A full disk under stdout is reported; a closed stdout is for click to handle."""
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            if error.filename:  # it is not about stdout
                raise
            discard_output()
            click.echo(f"Error: the output cannot be written: {error.strerror}\nhelp: free space, or send it elsewhere", err=True)
            sys.exit(1)

    def invoke(self, context: click.Context) -> Any:
        """Run the command, and show each error that a user can correct as `Error: message` and `help: what to do`."""
        try:
            return super().invoke(context)
        except UserError as error:
            click.echo(f"Error: {error}", err=True)
            context.exit(error.exit_status)
        except click.UsageError as error:
            if help := _usage_help(error):
                raise click.UsageError(f"{error.format_message()}\nhelp: {help}", error.ctx) from error
            raise

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of this name; None if there is none."""
        if name not in self.list_commands(context):
            return None
        command: click.Command = importlib.import_module(f"{__name__}.{_module(name)}").command
        return command


def _module(name: str) -> str:
    """The module of a command: `import` is no name for one."""
    return f"{name}_" if name == "import" else name


def _outline(name: str) -> click.Command:
    """A command with no more than its name and its help, from its file. Nothing is loaded."""
    tree = ast.parse((Path(__file__).parent / f"{_module(name)}.py").read_bytes())
    function = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "command")
    words = [word.arg for call in function.decorator_list if isinstance(call, ast.Call) for word in call.keywords]
    return click.Command(name, help=ast.get_docstring(function), hidden="hidden" in words)


def _usage_help(error: click.UsageError) -> str:
    """What to do about a call that click refuses; empty where its own words say it."""
    if isinstance(error, click.NoSuchOption):
        moved = f"write it before the command: dateline {error.option_name} FOLDER check"
        return moved if error.option_name == "--root" else ""
    if isinstance(error, click.MissingParameter) and error.param and error.ctx:
        return f"write it behind the command: {error.ctx.command_path} {error.param.human_readable_name}"
    if error.message.startswith("Got unexpected extra argument"):
        return 'put a value with blanks in quotation marks, "like this", and remove extra arguments'
    return ""


def pass_root(function: Callable[Concatenate[Path, P], None]) -> Callable[P, None]:
    """Call a command with the folder of the project first, as an absolute path.

    That is `--root`, else the folder of the build.py that was run, else the nearest folder upwards with a mkdocs.yml.
    """

    @functools.wraps(function)
    def with_root(*args: P.args, **kwargs: P.kwargs) -> None:
        root = click.get_current_context().find_object(Path) or _project_here()
        function(root, *args, **kwargs)

    return with_root


def _project_here() -> Path:
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise UserError(
        f"no mkdocs.yml in {printable(str(here))} or in a folder above it",
        "go to the folder of your project, or make a new one: dateline init FOLDER",
    )


@click.group(cls=Commands, invoke_without_command=True)
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The project's folder, if it is not the current one.",
)
@click.version_option(__version__, prog_name="dateline")
@click.pass_context
def cli(context: click.Context, root: Path | None) -> None:
    """Build the entries below docs/timeline/ from the articles in content/."""
    show_any_text()
    if root:
        context.obj = root
    if context.obj:
        context.obj = context.obj.resolve()
    context.color = False if os.environ.get("NO_COLOR") else None  # None: on a terminal alone
    if context.invoked_subcommand is None:
        _build_pages()


@pass_root
def _build_pages(root: Path) -> None:
    from timeline.cache import kept
    from timeline.console.report import bar, report
    from timeline.pipeline import build

    with kept(root) as memo:
        outcome = build(root, progress=bar, memo=memo)
    report(outcome)
