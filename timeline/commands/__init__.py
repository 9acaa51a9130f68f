"""The commands of build.py: one module each, found by its presence, with `command`, what click makes of its function.

The object of a command's context is the project's folder, as an absolute Path. The name of a module is that of its command.
"""

import importlib
import pkgutil

import click

from timeline.diagnostics import nearest, printable


class Commands(click.Group):
    """The group of all commands. Only the module of the command that runs is loaded, so that none waits for the others."""

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted(module.name.removesuffix("_") for module in pkgutil.iter_modules(__path__))

    def resolve_command(self, context: click.Context, arguments: list[str]) -> tuple:
        known = self.list_commands(context)
        if arguments[0] not in known:
            like = nearest(arguments[0], known)
            way_out = f"did you mean {like}?" if like else f"the commands are {', '.join(known)}"
            context.fail(f"there is no command `{printable(arguments[0])}`\nhelp: {way_out}")
        return super().resolve_command(context, arguments)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(context):
            return None
        # `import` is no name for a module
        return importlib.import_module(f"{__name__}.{name + '_' if name == 'import' else name}").command
