"""The names of months and seasons as data for scripts."""

import json

from timeline.dates import MONTHS, calendar_names, parse, wording

NAMES = calendar_names()


def test_the_names_are_json() -> None:
    assert json.loads(json.dumps(NAMES)) == NAMES


def test_every_spelling_of_a_month_has_its_number() -> None:
    assert NAMES["month_names"] == list(MONTHS)
    assert {name: NAMES["months"][name] for name in ("january", "jan", "may", "sept", "dec")} == {
        "january": 1, "jan": 1, "may": 5, "sept": 9, "dec": 12,
    }  # fmt: skip
    for number, name in enumerate(MONTHS, 1):
        assert NAMES["months"][name.lower()] == NAMES["months"][name.lower()[:3]] == number


def test_every_season_has_its_number_in_edtf_and_its_first_month() -> None:
    assert NAMES["seasons"] == {
        "spring": {"edtf": 21, "first_month": 3},
        "summer": {"edtf": 22, "first_month": 6},
        "autumn": {"edtf": 23, "first_month": 9},
        "fall": {"edtf": 23, "first_month": 9},
        "winter": {"edtf": 24, "first_month": 12},
    }
    for season in NAMES["seasons"].values():
        assert parse(f"2022-{season['edtf']}").earliest.month == season["first_month"]


def test_the_first_name_of_a_season_is_the_one_that_readers_see() -> None:
    assert wording(parse("2022-23")) == "autumn 2022"
