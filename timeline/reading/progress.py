"""How a stage reports its progress, without knowing who shows it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

Progress = Callable[[str, Sequence[Any]], Iterable[Any]]  # what is done, and with what one after the other


def no_progress(what: str, steps: Sequence[Any]) -> Sequence[Any]:
    """The steps unchanged: nothing is reported."""
    return steps
