"""Data as JSON text: the same text for the same data, readable as Unicode."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

# What could end a script element, or begin a comment or an entity, in HTML.
_IN_HTML = {ord(character): f"\\u{ord(character):04x}" for character in "<>&"}


def line(value: Any) -> str:
    """A value on one line. Raises ValueError for numbers that JSON does not have."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def in_html(value: Any) -> str:
    """A value on one line, safe in a script element of a page."""
    return line(value).translate(_IN_HTML)


def document(members: Mapping[str, Any], rows_of: str, rows: Iterable[str]) -> str:
    """An object: its members, then a list of rows that are JSON already. One row a line, so that a changed entry is a
    changed line."""
    head = "".join(f"{line(key)}: {line(value)},\n" for key, value in members.items())
    return "{\n" + head + f"{line(rows_of)}: [\n" + ",\n".join(rows) + "\n]\n}\n"
