"""The commands of build.py: one module each, found by its presence, with `command`, what click makes of its function.

The object of a command's context is the project's folder, as an absolute Path. The name of a module is that of its command.
"""

import importlib
import pkgutil
from typing import Any

import click

from timeline.model.diagnostics import nearest, printable
from timeline.model.errors import UserError


class Commands(click.Group):
    """The group of all commands. Only the module of the command that runs is loaded, so that none waits for the others."""

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted(module.name.removesuffix("_") for module in pkgutil.iter_modules(__path__))

    def resolve_command(self, context: click.Context, arguments: list[str]) -> tuple:
        known = self.list_commands(context)
        if arguments[0] not in known:
            like = nearest(arguments[0], known)
            help = f"did you mean {like}?" if like else f"the commands are {', '.join(known)}"
            context.fail(f"there is no command `{printable(arguments[0])}`\nhelp: {help}")
        return super().resolve_command(context, arguments)

    def invoke(self, context: click.Context) -> Any:
        """Run the command, and show each error that a user can correct as `Error: message` and `help: what to do`."""
        try:
            return super().invoke(context)
        except UserError as error:
            shown = click.ClickException(str(error))
            shown.exit_code = error.exit_status
            raise shown from error
        except click.UsageError as error:
            if help := _way_out(error):
                raise click.UsageError(f"{error.format_message()}\nhelp: {help}", error.ctx) from error
            raise

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(context):
            return None
        # `import` is no name for a module
        return importlib.import_module(f"{__name__}.{name + '_' if name == 'import' else name}").command


def _way_out(error: click.UsageError) -> str:
    """What to do about a call that click refuses; empty where its own words say it."""
    if isinstance(error, click.NoSuchOption):
        moved = f"write it before the command: python build.py {error.option_name} FOLDER check"
        return moved if error.option_name == "--root" else ""
    if isinstance(error, click.MissingParameter) and error.param and error.ctx:
        return f"write it behind the command: {error.ctx.command_path} {error.param.human_readable_name}"
    if error.message.startswith("Got unexpected extra argument"):
        return 'put words that belong together in quotation marks, "like these", and leave out what is too much'
    return ""
