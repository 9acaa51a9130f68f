"""iCalendar files, read by vobject, which did not write them."""

import re

import pytest
import vobject

from support.records import HOSTILE, SITE, a_chronology, an_article, an_entry
from timeline.model.chronology import Chronology, Site
from timeline.model.names import Name
from timeline.publish.escape import plain
from timeline.publish.exports import export_files

TOWN = Name("places", "town", "Bridge Town; the old, and new", lat=46.6354, lon=-32.6169)
FLOODS = Name("topics", "floods", "Floods, rain")
CLOSED = an_entry("closed", "2022-10-13", title="The bridge is closed", summary="Because of the flood.", names=(TOWN, FLOODS))
BUILT = an_entry("built", "1898", title="The bridge is built", names=(TOWN,), articles=(an_article("z", None),))


def calendar(chronology: Chronology, at: str = "", site: Site = SITE) -> vobject.base.Component:
    text = dict(export_files(chronology, site))[f"timeline/{at}calendar.ics"]
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75, "RFC 5545, 3.1"
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", text)
    (read,) = vobject.readComponents(text)
    read.validate(raiseException=True)
    return read


def test_an_event_tells_what_it_is_and_where_it_is_from() -> None:
    event = calendar(a_chronology(CLOSED)).vevent
    address = f"{SITE.url}timeline/entries/closed/"
    assert event.uid.value == event.url.value == address
    assert event.summary.value == "The bridge is closed"
    assert event.description.value.splitlines() == [
        "Because of the flood.",
        "",
        "1 article.",
        address,
    ]
    assert event.location.value == "Bridge Town; the old, and new"
    assert event.geo.value == "46.6354;-32.6169"
    assert event.categories.value == ["Floods, rain"]
    assert event.status.value == "CONFIRMED"


def test_the_time_stamp_is_the_day_of_the_newest_article() -> None:
    """RFC 5545 takes DTSTAMP for the last revision; a clock would make every build another file."""
    entry = an_entry(articles=(an_article("x", "2022-10-14"), an_article("y", "2023")))
    assert str(calendar(a_chronology(entry)).vevent.dtstamp.value) == "2023-12-31 00:00:00+00:00"
    assert str(calendar(a_chronology(an_entry(articles=(an_article("x", None),)))).vevent.dtstamp.value)[:10] == "1970-01-01"


def test_what_is_left_out_is_counted() -> None:
    since = an_entry("since", "2022-10/..")
    read = calendar(a_chronology(BUILT, CLOSED, since))
    assert [event.uid.value.split("/")[-2] for event in read.vevent_list] == ["closed"]
    why = "dated to a year or longer, or without a known beginning or end"
    assert read.description.value == f"A small chronology. Not in this calendar: 2 entries {why}."
    assert read.contents["x-wr-caldesc"][0].value == read.description.value
    assert calendar(a_chronology(CLOSED)).description.value == "A small chronology."


def test_a_calendar_without_events_says_why() -> None:
    """RFC 5545 wants a component in each calendar: the reason, at no date."""
    read = calendar(a_chronology(BUILT), "places/town/")
    assert "vevent" not in read.contents
    assert (
        read.vjournal.summary.value
        == "Not in this calendar: 1 entry dated to a year or longer, or without a known beginning or end."
    )
    assert "dtstart" not in read.vjournal.contents


def test_a_name_has_a_calendar_with_the_same_events() -> None:
    chronology = a_chronology(CLOSED, an_entry("other", "2022-10-14"))
    assert len(calendar(chronology).vevent_list) == 2
    (event,) = calendar(chronology, "places/town/").vevent_list
    assert event.uid.value == event.description.value == f"{SITE.url}timeline/entries/closed/"
    assert event.summary.value == "The bridge is closed"
    assert event.location.value == "Bridge Town; the old, and new"
    assert str(event.dtstart.value) == "2022-10-13"
    assert set(event.contents) == {"uid", "dtstamp", "dtstart", "dtend", "summary", "status", "transp", "location", "description"}
    assert calendar(chronology, "places/town/").contents["x-wr-calname"][0].value == "Bridge Town; the old, and new · Bridge Town"


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_text(text: str) -> None:
    names = (Name("places", "town", text), Name("topics", "floods", text))
    article = an_article("x", passage=text, title=text)
    entry = an_entry(title=text, summary=text, names=names, articles=(article,))
    read = calendar(a_chronology(entry), site=Site(text, text, SITE.url))
    (event,) = read.vevent_list
    assert set(read.contents) == {
        *("prodid", "version", "calscale", "url", "name", "description", "x-wr-calname", "x-wr-caldesc", "vevent")
    }
    assert event.summary.value == event.location.value == plain(text)
    assert event.categories.value == [plain(text)]
    assert event.description.value.split("\n") == [plain(text), "", "1 article.", event.url.value]
    assert read.contents["x-wr-calname"][0].value == read.contents["name"][0].value == plain(text)
