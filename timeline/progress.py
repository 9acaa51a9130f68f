"""How long work tells how far it is, without knowing whether anyone watches."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

Progress = Callable[[str, Sequence[Any]], Iterable[Any]]  # what is done, and with what one after the other


def untold(what: str, steps: Sequence[Any]) -> Sequence[Any]:
    """The steps as they are: nobody is told."""
    return steps
