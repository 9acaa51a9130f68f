"""Workflow commands of GitHub Actions: it shows each problem at its line, in the files of a pull request."""

from timeline.checks.formats import Findings
from timeline.model.diagnostics import Diagnostic, first, left_out, printable, shortened


def render(findings: Findings) -> str:
    """The problems as workflow commands, which GitHub shows at their lines: `::error file=…,line=…::message`."""
    more = left_out(findings.shown)
    return "".join(_command(problem) + "\n" for problem in first(findings.shown)) + (f"::notice::{_data(more)}\n" if more else "")


def _command(problem: Diagnostic) -> str:
    at = problem.at
    places = {"file": printable(at.path), "line": at.line, "col": at.column, "title": problem.code}
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in places.items())
    message = _data(f"{shortened(problem.message)}\nhelp: {shortened(problem.help)}")
    return f"::{'error' if problem.is_error else 'notice'} {properties}::{message}"


def _data(text: str) -> str:
    """A text as a command takes it. Without a line feed it cannot begin another command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
