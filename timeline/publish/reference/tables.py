"""The tables of keys in docs/manual/format.md, from timeline/model/schema.py: what each key holds, and its limits."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from timeline.model.schema import ONE_OF_TWO, REFERENCES, ArticleKeys, EventKeys, PlaceKeys, VocabularyKeys
from timeline.publish.reference.schemas import schema_of

PAGE = "docs/manual/format.md"
# By the name that the page has for each between its markers.
_MODELS: dict[str, type[BaseModel]] = {
    "article": ArticleKeys,
    "event": EventKeys,
    "vocabulary": VocabularyKeys,
    "name": PlaceKeys,
}
_MARKED = re.compile(rf"(<!-- keys of (?P<name>{'|'.join(_MODELS)}): .*-->\n)(?:.*\n)*?(<!-- end of keys -->\n)")


def with_tables(page: str) -> str:
    """The page with each table that it has a pair of markers for written anew."""
    return _MARKED.sub(lambda found: f"{found[1]}\n{_table(_MODELS[found['name']])}\n{found[3]}", page)


def _table(model: type[BaseModel]) -> str:
    rows = [["key", "needed", "value", "what it holds"], ["---"] * 4]
    for key, field in schema_of(model)["properties"].items():
        rows.append([f"`{key}`", _needed(key, model), ", ".join(_value(field)), field["description"]])
    if not any(row[1] for row in rows[2:]):
        rows = [[row[0], *row[2:]] for row in rows]
    return "".join(f"| {' | '.join(row)} |\n".replace("|  |", "| |") for row in rows)


def _needed(key: str, model: type[BaseModel]) -> str:
    if model is ArticleKeys and key in ONE_OF_TWO:
        return "one of the two"
    if model is ArticleKeys and key in REFERENCES:
        return "at least one"
    return "yes" if model.model_fields[key].is_required() else ""


def _value(field: dict[str, Any]) -> Iterator[str]:
    """The kind of value, then its limits."""
    words = [f"`{word}`" for word in field.get("enum", ()) if isinstance(word, str)]
    yield f"{', '.join(words[:-1])} or {words[-1]}" if words else field["title"]
    if "number" in field.get("type", ()) and "minimum" in field:
        yield f"{field['minimum']:g} to {field['maximum']:g}"
    if longest := field.get("maxLength"):
        yield f"at most {longest:,} characters"
    if most := field.get("maxItems") or field.get("maxProperties"):
        yield f"at most {most}"
