"""Dates as people type them: Python and the script of the site read one table, and all that the site itself prints."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from support.edtf_values import ACCEPTED
from support.paths import ROOT
from timeline.dates import Day, EdtfError, When, parse, parse_written, typed_date, wording

TABLE = [
    [cell.strip() for cell in line.rpartition(" | ")[::2]]
    for line in (ROOT / "tests/dates/typed-dates.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
YEARS = {10: 2022, 9: 2022}
ASSETS = ROOT / "timeline/publish/theme/assets"
EPOCH = Day(1970, 1, 1).toordinal()
SIGNS = ("", "~", "?", "%")
_SINGLES = (
    "2022 2022-10 2022-10-13 2022-XX 2022-XX-XX 2022-10-XX -0043 -0043-03 -0043-03-15 0000 0079 0079-10-24 199X 19XX 007X"
    " 00XX -004X -000X 000X -00XX -01XX Y17000 Y-17000 Y-17E3 Y-17E7 Y2E4 Y-138E8"
)
FORMS = _SINGLES.split() + [f"{year}-{number}" for year in ("2022", "-0043", "0000", "0999") for number in range(21, 42)]


def forms() -> list[str]:
    """Values of all forms of the profile, with their qualifiers, alone and as ends of intervals."""
    singles = [form + sign for form in FORMS for sign in (SIGNS if not form.startswith("Y") else ("",))]
    ends = [form for form in FORMS if "XX" not in form[4:]]
    closed = [f"{ends[place]}/{ends[-place - 1]}" for place in range(len(ends))]
    closed += [f"{end}/{end}~" for end in ends if not end.startswith("Y")] + [f"{end}/{end}" for end in ends]
    opened = [text for end in ends for text in (f"{end}/..", f"{end}/", f"../{end}", f"/{end}", f"[..{end}]", f"[{end}..]")]
    sets = [f"[{one},{other}]" for one, other in zip(ends, ends[3:], strict=False)] + [f"[1000,{end}..{end}]" for end in ends]
    table = [line.split()[0] for line in ACCEPTED.strip().splitlines()]
    return [text for text in dict.fromkeys((*singles, *closed, *opened, *sets, *table)) if is_value(text)]


def is_value(text: str) -> bool:
    try:
        return bool(parse(text))
    except ValueError:
        return False


@pytest.mark.parametrize(("text", "value"), TABLE, ids=[row[0] for row in TABLE])
def test_what_python_reads(text: str, value: str) -> None:
    assert (typed_date(text, YEARS) or "-") == value


@pytest.mark.parametrize("text", forms())
def test_what_the_site_prints_is_read_as_that_date(text: str) -> None:
    when = parse(text)
    found = typed_date(wording(when))
    assert found, wording(when)
    same = parse(found)
    assert (wording(same), same.widest) == (wording(when), when.widest)


def test_a_date_without_a_year_needs_the_chronology() -> None:
    assert typed_date("10 October") is None
    assert typed_date("10 October", {10: 1917}) == "1917-10-10"


def test_the_script_reads_the_table_as_python_does(tmp_path: Path) -> None:
    found = read_by_script([text for text, _ in TABLE], tmp_path)
    assert {text: days for (text, _), days in zip(TABLE, found, strict=True)} == {
        text: None if value == "-" else days_of(parse(value)) for text, value in TABLE
    }


def test_the_script_reads_what_the_site_prints_and_its_edtf(tmp_path: Path) -> None:
    values = forms()
    for texts in (values, [wording(parse(text)) for text in values]):
        found = read_by_script(texts, tmp_path)
        wrong = {text: days for text, value, days in zip(texts, values, found, strict=True) if days != days_of(parse(value))}
        assert wrong == {}


def days_of(when: When) -> list[int | None]:
    """The days that a value may mean, as the script counts them."""
    return [None if day is None else day - EPOCH for day in when.widest]


def read_by_script(texts: list[str], folder: Path) -> list[list[int | None] | None]:
    """What `parseDate` of dates.js returns for each text, in Node."""
    node = shutil.which("node")
    if not node:
        pytest.skip("Node is not installed")
    for script in ASSETS.glob("*.js"):
        shutil.copy(script, folder)
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    (folder / "texts.json").write_text(json.dumps(texts), encoding="utf-8")
    (folder / "read.mjs").write_text(
        "import { readFileSync } from 'node:fs';\n"
        "import { parseDate } from './dates.js';\n"
        f"const years = new Map({json.dumps(list(YEARS.items()))});\n"
        "const texts = JSON.parse(readFileSync(new URL('texts.json', import.meta.url)));\n"
        "console.log(JSON.stringify(texts.map((text) => parseDate(text, years))));\n",
        encoding="utf-8",
    )
    done = subprocess.run([node, folder / "read.mjs"], capture_output=True, text=True, timeout=120, check=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("1890s", "write 189X"),
        ("c. 1890", "write 1890~"),
        ("20/07/2022", "write 2022-07-20"),
        ("13.10.2022", "write 2022-10-13"),
        ("Oct. 13, 2022", "write 2022-10-13"),
        ("2022-10-13 – 2022-10-19", "write 2022-10-13/2022-10-19"),
        ("44 BC", "write -0043"),
        ("2022–10–13", "write 2022-10-13"),
        ("2022\u221210\u201113", "write 2022-10-13"),
        ("2022-10-13–2022-10-19", "write 2022-10-13/2022-10-19"),
        ("13 жовтня 2022", "write 2022-10-13"),
        ("13 октября 2022 г.", "write 2022-10-13"),
        ("13. Oktober 2022", "write 2022-10-13"),
        ("13 października 2022", "write 2022-10-13"),
        ("13 de octubre", "write the year in four digits first: 2022, 2022-10, 2022-10-13"),
        ("03/04/2022", "write a date with hyphens (2022-10-13), and an interval as START/END"),
    ],
)
def test_an_error_has_the_value_to_write_where_there_is_one(text: str, help: str) -> None:
    with pytest.raises(EdtfError) as refusal:
        parse_written(text)
    assert refusal.value.help == help
