"""Dates that are written in words, or with slashes, and can mean one day or month only: 13 October 2022 becomes 2022-10-13."""

from typing import Any

from timeline.contribute.edits import Edit
from timeline.contribute.scalar_edits import replace_values
from timeline.dates import edtf_of
from timeline.reading.source import Source
from timeline.reading.vocabulary import Vocabulary
from timeline.reading.yaml_tree import Path


def fix(source: Source, vocabulary: Vocabulary) -> tuple[list[Edit], Any]:
    """The edits that write such dates as EDTF, and the data that the YAML must hold after them."""
    data = source.tree.data if source.is_article and isinstance(source.tree.data, dict) else {}
    events = data.get("events")
    places: list[Path] = [("published",)]
    places += [("events", event, key) for event in (events if isinstance(events, dict) else ()) for key in ("when", "entry_when")]
    written = {path: _value(source, path) for path in places if path in source.tree.values}
    return replace_values(source, {path: found for path, value in written.items() if value and (found := edtf_of(value))})


def _value(source: Source, path: Path) -> str | None:
    value = source.tree.data
    for step in path:
        value = value[step]
    return value if isinstance(value, str) else None
