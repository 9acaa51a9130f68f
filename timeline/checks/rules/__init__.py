"""Checks: one module each, found by its presence. The docstring of a module is its manual.

A module has one function. Its name says what it looks at, and what it finds is remembered until that changes:
`check_article(article, claims)` at an article and its claims, `check_event(event, heads, entry)` at what all heads state of an
event and at its entry, if it has one. `check_all(files, events)` looks at the facts of all of them, and is run each time.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from timeline.model.diagnostics import Diagnostic


@cache
def checks_of(kind: str) -> tuple[Callable[..., Iterator[Diagnostic]], ...]:
    """The functions of this name, by module."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return tuple(getattr(module, kind) for module in modules if hasattr(module, kind))
