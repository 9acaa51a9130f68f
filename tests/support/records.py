"""Chronologies made without files, for tests of what comes after them: any text, any date."""

from collections.abc import Sequence

from timeline.assembly.chronology import arrange
from timeline.dates import parse
from timeline.model.article import Article, EventHead, Passage
from timeline.model.body import Text
from timeline.model.chronology import Chronology, Site
from timeline.model.diagnostics import Location
from timeline.model.entry import Attestation, Claim, Comparison, DatedBy, Entry
from timeline.model.names import Name
from timeline.model.reference import Reference

HERE = Location("content/articles/2022/x.md", 1, 1)
SITE = Site("Bridge Town", "A small chronology.", "https://bridge-town.example.org/")
WIRE = Name("publishers", "wire", "The Wire")


def an_article(
    id: str = "x", published: str | None = "2022-10-14", *, passage: str = "It happened.", **others: object
) -> Article:
    """An article with one passage, which supports the event `event`."""
    passages = (Passage("passage-event", ("event",), passage, (Text(passage),), (), HERE),)
    fields = {
        "title": f"Headline of {id}",
        "described": None,
        "reference": Reference(f"https://wire.example.org/{id}"),
        "text": "brief",
    }
    fields |= {"publisher": WIRE, "agency": None, "author": None, "language": "en", "kind": None, "note": None}
    fields |= {"published": published and parse(published), "published_note": None} | others
    return Article(id=id, path=HERE.path, at=HERE, events=(), passages=passages, body=(), **fields)


def an_entry(
    id: str = "event",
    when: str = "2022-10-13",
    *,
    title: str = "It happens",
    summary: str = "",
    names: Sequence[Name] = (),
    articles: Sequence[Article] | None = None,
) -> Entry:
    """An entry that all its articles, one if none is given, date alike."""
    date = parse(when)
    claims = [
        Claim(id, article, EventHead(id, HERE), article.passages, (), date, DatedBy.STATED, tuple(names), ())
        for article in ((an_article(),) if articles is None else articles)
    ]
    attestations = tuple(Attestation(claim, True) for claim in claims)
    return Entry(id, title, summary, False, date, "", tuple(names), attestations, Comparison("Date", ()), ())


def a_chronology(*entries: Entry) -> Chronology:
    claims = tuple(attestation.claim for entry in entries for attestation in entry.attestations)
    return arrange(entries, tuple({claim.article.id: claim.article for claim in claims}.values()), claims)


# One of each class of what could break out of a format, act in a reader, or be lost.
HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=https://evil.example/x.png onerror=alert(1)>",
    "&lt;img src=x onerror=alert(1)&gt; &amp; &#60;b&#62;",
    "]]> <![CDATA[ <!-- <?xml ?>",
    "comma, semicolon; colon: backslash \\ and \\n, \\; and \\,",
    "line\nbreak\r\nand\ttab",
    "BEGIN:VEVENT\r\nEND:VCALENDAR",
    "bell \x07, null \x00, escape \x1b[31m, separator \u2028, no character \ufffe",
    "fire \N{FIRE}, family \N{WOMAN}\u200d\N{WOMAN}\u200d\N{GIRL}, flag \U0001f1fa\U0001f1e6",
    "مرحبا שלום \u202eesrever",
    '=HYPERLINK("https://evil.example","x")',
    "+1+1",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\"double\" 'single' `back` “curly”",
    "{{ 7 * 7 }} {% raw %} {# x #} ${7*7}",
    "2022-01-01: another event",
    "now: x",
    "# section #tag !id [x] - item // comment",
    "key: value",
    "[x] [ ] done? #tag!",
    "].{onclick=alert(1)} [x](javascript:alert(1)) ]{.x}",
    "long " + "ж" * 1995,
    "\N{FIRE}" * 400,
)
