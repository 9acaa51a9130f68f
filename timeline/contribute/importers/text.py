"""Plain text, a paragraph between blank lines; what a page puts round its text is dropped."""

import re

from timeline.contribute.drafts.draft import Draft
from timeline.contribute.importers import Reading, Skipped

# Dropped where they are a whole line; capitals and a last sign do not count.
_LINES = """
    advertisement | advertising | sponsored | sponsored content | article continues below | story continues below
    read more | more on this story | related articles | related topics | recommended | most read | you may also like
    share | share this | share this article | share this story | print | email | copy link | link copied
    accept cookies | accept all cookies | we use cookies | cookie settings | manage cookies
    subscribe | subscribe now | sign up | sign up to our newsletter | sign in | log in | already a subscriber? sign in
    skip to content | back to top | comments | leave a comment
"""
FURNITURE = frozenset(line.strip() for line in _LINES.replace("\n", "|").split("|")) - {""}
# Dropped as a whole line too: what leads to another page, asks for a name, or helps to turn the page.
_BEGINNINGS = re.compile(
    r"(?:read more|read also|also read|read next|see also|see more|more on this|related(?: stories| article| story)?|recommended"
    r"|watch(?: now| live)?|listen(?: now)?|don['’]t miss|photo credit|follow (?:us|live)|up next|just in)\s*(?::|»|>|→|\|)"
    r"|(?:sign|subscribe|register|join|get|receive)\b[^.!?]{0,120}"
    r"\b(?:newsletters?|inbox|e-?mail (?:alerts|updates)|(?:whatsapp|telegram) channel)\b[^.!?]{0,80}[.!]?$"
    r"|[~*•–—-]*\s*(?:scroll|swipe)(?: down)? (?:to|for) (?:continue|read|more)\b[^.!?]{0,60}[.!]?$"
    r"|(?:story|article) continues (?:below|after)\b[^.!?]{0,60}[.!]?$"
    r"|(?:download|get) (?:the|our) \w* ?app\b[^.!?]{0,80}[.!]?$|follow us on\b[^.!?]{0,80}[.!]?$"
    r"|click here (?:to|for)\b[^.!?]{0,100}[.!]?$|all rights reserved\b|©|copyright (?:©|\d{4})",
    re.IGNORECASE,
)
_OTHER = re.compile(r"^[^\S\n]*[\d/.-]{4,}[^:\n]{0,60}: |^#{1,6} |^TY  - |^[^\S\n]*@\w+\s*[{(]\s*[^\s,]+,", re.MULTILINE)
# Dated lines, sections and references: another kind.


def detects(text: str) -> bool:
    """Whether a file looks like plain text, and no kind of file that has a form of its own."""
    start = text.lstrip()
    return (
        bool(start)
        and start[0] not in "{[<"
        and not start.startswith("---")
        and not _OTHER.search(text)
        and not re.match(r"[^\n]*,\s*Headline\b", start)
    )


def is_furniture(line: str) -> bool:
    """Whether a line is what a page puts round its text."""
    said = " ".join(line.split())
    return said.lower().strip(" .:!…>»→~*•–—-") in FURNITURE or bool(_BEGINNINGS.match(said))


def read(text: str) -> Reading:
    """A draft with all paragraphs. A first paragraph of one short line without a full stop is the headline."""
    skipped: list[Skipped] = []
    blocks: list[list[str]] = [[]]
    for number, line in enumerate(text.split("\n"), 1):
        if is_furniture(line):
            skipped.append(Skipped(f"the line “{line.strip()}”, which is not part of the article", number))
        elif line.strip():
            blocks[-1].append(line)
        else:
            blocks.append([])
    paragraphs = [" ".join(block) for block in blocks if block]
    title = None
    if len(paragraphs) > 1 and len(paragraphs[0]) <= 200 and not paragraphs[0].rstrip().endswith((".", "…")):
        title, *paragraphs = paragraphs
    return Reading((Draft(title=title, body=tuple(paragraphs)),), tuple(skipped))
