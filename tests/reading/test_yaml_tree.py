"""timeline/reading/yaml_tree.py: any text gives a tree with places, or one located problem."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.examples import examples
from timeline.model.diagnostics import Diagnostic, Lines
from timeline.reading.yaml_tree import Tree, load

PARTS = st.sampled_from(
    [
        *"[]{},:?-|>&*!%@`'\"#~= ",
        *("\n", "\n  ", "\n    ", "\n- ", ": ", "\n\t", "\n---\n", "\n...\n", "<<: ", "? ", "!!str ", "!x ", "&a ", "*a"),
        *("key: ", "\nkey: ", "\nother: ", "a", "1984", "yes", "null", "2013-02-30", "0x1F", "Київ", "😀", "\x85"),
        *("'single'", '"double"', '"\\u202e"', '"\\x00"', "|\n  block", ">-\n  folded"),
    ]
)
TEXTS = st.lists(PARTS, max_size=14).map("".join) | st.text()


def read(text: str, first_line: int = 0) -> Tree | Diagnostic:
    return load(text, Lines("x.md", ("",) * first_line + tuple(text.split("\n"))), first_line)


def plain(value: object) -> bool:
    if isinstance(value, dict):
        return all(isinstance(key, str) and plain(inner) for key, inner in value.items())
    return all(map(plain, value)) if isinstance(value, list) else isinstance(value, str)


@given(TEXTS)
@examples(600)
def test_reads_any_text_as_plain_data_or_tells_why_not(text: str) -> None:
    found = read(text)
    problems = [found] if isinstance(found, Diagnostic) else found.problems
    for problem in problems:
        assert problem.at.path == "x.md"
        assert problem.at.line >= 1
        assert problem.at.column >= 1
        assert problem.message
        assert problem.help
    if isinstance(found, Tree):
        assert plain(found.data)


@pytest.mark.parametrize(
    "text", ["1984", "2013-02-30", "yes", "null", "~", "0x1F", "1e3", ".inf", "12:30:45", "=", "010", "1_000"]
)
def test_nothing_is_typed_by_guesswork(text: str) -> None:
    assert read(f"key: {text}").data == {"key": text}


def test_keys_and_values_have_their_places() -> None:
    tree = read("title: A\nevents:\n  appeal:\n    people: [Б, 'C']\n  other: >-\n    folded\n    text\n", first_line=1)
    keys = {".".join(path): str(at).partition(":")[2] for path, at in tree.keys.items()}
    values = {".".join(map(str, path)): str(at).partition(":")[2] for path, at in tree.values.items()}
    assert keys == {"title": "2:1", "events": "3:1", "events.appeal": "4:3", "events.appeal.people": "5:5", "events.other": "6:3"}
    assert values == {
        "": "2:1",
        "title": "2:8",
        "events": "4:3",
        "events.appeal": "5:5",
        "events.appeal.people": "5:13",
        "events.appeal.people.0": "5:14",
        "events.appeal.people.1": "5:17",
        "events.other": "6:10",
    }
    assert tree.data["events"]["other"] == "folded text"


def test_the_place_of_what_is_not_there_is_that_of_what_is_round_it() -> None:
    tree = read("events:\n  appeal: x")
    assert str(tree.at(("events", "other", "title"))) == "x.md:2:3"
    assert str(tree.at_key(("events", "appeal"))) == "x.md:2:3"
    assert str(tree.at(("nothing",))) == "x.md:1:1"


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment", "---\n"])
def test_an_empty_text_is_an_empty_tree(text: str) -> None:
    assert read(text).data in ({}, "")


def test_what_stands_under_a_second_key_is_read_over() -> None:
    tree = read("a: {b: 1}\na: {b: [2, 3]}\nc: 4")
    assert tree.data == {"a": {"b": "1"}, "c": "4"}
    assert [(problem.code, str(problem.at)) for problem in tree.problems] == [("Y204", "x.md:2:1")]


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20))
    assert (read(bomb).code, str(read(bomb).at)) == ("Y202", "x.md:1:4")
