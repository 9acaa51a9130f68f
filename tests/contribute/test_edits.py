"""Edits of a file: made in memory, read anew, and saved only over the text that was read."""

from pathlib import Path

import pytest

from timeline.contribute.edits import Edit, apply, edited, insertion, replaced_lines, save
from timeline.model.diagnostics import Diagnostic
from timeline.model.errors import UserError
from timeline.reading.source import Source, read_source

PATH = "content/articles/2022/x.md"


@pytest.mark.parametrize(
    ("text", "edits", "expected"),
    [
        ("ab\ncd", [], "ab\ncd"),
        ("ab\ncd", [insertion(0, 1, "1"), insertion(1, 0, "2"), insertion(0, 0, "3")], "3a1b\n2cd"),
        ("ab\ncd\nef", [Edit(0, 1, 2, 1, "-")], "a-f"),
        ("ab\ncd", [insertion(0, 2, "\nnew")], "ab\nnew\ncd"),
        ("ab\r\ncd\r\n", [insertion(0, 2, "\nnew"), Edit(1, 0, 1, 2, "CD")], "ab\r\nnew\r\nCD\r\n"),
        ("\ufeffab\ncd", [Edit(0, 0, 0, 1, "A")], "\ufeffAb\ncd"),  # columns count without a byte order mark
    ],
)
def test_edits_replace_characters_and_keep_line_ends(text: str, edits: list[Edit], expected: str) -> None:
    assert apply(text, edits) == expected


def test_lines_are_replaced_where_they_differ() -> None:
    assert replaced_lines(["a ", "b", "c "], ["a", "b", "c"]) == [Edit(0, 0, 0, 2, "a"), Edit(2, 0, 2, 2, "c")]


def test_an_edited_file_is_read_again() -> None:
    source = read_source(PATH, "---\ntitle: A\n---\nText.\n")
    assert isinstance(source, Source)
    after = edited(source, [Edit(1, 7, 1, 8, "B")])
    assert isinstance(after, Source)
    assert (after.tree.data, source.tree.data) == ({"title": "B"}, {"title": "A"})
    assert isinstance(edited(source, [insertion(1, 7, "[")]), Diagnostic)


def test_a_file_is_saved_only_over_the_text_that_was_read(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("as it was", encoding="utf-8")
    save(tmp_path, "x.md", "as it was", "as it is")
    assert (tmp_path / "x.md").read_text(encoding="utf-8") == "as it is"
    with pytest.raises(UserError, match=r"x\.md was changed by another program"):
        save(tmp_path, "x.md", "as it was", "lost")
    assert [path.name for path in tmp_path.iterdir()] == ["x.md"]


def test_a_file_that_cannot_be_written_is_a_user_error(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"missing\.md cannot be written: No such file or directory"):
        save(tmp_path, "missing.md", "a", "b")
