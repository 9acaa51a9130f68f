"""A timeline of markwhen: lines of `date: event`, each a draft that lacks its article."""

import re
from dataclasses import dataclass, field

from timeline.contribute.drafts.draft import Draft, DraftEvent, clean, fits, id_from
from timeline.contribute.importers import Reading, Skipped, Unreadable
from timeline.dates import MONTHS, EdtfError, parse
from timeline.dates.user_input import date_from_input

_MONTH = rf"(?:{'|'.join(name[:3] for name in MONTHS)})[a-z]*"
_STARTS = re.compile(rf"(?:\d|\.\.|/|now\b|today\b|before\b|after\b|by\b|!\w|{_MONTH}\s+\d)", re.I)
_EVENT = re.compile(r"(?P<date>[^#>\[\]{}\"“]{2,90}?):(?:[ \t]+(?P<title>.*)|[ \t]*$)")
_HEADER = re.compile(r"(?P<key>[A-Za-z]\w*)\s*:\s*(?P<value>.*)")
_SECTION = re.compile(r"(?:#{1,6}\s+|(?:end)?(?:section|group)\b)", re.I)
_FIGURES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_MONTH_OF_YEAR = re.compile(r"(\d{1,2})/(\d{4})", re.ASCII)
_LINK = re.compile(r"\[([^\]]*)\]\((https?://[^)\s]+)\)|(https?://[^\s)\]<>\"]+)")
_TAG = re.compile(r"(?<!\w)#(\w[\w-]*)")
_ORDERS = {"d/M/y": (0, 1), "M/d/y": (1, 0)}  # which of the figures is the day, which the month


@dataclass
class _Event:
    line: int
    date: str
    text: list[str] = field(default_factory=list)


def detects(text: str) -> bool:
    """Whether a file looks like a timeline of markwhen."""
    return any(_event(line) for line in text.split("\n")[:2000]) and text.lstrip()[:1] not in ("{", "[", "<")


def read(text: str) -> Reading:
    """A draft for each event, in order of the file."""
    skipped: list[Skipped] = []
    header, events = _parts(text, skipped)
    if not events:
        raise Unreadable("no line of `date: event`", "an event is written as `2022-10-13: what happened`", 1, 1)
    order = re.sub(r"(.)\1+", r"\1", header.get("dateFormat", "")).replace("D", "d").replace("Y", "y")
    drafts = [draft for event in events if (draft := _draft(event, _ORDERS.get(order), skipped))]
    return Reading(tuple(drafts), tuple(skipped))


def _parts(text: str, skipped: list[Skipped]) -> tuple[dict[str, str], list[_Event]]:
    """The header before the first event, and the events with the lines that belong to them."""
    header: dict[str, str] = {}
    events: list[_Event] = []
    for number, line in enumerate(text.split("\n"), 1):
        said = line.strip()
        if found := _event(said):
            events.append(_Event(number, found["date"].strip(), [found["title"] or ""]))
        elif not said or said == "---" or said.startswith("//"):
            continue
        elif _SECTION.match(said):
            skipped.append(Skipped(f"the section “{said}”", number))
        elif events:
            events[-1].text.append(said.removeprefix("> "))
        elif key := _HEADER.fullmatch(said):
            header[key["key"]] = key["value"].strip("\"' ")
            if key["key"] != "dateFormat":
                skipped.append(Skipped(f"`{key['key']}` of the header", number))
        else:
            skipped.append(Skipped(f"the line “{said[:60]}” before the first event", number))
    return header, events


def _event(line: str) -> re.Match[str] | None:
    """The date and title in a line that begins an event; None for any other line."""
    return _EVENT.match(line.strip()) if _STARTS.match(line.strip()) else None


def _draft(event: _Event, order: tuple[int, int] | None, skipped: list[Skipped]) -> Draft | None:
    try:
        when = _when(event.date, order)
    except EdtfError as error:
        skipped.append(Skipped(f"the event “{clean(event.text[0])}”, left out: `{event.date}`: {error.message}", event.line))
        return None
    first, *rest = event.text
    skipped += [Skipped(f"the tag #{tag}", event.line) for tag in _TAG.findall(" ".join(event.text))]
    found = [link[2] or link[3] for link in _LINK.finditer("\n".join(event.text))]
    addresses = [address for address in dict.fromkeys(found) if fits("url", address)]
    title, summary = _plain(first), _plain(" ".join(rest))
    if not title:
        skipped.append(Skipped("an event without words", event.line))
        return None
    skipped += [Skipped(f"a further address of “{title}”: {other}", event.line) for other in addresses[1:]]
    return Draft(
        described=title,
        url=addresses[0] if addresses else None,
        text="brief",
        events=(DraftEvent(id_from(title) or "imported-event", title=title, summary=summary or None, when=when),),
        comments=(("described", "the words of the event; give the headline of its article under `title`"),),
    )


def _plain(text: str) -> str:
    """Words without tags and addresses; of a link what it is called."""
    return clean(_TAG.sub("", _LINK.sub(lambda found: found[1] or "", text)).replace("\u2060", ""))


def _when(text: str, order: tuple[int, int] | None) -> str:
    """The EDTF of a date or range. Raises EdtfError for what the file does not decide."""
    said = " ".join(text.split())
    try:
        return parse(said.replace(" / ", "/")).text
    except EdtfError:
        ends = re.split(r" / | ?[–—] ?| - |(?<=\d{4})-(?=\d\d?/)|(?<=\d)/(?=\d{4}-)", said)
        dates = [_date(end.strip(), order) for end in ends]
        if len(dates) > 2:
            raise EdtfError("a range has two ends", 0, "") from None
        return parse("/".join(dict.fromkeys(dates))).text


def _date(said: str, order: tuple[int, int] | None) -> str:
    if found := _MONTH_OF_YEAR.fullmatch(said):
        return parse(f"{found[2]}-{int(found[1]):02}").text
    if (found := _FIGURES.fullmatch(said)) and order:
        day, month = (int(found[1 + place]) for place in order)
        return parse(f"{found[3]}-{month:02}-{day:02}").text
    return date_from_input(said)
