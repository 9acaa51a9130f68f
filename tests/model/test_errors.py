"""Errors that a user can correct: one form on the terminal, whatever the command."""

import click
from click.testing import CliRunner

from timeline.commands import Commands
from timeline.model.errors import UsageError, UserError


def run_command_that_raises(error: UserError) -> tuple[int, str]:
    """The exit status and the error output of a command that raises an error."""

    @click.command
    def command() -> None:
        raise error

    class OneCommand(Commands):
        def get_command(self, context: click.Context, name: str) -> click.Command:
            return command

    done = CliRunner().invoke(OneCommand(), ["check"])
    return done.exit_code, done.stderr


def test_an_error_is_shown_as_message_and_help() -> None:
    error = UserError("draft.md cannot be written", "check its permissions")
    assert run_command_that_raises(error) == (1, "Error: draft.md cannot be written\nhelp: check its permissions\n")


def test_a_wrong_call_has_the_exit_status_2() -> None:
    error = UsageError("--yes needs --fix", "add --fix")
    assert run_command_that_raises(error) == (2, "Error: --yes needs --fix\nhelp: add --fix\n")


def test_neither_message_nor_help_can_steer_the_terminal() -> None:
    assert str(UserError("no \x1b[31m", "not \u202e")) == "no <U+001B>[31m\nhelp: not <U+202E>"
