"""build.py on a terminal, where it shows colours and asks."""

import os
import pty
import select
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from support.command_line import BUILD

INTERRUPT, END_OF_INPUT = "\x03", "\x04"
QUIET = 0.1  # seconds without output, after which an answer is typed
TIMEOUT = 60  # seconds


def on_terminal(*arguments: str | Path, answers: Sequence[str] = (), prompt: str = "", **environment: str) -> tuple[int, str]:
    """The exit status and what the terminal shows. At each prompt, which is text that ends the output, an answer is typed.

    The last answer may be a key that ends the command. It is pressed until the command ends, for a command that has
    shown its prompt may not listen yet.
    """
    child, terminal = pty.fork()
    if child == 0:
        _execute([str(part) for part in arguments], environment)
    shown, waiting, deadline = b"", list(answers), time.monotonic() + TIMEOUT
    try:
        while time.monotonic() < deadline:
            if select.select([terminal], [], [], QUIET)[0]:
                if not (read := os.read(terminal, 10_000)):
                    break
                shown += read
            elif waiting and shown.endswith(prompt.encode()):
                key = waiting[0] in (INTERRUPT, END_OF_INPUT)
                os.write(terminal, waiting[0].encode() + (b"" if key else b"\n"))
                if not key or len(waiting) > 1:
                    waiting.pop(0)
        else:
            os.kill(child, signal.SIGKILL)
    except OSError:  # nobody is left at the other end of the terminal
        pass
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown.decode("utf-8").replace("\r\n", "\n")


def _execute(arguments: list[str], environment: dict[str, str]) -> None:
    """Replaces the forked process. Tests that run in the background ignore the interrupt; a command at a terminal does not."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    os.execve(sys.executable, [sys.executable, str(BUILD), *arguments], {**os.environ, **environment})
