"""Rules of style that no linter checks."""

import ast
from pathlib import Path

from support.paths import ROOT


def test_no_nested_conditional_expressions() -> None:
    nested = [
        f"{path.relative_to(ROOT)}:{inner.lineno}"
        for path in sorted(Path(ROOT / "timeline").rglob("*.py"))
        for outer in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(outer, ast.IfExp)
        for inner in ast.walk(outer)
        if isinstance(inner, ast.IfExp) and inner is not outer
    ]
    assert nested == []
