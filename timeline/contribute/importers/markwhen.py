"""A timeline of markwhen: lines of `date: event`, each a draft that lacks its article."""

import re
from dataclasses import dataclass, field

from dateutil.relativedelta import relativedelta

from timeline.contribute.drafts.addresses import as_address, links
from timeline.contribute.drafts.draft import Draft, DraftEvent, clean, id_from
from timeline.contribute.importers import Reading, Skipped, Unreadable, within_limit
from timeline.dates import MONTHS, EdtfError, parse
from timeline.dates.user_input import date_from_input

_MONTH = rf"(?:{'|'.join(name[:3] for name in MONTHS)})[a-z]*\.?"
_UNIT = r"(?:day|week|month|year|decade|hour|minute|second|ms|millisecond|quarter|fortnight|workday|weekday)s?"
_CLOCK = r"\d{1,2}(?::\d\d){1,2}(?: ?[ap]m)?|\d{1,2} ?[ap]m"
_EVENT = re.compile(r"(?P<date>[^#>\[\]{}\"“]{2,90}?):(?:[ \t]+(?P<title>.*)|[ \t]*$)")
# All that is in a date before the colon. A line with other words there is text: “10 people were stranded: nobody was hurt”.
_PIECES = re.compile(
    rf"T\d\d:\d\d(?::[\d.]+)?(?:Z|[+-]\d\d:\d\d)?"
    rf"|\b(?:{_CLOCK}|\d+(?:st|nd|rd|th)|\d+ ?[dwmyh]|{_MONTH}|{_UNIT}|now|today|tomorrow|yesterday|before|after|by|from|to|of"
    rf"|every|for|until|x|times)\b|[!@][\w.-]+|[\dTZXYE?~%.,/+–—\s-]",
    re.IGNORECASE,
)
_ANY_TIME = re.compile(r"\d|\bnow\b|\btoday\b|\btomorrow\b|\byesterday\b|!\w", re.IGNORECASE)
_KEY = re.compile(r"(?P<key>[A-Za-z]\w*)\s*:\s*(?P<value>.*)")
_SECTION = re.compile(r"(?:#{1,6}\s+|(?:end)?(?:section|group)\b)", re.I)
_FIGURES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_MONTH_OF_YEAR = re.compile(r"(\d{1,2})/(\d{4})", re.ASCII)
_TIME = re.compile(rf"(?<=\d)(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?|,? (?:{_CLOCK}))", re.IGNORECASE)
# What is between the ends of a range. A hyphen or slash without blanks is one only where no date has it.
_RANGE = re.compile(
    r" / | ?[–—] ?| - |\bto\b|(?<=\d{4})-(?=\d\d?/\d)|(?<=/\d{4})-(?=\d)|(?<=\d\d-\d\d)-(?=\d{4}-)|(?<=\d)/(?=\d{4}-\d\d(?!/))"
    r"|(?<=\d)/(?=now\b|\d+ ?[a-z])",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"(\d+) ?(day|week|month|year|d|w|m|y)s?", re.IGNORECASE)
_TAG = re.compile(r"(?<!\w)#(\w[\w-]*)")
_LIST = re.compile(r"^[-*+] (?:\[[ xX]?\] )?|^> ?")
_ORDERS = {"d/M/y": (0, 1), "M/d/y": (1, 0)}  # which of the figures is the day, which the month


@dataclass
class _Event:
    line: int
    date: str
    text: list[str] = field(default_factory=list)
    properties_end: bool = False  # whether a line that is no property was seen


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
    drafts = [draft for event in within_limit(events) if (draft := _draft(event, _ORDERS.get(order), skipped))]
    return Reading(tuple(drafts), tuple(skipped))


def _parts(text: str, skipped: list[Skipped]) -> tuple[dict[str, str], list[_Event]]:
    """The header before the first event, and the events with the lines that belong to them."""
    header: dict[str, str] = {}
    events: list[_Event] = []
    for number, line in enumerate(text.split("\n"), 1):
        said = line.strip()
        if found := _event(said):
            events.append(_Event(number, found["date"].strip(), [found["title"] or ""]))
        elif said.startswith("//") or said == "---":
            continue
        elif _SECTION.match(said):
            skipped.append(Skipped(f"the section “{said}”", number))
        elif events:
            _add(events[-1], said, number, skipped)
        elif key := _KEY.fullmatch(said):
            header[key["key"]] = key["value"].strip("\"' ")
            if key["key"] != "dateFormat":
                skipped.append(Skipped(f"`{key['key']}` of the header", number))
        elif said:
            skipped.append(Skipped(f"the line “{said[:60]}” before the first event", number))
    return header, events


def _add(event: _Event, said: str, number: int, skipped: list[Skipped]) -> None:
    """Adds a line below an event: its properties come first, `key: value`, and its text after them."""
    key = None if event.properties_end else _KEY.fullmatch(said)
    if key:
        skipped.append(Skipped(f"the property `{key['key']}`", number))
        return
    event.properties_end = True
    if said:
        event.text.append(_LIST.sub("", said))


def _event(line: str) -> re.Match[str] | None:
    """The date and title in a line that begins an event; None for any other line."""
    found = _EVENT.match(line.strip())
    if not found or not _ANY_TIME.search(found["date"]) or re.fullmatch(_CLOCK, found["date"], re.IGNORECASE):
        return None
    return None if _PIECES.sub("", found["date"]) else found


def _draft(event: _Event, order: tuple[int, int] | None, skipped: list[Skipped]) -> Draft | None:
    first, *rest = [text for text in event.text if text] or [""]
    try:
        when = _when(event.date, order)
    except EdtfError as error:
        skipped.append(Skipped(f"the event “{clean(first)}”, left out: `{event.date}`: {error.message}", event.line))
        return None
    if _TIME.search(event.date):
        skipped.append(Skipped(f"the time of day in `{event.date}`, because its offset from UTC is not stated", event.line))
    skipped += [Skipped(f"the tag #{tag}", event.line) for tag in _TAG.findall(_named(" ".join(event.text)))]
    written = dict.fromkeys(link.address for link in links("\n".join(event.text)))
    addresses = [address for one in written if (address := as_address(one))]
    title, summary = _plain(first), _plain(" ".join(rest))
    if not title:
        skipped.append(Skipped("an event without words", event.line))
        return None
    skipped += [
        Skipped(f"a further address of “{title}”: {other}", event.line) for other in written if other not in addresses[:1]
    ]
    return Draft(
        described=title,
        url=addresses[0] if addresses else None,
        text="brief",
        events=(DraftEvent(id_from(title) or "imported-event", title=title, summary=summary or None, when=when),),
        comments=(("described", "the words of the event; give the headline of its article under `title`"),),
    )


def _plain(text: str) -> str:
    """Words without tags and addresses; of a link what it is called."""
    return clean(_TAG.sub("", _named(text)).replace("\u2060", ""))


def _named(text: str) -> str:
    """The text with the words of each link instead of it."""
    parts, end = [], 0
    for link in links(text):
        parts += [text[end : link.start], link.words]
        end = link.end
    return "".join([*parts, text[end:]])


def _when(text: str, order: tuple[int, int] | None) -> str:
    """The EDTF of a date or range. Raises EdtfError for what the file does not decide."""
    said = _TIME.sub("", " ".join(text.split()))
    try:
        return parse(said.replace(" / ", "/")).text
    except EdtfError:
        start, *ends = (end.strip() for end in _RANGE.split(said.removeprefix("from ")))
        if len(ends) > 1:
            raise EdtfError("a range has two ends", 0, "") from None
        first = _date(start, order)
        if not ends:
            return first
        if ends[0].lower() == "now":
            return parse(f"{first}/..").text
        length = _LENGTH.fullmatch(ends[0])
        last = _last_day(first, int(length[1]), length[2][0].lower()) if length else _date(ends[0], order)
        return parse("/".join(dict.fromkeys((first, last)))).text


def _last_day(first: str, number: int, unit: str) -> str:
    """The last part of a range of so many days, weeks, months or years, as exact as its first. Raises EdtfError."""
    start = parse(first)
    begins = start.earliest.date if start.earliest else None
    exact = {"day": "dwmy", "month": "my", "year": "y"}.get(start.precision, "")
    if begins is None or unit not in exact or number < 1:
        raise EdtfError("the length of the range is finer than its start", 0, "")
    number = min(number, 99_999)
    length = {
        "d": relativedelta(days=number),
        "w": relativedelta(weeks=number),
        "m": relativedelta(months=number),
        "y": relativedelta(years=number),
    }[unit]
    try:
        return (begins + length - relativedelta(days=1)).isoformat()[: len(first)]
    except (OverflowError, ValueError):
        raise EdtfError("the range ends after the year 9999", 0, "") from None


def _date(said: str, order: tuple[int, int] | None) -> str:
    if found := _MONTH_OF_YEAR.fullmatch(said):
        return parse(f"{found[2]}-{int(found[1]):02}").text
    if (found := _FIGURES.fullmatch(said)) and order:
        day, month = (int(found[1 + place]) for place in order)
        return parse(f"{found[3]}-{month:02}-{day:02}").text
    return date_from_input(said)
