"""What a check found, for programs: one module for each format, found by its presence, with `render(findings) -> str`.

The module's name is that of the format. What is rendered goes to stdout, and nothing else does.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass

from timeline.model.diagnostics import Diagnostic


@dataclass(frozen=True)
class Findings:
    """The problems of the files that were asked for, in order, and those of all others."""

    shown: list[Diagnostic]
    elsewhere: list[Diagnostic]


def formats() -> list[str]:
    """The names of all formats."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def render(form: str, findings: Findings) -> str:
    """The findings in the format of that name, with a line feed at the end of each line."""
    render_findings: Callable[[Findings], str] = importlib.import_module(f"{__name__}.{form}").render
    return render_findings(findings)
