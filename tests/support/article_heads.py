"""Heads of articles as the tests of the schemas need them: those that the repository holds, and a good one to spoil."""

from pathlib import Path

from support.paths import ROOT

PROJECTS = [ROOT, ROOT / "tests/golden", *sorted(path.parent for path in (ROOT / "examples").glob("*/content"))]
ARTICLES = [path for project in PROJECTS for path in sorted((project / "content/articles").rglob("*.md"))]
VOCABULARIES = [project / "content/vocabulary.yml" for project in PROJECTS]

GOOD = """\
title: Pool opens its doors
publisher: Alderwick Echo
url: https://example.org/echo/pool
published: 2024-05-17
language: en
text: brief
"""

# What an editor is to flag, each a line or two beside or instead of those of GOOD.
WRONG = {
    "unknown key": GOOD + "titel: Pool opens its doors",
    "no title": GOOD.replace("title: Pool opens its doors\n", ""),
    "two titles": GOOD + "described: Report on the pool",
    "publisher missing": GOOD.replace("publisher: Alderwick Echo\n", ""),
    "empty title": GOOD.replace("Pool opens its doors", ""),
    "blank title": GOOD.replace("Pool opens its doors", "'  '"),
    "title of two lines": GOOD.replace("Pool opens its doors", '"Pool\\nopens"'),
    "title too long": GOOD.replace("Pool", "Po" + "o" * 400),
    "address without scheme": GOOD.replace("https://example.org", "example.org"),
    "address of another scheme": GOOD.replace("https://", "ftp://"),
    "address with a blank": GOOD.replace("echo/pool", "echo pool"),
    "day first": GOOD.replace("2024-05-17", "17.05.2024"),
    "no hyphens": GOOD.replace("2024-05-17", "20240517"),
    "one digit": GOOD.replace("2024-05-17", "'2024-5-17'"),
    "month 13": GOOD.replace("2024-05-17", "2024-13"),
    "a day of a season": GOOD.replace("2024-05-17", "'2024-21-01'"),
    "date in words": GOOD.replace("2024-05-17", "May 2024"),
    "decade in words": GOOD.replace("2024-05-17", "1990s"),
    "set without quotation marks": GOOD.replace("2024-05-17", "[2023,2024]"),
    "time without offset": GOOD.replace("2024-05-17", "2024-05-17T05:00"),
    "interval with a dash": GOOD.replace("2024-05-17", "2024-05-17–2024-05-19"),
    "interval without a date": GOOD.replace("2024-05-17", "../.."),
    "name of a language": GOOD.replace("language: en", "language: English"),
    "unknown kind of text": GOOD.replace("text: brief", "text: summary"),
    "wrong event id": GOOD + "events:\n  Pool Opened:\n    title: The pool opens",
    "reserved event id": GOOD + "events:\n  index:\n    title: The pool opens",
    "unknown key of an event": GOOD + "events:\n  pool:\n    date: 2024-05-16",
    "key in other words": GOOD + "events:\n  pool:\n    key: often",
    "events as a list": GOOD + "events:\n  - pool",
    "places as text": GOOD + "events:\n  pool:\n    places: Alderwick",
    "an empty name": GOOD + "events:\n  pool:\n    places: ['']",
    "wrong date of an event": GOOD + "events:\n  pool:\n    when: yesterday",
    "figures as a list": GOOD + "events:\n  pool:\n    claims: [84]",
}

# What YAML readers type by themselves, and the format takes as it is written.
TYPED = {
    "year": GOOD.replace("2024-05-17", "1984"),
    "early year": GOOD.replace("2024-05-17", "0079"),
    "octal year of YAML 1.1": GOOD.replace("2024-05-17", "0017"),
    "time stamp": GOOD.replace("2024-05-17", "2024-05-17T05:00:30+03:00"),
    "number for a title": GOOD.replace("Pool opens its doors", "1984"),
    "boolean for a title": GOOD.replace("Pool opens its doors", "Yes"),
    "date for a title": GOOD.replace("Pool opens its doors", "2024-05-17"),
    "Norwegian": GOOD.replace("language: en", "language: no"),
    "key event": GOOD + "events:\n  pool:\n    key: true",
    "key event in quotation marks": GOOD + "events:\n  pool:\n    key: 'true'",
    "event without a value": GOOD + "events:\n  pool:",
    "event id of digits": GOOD + "events:\n  1984:\n    when: 1984",
    "figures": GOOD + "events:\n  pool:\n    claims: {visitors: 84, share: 12.5, sold-out: true, opened: 2024-05-16}",
    "names of digits": GOOD + "events:\n  pool:\n    places: [1984]",
}


def head(path: Path) -> str:
    """The head of an article, as YAML."""
    return path.read_text(encoding="utf-8").split("---\n", 2)[1]
