"""The JSON Schemas for editors: they flag what is wrong in a head or in the vocabulary, and nothing that the format accepts."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from support.article_heads import ARTICLES, GOOD, TYPED, VOCABULARIES, WRONG, head
from support.edtf_values import ACCEPTED, parsed, profile
from support.examples import examples
from timeline.model.diagnostics import Lines
from timeline.model.schema import ArticleKeys, VocabularyKeys
from timeline.model.values import is_id
from timeline.publish.reference.schemas import schema_of
from timeline.reading.validation import validate
from timeline.reading.yaml_tree import load

ARTICLE, VOCABULARY = Draft7Validator(schema_of(ArticleKeys)), Draft7Validator(schema_of(VocabularyKeys))


def typed(text: str) -> Any:
    """As most programs read YAML: numbers, booleans and dates are typed, and dates become text again on the way to JSON."""
    return json.loads(json.dumps(yaml.safe_load(text), default=date.isoformat))


def as_text(text: str) -> Any:
    """As this project reads YAML: every value is text."""
    tree = load(text, Lines("x.md", text.split("\n")))
    return {key: value for key, value in tree.data.items() if value != ""}


def accepted(text: str) -> bool:
    """Whether the format takes the head."""
    keys, problems = validate(ArticleKeys, load(text, Lines("x.md", text.split("\n"))))
    return keys is not None and not problems


def messages(validator: Draft7Validator, data: Any) -> list[str]:
    return [error.message for error in validator.iter_errors(data)]


@pytest.mark.parametrize("validator", [ARTICLE, VOCABULARY])
def test_schemas_are_schemas(validator: Draft7Validator) -> None:
    Draft7Validator.check_schema(validator.schema)


@pytest.mark.parametrize("validator", [ARTICLE, VOCABULARY])
def test_every_key_is_described_and_no_other_is_allowed(validator: Draft7Validator) -> None:
    for model in (validator.schema, *validator.schema["$defs"].values()):
        assert model["additionalProperties"] is False
        assert all(key["description"] for key in model["properties"].values())


@pytest.mark.parametrize("read", [typed, as_text])
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_heads_of_the_repository(path: Path, read: Any) -> None:
    assert messages(ARTICLE, read(head(path))) == []


@pytest.mark.parametrize("read", [typed, as_text])
@pytest.mark.parametrize("path", VOCABULARIES, ids=lambda path: path.parent.parent.name)
def test_vocabularies_of_the_repository(path: Path, read: Any) -> None:
    assert messages(VOCABULARY, read(path.read_text(encoding="utf-8"))) == []


def test_the_good_head_is_good() -> None:
    assert accepted(GOOD)
    assert messages(ARTICLE, typed(GOOD)) == []


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_wrong_heads(text: str) -> None:
    assert messages(ARTICLE, typed(text))


@pytest.mark.parametrize("text", TYPED.values(), ids=TYPED)
def test_what_readers_of_yaml_type_is_not_flagged(text: str) -> None:
    assert accepted(text)
    assert messages(ARTICLE, typed(text)) == []


@pytest.mark.parametrize("text", [line.split()[0] for line in ACCEPTED.strip().splitlines()])
def test_edtf_values(text: str) -> None:
    if "[" not in text:  # without quotation marks that is a list of YAML
        assert messages(ARTICLE, typed(GOOD.replace("2024-05-17", text))) == []
    assert messages(ARTICLE, typed(GOOD.replace("2024-05-17", f"'{text}'"))) == []


@given(profile)
@examples(1000)
def test_what_edtf_accepts_is_never_flagged(text: str) -> None:
    if parsed(text):
        assert messages(ARTICLE, {**typed(GOOD), "published": text}) == []


@given(st.text("abz019-", max_size=6) | st.sampled_from(["index", "con", "com1", "a" * 80, "a" * 81, "indexes"]))
def test_ids_are_those_of_the_format(text: str) -> None:
    assert (messages(ARTICLE, {**typed(GOOD), "events": {text: {}}}) == []) == is_id(text)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org/",
        "https://sub.example.co.uk:8080/a/b.html?c=d&e=%20#f",
        "https://xn--e1afmkfd.xn--p1ai/",
        "https://example.org/Київ",
        "HTTPS://EXAMPLE.ORG/",
        "https://example.org/a_(b)@c",
        "https://example.org?a",
    ],
)
def test_addresses(address: str) -> None:
    assert accepted(GOOD.replace("https://example.org/echo/pool", f'"{address}"'))
    assert messages(ARTICLE, {**typed(GOOD), "url": address}) == []


@pytest.mark.parametrize("degrees", ["46.6354", "-12", "+.5", "9.", "1e1", "'46.6354'", "' 46.6 '"])
def test_positions(degrees: str) -> None:
    text = f"places:\n  alderwick:\n    name: Alderwick\n    lat: {degrees}\n    lon: 10.5"
    assert not validate(VocabularyKeys, load(text, Lines("x.yml", text.split("\n"))))[1]
    assert messages(VOCABULARY, typed(text)) == []


@pytest.mark.parametrize("degrees", ["90.5", "-91", "46,6", "N46", "46.6°", "thirty", ""])
def test_wrong_positions(degrees: str) -> None:
    assert messages(VOCABULARY, typed(f"places:\n  alderwick:\n    name: Alderwick\n    lat: {degrees}\n    lon: 10.5"))


@pytest.mark.parametrize(
    "text",
    [
        "towns: {}",
        "people:\n  - Anna",
        "people:\n  Anna Miller:\n    name: Anna Miller",
        "people:\n  anna:\n    note: A baker.",
        "people:\n  anna:",
        "people:\n  anna:\n    name: Anna\n    alias: [Ann]",
        "people:\n  anna:\n    name: Anna\n    aliases: Ann",
        "places:\n  alderwick:\n    name: Alderwick",
    ],
)
def test_wrong_vocabularies(text: str) -> None:
    assert messages(VOCABULARY, typed(text))
