"""markwhen text (https://docs.markwhen.com/): a line an entry, with its date or range at the precision that is known.

markwhen knows days, months, years and ranges of them, and times in UTC. What is none of these has its date in words
before its title.
"""

import re
from collections.abc import Iterator
from datetime import UTC

from dateutil.parser import isoparse

from timeline.dates import Part, When
from timeline.model.chronology import Site
from timeline.publish.escape import plain
from timeline.publish.export_file import ExportFile, Purpose
from timeline.publish.feed_items import ExportData, Item
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
_KNOWN = {"day": 10, "month": 7, "season": 7, "quarter": 7}  # characters of YYYY-MM-DD; the others know the year alone


def export(data: ExportData) -> dict[str, str]:
    """The files: path below docs/timeline/ -> text."""
    head = "".join(f"{key}: {_quoted(said)}\n" for key, said in _head(data.site))
    return {"chronology.mw": head + "timezone: UTC\n" + "".join(f"\n{_event(item)}" for item in data.items)}


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
    return all(part.precision in ("day", "month", "year") and not part.qualifier and not part.timed for part in parts)


def span(when: When) -> str:
    """The date or range. Where one end is open or unknown it is the other end alone."""
    start = when.start
    if start.timed and start.earliest and 1 < start.earliest.year < 9999:  # elsewhere UTC may have no such day
        return isoparse(start.text).astimezone(UTC).isoformat().replace("+00:00", "Z")
    known = [_ends(part) for part in (start, when.end) if part and part.earliest]
    first, last = known[0][0], known[-1][1]
    return first if first == last else f"{first}/{last}"


def _ends(part: Part) -> list[str]:
    """First and last day of a part, month or year, as far as it is known."""
    length = _KNOWN.get(part.precision, 4)
    return [day.isoformat()[:length] for day in (part.earliest, part.latest) if day]
