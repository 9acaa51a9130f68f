"""What the filters and the picture of time need of each entry, for the site's own scripts: columns, in order of time."""

import json
from collections.abc import Iterator

from timeline.dates import Day, When, wording
from timeline.dates.day import EPOCH
from timeline.model.entry import Entry
from timeline.model.names import PAGE_KINDS, Name
from timeline.publish.chart.layout import shape
from timeline.publish.escape import plain
from timeline.publish.export_file import ExportFile, Purpose
from timeline.publish.feed_items import Selection

FILES = (
    ExportFile("view.json", "View", "what the filters and the chart need of each entry", "application/json", Purpose.SCRIPTS),
)
FILTER_KINDS = (*PAGE_KINDS, "certainty")  # what the filters choose by, each in a list of its own
VIEW_KEYS = (*FILTER_KINDS, "on", "words")  # the keys of a view, in the query of an address; the last two take one value
CERTAINTY = (
    ("day", "A single day"),
    ("interval", "A period"),
    ("wider", "A month, season, year or longer"),
    ("doubt", "Approximate or uncertain"),
    ("differ", "Articles differ"),
)


def export(selection: Selection) -> dict[str, str]:
    """Columns of one value for each entry. `from` and `to` are its first and last day, counted from 1970-01-01, or null;
    `has` is what it can be filtered by, as places in `choices` (kind, id, name, aliases). `about` has the first and the last
    day that an approximate date may mean, by the place of the entry."""
    entries = [item.entry for item in selection.items]
    names = sorted(
        {name for entry in entries for name in _names(entry)}, key=lambda name: (name.kind, name.name.casefold(), name.id)
    )
    choices = [*(_choice(name) for name in names), *(("certainty", *choice) for choice in CERTAINTY)]
    place = {(kind, id): number for number, (kind, id, *_) in enumerate(choices)}
    columns = {
        "choices": choices,
        "id": [entry.id for entry in entries],
        "title": [plain(entry.title) for entry in entries],
        "wording": [wording(entry.when) for entry in entries],
        "from": [_days(entry.when.earliest) for entry in entries],
        "to": [_days(entry.when.latest) for entry in entries],
        "about": {place: days for place, entry in enumerate(entries) if (days := _about(entry.when))},
        "shape": [shape(entry.when) for entry in entries],
        "articles": [len(entry.attestations) for entry in entries],
        "differ": [int(entry.conflict) for entry in entries],
        "key": [int(entry.is_key_event) for entry in entries],
        "has": [sorted(place[key] for key in _keys(entry)) for entry in entries],
    }
    return {"view.json": json.dumps(columns, ensure_ascii=False, separators=(",", ":")) + "\n"}


def _choice(name: Name) -> tuple[str, ...]:
    return (name.kind, name.id, plain(name.name), *(plain(alias) for alias in name.aliases))


def _days(day: Day | None) -> int | None:
    return day.toordinal() - EPOCH if day else None


def _about(when: When) -> list[int | None] | None:
    """First and last day with the margins of approximate ends; None for a date that is not approximate."""
    bounds = [day and day.toordinal() for day in (when.earliest, when.latest)]
    widest = list(when.widest)
    if widest == bounds:
        return None
    return [None if day is None else day - EPOCH for day in widest]


def _names(entry: Entry) -> set[Name]:
    return {*entry.names, *(name for one in entry.attestations for name in one.claim.article.publishers)}


def _keys(entry: Entry) -> Iterator[tuple[str, str]]:
    """Kind and id of all that an entry can be filtered by."""
    yield from ((name.kind, name.id) for name in _names(entry))
    yield "certainty", entry.when.precision if entry.when.precision in ("day", "interval") else "wider"
    if entry.when.qualified:
        yield "certainty", "doubt"
    if entry.conflict:
        yield "certainty", "differ"
