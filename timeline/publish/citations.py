"""How an entry is cited: as a line of text, for BibTeX, and as CSL-JSON.

Every form has the site, the time of the event and the day of reading, in fields that all styles print. The date of an event
is not the date on which its page was published, which nobody states: so no form has `year`, `issued` or `event-date`, which
styles print as the date of publication. CSL styles print no note, so there the time of the event is a part of the title.
In CSL the site is the author, as is usual for a page that names none: some styles leave out the name of a web site, and
those that print titles for missing authors print the title twice. A build asks no clock: the day of reading is
DAY_OF_READING, which the reader's browser (theme/assets/copy.js) or the reader replaces.
"""

from collections.abc import Mapping

from timeline.dates import wording
from timeline.model.chronology import Site
from timeline.model.entry import Entry
from timeline.publish.escape import plain
from timeline.publish.json_text import line

DAY_OF_READING = "YYYY-MM-DD"
CSL_DAY_OF_READING = line({"literal": DAY_OF_READING})  # a date of CSL in words; the script replaces it by one in numbers

# What TeX acts on. Braces by name, for BibTeX counts them even after a backslash.
_TEX = {character: "\\" + character for character in "%&#_$"} | {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}
_URL = {
    "{": "%7B",
    "}": "%7D",
    "\\": "%5C",
    " ": "%20",
}  # an address is written into BibTeX as it is, except for characters that would end it


def citations(entry: Entry, site: Site, address: str) -> dict[str, str]:
    """Every form by its name for readers. `address` is the permanent one of the entry's page."""
    return {
        "Text": as_text(entry, site, address),
        "BibTeX": as_bibtex(entry, site, address),
        "CSL-JSON": as_csl_json(entry, site, address),
    }


def as_text(entry: Entry, site: Site, address: str) -> str:
    """One line: title, time of the event, site, address, day of reading."""
    return f"“{plain(entry.title)}” (event: {wording(entry.when)}). {plain(site.name)}. {address} (read on {DAY_OF_READING})"


def as_bibtex(entry: Entry, site: Site, address: str) -> str:
    """A record of the type `misc`, which BibTeX and biblatex know. Its key is ASCII, as every id is."""
    fields = {
        "title": f"{{{tex(entry.title)}}}",  # in braces of its own, or styles would make names lowercase
        "howpublished": tex(site.name),
        # BibTeX's own styles print a note, but no `urldate`.
        "note": tex(f"Event: {wording(entry.when)}. Read on {DAY_OF_READING}"),
        "url": address,
    }
    return bibtex("misc", _key(entry), fields)


def as_csl_json(entry: Entry, site: Site, address: str) -> str:
    """A list of one item, as the schema of CSL 1.0.2 for input data has it (csl-data.json)."""
    item = {
        "id": _key(entry),
        "type": "webpage",
        "author": [{"literal": plain(site.name)}],
        "title": f"{plain(entry.title)} (event: {wording(entry.when)})",
        "URL": address,
        "accessed": {"literal": DAY_OF_READING},
    }
    fields = (f"  {line(name)}: {line(value)}" for name, value in item.items())
    return "[{\n" + ",\n".join(fields) + "\n}]"


def bibtex(type: str, key: str, fields: Mapping[str, str]) -> str:
    """A record of BibTeX. The values are TeX already, but for an address."""
    written = dict(fields)
    if "url" in written:
        written["url"] = "".join(_URL.get(character, character) for character in written["url"])
    return "\n".join((f"@{type}{{{key},", *(f"  {name} = {{{value}}}," for name, value in written.items()), "}"))


def _key(entry: Entry) -> str:
    return f"entry-{entry.id}"


def tex(text: str) -> str:
    """Plain text as TeX that prints exactly this text."""
    return "".join(_TEX.get(character, character) for character in plain(text))
