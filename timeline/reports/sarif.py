"""SARIF 2.1.0, the format of OASIS for what checkers find: editors and code scanning read it. In ASCII."""

import json
import os
from typing import Any
from urllib.parse import quote

from timeline.diagnostics import Diagnostic, told
from timeline.reports import Findings

# By the letter of a code: where the problem is.
PLACES = {
    "S": "the settings of the site",
    "A": "a file",
    "Y": "YAML",
    "H": "the head of an article",
    "P": "the passages of an article",
    "V": "the names of the vocabulary",
    "D": "a date",
    "E": "an event or entry",
    "C": "a claimed figure",
}


def render(findings: Findings) -> str:
    first: dict[str, Diagnostic] = {}  # by code
    for problem in findings.shown:
        first.setdefault(problem.code, problem)
    codes = sorted(first)
    run = {
        "tool": {"driver": {"name": "Dateline", "rules": [_rule(first[code]) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes.index(problem.code)) for problem in findings.shown],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2) + "\n"


def _rule(problem: Diagnostic) -> dict[str, Any]:
    """The rule of a code, as far as one problem tells: the help of each problem is in its message."""
    what = f"{problem.code}: a problem of {PLACES.get(problem.code[0], 'the content')}"
    return {
        "id": problem.code,
        "shortDescription": {"text": what},
        "help": {"text": told(problem.help)},
        "defaultConfiguration": {"level": problem.severity},
    }


def _result(problem: Diagnostic, rule: int) -> dict[str, Any]:
    at = problem.at
    place = {
        "artifactLocation": {"uri": quote(os.fsencode(at.path))},  # relative to the project's folder
        "region": {"startLine": at.line, "startColumn": at.column},
    }
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,  # error and note are words of SARIF too
        "message": {"text": f"{told(problem.message)}\nhelp: {told(problem.help)}"},
        "locations": [{"physicalLocation": place}],
    }
