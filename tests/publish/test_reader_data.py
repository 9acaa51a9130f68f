"""view.json: the columns that the filters, the chart and the search read."""

import json

from support.records import SITE, a_chronology, an_entry
from timeline.dates import Day, parse
from timeline.publish.exports import export_files

EPOCH = Day(1970, 1, 1).toordinal()


def columns(*dates: str) -> dict[str, object]:
    entries = [an_entry(id=f"e{place}", when=date) for place, date in enumerate(dates)]
    return json.loads(dict(export_files(a_chronology(*entries), SITE))["timeline/view.json"])


def days(text: str) -> int:
    return parse(text).earliest.toordinal() - EPOCH


def test_an_approximate_date_may_be_the_day_month_or_year_beside_it() -> None:
    found = columns("1950~", "2022~/..", "2022-10-13~", "2022-10-14", "2022-10-15?", "2022-10-19/2022-11-09~")
    assert found["about"] == {
        "0": [days("1948-12-31"), days("1952-01-01")],
        "1": [days("2020-12-31"), None],
        "2": [days("2022-10-12"), days("2022-10-14")],
        "5": [days("2022-10-19"), days("2022-11-10")],
    }


def test_days_before_christ_are_negative_numbers() -> None:
    found = columns("Y-17E7", "-0043-03-15")
    assert found["from"][1] == found["to"][1] == days("-0043-03-15") < -700_000
    assert found["to"][0] < found["from"][1]
