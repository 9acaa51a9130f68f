"""timeline/model/schema.py and values.py: what the keys hold, and the address and id of things."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from support.examples import examples
from timeline.model.diagnostics import Lines
from timeline.model.names import NameKind
from timeline.model.schema import ArticleKeys, EventKeys, NameKeys, PlaceKeys, VocabularyKeys
from timeline.model.values import MAX_ID, address, identifier
from timeline.reading.validation import validate
from timeline.reading.yaml_tree import Tree, load

KEYS = st.sampled_from(
    [
        *ArticleKeys.model_fields,
        *EventKeys.model_fields,
        *VocabularyKeys.model_fields,
        "titel",
        "an-id",
        "An Id",
        "[key]",
        "0",
        "",
    ]
)
VALUES = st.sampled_from(
    ["Reuters", "https://example.org/", "2022-10-13", "2022-13", "en", "brief", "true", "", "x" * 401, "46.6", "nan", "one\ntwo"]
)
TREES = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | st.text(max_size=5), inner, max_size=5),
    max_leaves=25,
)
GOOD = {
    "title": "A",
    "publisher": "Reuters",
    "url": "https://example.org/",
    "published": "2022-10-13",
    "language": "en",
    "text": "brief",
}


def faults(schema: type, data: object) -> list[str]:
    return [f"{problem.code} {problem.message}" for problem in validate(schema, Tree(data, Lines("x.md", ("",)).at(0, 0)))[1]]


@given(st.dictionaries(KEYS, TREES, max_size=8) | TREES, st.sampled_from([ArticleKeys, VocabularyKeys]))
@examples(400)
def test_any_data_is_accepted_or_told(data: object, schema: type) -> None:
    keys, problems = validate(schema, Tree(data, Lines("x.md", ("",)).at(0, 0)))
    assert keys is not None or problems
    assert all(problem.message and problem.help for problem in problems)


@given(st.dictionaries(KEYS, TREES, max_size=8))
@examples(200)
def test_what_is_wrong_beside_good_keys_leaves_them_good(wrong: dict) -> None:
    keys, _ = validate(ArticleKeys, Tree({**wrong, **GOOD}, Lines("x.md", ("",)).at(0, 0)))
    assert keys is not None
    assert keys.publisher == "Reuters"


def test_the_tree_itself_stays_as_it_is() -> None:
    data = {**GOOD, "titel": "B", "events": {"a": {"people": ["x", ["y"]]}}}
    validate(ArticleKeys, Tree(data, Lines("x.md", ("",)).at(0, 0)))
    assert data == {**GOOD, "titel": "B", "events": {"a": {"people": ["x", ["y"]]}}}


def test_a_wrong_value_is_not_missing_too() -> None:
    assert faults(ArticleKeys, {**GOOD, "url": "nowhere", "language": "English"}) == [
        "H305 not a web address",
        "H306 `language` has an invalid form",
    ]


def test_every_key_is_described() -> None:
    for schema in (ArticleKeys, EventKeys, NameKeys, PlaceKeys):
        assert all(field.description for field in schema.model_fields.values())


@pytest.mark.parametrize(
    "text", ["a", "0", "saldo-appeal", "missile-strikes-10-october", "a" * MAX_ID, "index-2", "con-artist", "com10"]
)
def test_ids(text: str) -> None:
    assert identifier(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A",
        "-a",
        "a-",
        "a--b",
        "a_b",
        "a b",
        "a.b",
        "a/b",
        "../a",
        "é",
        "а",
        "１",
        "a" * (MAX_ID + 1),
        "a\n",
        "index",
        "readme",
        "con",
        "nul",
        "com1",
        "lpt9",
    ],
)
def test_what_is_no_id(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        identifier(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "http://example.org/",
        "https://sub.example.co.uk:8080/a/b.html?c=d&e=%20#f",
        "https://xn--e1afmkfd.xn--p1ai/",
        "https://example.org/Київ",
        "HTTPS://EXAMPLE.ORG/",
        "https://example.org/a_(b)",
    ],
)
def test_addresses(text: str) -> None:
    assert address(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "example.org",
            "//example.org/",
            "/path",
            "https://",
            "https:///a",
            "https:example.org",
            "https://localhost/",
            "https://a/",
        ),
        *(
            "javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "ftp://example.org/",
            "mailto:a@example.org",
        ),
        *(
            "java\tscript:alert(1)",
            " https://example.org/",
            "https://example.org/ ",
            "https://example.org/a b",
            "https://example.org/\n",
        ),
        *(
            "https://a@example.org/",
            "https://a:b@example.org/",
            "https://example.org:99999/",
            "https://example.org:x/",
            "https://exa mple.org/",
        ),
        *(
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://[/",
            "https://-a.org/",
            "https://a..org/",
            "https://example.org\\@evil.example/",
        ),
        *(
            'https://example.org/"',
            "https://example.org/<b>",
            "https://example.org/`",
            "https://example.org/{x}",
            "https://example.org/a|b",
        ),
        "https://" + "a" * 250 + ".org/",
        "https://example.org/\u2028",
    ],
)
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        address(text)


@given(st.text())
@examples(300)
def test_any_text_is_an_address_or_is_refused(text: str) -> None:
    for given_text in (text, f"https://{text}", f"https://example.org/{text}"):
        with suppress(PydanticCustomError):
            assert address(given_text) == given_text


def test_limits_of_size() -> None:
    assert faults(ArticleKeys, {**GOOD, "title": "a" * 401}) == ["H306 `title` is longer than 400 characters"]
    assert faults(ArticleKeys, {**GOOD, "note": "a" * 2001}) == ["H306 `note` is longer than 2000 characters"]
    assert faults(ArticleKeys, {**GOOD, "events": {f"e{n}": {} for n in range(201)}}) == [
        "H306 `events` has more than 200 values"
    ]
    claims = {f"c{n}": "1" for n in range(101)}
    assert faults(ArticleKeys, {**GOOD, "events": {"e": {"claims": claims}}}) == ["H306 `claims` has more than 100 values"]
    assert faults(ArticleKeys, {**GOOD, "title": "a" * 400, "note": "a" * 2000}) == []


@pytest.mark.parametrize("value", ["90.1", "-91", "nan", "inf", "-inf", "1e999", "46,6", "N46", "", "46.6°"])
def test_positions_off_the_globe(value: str) -> None:
    tree = load(f"places:\n  kherson:\n    name: Kherson\n    lat: {value!r}\n    lon: 32.6", Lines("x.md", ("",) * 6))
    assert [problem.code for problem in validate(VocabularyKeys, tree)[1]] == ["H304" if value == "" else "H309"]


def test_the_vocabulary_has_a_key_for_each_kind_of_name() -> None:
    assert [*NameKind] == [key for key in VocabularyKeys.model_fields if key != "format"]
