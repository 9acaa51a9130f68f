"""Blanks at the end of the lines of a head, or of the vocabulary. Where they count, as in a text after `|`, all stay."""

from typing import Any

from timeline.contribute.fixes import Filed
from timeline.reading.vocabulary import Vocabulary


def fix(filed: Filed, vocabulary: Vocabulary) -> tuple[list[str], Any]:
    end = filed.end + 1  # with the line of hyphens
    return [line.rstrip(" \t") for line in filed.lines[:end]] + filed.lines[end:], filed.tree.data
