"""SARIF 2.1.0, the format of OASIS for what checkers find: editors and code scanning read it. In ASCII."""

import json
import os
from typing import Any
from urllib.parse import quote

from timeline.checks.formats import Findings
from timeline.checks.manual import Rule, read_manual
from timeline.model.diagnostics import Diagnostic, first, left_out, shortened


def render(findings: Findings) -> str:
    """The problems as SARIF 2.1.0, with the rules of their codes."""
    printed = first(findings.shown)
    levels = {problem.code: problem.severity for problem in printed}
    codes = sorted(levels)
    rules = {rule.code: rule for rule in read_manual()}
    run: dict[str, Any] = {
        "tool": {"driver": {"name": "Dateline", "rules": [_rule(rules[code], levels[code]) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes.index(problem.code)) for problem in printed],
    }
    if more := left_out(findings.shown):
        told = [{"level": "note", "message": {"text": more}}]
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": told}]
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2) + "\n"


def _rule(rule: Rule, level: str) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "help": {"text": rule.text},
        "defaultConfiguration": {"level": level},
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
        "message": {"text": f"{shortened(problem.message)}\nhelp: {shortened(problem.help)}"},
        "locations": [{"physicalLocation": place}],
    }
