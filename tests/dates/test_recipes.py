"""The recipes of docs/design.md for a date word and for a language, carried out as they are written, in a copy of the code."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.paths import ROOT, TIMELINE

PUBLISHED = "2022-10-13"
# Prints what the build makes of words, and which phrases `suggest` finds in a text.
READ = """
import json, sys
from timeline.contribute.suggestions.date_phrases import find
from timeline.dates import calendar_names, resolve
words, text, published, language = json.loads(sys.argv[1])
found = find(text, 0, len(text), lambda words: resolve(words, published, text, language), language)
print(json.dumps([resolve(words, published, "", language), [[one.text, one.value] for one in found], calendar_names()]))
"""


@pytest.fixture
def code(tmp_path: Path) -> Path:
    """A folder with a copy of the program."""
    shutil.copytree(TIMELINE, tmp_path / "timeline", ignore=shutil.ignore_patterns("__pycache__", "maps"))
    return tmp_path


def recipe(title: str) -> str:
    """The code block of a section of docs/design.md."""
    section = (ROOT / "docs/design.md").read_text(encoding="utf-8").partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    return re.search(r"^```\w+\n(.*?)^```$", section, re.DOTALL | re.MULTILINE)[1]


def read(code: Path, words: str, text: str, language: str = "en") -> list:
    asked = json.dumps([words, text, PUBLISHED, language])
    done = subprocess.run([sys.executable, "-c", READ, asked], cwd=code, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def apply(diff: str, file: Path) -> None:
    """Make the change of a diff in a file: its lines without `+` are there, one after the other, and get the others."""
    lines = diff.splitlines()
    before, after = ("".join(f"{line[1:]}\n" for line in lines if line[0] in signs) for signs in (" ", " +"))
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), encoding="utf-8")


def test_a_date_word_is_one_line(code: Path) -> None:
    diff = recipe("How to add a date word")
    assert [line[0] for line in diff.splitlines()].count("+") == 1
    text = "They fled late ereyesterday, and came back."
    assert read(code, "ereyesterday", text)[:2] == [None, []]
    apply(diff, code / "timeline/dates/english/words.py")
    assert read(code, "ereyesterday", text)[:2] == ["2022-10-11", [["late ereyesterday", "2022-10-11"]]]


@pytest.mark.parametrize(
    ("table", "line", "words", "value", "data"),
    [
        ("SEASONS", '"harvest": 23,', "in the harvest of 2022", "2022-23", ("seasons", {"edtf": 23, "first_month": 9})),
        ("SEASONS", '"high summer": 22,', "in the high summer of 2022", "2022-22", ("seasons", {"edtf": 22, "first_month": 6})),
        ("MONTHS", '"octr": 10,', "8 Octr. 2022", "2022-10-08", ("months", 10)),
        ("WEEKDAYS", '"wednes": 2,', "on Wednes.", "2022-10-12", None),
        ("DAYS", '"this forenoon": 0,', "early this forenoon", "2022-10-13", None),
    ],
)
def test_a_line_in_any_table_is_read_and_suggested(
    code: Path, table: str, line: str, words: str, value: str, data: tuple | None
) -> None:
    file = code / "timeline/dates/english/words.py"
    text = file.read_text(encoding="utf-8")
    end = text.index("}", text.index(f"\n{table} = {{"))
    file.write_text(f"{text[:end]}    {line}\n{text[end:]}", encoding="utf-8")
    resolved, suggested, names = read(code, words, f"It was {words} that they fled.")
    assert resolved == value
    assert value in [date for _, date in suggested]
    if data:
        assert names[data[0]][line.split('"')[1]] == data[1]


def test_a_language_is_one_file(code: Path) -> None:
    words, text = "la 13-an de oktobro 2022", "Ili fuĝis la 13-an de oktobro 2022 el la urbo."
    assert read(code, words, text, "eo")[:2] == [None, []]
    (code / "timeline/dates/languages/eo.py").write_text(recipe("How to add a language"), encoding="utf-8")
    assert read(code, words, text, "eo")[:2] == ["2022-10-13", [[words, "2022-10-13"]]]
    assert read(code, words, text, "eo-EO")[0] == "2022-10-13"
    assert read(code, words, text, "en")[:2] == [None, []]  # other articles are not read by it
    assert read(code, "13 October 2022", "", "eo")[0] is None  # and English words are not read in this language
    assert read(code, "la 31-an de junio 2022", "", "eo")[0] is None  # a day that does not exist
