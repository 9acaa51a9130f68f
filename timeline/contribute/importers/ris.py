"""References as RIS, which libraries and EndNote export: each becomes a draft without a body."""

import re
from collections.abc import Iterator
from typing import Any

from timeline.contribute.drafts.bibliography import Record, draft_of
from timeline.contribute.drafts.draft import Draft, clean
from timeline.contribute.importers import Reading, Skipped, Unreadable, within_limit

_START = re.compile(r"^TY  - ?([A-Z]+)", re.MULTILINE)
_TYPES = {
    **dict.fromkeys(("JOUR", "EJOUR"), "article-journal"),
    **dict.fromkeys(("BOOK", "EBOOK", "EDBOOK"), "book"),
    **dict.fromkeys(("CHAP", "ECHAP"), "chapter"),
    **dict.fromkeys(("CASE", "HEAR"), "legal_case"),
    **dict.fromkeys(("PCOMM", "ICOMM"), "personal_communication"),
    **dict.fromkeys(("SOUND",), "song"),
    "MAP": "map",
    "RPRT": "report",
    "THES": "thesis",
    "UNPB": "manuscript",
    "MANSCPT": "manuscript",
    "VIDEO": "motion_picture",
    "MPCT": "motion_picture",
}
# Tags by the fields of a record; the first that is there counts.
_TAGS = {
    "title": ("TI", "T1"),
    "container": ("JO", "JF", "T2", "BT", "JA", "J2"),
    "publisher": ("PB",),
    "place": ("CY",),
    "doi": ("DO",),
    "institution": ("DB",),
    "mark": ("AV",),
    "language": ("LA",),
    "volume": ("VL",),
    "issue": ("IS",),
}
_USED = {*(tag for tags in _TAGS.values() for tag in tags), "TY", "AU", "A1", "UR", "DA", "PY", "Y1", "SN", "SP", "EP"}
_SILENT = {"ID", "ER", "Y2", "ST", "DP", "L1", "L2"}


def detects(text: str) -> bool:
    """Whether a file looks like RIS."""
    return bool(_START.search(text)) and bool(re.search(r"^ER  -", text, re.MULTILINE))


def read(text: str) -> Reading:
    """A draft for each reference, in order of the file."""
    from rispy import RisParser

    tags = {
        tag: tag
        for tag in (f"{one}{two}" for one in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for two in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    }
    lists = ["AU", "A1", "KW", "N1", "UR", "SN"]
    parser = RisParser(mapping=tags, list_tags=lists, delimiter_tags_mapping={})
    starts = [number for number, row in enumerate(text.split("\n"), 1) if _START.match(row)]
    if not starts:
        raise Unreadable("no RIS reference", "a reference begins with a line such as `TY  - BOOK`", 1, 1)
    list(within_limit(starts))
    try:
        rows = parser.parse(text)
    except (KeyError, TypeError, AttributeError) as error:  # a line that continues nothing
        raise Unreadable("not valid RIS", "export the file again") from error
    drafts: list[Draft] = []
    skipped = [Skipped("a reference without its last line `ER  -`", line) for line in starts[len(rows) :]]
    for row, line in zip(rows, starts, strict=False):
        draft, lost = draft_of(_record(row, line))
        drafts.append(draft)
        skipped += (Skipped(said, line) for said in lost)
    return Reading(tuple(drafts), tuple(skipped))


def _record(row: dict[str, Any], line: int) -> Record:
    fields = {ours: next((value for tag in tags for value in _values(row, tag)), "") for ours, tags in _TAGS.items()}
    pages = [value for tag in ("SP", "EP") for value in _values(row, tag)]
    return Record(
        **fields,
        line=line,
        type=_TYPES.get(str(row.get("TY", "")), ""),
        authors=tuple(_name(name) for tag in ("AU", "A1") for name in _values(row, tag)),
        published=next((date for tag in ("DA", "PY", "Y1") for value in _values(row, tag) if (date := _date(value))), ""),
        url=next((address for value in _values(row, "UR") for address in re.split(r";\s*(?=https?:)", value)), ""),
        isbn=next((value for value in _values(row, "SN") if not re.match(r"\d{4}-\d{3}[\dX]\b", value)), ""),  # or an ISSN
        pages="-".join(dict.fromkeys(pages)),
        left_out=tuple(sorted(_words(tag) for tag in row if tag not in _USED and tag not in _SILENT and any(_values(row, tag)))),
    )


def _words(tag: str) -> str:
    from rispy import TAG_KEY_MAPPING

    return str(TAG_KEY_MAPPING.get(tag, tag)).replace("_", " ")


def _values(row: dict[str, Any], tag: str) -> Iterator[str]:
    value = row.get(tag, ())
    yield from (text for part in ([value] if isinstance(value, str) else value) if (text := clean(str(part))))


def _name(name: str) -> str:
    """A name in the order in which it is read: "Hill, Ada, Jr." is Ada Hill Jr."""
    last, _, first = name.partition(",")
    first, _, suffix = first.partition(",")
    return clean(f"{first} {last} {suffix}")


def _date(value: str) -> str:
    """1953/04/25/ as 1953-04-25; anything else as it is written."""
    found = re.fullmatch(r"(\d{4})(?:/(\d\d?)?(?:/(\d\d?)?)?(?:/.*)?)?", value)
    return "-".join(part.zfill(2) for part in found.groups() if part) if found else value
