"""What the page's own scripts read: all entries in order of time, column by column."""

import json
from datetime import date

from timeline.dates import wording
from timeline.model import Chronology, Site

PATH = "view.json"


def export(chronology: Chronology, site: Site) -> str:
    """`from` and `to` are the first and the last day, counted from 1 January 1970; null where that end is open."""
    entries = chronology.entries
    columns = {
        "id": [entry.id for entry in entries],
        "title": [entry.title for entry in entries],
        "from": [_days(entry.when.earliest) for entry in entries],
        "to": [_days(entry.when.latest) for entry in entries],
        "wording": [wording(entry.when) for entry in entries],
    }
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":")) + "\n"


def _days(day: date | None) -> int | None:
    return day and day.toordinal() - date(1970, 1, 1).toordinal()
