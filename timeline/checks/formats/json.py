"""One JSON document, in ASCII, as docs/manual/check.md describes it. Removed or changed keys get a new VERSION."""

import json
from typing import Any

from timeline.checks.formats import Findings
from timeline.model.diagnostics import Diagnostic, errors, first, shortened

VERSION = 1
LONGEST = 1000  # characters of a line that is given along


def render(findings: Findings) -> str:
    """The problems and their numbers as one JSON object, how many of them are left out, and how many other files have."""
    printed = first(findings.shown)
    document = {
        "version": VERSION,
        "counts": _counts(findings.shown),
        "elsewhere": _counts(findings.elsewhere),
        "left_out": len(findings.shown) - len(printed),
        "problems": [_problem(problem) for problem in printed],
    }
    return json.dumps(document, indent=2) + "\n"


def _counts(problems: list[Diagnostic]) -> dict[str, int]:
    return {"errors": len(errors(problems)), "notes": len(problems) - len(errors(problems))}


def _problem(problem: Diagnostic) -> dict[str, Any]:
    at = problem.at
    row = {
        "code": problem.code,
        "severity": problem.severity,
        "path": at.path,
        "line": at.line,
        "column": at.column,
        "message": shortened(problem.message),
        "help": shortened(problem.help),
    }
    return row | ({"text": at.text} if 0 < len(at.text) <= LONGEST else {})
