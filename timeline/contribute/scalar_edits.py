"""Single values of the head, replaced in their place and between their quotation marks."""

import copy
import json
from typing import Any

from timeline.contribute.edits import Edit
from timeline.contribute.yaml_writer import scalar
from timeline.reading.source import Source
from timeline.reading.yaml_tree import Path


def replace_values(source: Source, values: dict[Path, str]) -> tuple[list[Edit], Any]:
    """The edits that put new values at these paths, and the data that the YAML then holds.

    A value that is written over several lines, or with escapes, stays as it is.
    """
    edits, data = [], copy.deepcopy(source.tree.data)
    for path, value in values.items():
        at = source.tree.values[path]
        *parents, last = path
        parent = data
        for step in parents:
            parent = parent[step]
        for quote in ("", '"', "'"):
            old = quote + parent[last] + quote
            if at.text.startswith(old, at.column - 1):
                row, column = at.line - 1, at.column - 1
                edits.append(Edit(row, column, row, column + len(old), _written(value, quote)))
                parent[last] = value
                break
    return edits, data


def _written(value: str, quote: str) -> str:
    """The value as YAML, between the quotation marks that the old value has."""
    if quote == "'":
        return "'" + value.replace("'", "''") + "'"
    return json.dumps(value, ensure_ascii=False) if quote else scalar(value)
