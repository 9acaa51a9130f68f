"""The scripts of the theme share facts with Python by constants.js alone, which `make documents` writes."""

import re
from dataclasses import astuple
from pathlib import Path

import pytest

from support.paths import ROOT
from timeline.dates import calendar_names
from timeline.publish.chart.measures import MEASURES
from timeline.publish.exports import declared_files
from timeline.publish.exports.reader_data import FILTER_KINDS
from timeline.publish.reference.theme_files import CONSTANTS

SCRIPTS = [path for path in sorted((ROOT / CONSTANTS).parent.glob("*.js")) if path != ROOT / CONSTANTS]
of_each_script = pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)


def code(script: Path) -> str:
    """A script without its comments."""
    return re.sub(r"/\*.*?\*/|(?<![:\\])//[^\n]*", "", script.read_text(encoding="utf-8"), flags=re.DOTALL)


def words(script: Path) -> set[str]:
    return set(re.findall(r"\w+", code(script).lower()))


@of_each_script
def test_no_script_lists_months_or_seasons(script: Path) -> None:
    """One month may be in a message, as an example."""
    assert len(words(script) & (calendar_names()["months"].keys() - {"may", "oct"})) <= 1
    assert words(script) & calendar_names()["seasons"].keys() == set()


@of_each_script
def test_no_script_has_the_path_of_a_page_or_a_data_file(script: Path) -> None:
    assert "timeline/" not in code(script)
    assert "pagefind/" not in code(script)
    assert [file.name for file in declared_files() if file.name in code(script)] == []


@of_each_script
def test_no_script_lists_the_kinds_of_choices(script: Path) -> None:
    assert len(words(script) & set(FILTER_KINDS)) <= 2


def test_the_chart_repeats_no_measure() -> None:
    """Small numbers occur for other reasons."""
    measures = {str(value) for value in astuple(MEASURES) if not isinstance(value, tuple) and (value > 20 or value % 1)}
    assert len(measures) > 7
    chart = code((ROOT / CONSTANTS).with_name("chart.js"))
    assert set(re.findall(r"\d[\d.]*", chart)) & measures == set()
