"""The other end of a command: whether a person is there, and text for files and programs."""

import os
import sys

import click


def stdin_is_interactive() -> bool:
    """Whether input comes from a person, who can be asked; not so where it is closed."""
    return os.isatty(0)


def stdout_is_interactive() -> bool:
    """Whether output goes to a person."""
    return os.isatty(1)


def show_any_text() -> None:
    """From now on a terminal that lacks a character shows its number: no text of an article ends a command."""
    if sys.stdout:  # there is none where it was closed
        sys.stdout.reconfigure(errors="backslashreplace")


def write_output(text: str) -> None:
    """Writes what a file or a program is to get: UTF-8, whatever a terminal here would take."""
    click.echo(text if stdout_is_interactive() else text.encode("utf-8", "backslashreplace"), nl=False)
