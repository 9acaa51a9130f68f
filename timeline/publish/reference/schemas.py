"""JSON Schemas of the head of an article and of the vocabulary, for editors, from the model in timeline/model/schema.py."""

import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from timeline.model.schema import ArticleKeys, VocabularyKeys

DIALECT = "http://json-schema.org/draft-07/schema#"  # the newest that all editors read
_MODELS: dict[str, type[BaseModel]] = {
    "schemas/article.schema.json": ArticleKeys,
    "schemas/vocabulary.schema.json": VocabularyKeys,
}


class _ForEditors(GenerateJsonSchema):
    """The schema of pydantic, changed for files: a key may be left out but not be null, and wrong ids are reported."""

    schema_dialect = DIALECT

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        keys, values = (self.generate_inner(schema[part]) for part in ("keys_schema", "values_schema"))
        found = {"type": "object", "propertyNames": keys, "additionalProperties": values}
        self.update_with_validations(found, schema, self.ValidationsMapping.object)
        return found

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False  # it would be the key once more


def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of a model."""
    return model.model_json_schema(schema_generator=_ForEditors)


def schemas() -> dict[str, str]:
    """The text of each schema, by its path below the project's folder."""
    written = {"$schema": DIALECT, "$comment": "Written by `make documents` from timeline/model/schema.py. Do not edit."}
    return {path: json.dumps(written | schema_of(model), indent=2, ensure_ascii=False) + "\n" for path, model in _MODELS.items()}
