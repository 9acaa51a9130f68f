"""Names that differ from the vocabulary only in capitals, white space, accents or the form of an apostrophe.

They are written as the vocabulary has them, if only one name can be meant. An alias stays. A name that is merely similar to
one of the vocabulary stays too: only the author knows whether it is the same.
"""

from collections.abc import Iterator
from typing import Any

from timeline.contribute.edits import Edit
from timeline.contribute.scalar_edits import replace_values
from timeline.model.names import FACETS, NameKind
from timeline.reading.source import Source
from timeline.reading.vocabulary import Vocabulary
from timeline.reading.yaml_tree import Path


def fix(source: Source, vocabulary: Vocabulary) -> tuple[list[Edit], Any]:
    """The edits that write such names as the vocabulary has them, and the data that the YAML must hold after them."""
    written = _names(source.tree.data) if source.is_article and vocabulary.readable else ()
    meant = {path: vocabulary.spelling(kind, name) for path, kind, name in written}
    return replace_values(source, {path: name for path, name in meant.items() if name})


def _names(data: Any) -> Iterator[tuple[Path, NameKind, str]]:
    """The names of a head: where, of which kind, as written."""
    if not isinstance(data, dict):
        return
    for key in ("publisher", "agency"):
        if isinstance(data.get(key), str):
            yield (key,), NameKind.PUBLISHERS, data[key]
    events = data.get("events")
    for event, head in events.items() if isinstance(events, dict) else ():
        for kind in FACETS if isinstance(head, dict) else ():
            names = head.get(kind)
            for place, name in enumerate(names) if isinstance(names, list) else ():
                if isinstance(name, str):
                    yield ("events", event, kind, place), kind, name
