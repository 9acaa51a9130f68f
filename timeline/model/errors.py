"""Errors that a user can correct, raised anywhere and shown in one form by the commands.

A problem in a file of content/ is no exception but a Diagnostic (timeline/model/diagnostics.py).
"""

from timeline.model.diagnostics import printable


class UserError(Exception):
    """A command cannot go on, and the user can do something about it.

    `message` says what is wrong, `help` what to do. `str()` gives both, safe to print on a terminal.
    """

    exit_status = 1

    def __init__(self, message: str, help: str):
        super().__init__(message, help)
        self.message, self.help = message, help

    def __str__(self) -> str:
        return f"{printable(self.message)}\nhelp: {printable(self.help)}"


class UsageError(UserError):
    """The command was called with arguments or options that it does not take. The exit status is 2."""

    exit_status = 2
