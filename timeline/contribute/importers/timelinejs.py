"""A timeline of TimelineJS, as JSON or as the CSV of its spreadsheet: each event becomes a draft that lacks its article."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from timeline.contribute.drafts.draft import Draft, DraftEvent, clean, fits, id_from
from timeline.contribute.importers import Reading, Skipped, Unreadable, is_json, loaded
from timeline.dates import EdtfError, parse

_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
_LONGEST = 20_000  # characters of a text with its markup; a summary has a tenth of that, and hostile markup takes long
_DATE_COLUMNS = ("Year", "Month", "Day", "Time")


def detects(text: str) -> bool:
    """Whether a file looks like a timeline of TimelineJS."""
    return is_json(text, "events", "start_date") or {"Year", "Headline"} <= set(
        text.lstrip().split("\n", 1)[0].replace('"', "").split(",")
    )


def read(text: str) -> Reading:
    """A draft for each event, in order of the file."""
    skipped: list[Skipped] = []
    slides = _from_json(text, skipped) if text.lstrip()[:1] in ("{", "[") else _from_csv(text, skipped)
    drafts = [draft for line, slide in slides if (draft := _draft(slide, line, skipped))]
    return Reading(tuple(drafts), tuple(skipped))


def _from_json(text: str, skipped: list[Skipped]) -> Iterator[tuple[int, dict[str, Any]]]:
    data = loaded(text)
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
            skipped.append(Skipped("an event that is none"))


def _from_csv(text: str, skipped: list[Skipped]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a spreadsheet as slides, each with its line."""
    rows = csv.reader(io.StringIO(text), strict=True)  # a cell may hold lines
    names: list[str] = []
    line = 1
    try:
        for cells in rows:
            line, begins = rows.line_num + 1, line
            if not names:
                names = [cell.strip() for cell in cells]
                if not {"Year", "Headline"} <= set(names):
                    help = "the first row names the columns: Year, Month, Day, …, Headline, Text"
                    raise Unreadable("no columns Year and Headline", help, 1, 1)
            elif len(cells) > len(names):
                raise Unreadable(
                    "a row with more cells than columns", "put a cell with a comma in quotation marks", begins, len(names) + 1
                )
            elif any(cell.strip() for cell in cells):
                row = {name: cell.strip() for name, cell in zip(names, cells, strict=False)}
                if (kind := row.get("Type", "")) in ("title", "era"):
                    skipped.append(
                        Skipped("the title slide" if kind == "title" else f"the era “{row.get('Headline', '')}”", begins)
                    )
                else:
                    yield begins, _slide(row)
    except csv.Error as error:
        raise Unreadable(f"not valid CSV: {error}", "export the sheet anew as CSV", max(1, rows.line_num), 1) from None


def _slide(row: dict[str, str]) -> dict[str, Any]:
    """A row of the spreadsheet in the form that an event has in JSON."""

    def date(prefix: str) -> dict[str, str]:
        return {name.lower(): cell for name in _DATE_COLUMNS if (cell := row.get(prefix + name))}

    media = {key: row.get(name) for key, name in (("url", "Media"), ("caption", "Media Caption"), ("credit", "Media Credit"))}
    return {
        "start_date": date(""),
        "end_date": date("End "),
        "display_date": row.get("Display Date"),
        "text": {"headline": row.get("Headline"), "text": row.get("Text")},
        "media": media | {"thumbnail": row.get("Media Thumbnail")},
        "group": row.get("Group"),
        "background": row.get("Background"),
    }


def _draft(slide: dict[str, Any], line: int, skipped: list[Skipped]) -> Draft | None:
    text, media = _mapping(slide.get("text")), _mapping(slide.get("media"))
    headline, (said, links) = _plain(text.get("headline"))[0], _plain(text.get("text"))
    name = headline or said[:60]
    if not name:
        skipped.append(Skipped("an event without headline and text", line))
        return None
    when = _when(slide, name, line, skipped)
    for what, value in (
        *((f"media {key}", media.get(key)) for key in ("caption", "credit", "thumbnail")),
        *((key.replace("_", " "), slide.get(key)) for key in ("group", "background", "display_date")),
    ):
        if value:
            skipped.append(Skipped(f"the {what} of “{name}”", line))
    addresses = [one for one in dict.fromkeys((clean(str(media.get("url") or "")), *links)) if fits("url", one)]
    address = addresses[0] if addresses else None
    skipped += [Skipped(f"a further address of “{name}”: {other}", line) for other in addresses[1:]]
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
        skipped.append(Skipped(f"the time of day of “{name}”, for its offset from UTC is not stated", line))
    if date.get("display_date"):
        skipped.append(Skipped(f"the display date of “{name}”", line))
    if day and not month:
        raise EdtfError("a day without a month", 0, "")
    if not year:
        return ""
    return "-".join([year.zfill(4), *(part.zfill(2) for part in (month, day) if part)])


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _plain(markup: Any) -> tuple[str, list[str]]:
    """A text without its markup, and its addresses."""
    from lxml import html  # type: ignore[import-untyped]  # no types are installed for it; slow to load, and most files have no markup in them

    text = clean(markup[:_LONGEST]) if isinstance(markup, str) else ""
    if "<" not in text and "&" not in text:
        return text, _ADDRESS.findall(text)
    tree = html.document_fromstring(f"<div>{text}</div>")
    links = [link.get("href", "") for link in tree.iter("a")]
    shown = tree.xpath("//text()[not(ancestor::script or ancestor::style)]")
    separate = {"p", "br", "li", "div"}
    words = "".join((" " if part.getparent().tag in separate else "") + part for part in shown)
    return clean(words), [*links, *_ADDRESS.findall(words)]
