"""timeline/reading/vocabulary_names.py: names that would keep an engine or the search busy are refused, with their place."""

from pathlib import Path

import pytest

from timeline.reading.vocabulary import read_vocabulary


@pytest.mark.parametrize(
    ("amount", "alias", "note", "line", "message"),
    [
        (1, "a" * 390, "n", 2, "2,340 characters in the aliases of one name"),
        (1, "&" * 300, "n" + "&" * 300, 2, "2,100 special characters in one name"),
        (12, "<" * 300, "n", 13, "21,600 special characters in the names up to here"),
    ],
)
def test_too_much_of_a_name_is_refused(tmp_path: Path, amount: int, alias: str, note: str, line: int, message: str) -> None:
    (tmp_path / "content").mkdir()
    aliases = ", ".join([f'"{alias}"'] * 6)
    names = [f'  p{number}: {{name: P{number}, note: "{note}", aliases: [{aliases}]}}' for number in range(amount)]
    (tmp_path / "content/vocabulary.yml").write_text("people:\n" + "\n".join(names) + "\n")
    problems = [problem for problem in read_vocabulary(tmp_path)[1] if problem.code == "H306"]
    assert [(problem.at.line, problem.message) for problem in problems] == [(line, message)]
