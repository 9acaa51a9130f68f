"""The cases of tests/cases/: what goes in and what is expected, in one text file. tests/project/test_cases.py has the format."""

import re

from support.paths import ROOT

CASES = ROOT / "tests" / "cases"
VOCABULARY = "content/vocabulary.yml"


def sections(text: str) -> dict[str, str]:
    """What follows each `=== name` line; what precedes the first is for the reader."""
    _, *parts = re.split(r"^=== (.+)\n", text, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))
