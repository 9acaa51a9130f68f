"""A proposal from the issue form “propose an entry”: sections with fixed headings, each with one answer."""

import re

from timeline.contribute.drafts.draft import Draft, DraftEvent, clean, fits, id_from
from timeline.contribute.drafts.languages import language_code
from timeline.contribute.drafts.quotes import Quote
from timeline.contribute.importers import Reading, Skipped, Unreadable
from timeline.dates import EdtfError
from timeline.dates.user_input import date_from_input
from timeline.model.identifiers import doi_in, is_doi

# The headings of .github/ISSUE_TEMPLATE/propose-an-entry.yml, in its order.
LABELS = (
    "What happened",
    "When did it happen",
    "Address of the article",
    "Headline as printed",
    "Publisher",
    "Date of publication",
    "Language",
    "What the article says of it, in your own words",
    "The words that date it",
    "People, organisations and places",
    "Anything else",
)
_HAPPENED, _WHEN, _ADDRESS, _HEADLINE, _PUBLISHER, _PUBLISHED, _LANGUAGE, _SAYS, _WORDS, _NAMES, _ELSE = LABELS
_UNANSWERED = "_No response_"


def detects(text: str) -> bool:
    """Whether a file looks like the text of the issue form."""
    return sum(f"### {label}" in text for label in LABELS) > 2


def read(text: str) -> Reading:
    """The draft that is proposed. What strangers wrote stays text: nothing of it becomes a mark, a key or a second answer."""
    answers, lines = _answers(text)
    if not answers:
        raise Unreadable("none of the sections of the form", f"the text of an issue begins with `### {_HAPPENED}`", 1, 1)
    skipped: list[Skipped] = []
    dates = {label: _date(answers, label, lines, skipped) for label in (_WHEN, _PUBLISHED)}
    happened, words = (clean(answers.get(label, "")) for label in (_HAPPENED, _WORDS))
    event = DraftEvent(id_from(happened) or "proposed-event", title=happened or None, when=dates[_WHEN])
    paragraphs = [clean(part) for part in re.split(r"\n\s*\n", answers.get(_SAYS, "")) if clean(part)]
    if words and not _is_in(words, paragraphs):
        skipped.append(
            Skipped(f"the words that date it, “{words}”, because they are not in what the article says", lines.get(_WORDS, 0))
        )
    reference = _reference(clean(answers.get(_ADDRESS, "")))
    draft = Draft(
        title=clean(answers.get(_HEADLINE, "")) or None,
        publisher=clean(answers.get(_PUBLISHER, "")) or None,
        url=reference.get("url"),
        doi=reference.get("doi"),
        isbn=reference.get("isbn"),
        source=reference.get("source"),
        published=dates[_PUBLISHED],
        language=language_code(clean(answers.get(_LANGUAGE, ""))) or None,
        text="brief",
        events=(event,) if happened else (),
        body=tuple(paragraphs),
        passages=tuple(
            Quote(paragraph, (event.id,) if happened else (), words=words, within=number)
            for number, paragraph in enumerate(paragraphs)
        ),
        comments=_comments(answers, dates),
    )
    return Reading((draft,), tuple(skipped))


def _answers(text: str) -> tuple[dict[str, str], dict[str, int]]:
    """The answers by label, and the lines in which they begin. A heading counts once, and after those before it in the form."""
    found: dict[str, list[str]] = {}
    lines: dict[str, int] = {}
    at = -1
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        label = line[4:].strip() if line.startswith("### ") else ""
        if label in LABELS[at + 1 :]:
            at = LABELS.index(label)
            found[label], lines[label] = [], number
        elif at >= 0:
            found[LABELS[at]].append(line)
    answers = {label: "\n".join(said).strip() for label, said in found.items()}
    return {label: said for label, said in answers.items() if said != _UNANSWERED}, lines


def _date(answers: dict[str, str], label: str, lines: dict[str, int], skipped: list[Skipped]) -> str | None:
    said = clean(answers.get(label, ""))
    try:
        return date_from_input(said) if said else None
    except EdtfError as error:
        skipped.append(Skipped(f"{label.lower()}, “{said}”: {error.message}; {error.help}", lines[label]))
        return None


def _reference(said: str) -> dict[str, str]:
    """Where the original is: a DOI, an ISBN, words, or an address, which need not be valid."""
    if is_doi(said) or doi_in(said):
        return {"doi": doi_in(said) or said}
    if fits("isbn", said):
        return {"isbn": said}
    key = "source" if " " in said and "://" not in said else "url"
    return {key: said} if said else {}


def _comments(answers: dict[str, str], dates: dict[str, str | None]) -> tuple[tuple[str, str], ...]:
    """What no key takes: it is for whoever completes the file, and not for readers."""
    unread = [(key, label) for key, label in (("events", _WHEN), ("published", _PUBLISHED)) if not dates[label]]
    asked = [*unread, ("events", _NAMES), ("", _ELSE)]
    return tuple((key, f"{label}: {said}") for key, label in asked if (said := clean(answers.get(label, ""))))


def _is_in(words: str, paragraphs: list[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", paragraph) for paragraph in paragraphs)
