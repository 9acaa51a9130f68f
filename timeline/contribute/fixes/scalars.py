"""Single values of the head written anew, in their place and between their quotation marks."""

import copy
import json
from typing import Any

from timeline.contribute.fixes import Filed
from timeline.contribute.yaml_writer import scalar
from timeline.reading.yaml_tree import Path


def rewritten(filed: Filed, values: dict[Path, str]) -> tuple[list[str], Any]:
    """The lines with new values at these paths, and the data that they hold. A value that is written over several lines, or
    with escapes, stays as it is."""
    lines, data = list(filed.lines), copy.deepcopy(filed.tree.data)
    places = {path: filed.tree.values[path] for path in values}
    for path in sorted(values, key=lambda path: places[path].column, reverse=True):  # so that columns before it hold
        row, column = places[path].line - 1, places[path].column - 1
        *way, last = path
        around = data
        for step in way:
            around = around[step]
        for quote in ("", '"', "'"):
            old = quote + around[last] + quote
            if lines[row].startswith(old, column):
                lines[row] = lines[row][:column] + _written(values[path], quote) + lines[row][column + len(old) :]
                around[last] = values[path]
                break
    return lines, data


def _written(value: str, quote: str) -> str:
    if quote == "'":
        return "'" + value.replace("'", "''") + "'"
    return json.dumps(value, ensure_ascii=False) if quote else scalar(value)
