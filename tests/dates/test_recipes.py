"""The recipes of docs/design.md for a date word and for a language, carried out as they are written, in a copy of the code."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from support.paths import ROOT, TIMELINE

PUBLISHED = "2022-10-13"
# For each request: the value of the words, and the phrases that `suggest` finds in the text. At the end, the data for scripts.
READ = """
import json, sys
from timeline.dates.date_phrases import find
from timeline.dates import calendar_names, resolve
requests, published = json.loads(sys.argv[1])
answers = []
for words, text, language in requests:
    found = find(text, 0, len(text), lambda words: resolve(words, published, text, language), language)
    answers.append([resolve(words, published, "", language), [[one.text, one.value] for one in found]])
print(json.dumps([answers, calendar_names()]))
"""


class Request(NamedTuple):
    words: str
    text: str = ""
    language: str = "en"


@pytest.fixture
def code(tmp_path: Path) -> Path:
    """A folder with a copy of the program."""
    shutil.copytree(TIMELINE, tmp_path / "timeline", ignore=shutil.ignore_patterns("*.pyc.*", "maps"))
    return tmp_path


def recipe(title: str) -> str:
    """The code block of a section of docs/design.md."""
    section = (ROOT / "docs/design.md").read_text(encoding="utf-8").partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    return re.search(r"^```\w+\n(.*?)^```$", section, re.DOTALL | re.MULTILINE)[1]


def read(code: Path, *requests: Request) -> tuple[list, dict]:
    """What that copy answers to the requests, and its data for scripts."""
    command = [sys.executable, "-c", READ, json.dumps([requests, PUBLISHED])]
    return json.loads(subprocess.run(command, cwd=code, capture_output=True, text=True, check=True).stdout)


def apply(diff: str, file: Path) -> None:
    """Make the change of a diff in a file: its lines without `+` occur once, one after the other, and get the others."""
    lines = diff.splitlines()
    before, after = ("".join(f"{line[1:]}\n" for line in lines if line[0] in signs) for signs in (" ", " +"))
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), encoding="utf-8")


def test_a_date_word_is_one_line(code: Path) -> None:
    diff = recipe("How to add a date word")
    assert [line[0] for line in diff.splitlines()].count("+") == 1
    request = Request("ereyesterday", "They fled late ereyesterday, and came back.")
    assert read(code, request)[0] == [[None, []]]
    apply(diff, code / "timeline/dates/english/words.py")
    assert read(code, request)[0] == [["2022-10-11", [["late ereyesterday", "2022-10-11"]]]]


def test_a_line_in_any_table_is_read_and_suggested(code: Path) -> None:
    lines = [
        ("SEASONS", '"harvest": 23,', "in the harvest of 2022", "2022-23"),
        ("SEASONS", '"high summer": 22,', "in the high summer of 2022", "2022-22"),
        ("MONTHS", '"octr": 10,', "8 Octr. 2022", "2022-10-08"),
        ("WEEKDAYS", '"wednes": 2,', "on Wednes.", "2022-10-12"),
        ("DAYS", '"this forenoon": 0,', "early this forenoon", "2022-10-13"),
    ]
    file = code / "timeline/dates/english/words.py"
    for table, line, _, _ in lines:
        text = file.read_text(encoding="utf-8")
        end = text.index("}", text.index(f"\n{table} = {{"))
        file.write_text(f"{text[:end]}    {line}\n{text[end:]}", encoding="utf-8")
    answers, names = read(code, *(Request(words, f"It was {words}, they said.") for _, _, words, _ in lines))
    for (_, _, words, value), (resolved, suggested) in zip(lines, answers, strict=True):
        assert (words, resolved) == (words, value)
        assert [date for _, date in suggested] == [value]
    assert names["seasons"]["harvest"] == names["seasons"]["autumn"]
    assert names["seasons"]["high summer"] == names["seasons"]["summer"]
    assert names["months"]["octr"] == 10


def test_a_language_is_one_file(code: Path) -> None:
    words, text = "la 13-an de oktobro 2022", "Ili fuĝis la 13-an de oktobro 2022 el la urbo."
    assert read(code, Request(words, text, "eo"))[0] == [[None, []]]
    (code / "timeline/dates/languages/eo.py").write_text(recipe("How to add a language"), encoding="utf-8")
    found, in_region, english, of_english, no_such_day, since, *weekdays, ago = read(
        code,
        Request(words, text, "eo"),
        Request(words, text, "eo-DE"),
        Request(words, text, "en"),
        Request("13 October 2022", "", "eo"),
        Request("la 31-an de junio 2022", "", "eo"),
        Request("ekde la 3-a de aŭgusto", "", "eo"),
        Request("lundon", "Ili revenos lundon.", "eo"),
        Request("ĵaŭdon", "Ili venas ĉiun ĵaŭdon.", "eo"),
        Request("antaŭ tri tagoj", "", "eo"),
    )[0]
    assert found == in_region == ["2022-10-13", [[words, "2022-10-13"]]]
    assert english == [None, []]  # other articles are not read by it
    assert of_english[0] is None  # and its articles are not read as English
    assert no_such_day[0] is None
    assert since[0] == "2022-08-03/.."
    assert [phrases for _, phrases in weekdays] == [[], []]  # to come, and a habit
    assert ago[0] == "2022-10-10"
