"""iCalendar (RFC 5545), for calendar programs: the entries whose time a calendar can hold, of the whole and of each name.

A day is an all-day event, a time with its offset is a time in UTC; a month, a season, a quarter or a closed interval of
up to 366 days is one span of all-day, with the date in words in its title. What is uncertain or approximate has its
words in the title too, and is marked as tentative. All else is left out, and the description says how many there are.
The calendar of a name has less of each event, because an entry is in those of all its names: no summary, and no topics.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC
from typing import TYPE_CHECKING, Any

from dateutil.parser import isoparse

from timeline.dates import Day, When, wording
from timeline.model.diagnostics import counted
from timeline.model.names import NameKind
from timeline.publish.escape import plain
from timeline.publish.export_file import ExportFile, Purpose
from timeline.publish.feed_items import Item, Selection

if TYPE_CHECKING:  # loaded late, for it takes long: most builds make no new calendar
    from icalendar import Calendar, Event, Journal

FILES = (
    ExportFile(
        "calendar.ics",
        "Calendar",
        "all entries for calendar programs; new entries appear by themselves",
        "text/calendar",
        Purpose.FOLLOW,
    ),
)
LONGEST = 366  # days
PRODUCT = "-//Dateline//Timeline publisher//EN"


def export(selection: Selection) -> dict[str, str]:
    """The files: name -> text."""
    return {FILES[0].name: _calendar(selection)}


def holds(when: When) -> bool:
    """Whether a calendar can hold it without saying more than is known. The first and the last year have no room for
    the day after, or for another offset."""
    if when.earliest is None or when.latest is None or (when.end is None and when.start.units == 1):
        return False
    return when.days <= LONGEST and _is_in_years(when)


def _is_in_years(when: When) -> bool:
    return all(1 < day.year < 9999 for day in (when.earliest, when.latest) if day)


def _calendar(selection: Selection) -> str:
    """The calendar round events that are text already."""
    from icalendar import Calendar, vText

    events = [item.piece(_brief if selection.name else _event) for item in selection.items]
    held = [event for event in events if event]
    note = _left_out([item.entry.when for item, event in zip(selection.items, events, strict=True) if not event])
    calendar = Calendar()
    about = " ".join(filter(None, (selection.description, note)))
    for key, value in (("prodid", PRODUCT), ("version", "2.0"), ("calscale", "GREGORIAN"), ("url", selection.url)):
        calendar.add(key, value)
    for keys, value in ((("name", "x-wr-calname"), selection.title), (("description", "x-wr-caldesc"), about)):
        for key in keys:  # those of RFC 7986, and those that most programs read
            calendar.add(key, vText(value))
    if not held:  # a calendar must not be empty
        held = [_text(_journal(selection, note or "There are no entries yet."))]
    end = "END:VCALENDAR\r\n"
    return _text(calendar).removesuffix(end) + "".join(held) + end


def _left_out(dates: Sequence[When]) -> str:
    """How many entries are not in the calendar, and why."""
    if not dates:
        return ""
    reasons = ["dated to a year or longer", "without a known beginning or end"]
    if not all(map(_is_in_years, dates)):
        reasons.insert(1, "before AD 2 or after AD 9998")
    why = f"{', '.join(reasons[:-1])}, or {reasons[-1]}"
    return f"Not in this calendar: {counted(len(dates), 'entry', 'entries')} {why}."


def _event(item: Item) -> str:
    """The event of an entry; empty if a calendar cannot hold it."""
    if not holds(item.entry.when):
        return ""
    event = _begun(item)
    event.add("url", item.url)
    event.add("description", item.text)
    places = item.entry.named(NameKind.PLACES)
    if len(places) == 1 and places[0].lat is not None:
        event.add("geo", (places[0].lat, places[0].lon))
    topics = [plain(topic.name) for topic in item.entry.named(NameKind.TOPICS)]
    if topics:
        event.add("categories", topics)
    return _text(event)


def _brief(item: Item) -> str:
    """The same event in the calendar of a name. Its description is the address: most programs do not show `url`."""
    if not holds(item.entry.when):
        return ""
    event = _begun(item)
    event.add("description", item.url)
    return _text(event)


def _begun(item: Item) -> "Event":
    """An event with its permanent address, its time, its title and its places."""
    from icalendar import Event

    entry = item.entry
    exact = entry.when.precision == "day" and not entry.when.qualified
    event = Event()
    for key, value in (("uid", item.url), ("dtstamp", item.updated), *_time(entry.when)):
        event.add(key, value)
    event.add("summary", plain(entry.title) if exact else f"{wording(entry.when)}: {plain(entry.title)}")
    event.add("status", "TENTATIVE" if entry.when.qualified else "CONFIRMED")
    event.add("transp", "TRANSPARENT")  # nobody's time is taken by the past
    if places := entry.named(NameKind.PLACES):
        event.add("location", ", ".join(plain(place.name) for place in places))
    return event


def _time(when: When) -> Iterator[tuple[str, Any]]:
    """Start and exclusive end."""
    if when.start.timed:
        yield "dtstart", isoparse(when.start.text).astimezone(UTC)
        return
    assert when.earliest and when.latest, "`holds` admits no open or unknown end"
    yield "dtstart", when.earliest.date
    yield "dtend", Day.fromordinal(when.latest.toordinal() + 1).date


def _journal(selection: Selection, note: str) -> "Journal":
    """The content of a calendar without events: the reason, without a date."""
    from icalendar import Journal

    journal = Journal()
    for key, value in (("uid", selection.address(FILES[0].name)), ("dtstamp", selection.updated)):
        journal.add(key, value)
    journal.add("summary", note)
    return journal


def _text(component: "Calendar | Event | Journal") -> str:
    text: bytes = component.to_ical()
    return text.decode("utf-8")
