"""Located problems and how they are shown."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

MAX_OF_FILE, MAX_PRINTED = 100, 1000  # problems that are printed


@dataclass(frozen=True, slots=True)
class Location:
    """A place in an input file. Line and column count from 1, the column in characters."""

    path: str
    line: int
    column: int
    text: str = field(default="", repr=False, compare=False)  # the whole line, for the caret

    def moved(self, columns: int) -> "Location":
        """The place so many characters further on the same line."""
        return Location(self.path, self.line, self.column + columns, self.text)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one input file, to point into."""

    path: str
    lines: Sequence[str]

    def at(self, line: int, column: int) -> Location:
        """Location of a line and column, both from 0."""
        return Location(self.path, line + 1, column + 1, self.text(line))

    def text(self, line: int) -> str:
        """A line, from 0; nothing where there is none."""
        return self.lines[line] if 0 <= line < len(self.lines) else ""


class Severity(StrEnum):
    """How much a problem matters. The values are printed, and are words of JSON and SARIF."""

    ERROR = "error"
    """Nothing is written."""

    NOTE = "note"
    """Something to look at. It does not stop a build."""

    PERHAPS = "perhaps"
    """A suggestion that may be wrong. Only `suggest` gives it."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem, where it is, and what to do about it."""

    code: str
    at: Location
    message: str
    help: str
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """Whether it stops a build."""
        return self.severity == Severity.ERROR


def ordered(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each problem once, by path, line, column and code."""
    return sorted(dict.fromkeys(problems), key=lambda p: (p.at.path, p.at.line, p.at.column, p.code, p.message))


def errors(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The problems that are errors, in their order. Notes are left out."""
    return [problem for problem in problems if problem.is_error]


def as_text(problem: Diagnostic) -> str:
    """The problem as a terminal shows it: place and message, the line with a caret, help."""
    word = "" if problem.is_error else f"{problem.severity}: "
    shown = [f"{printable(str(problem.at))}: {problem.code} {word}{shortened(problem.message)}"]
    if problem.at.text.strip():
        line, caret = _excerpt(problem.at.text, problem.at.column - 1)
        shown += [f"    {line}", f"    {caret}^"]
    shown.append(f"help: {shortened(problem.help)}")
    return "\n".join(shown)


def first(problems: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The problems to print, in their order: of each file the first ones, and of all files so many that a person could read
    them. Notes give way to errors."""
    by_file: Counter[str] = Counter()
    kept: set[int] = set()
    for number in sorted(range(len(problems)), key=lambda number: not problems[number].is_error):
        path = problems[number].at.path
        if by_file[path] < MAX_OF_FILE and len(kept) < MAX_PRINTED:
            by_file[path] += 1
            kept.add(number)
    return [problem for number, problem in enumerate(problems) if number in kept]


def left_out(problems: Sequence[Diagnostic]) -> str:
    """A sentence that says how many problems are not printed; empty if all are."""
    more = len(problems) - len(first(problems))
    limits = f"at most {MAX_OF_FILE} for one file and {MAX_PRINTED:,} in all are shown"
    return f"{counted(more, 'more problem')}: {limits}." if more else ""


def summary(problems: Sequence[Diagnostic]) -> str:
    """One line that counts: 2 errors, 1 note."""
    found = len(errors(problems))
    return ", ".join(counted(n, word) for n, word in ((found, "error"), (len(problems) - found, "note")) if n)


def counted(number: int, one: str, many: str = "") -> str:
    """1 entry, 2 entries."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def printable(text: str) -> str:
    """Text with controls spelled out: a contributor's file must not steer the reader's terminal."""
    return "".join(_shown(character) for character in text)


def shortened(text: str, longest: int = 400) -> str:
    """A message or a help, printable, and cut where what it quotes is longer than anyone would read."""
    shown = printable(text)
    return shown if len(shown) <= longest else shown[:longest] + "…"


def _shown(character: str) -> str:
    if character == "\t":
        return " "
    if unicodedata.category(character) in ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"):
        return f"<U+{ord(character):04X}>"
    return character


def _excerpt(line: str, column: int, width: int = 100) -> tuple[str, str]:
    """The part of a long line round a column, and the blanks that put a caret below it."""
    start = max(0, column - width // 2) if len(line) > width else 0
    before = printable(line[start:column])
    lead, trail = "…" if start else "", "…" if len(line) > start + width else ""
    return lead + before + printable(line[column : start + width]) + trail, " " * len(lead + before)
