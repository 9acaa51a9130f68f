"""References as CSL-JSON, the format of Zotero, Mendeley and Pandoc: each becomes a draft without a body."""

import re
from typing import Any

from timeline.contribute.drafts.bibliography import Record, draft_of
from timeline.contribute.drafts.draft import Draft, clean
from timeline.contribute.importers import Reading, Skipped, Unreadable, loaded, within_limit

_TYPE = re.compile(
    r'"type"\s*:\s*"(?:article|book|broadcast|chapter|document|interview|legal_case|manuscript|map|motion_picture|paper-conference|'
    r'personal_communication|post|report|speech|thesis|webpage)[a-z-]*"'
)
# Fields of CSL 1.0.2 by those of a record.
_FIELDS = {
    "type": "type",
    "title": "title",
    "container-title": "container",
    "publisher": "publisher",
    "publisher-place": "place",
    "URL": "url",
    "DOI": "doi",
    "ISBN": "isbn",
    "archive": "institution",
    "archive_location": "mark",
    "language": "language",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
}
# What says nothing of the source, or what the draft has already.
_SILENT = {"id", "citation-key", "author", "issued", "accessed", "title-short", "container-title-short", "ISSN", "source"}


def detects(text: str) -> bool:
    """Whether a file looks like CSL-JSON."""
    return text.lstrip()[:1] == "[" and bool(_TYPE.search(text))


def read(text: str) -> Reading:
    """A draft for each reference, in order of the file."""
    items = loaded(text)
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise Unreadable("no list of references", "export them as CSL-JSON, which is a list of objects", 1, 1)
    drafts: list[Draft] = []
    skipped: list[Skipped] = []
    for item in within_limit(items):
        draft, lost = draft_of(_record(item))
        drafts.append(draft)
        skipped += map(Skipped, lost)
    return Reading(tuple(drafts), tuple(skipped))


def _record(item: dict[str, Any]) -> Record:
    fields: dict[str, Any] = {ours: _text(item.get(theirs)) for theirs, ours in _FIELDS.items()}
    left_out = sorted(clean(key) for key, value in item.items() if value and key not in _FIELDS and key not in _SILENT)
    authors = item.get("author")
    return Record(
        **fields,
        authors=tuple(name for one in (authors if isinstance(authors, list) else ()) if (name := _name(one))),
        published=_date(item.get("issued")),
        left_out=tuple(left_out),
    )


def _name(name: Any) -> str:
    if not isinstance(name, dict):
        return ""
    parts = ("literal",) if name.get("literal") else ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return " ".join(text for part in parts if (text := _text(name.get(part))))


def _date(date: Any) -> str:
    """A date as EDTF, or as it is written; one day, or from one to another."""
    if not isinstance(date, dict):
        return _text(date)
    parts = date.get("date-parts")
    if not isinstance(parts, list) or date.get("season"):
        season = _text(date.get("season"))
        return " ".join(filter(None, (season, *map(_day, parts if isinstance(parts, list) else ())))) or _written(date)
    days = [day for part in parts[:2] if (day := _day(part))]
    return "/".join(days) + ("~" if date.get("circa") and len(days) == 1 else "") or _written(date)


def _day(numbers: Any) -> str:
    """Year, month and day as far as they are there: 1953-04-25. Files have them as numbers or as text."""
    texts = [_text(number) for number in numbers] if isinstance(numbers, list) else []
    texts = [text for text in texts if text]
    if not texts or len(texts) > 3 or not all(text.isascii() and text.isdecimal() for text in texts):
        return " ".join(texts)
    return "-".join((texts[0].zfill(4), *(text.zfill(2) for text in texts[1:])))


def _written(date: dict[str, Any]) -> str:
    return _text(date.get("literal")) or _text(date.get("raw"))


def _text(value: Any) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return clean(re.sub(r"</?(?:i|b|sup|sub|span)(?:\s[^<>]*)?>", "", value)) if isinstance(value, str) else ""
