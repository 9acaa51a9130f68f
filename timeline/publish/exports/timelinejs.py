"""JSON for TimelineJS (https://timeline.knightlab.com/docs/json-format.html): a slide an entry.

TimelineJS must place a slide at a date. It gets no month where only the year is known, and no day where only the month
is; the words that it shows are ours. A value with two ends, or one that is a number of whole months or years, is a span.
"""

from itertools import islice
from typing import Any

from timeline.dates import Part, When, wording
from timeline.model.diagnostics import counted
from timeline.publish.escape import plain
from timeline.publish.export_file import ExportFile, Purpose
from timeline.publish.feed_items import Item, Selection, stated
from timeline.publish.json_text import document, line

FILES = (
    ExportFile(
        "timeline.json",
        "TimelineJS",
        "one slide for each entry, for [TimelineJS](https://timeline.knightlab.com/)",
        "application/json",
        Purpose.DOWNLOAD,
    ),
)
_FARTHEST = 271_000  # years; the dates of JavaScript, by which TimelineJS places a day or a month, end soon after it


def export(selection: Selection) -> dict[str, str]:
    """The files: name -> text."""
    held = [item for item in selection.items if holds(item.entry.when)]
    title = {"text": {"headline": _escaped(selection.site.name), "text": _about(selection, len(selection.items) - len(held))}}
    members = {"scale": "human", "title": title | {"unique_id": "title", "autolink": False}}
    return {"timeline.json": document(members, "events", (item.piece(_line) for item in held))}


def holds(when: When) -> bool:
    """Whether TimelineJS can place it: not where it is hundreds of thousands of years away."""
    return all(abs(day.year) <= _FARTHEST for day in (when.earliest, when.latest) if day)


def _about(selection: Selection, left_out: int) -> str:
    """The description of the site, and how many entries are not among the slides."""
    entries = counted(left_out, "entry", "entries")
    why = f"Not among these slides: {entries} dated more than {_FARTHEST:,} years before or after AD 1."
    return " ".join(filter(None, (_escaped(selection.site.description), why if left_out else "")))


def _line(item: Item) -> str:
    return line(_slide(item))


def _slide(item: Item) -> dict[str, Any]:
    entry = item.entry
    start, end = _ends(entry.when)
    link = f'<p><a href="{item.url}">Read the full entry</a></p>' if item.url else ""
    return {
        "unique_id": entry.id,
        **stated(start_date=start, end_date=end),
        "display_date": wording(entry.when),
        "text": {"headline": _escaped(entry.title), "text": item.html + link},
        "autolink": False,
    }


def _ends(when: When) -> tuple[dict[str, int], dict[str, int] | None]:
    """Start and end as TimelineJS has them. An event without a known start is placed at its end."""
    start, end = when.start, when.end or when.start
    if when.earliest is None:
        return _date(end, last=True), None
    if when.latest is None or (when.end is None and start.precision in ("day", "month", "year")):
        return _date(start), None
    first, last = _date(start), _date(end, last=True)
    # An end that is known less well than the start would be placed before it: March 2022 to some time in 2022.
    within = list(first.values())[: len(last)] == list(last.values())
    return first, None if within else last


def _date(part: Part, *, last: bool = False) -> dict[str, int]:
    """First or last unit of a part, at its precision. 44 BC is -44, for TimelineJS has no year 0. A time is the one on the
    clocks of the place, as it is written."""
    day = part.latest if last else part.earliest
    assert day is not None, "an open or unknown end has no date, and is never asked for one"
    units = {"year": day.year if day.year > 0 else day.year - 1, "month": day.month, "day": day.day}
    known = dict(islice(units.items(), part.units))
    clock = part.text.partition("T")[2]
    return known | {"hour": int(clock[:2]), "minute": int(clock[3:5])} if clock else known


def _escaped(text: str) -> str:
    return plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
