"""The manual of the check: what each code means, why it is there, and what to do.

The manual of a check is the docstring of its module in timeline/checks/rules/; that of a code that the readers of files give is
timeline/checks/messages/CODE.md. Both are written alike:

    C801: a claimed figure that is in no passage

    What is found, and why it matters. What to do, as the last paragraph.

    Wrong:

        an example

    Says:

        what the check says of it, as the terminal shows it

    Right:

        the same without the fault

A docstring may hold several of them. An example is a whole article, or its body alone, which is then put below `HEAD`, or
several files, each after a line `=== path`. Tests run every example.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

CHECKS, RULES = (Path(__file__).parent / name for name in ("rules", "messages"))
# What the letter of a code stands for, in the order in which someone who writes an article meets them.
GROUPS = {
    "A": "The file",
    "Y": "The form of the head and of the vocabulary",
    "H": "What the head says",
    "P": "Passages and marks",
    "V": "Names",
    "D": "Dates",
    "E": "Events and entries",
    "C": "Figures",
    "S": "The site",
}
ARTICLE = "content/articles/2022/saldo.md"  # the file of an example that names none
HEAD = """\
---
title: Saldo urges residents to leave
publisher: Reuters
url: https://example.org/saldo
published: 2022-10-13
language: en
text: brief
events:
  appeal:
    title: Saldo appeals to residents
    when: 2022-10-13
---

"""
_FIRST_LINE = r"^(?=[A-Z]\d{3}: )"
_PART = r"^(Wrong|Says|Right):\n"


@dataclass(frozen=True)
class Rule:
    """The manual of one code. The text is Markdown of our own; the examples are empty where a text cannot show the fault."""

    code: str
    title: str
    text: str
    wrong: str
    says: str
    right: str

    @property
    def is_body(self) -> bool:
        """Whether its examples are put below `HEAD`."""
        return bool(self.wrong) and not self.wrong.startswith(("---\n", "=== "))


def read_manual() -> tuple[Rule, ...]:
    """All rules, by code. Raises ValueError for a file that holds none, a code that has two, and a letter of no group."""
    rules: dict[str, Rule] = {}
    for path, text in _texts():
        preface, *found = re.split(_FIRST_LINE, text, flags=re.MULTILINE)
        if preface.strip() or not found:
            raise ValueError(f"{path} does not begin with a line `CODE: title`; see timeline/checks/manual.py")
        for rule in map(_rule, found):
            if rules.setdefault(rule.code, rule) is not rule:
                raise ValueError(f"{path} holds a second manual of {rule.code}")
            if rule.code[0] not in GROUPS:
                raise ValueError(f"{path}: no group for the letter of {rule.code}; see GROUPS in {__name__}")
    return tuple(rules[code] for code in sorted(rules))


def by_group(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    """The rules by what their letters stand for."""
    groups: dict[str, list[Rule]] = {name: [] for name in GROUPS.values()}
    for rule in rules:
        groups[GROUPS[rule.code[0]]].append(rule)
    return {name: found for name, found in groups.items() if found}


def _texts() -> Iterator[tuple[Path, str]]:
    """The docstrings are read, and the modules not loaded: nothing of the check has to run for its manual."""
    for path in sorted(CHECKS.glob("*.py")):
        if path.name != "__init__.py":
            yield path, ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    for path in sorted(RULES.glob("*.md")):
        yield path, path.read_text(encoding="utf-8")


def _rule(manual: str) -> Rule:
    explanation, *parts = re.split(_PART, manual, flags=re.MULTILINE)
    first, _, text = explanation.partition("\n")
    code, _, title = first.partition(": ")
    examples = dict(zip(parts[::2], parts[1::2], strict=True))
    wrong, says, right = (dedent(examples.get(name, "")).strip("\n") for name in ("Wrong", "Says", "Right"))
    return Rule(code, title, text.strip(), *(part and part + "\n" for part in (wrong, says, right)))
