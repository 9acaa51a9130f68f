"""What each format says of each kind of date: no more than is known, and never the first of the month for a month.

The table is tests/imprecise-dates.txt. A column is a format. `calendar` has the first and the last day of an event (`~`
tentative) or its time; `TimelineJS` the units that it gets; `markwhen` the date of its line; `schema.org` startDate and endDate.
Each has `-` where the date is left out. The words stand before the title in feeds; a calendar and markwhen have them where
their own date says less or more (`w`).
"""

import json
import re

import pytest
import vobject

from support.paths import ROOT
from support.records import SITE, a_chronology, an_entry
from timeline.publish.exports import export_files
from timeline.publish.linked_data import linked_data

TABLE = ROOT / "tests/publish/imprecise-dates.txt"
KEYS, *ROWS = ([cell.strip() for cell in line.split("|")] for line in TABLE.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("row", [dict(zip(KEYS, row, strict=True)) for row in ROWS], ids=[row[0] for row in ROWS])
def test_each_format_says_what_is_known(row: dict[str, str]) -> None:
    entry = an_entry(when=row["EDTF"], title="It happens")
    files = {path.removeprefix("timeline/"): text for path, text in dict(export_files(a_chronology(entry), SITE)).items()}
    slide = next(iter(json.loads(files["timeline.json"])["events"]), {"display_date": row["words"]})
    data = linked_data(entry, SITE)
    words = row["words"]
    assert json.loads(files["feed.json"])["items"][0]["title"] == f"{words}: It happens"
    assert slide["display_date"] == words
    assert {
        "calendar": in_calendar(files["calendar.ics"], words),
        "TimelineJS": " to ".join(units(slide[end]) for end in ("start_date", "end_date") if end in slide) or "-",
        "markwhen": in_markwhen(files["chronology.mw"], words),
        "schema.org": " ".join((data.get("startDate") or "to" * ("endDate" in data), data.get("endDate", ""))).strip() or "-",
    } == {key: row[key] for key in ("calendar", "TimelineJS", "markwhen", "schema.org")}


def in_calendar(text: str, words: str) -> str:
    calendar = vobject.readOne(text)
    if "vevent" not in calendar.contents:
        return "-"
    event = calendar.vevent
    unfolded = re.sub(r"\r\n[ \t]", "", text)
    start, end = (re.search(rf"^{key}[^:]*:(.*)\r$", unfolded, re.M) for key in ("DTSTART", "DTEND"))
    shown = start[1]
    if end:  # exclusive in the file, inclusive in the table
        assert "VALUE=DATE:" in start[0]
        assert "VALUE=DATE:" in end[0]
        shown += f" {event.dtend.value.fromordinal(event.dtend.value.toordinal() - 1):%Y%m%d}"
    assert event.summary.value in ("It happens", f"{words}: It happens")
    assert event.transp.value == "TRANSPARENT"
    return shown + " ~" * (event.status.value == "TENTATIVE") + " w" * event.summary.value.startswith(words)


def in_markwhen(text: str, words: str) -> str:
    line = next((line for line in text.splitlines() if line.endswith(": It happens")), None)
    if line is None:
        return "-"
    date = line.removesuffix(": It happens")
    return f"{date.removesuffix(f': {words}')} w" if date.endswith(f": {words}") else date


def units(date: dict[str, int]) -> str:
    """2022, 2022-10, 2022-10-13 or 2022-10-13 05:00: as many units as there are."""
    days = "-".join(str(date[unit]).zfill(2) for unit in ("year", "month", "day") if unit in date).lstrip("0")
    return days + (f" {date['hour']:02}:{date['minute']:02}" if "hour" in date else "")
