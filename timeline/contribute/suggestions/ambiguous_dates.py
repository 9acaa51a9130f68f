"""Words of time that are not a date by themselves, in passages without another date: a person must say what they mean."""

import re
from collections.abc import Iterator

from timeline.contribute.suggestions.source import ArticleSource
from timeline.contribute.suggestions.suggestion import Suggestion, in_words
from timeline.contribute.suggestions.text_runs import Paragraph
from timeline.dates import Day, date_phrases, resolve

_N = r"(?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten|a few|several)"
_ELSEWHERE, _ROUND, _LOOSE = "counts from another date in the text", "is mostly a round number", "has no fixed bounds"
_FEAST = "is a feast, and feasts have several calendars"
_REASONS = tuple(
    (re.compile(rf"\b{pattern}\b", re.IGNORECASE), reason)
    for pattern, reason in (
        (r"(?:on )?the (?:following|next|previous|same) (?:day|night|week|month|year)", _ELSEWHERE),
        (rf"{_N} (?:day|week|month|year)s? (?:earlier|later|before)", _ELSEWHERE),
        (rf"{_N} (?:week|month|year)s? ago", _ROUND),
        (r"(?:in recent|over the past|in the past|in the last) (?:days|weeks|months|years)", _LOOSE),
        (r"(?:on |at )?(?:Christmas|New Year['’]s|Easter)(?: Day| Eve| Sunday)?", _FEAST),
    )
)
_ANY_WEEK = Day(2001, 1, 1)  # whichever: its seven days have all weekdays


def find_ambiguous_dates(source: ArticleSource, dated: list[Suggestion]) -> Iterator[Suggestion]:
    """Such words in their order. Not in a passage whose event has a date: by the head, by marked words, by proposed ones."""
    done = {event for event, stated in source.events.items() if "when" in stated}
    done |= {event for passage in source.body.passages for words in passage.words for event in words.events}
    done |= {event for one in dated for event in one.facts["events"]}
    for paragraph in source.paragraphs:
        for run in paragraph.runs:
            events = run.passages[-1].events if run.passages else ()
            if not run.marked and set(events) - done:
                for start, end, reason in sorted(_found(source, paragraph, run.start, run.end)):
                    yield _suggestion(paragraph, start, end, reason, events)


def _found(source: ArticleSource, paragraph: Paragraph, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for pattern, reason in _REASONS:
        for found in pattern.finditer(paragraph.text, start, end):
            yield found.start(), found.end(), reason
    published, language = source.published, source.value("language")
    day = published.earliest if published and published.days == 1 and not published.qualified else None
    reason = "is left open by its sentence and the day of publication" if day else "needs the day of publication"
    first = (day or _ANY_WEEK).toordinal()
    days = [Day.fromordinal(first + number) for number in range(7)]
    for phrase in date_phrases.find(paragraph.text, start, end, lambda words: _on_any(days, words, language), language):
        yield phrase.start, phrase.end, reason


def _on_any(days: list[Day], words: str, language: str) -> str | None:
    """What words would be in an article of the first of these days on which they are anything."""
    return next((value for day in days if (value := resolve(words, day.isoformat(), "", language))), None)


def _suggestion(paragraph: Paragraph, start: int, end: int, reason: str, events: tuple[str, ...]) -> Suggestion:
    words, at, after = " ".join(paragraph.text[start:end].split()), paragraph.at(start), paragraph.after(end - 1)
    markup = f'[{words}]{{.when edtf="YYYY-MM-DD"}}'
    help = "give the day of publication under published; or, if" if reason.startswith("needs") else "if"
    return Suggestion(
        kind="date",
        key=("ambiguous", paragraph.number, start, end),
        at=at,
        message=f"“{words}” is not a date by itself: it {reason}; in the passage of {in_words(events)}",
        help=f"{help} it dates the event, say what it means: {markup}",
        certain=False,
        facts={"text": words, "date": None, "wording": None, "events": list(events), "markup": markup}
        | {"end_line": after.line, "end_column": after.column},
    )
