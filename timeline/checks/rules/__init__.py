"""Checks: one module each, found by its presence, with `check(chronology)`. The docstring of a module is its manual."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator

from timeline.model.chronology import Chronology
from timeline.model.diagnostics import Diagnostic

Check = Callable[[Chronology], Iterator[Diagnostic]]


def run_checks(chronology: Chronology) -> list[Diagnostic]:
    """What all checks find."""
    return [problem for check in _checks() for problem in check(chronology)]


def _checks() -> list[Check]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return [importlib.import_module(f"{__name__}.{name}").check for name in names]
