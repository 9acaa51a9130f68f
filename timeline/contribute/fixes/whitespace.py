"""White space at the end of a line.

In the text of an article two and more spaces after a word stay, because they break the line in Markdown. In the head all
white space stays if some of it is part of a value, as in a text after `|`.
"""

import re
from typing import Any

from timeline.contribute.edits import Edit, edited, replaced_lines
from timeline.model.diagnostics import Diagnostic
from timeline.reading.source import Source
from timeline.reading.vocabulary import Vocabulary

_LINE_BREAK = re.compile(r".*[^ \t] {2,}")


def fix(source: Source, vocabulary: Vocabulary) -> tuple[list[Edit], Any]:
    """The edits that take it out, and the data that the YAML must hold after them: the same."""
    text_from, before = source.end + 1, source.lines.lines
    after = [line if n >= text_from and _LINE_BREAK.fullmatch(line) else line.rstrip(" \t") for n, line in enumerate(before)]
    edits = replaced_lines(before, after)
    head = [edit for edit in edits if edit.line < text_from]
    without = edited(source, head)
    if isinstance(without, Diagnostic) or without.tree.data != source.tree.data:
        edits = [edit for edit in edits if edit.line >= text_from]
    return edits, source.tree.data
