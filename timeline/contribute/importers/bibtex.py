"""References as BibTeX or biblatex: each becomes a draft without a body."""

import re
from collections.abc import Iterator, Mapping

from timeline.contribute.drafts.bibliography import Record, draft_of
from timeline.contribute.drafts.draft import Draft, clean
from timeline.contribute.importers import Reading, Skipped, Unreadable, within_limit
from timeline.dates.english.words import MONTH_NAMES

_ENTRY = re.compile(
    r"^[^\S\n]*@(?:article|book(?:let)?|collection|conference|dataset|in(?:book|collection|proceedings)|letter|manual|mastersthesis|misc|"
    r"online|phdthesis|proceedings|(?:tech)?report|thesis|unpublished)\s*[{(]",
    re.IGNORECASE | re.MULTILINE,
)
_TYPES = {
    **dict.fromkeys(("article", "periodical"), "article-journal"),
    **dict.fromkeys(("book", "booklet", "collection", "mvbook"), "book"),
    **dict.fromkeys(("inbook", "incollection"), "chapter"),
    **dict.fromkeys(("phdthesis", "mastersthesis", "thesis"), "thesis"),
    **dict.fromkeys(("techreport", "report"), "report"),
    "letter": "personal_communication",
    "unpublished": "manuscript",
}
# Fields by those of a record; the first that is there counts.
_FIELDS = {
    "title": ("title",),
    "container": ("journaltitle", "journal", "booktitle"),
    "publisher": ("publisher", "institution", "school", "organization"),
    "place": ("location", "address"),
    "url": ("url",),
    "doi": ("doi",),
    "isbn": ("isbn",),
    "institution": ("library", "archive"),
    "mark": ("shelfmark", "archive_location"),
    "language": ("langid", "language"),
    "volume": ("volume",),
    "issue": ("number", "issue"),
    "pages": ("pages",),
}
_USED = {
    *(name for names in _FIELDS.values() for name in names),
    "author",
    "date",
    "year",
    "month",
    "day",
    "howpublished",
    "subtitle",
}
_SILENT = {"urldate", "issn", "file", "timestamp", "owner", "bdsk-url-1", "bdsk-file-1", "date-added", "date-modified"}
_LONGEST_MACRO = 10_000  # characters: each macro may name another one twice


def detects(text: str) -> bool:
    """Whether a file looks like BibTeX."""
    return bool(_ENTRY.search(text))


def read(text: str) -> Reading:
    """A draft for each reference, in order of the file, and the entries that could not be read."""
    drafts: list[Draft] = []
    skipped: list[Skipped] = []
    for record in within_limit(_records(text, skipped)):
        draft, lost = draft_of(record)
        drafts.append(draft)
        skipped += (Skipped(said, record.line) for said in lost)
    if not drafts and not skipped:
        raise Unreadable("no BibTeX entry", "an entry begins with its type and key: @book{hill2019,", 1, 1)
    return Reading(tuple(drafts), tuple(skipped))


def _records(text: str, skipped: list[Skipped]) -> Iterator[Record]:
    from pybtex.database.input.bibtex import LowLevelParser, UndefinedMacro
    from pybtex.scanner import PybtexSyntaxError
    from pybtex.utils import CaseInsensitiveDict

    class Parser(LowLevelParser):  # type: ignore[misc]  # a base class without types
        """Macros are limited, for a chain of them can grow without limit."""

        def substitute_macro(self, name: str) -> str:
            value = str(self.macros.get(name, "")) or self.handle_error(UndefinedMacro(name, self)) or ""
            if len(value) > _LONGEST_MACRO:
                raise PybtexSyntaxError(f"the string {name} is too long", self)
            return value

    broken: list[Skipped] = []

    def report(error: PybtexSyntaxError) -> None:
        is_unknown = isinstance(error, UndefinedMacro)
        what = "a string that is not defined" if is_unknown else "an entry that is not valid BibTeX"
        (skipped if is_unknown else broken).append(Skipped(f"{what}: {clean(str(error.args[0]))}", error.lineno or 0))

    macros = CaseInsensitiveDict({name[:3].lower(): str(number) for number, name in enumerate(MONTH_NAMES, 1)})
    parser = Parser(text, macros=macros, handle_error=report)
    line, before = 1, 0
    for command, content in parser:
        line, before = line + text.count("\n", before, parser.command_start), parser.command_start
        if broken:  # what was read of it may be half of it, or half of the next
            skipped += broken
            broken.clear()
        elif command.lower() not in ("string", "preamble"):
            yield _record(command.lower(), {name.lower(): "".join(parts) for name, parts in reversed(content[1])}, line)
    skipped += broken


def _record(kind: str, raw: Mapping[str, str], line: int) -> Record:
    values = {name: _plain(value) for name, value in raw.items()}
    fields = {ours: next((values[name] for name in names if values.get(name)), "") for ours, names in _FIELDS.items()}
    fields["title"] = ": ".join(part for part in (fields["title"], values.get("subtitle")) if part)
    where = values.get("howpublished", "")
    address = re.search(r"https?://[^\s{}\\]+", raw.get("howpublished", ""))
    left_out = {name for name, value in values.items() if value and name not in _USED and name not in _SILENT}
    return Record(
        **fields | {"url": fields["url"] or (address[0] if address else "")},
        line=line,
        type=_TYPES.get(kind, ""),
        authors=tuple(_names(raw.get("author", ""))),
        published=values.get("date") or _date(values),
        left_out=tuple(sorted(left_out | ({"howpublished"} if where and not address else set()))),
    )


def _date(values: Mapping[str, str]) -> str:
    """Year, month and day, as far as they are there. The month may be a number, or its name or the beginning of it."""
    year, month, day = (values.get(part, "") for part in ("year", "month", "day"))
    begins = [
        number
        for number, name in enumerate(MONTH_NAMES, 1)
        if len(month) > 2 and name.lower().startswith(month.lower().rstrip("."))
    ]
    number = str(begins[0]) if len(begins) == 1 else month
    if number.isdecimal() and day.isdecimal():
        return f"{year}-{number.zfill(2)}-{day.zfill(2)}"
    if number.isdecimal() and not day:
        return f"{year}-{number.zfill(2)}"
    return " ".join(part for part in (day, month, year) if part)


def _names(field: str) -> Iterator[str]:
    """Names in the order in which they are read: "Hill, Ada and {City Council}"."""
    from pybtex.bibtex.utils import split_name_list
    from pybtex.database import InvalidNameString, Person

    for name in split_name_list(field):
        try:
            person = Person(name)
        except InvalidNameString:
            yield _plain(name)
            continue
        parts = (person.first_names, person.middle_names, person.prelast_names, person.last_names, person.lineage_names)
        yield _plain(" ".join(word for words in parts for word in words))


def _plain(value: str) -> str:
    """LaTeX as plain text. Commands that only set letters apart are dropped, and their text stays."""
    from pybtex.richtext import Text

    try:
        text = str(Text.from_latex(value))
    except Exception:  # the library raises errors of several kinds for what is no LaTeX
        text = value.replace("{", "").replace("}", "")
    return clean(re.sub(r"\\[a-zA-Z]+\s?", "", text))
