"""markwhen text (https://docs.markwhen.com/): a line an entry, with its date or range at the precision that is known.

markwhen knows days, months, years and ranges of them, and times in UTC. What is none of these has its date in words
before its title.
"""

import re
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, UTC

from dateutil.parser import isoparse

from timeline.dates import Part, When
from timeline.model.chronology import Site
from timeline.model.diagnostics import counted
from timeline.publish.escape import plain
from timeline.publish.export_file import ExportFile, Purpose
from timeline.publish.feed_items import Item, Selection
from timeline.publish.json_text import line

FILES = (
    ExportFile(
        "chronology.mw",
        "markwhen",
        "one line for each entry, for [markwhen](https://markwhen.com/)",
        "text/plain",
        Purpose.DOWNLOAD,
    ),
)
# markwhen takes #word and !word out of a title, for a tag and an id; a word joiner, which is not seen, keeps them in it.
_TAKEN, _JOINER = re.compile(r"(?<=[#!])(?=\w)"), "\u2060"
_LENGTHS = {1: 4, 2: 7, 3: 10}  # characters of YYYY-MM-DD, by the number of units that are known


def export(selection: Selection) -> dict[str, str]:
    """The files: name -> text."""
    head = "".join(f"{key}: {_quoted(said)}\n" for key, said in _head(selection.site))
    held = [item for item in selection.items if holds(item.entry.when)]
    note = _left_out(len(selection.items) - len(held))
    return {"chronology.mw": f"{head}timezone: UTC\n{note}" + "".join(f"\n{item.piece(_event)}" for item in held)}


def holds(when: When) -> bool:
    """Whether markwhen can hold it: its years have four digits."""
    return all(MINYEAR <= day.year <= MAXYEAR for day in (when.earliest, when.latest) if day)


def _left_out(number: int) -> str:
    """A comment that says how many entries are not in the file."""
    return f"\n// Not in this file: {counted(number, 'entry', 'entries')} dated before AD 1 or after AD 9999.\n" if number else ""


def _head(site: Site) -> Iterator[tuple[str, str]]:
    yield "title", plain(site.name)
    if site.description:
        yield "description", plain(site.description)


def _quoted(text: str) -> str:
    """A quoted value of YAML. markwhen takes a number sign in its head for a tag, even there."""
    return line(text).replace("#", "\\u0023")


def _event(item: Item) -> str:
    """An event; the lines below it begin so that markwhen never takes one of them for the next event."""
    title = plain(item.entry.title) if _exact(item.entry.when) else item.title
    title = _TAKEN.sub(_JOINER, title)
    more = (f"> {said}" for said in (item.summary, item.url) if said)
    return "".join(f"{text}\n" for text in (f"{span(item.entry.when)}: {title}", *more))


def _exact(when: When) -> bool:
    """Whether the date or range that markwhen gets says all that is known."""
    parts = [part for part in (when.start, when.end) if part]
    return all(part.calendar_text == part.text and not part.qualifier and not part.timed for part in parts)


def span(when: When) -> str:
    """The date or range. Where one end is open or unknown it is the other end alone."""
    start = when.start
    if start.timed and start.earliest and 1 < start.earliest.year < 9999:  # elsewhere UTC may have no such day
        return isoparse(start.text).astimezone(UTC).isoformat().replace("+00:00", "Z")
    known = [day for part in (start, when.end) if part for day in _ends(part)]
    first, last = known[0], known[-1]
    return first if first == last else f"{first}/{last}"


def _ends(part: Part) -> list[str]:
    """First and last day of a part, month or year, as far as it is known."""
    length = _LENGTHS[part.units]
    return [day.isoformat()[:length] for day in (part.earliest, part.latest) if day]
