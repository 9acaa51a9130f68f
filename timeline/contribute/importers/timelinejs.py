"""A timeline of TimelineJS, as JSON or as the CSV of its spreadsheet: each event becomes a draft that lacks its article."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from timeline.contribute.drafts.addresses import as_address, links
from timeline.contribute.drafts.draft import Draft, DraftEvent, clean, id_from
from timeline.contribute.importers import Reading, Skipped, Unreadable, is_json, loaded, within_limit
from timeline.dates import EdtfError, parse
from timeline.dates.day import edtf_year

_LONGEST = 20_000  # characters of a text with its markup; a summary has a tenth of that, and hostile markup takes long
_DATE_COLUMNS = ("Year", "Month", "Day", "Time")
_COLUMNS = ({"Year", "Headline"}, {"Start Date", "Headline"})  # of the sheet of today, and of the one until 2014
_DELIMITERS = ",;\t"
# Media that are no article: pictures, sounds, films, maps, posts. The others are pages.
_MEDIA = re.compile(
    r"<|[^?#]*\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|mp[34]|m4[av]|wav|ogg|webm|mov|pdf)(?:[?#]|$)|https?://(?:[\w-]+\.)*"
    r"(?:youtu\.be|youtube(?:-nocookie)?\.com|vimeo\.com|dailymotion\.com|vine\.co|soundcloud\.com|spotify\.com|flickr\.com|flic\.kr"
    r"|imgur\.com|instagram\.com|instagr\.am|twitter\.com|x\.com|facebook\.com|tiktok\.com|staticflickr\.com|gstatic\.com"
    r"|upload\.wikimedia\.org|commons\.wikimedia\.org|wikipedia\.org"
    r"|(?:maps\.google|google)\.[a-z.]+/(?:maps|imgres)|maps\.google\.[a-z.]+|openstreetmap\.org|goo\.gl/maps)(?:[/?#:]|$)",
    re.IGNORECASE,
)
_SHOWN = {"start_date", "end_date", "text", "media"}  # what is looked into; all else of an event is reported


def detects(text: str) -> bool:
    """Whether a file looks like a timeline of TimelineJS."""
    return is_json(text, "events", "start_date") or is_json(text, "timeline", "startDate") or bool(_delimiter(text))


def read(text: str) -> Reading:
    """A draft for each event, in order of the file."""
    skipped: list[Skipped] = []
    slides = _from_json(text, skipped) if text.lstrip()[:1] in ("{", "[") else _from_csv(text, skipped)
    drafts = [draft for line, slide in within_limit(slides) if (draft := _draft(slide, line, skipped))]
    return Reading(tuple(drafts), tuple(skipped))


def _from_json(text: str, skipped: list[Skipped]) -> Iterator[tuple[int, dict[str, Any]]]:
    data = loaded(text)
    if isinstance(data, dict) and isinstance(data.get("timeline"), dict):
        data = _as_today(data["timeline"])
    events = data.get("events") if isinstance(data, dict) else None
    if not isinstance(events, list):
        raise Unreadable("no list of events", "a timeline has `events`: [ … ]", 1, 1)
    if data.get("title"):
        skipped.append(Skipped("the title slide"))
    if eras := data.get("eras"):
        skipped.append(Skipped(f"the eras ({len(eras)})" if isinstance(eras, list) else "the eras"))
    for slide in events:
        if isinstance(slide, dict):
            yield 0, slide
        else:
            skipped.append(Skipped("an item of `events` that is not an event"))


def _as_today(timeline: dict[str, Any]) -> dict[str, Any]:
    """A timeline in the form of 2014 and earlier, `{"timeline": {"date": […]}}`, in that of today."""
    dates = timeline.get("date")
    return {
        "title": timeline.get("headline") or timeline.get("text"),
        "eras": timeline.get("era"),
        "events": [_slide_of_2014(one) for one in dates] if isinstance(dates, list) else None,
    }


def _slide_of_2014(event: Any) -> Any:
    if not isinstance(event, dict):
        return event
    known = ("startDate", "endDate", "headline", "text", "asset")
    asset = _mapping(event.get("asset"))
    return {
        "start_date": _date_of_2014(event.get("startDate")),
        "end_date": _date_of_2014(event.get("endDate")),
        "text": {"headline": event.get("headline"), "text": event.get("text")},
        "media": {"url" if key == "media" else key: value for key, value in asset.items()},
        **{key: value for key, value in event.items() if key not in known},
    }


def _date_of_2014(written: Any) -> dict[str, Any]:
    """The parts of `2012,10,13`, which may have a time behind them, or of `10/13/2012`, which is written month first."""
    text = clean(str(written or ""))
    if found := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: (\S.*))?", text):
        return {"year": found[3], "month": found[1], "day": found[2], "time": found[4]}
    parts = [part.strip() for part in text.split(",")]
    return dict(zip(("year", "month", "day", "hour"), parts, strict=False))


def _delimiter(text: str) -> str:
    """What is between the cells of a sheet; empty for a file that is no sheet of a timeline."""
    first = text.lstrip().split("\n", 1)[0].replace('"', "")
    return next((sign for sign in _DELIMITERS if any(named <= set(_names(first.split(sign))) for named in _COLUMNS)), "")


def _names(cells: list[str]) -> list[str]:
    """The names of columns, however they are capitalised."""
    return [" ".join(cell.split()).title() for cell in cells]


def _from_csv(text: str, skipped: list[Skipped]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a spreadsheet as slides, each with its line."""
    delimiter = _delimiter(text)
    if not delimiter:
        raise Unreadable(
            "no columns Year and Headline", "the first row names the columns: Year, Month, Day, …, Headline, Text", 1, 1
        )
    rows = csv.reader(io.StringIO(text), strict=True, delimiter=delimiter)  # a cell may hold lines
    names: list[str] = []
    line = 1
    try:
        for cells in rows:
            line, begins = rows.line_num + 1, line
            if not any(cell.strip() for cell in cells):
                continue
            if not names:
                names = _names(cells)
                continue
            if any(cell.strip() for cell in cells[len(names) :]):
                help = "put a cell with a comma in quotation marks"
                raise Unreadable("a row with more cells than columns", help, begins, len(names) + 1)
            row = {name: cell.strip() for name, cell in zip(names, cells, strict=False)}
            kind = row.pop("Type", "").lower()
            if kind in ("title", "era", "start"):  # "start" until 2014
                headline = row.get("Headline", "")
                skipped.append(Skipped(f"the era “{headline}”" if kind == "era" else "the title slide", begins))
            else:
                yield begins, _slide(row)
    except csv.Error as error:
        raise Unreadable(f"not valid CSV: {error}", "export the sheet again as CSV", max(1, rows.line_num), 1) from None


def _slide(row: dict[str, str]) -> dict[str, Any]:
    """A row of the spreadsheet in the form that an event has in JSON. Other columns keep their names."""

    def date(prefix: str, whole: str) -> dict[str, Any]:
        parts = {name.lower(): cell for name in _DATE_COLUMNS if (cell := row.pop(prefix + name, ""))}
        return parts or _date_of_2014(row.pop(whole, ""))

    start, end = date("", "Start Date"), date("End ", "End Date")
    text = {"headline": row.pop("Headline", ""), "text": row.pop("Text", "")}
    media = {"url": row.pop("Media", "")}
    media |= {name.lower(): cell for name in ("Caption", "Credit", "Thumbnail") if (cell := row.pop(f"Media {name}", ""))}
    return {"start_date": start, "end_date": end, "text": text, "media": media, **row}


def _draft(slide: dict[str, Any], line: int, skipped: list[Skipped]) -> Draft | None:
    text, media = _mapping(slide.get("text")), _mapping(slide.get("media"))
    headline, (said, linked) = _plain(text.get("headline"))[0], _plain(text.get("text"))
    name = headline or said[:60]
    if not name:
        skipped.append(Skipped("an event without headline and text", line))
        return None
    when = _when(slide, name, line, skipped)
    for what, value in (
        *((f"media {key}", value) for key, value in media.items() if key not in ("url", "link")),
        *((key.replace("_", " ").lower(), value) for key, value in slide.items() if key not in _SHOWN),
    ):
        if value:
            skipped.append(Skipped(f"the {what} of “{name}”", line))
    address = _article(name, linked, media, line, skipped)
    return Draft(
        described=name,
        url=address,
        text="brief",
        events=(DraftEvent(id_from(name) or "imported-event", title=name, summary=said or None, when=when),),
        comments=(
            ("described", "the headline of the event; give that of its article under `title`"),
            *((("url", "to which the event linked; is it an article?"),) if address else ()),
        ),
    )


def _article(name: str, linked: list[str], media: dict[str, Any], line: int, skipped: list[Skipped]) -> str | None:
    """The address of the article: the first link of the text, else that of the media, else the media if it is a page.

    The other addresses are reported.
    """
    shown = clean(media["url"]) if isinstance(media.get("url"), str) else ""
    behind = clean(media["link"]) if isinstance(media.get("link"), str) else ""
    written = [("a link", one) for one in linked] + [("the link of the media", behind), ("the media", shown)]
    address = None
    for what, one in dict.fromkeys(written):
        found = None if what == "the media" and _MEDIA.match(one) else as_address(one)
        if found and not address:
            address = found
        elif one and (not found or found != address):
            which = "a further address" if found and what == "a link" else what
            skipped.append(Skipped(f"{which} of “{name}”: {one[:300]}", line))
    return address


def _when(slide: dict[str, Any], name: str, line: int, skipped: list[Skipped]) -> str | None:
    """The date as exact as it is stated, or an interval."""
    try:
        start, end = (_date(_mapping(slide.get(key)), name, line, skipped) for key in ("start_date", "end_date"))
        if not start:
            raise EdtfError("it has no start date", 0, "")
        return parse(f"{start}/{end}" if end and end != start else start).text
    except EdtfError as error:
        skipped.append(Skipped(f"the date of “{name}”: {error.message}", line))
        return None


def _date(date: dict[str, Any], name: str, line: int, skipped: list[Skipped]) -> str:
    year, month, day = (clean(str(date.get(key) or "")) for key in ("year", "month", "day"))
    if any(date.get(key) for key in ("hour", "time")):
        skipped.append(Skipped(f"the time of day of “{name}”, because its offset from UTC is not stated", line))
    if date.get("display_date"):
        skipped.append(Skipped(f"the display date of “{name}”", line))
    if day and not month:
        raise EdtfError("a day without a month", 0, "")
    if not year:
        return ""
    if re.fullmatch(r"-?\d{1,11}", year, re.ASCII):  # TimelineJS has no year 0 and counts 44 BC as -44; EDTF has one
        year = edtf_year(int(year) + year.startswith("-"))
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _plain(markup: Any) -> tuple[str, list[str]]:
    """A text without its markup, and its addresses."""
    from lxml import html  # type: ignore[import-untyped]  # no types are installed for it; slow to load, and most files have no markup in them

    text = clean(markup[:_LONGEST]) if isinstance(markup, str) else ""
    if "<" not in text and "&" not in text:
        return text, [link.address for link in links(text)]
    tree = html.document_fromstring(f"<div>{text}</div>")
    targets = [link.get("href", "") for link in tree.iter("a")]
    shown = tree.xpath("//text()[not(ancestor::script or ancestor::style)]")
    separate = {"p", "br", "li", "div"}
    words = "".join((" " if part.getparent().tag in separate else "") + part for part in shown)
    return clean(words), [*targets, *(link.address for link in links(words))]
