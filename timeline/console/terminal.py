"""Standard input and output: whether a person is there, and output for files and programs."""

import os
import sys
from io import TextIOWrapper

import click


def stdin_is_interactive() -> bool:
    """Whether standard input is a terminal, so that questions can be asked. False if it is closed."""
    return os.isatty(0)


def stdout_is_interactive() -> bool:
    """Whether standard output is a terminal."""
    return os.isatty(1)


def show_any_text() -> None:
    """Print characters that the terminal's encoding lacks as escapes, so that no text of an article can stop a command."""
    if isinstance(sys.stdout, TextIOWrapper):  # None if it is closed
        sys.stdout.reconfigure(errors="backslashreplace")


def discard_output() -> None:
    """Discard what is still to be written on stdout. Else Python tries again at its end, and reports that it cannot."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)


def write_output(text: str) -> None:
    """Write output for a file or a program: UTF-8, whatever the encoding of the terminal is."""
    click.echo(text if stdout_is_interactive() else text.encode("utf-8", "backslashreplace"), nl=False)
