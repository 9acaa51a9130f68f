"""Blanks at the end of the lines of an article's text, but for two and more after a word: they break the line."""

import re
from typing import Any

from timeline.contribute.fixes import Filed
from timeline.reading.vocabulary import Vocabulary

_BREAK = re.compile(r".*[^ \t] {2,}")


def fix(filed: Filed, vocabulary: Vocabulary) -> tuple[list[str], Any]:
    behind = filed.end + 1
    text = [line if _BREAK.fullmatch(line) else line.rstrip(" \t") for line in filed.lines[behind:]]
    return filed.lines[:behind] + text, filed.tree.data
