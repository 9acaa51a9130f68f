"""How an entry is cited: as a line of text, for BibTeX, and as CSL-JSON.

The date of an event is not the date on which its page was published. No form has a year of publication: the date of the
event is given where it cannot be taken for one. There is no author, because none is stated, and no day of access.
"""

from timeline.dates import Part, When, wording
from timeline.model.chronology import Site
from timeline.model.entry import Entry
from timeline.publish.escape import plain
from timeline.publish.json_text import line

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
    """One line: title, time of the event, site, address."""
    return f"“{plain(entry.title)}” (event: {wording(entry.when)}). {plain(site.name)}. {address}"


def as_bibtex(entry: Entry, site: Site, address: str) -> str:
    """A record of the type `misc`, which BibTeX and biblatex know. Its key is ASCII, as every id is."""
    fields = {
        "title": f"{{{_tex(entry.title)}}}",  # in braces of its own, or styles would make names lowercase
        "howpublished": _tex(site.name),
        "note": f"Event: {_tex(wording(entry.when))}",
        "url": "".join(_URL.get(character, character) for character in address),
    }
    return "\n".join((f"@misc{{{_key(entry)},", *(f"  {name} = {{{value}}}," for name, value in fields.items()), "}"))


def as_csl_json(entry: Entry, site: Site, address: str) -> str:
    """A list of one item, as the schema of CSL 1.0.2 for input data has it (csl-data.json)."""
    item = {
        "id": _key(entry),
        "type": "webpage",
        "title": plain(entry.title),
        "container-title": plain(site.name),
        "event-date": _csl_date(entry.when),
        "URL": address,
    }
    fields = (f"  {line(name)}: {line(value)}" for name, value in item.items())
    return "[{\n" + ",\n".join(fields) + "\n}]"


def _key(entry: Entry) -> str:
    return f"entry-{entry.id}"


def _csl_date(when: When) -> dict[str, str | list[list[int]]]:
    """In numbers where they say exactly what the date says; else in words, which every style prints as they are."""
    parts = (when.start, when.end) if when.end else (when.start,)
    if any(part.precision not in ("day", "month", "year") or part.qualifier or part.timed for part in parts):
        return {"literal": wording(when)}
    return {"date-parts": [_numbers(part) for part in parts]}


def _numbers(part: Part) -> list[int]:
    return [int(number) for number in part.text.split("-")]


def _tex(text: str) -> str:
    return "".join(_TEX.get(character, character) for character in plain(text))
