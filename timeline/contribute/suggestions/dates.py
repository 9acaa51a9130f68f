"""Date words that are not marked yet, with the date that they resolve to."""

from collections.abc import Callable, Iterator
from functools import cache

from timeline.contribute.edits import Edit, insertion
from timeline.contribute.suggestions.source import ArticleSource
from timeline.contribute.suggestions.suggestion import Suggestion, in_words
from timeline.contribute.suggestions.text_runs import Paragraph, Run
from timeline.dates import When, date_phrases, parse, parse_or_none, resolve, wording
from timeline.model.diagnostics import Location
from timeline.model.entry import Entry

_MUCH_WIDER = 30  # times as long: a month beside a day may date the event too, a year hardly
_LONGEST_PASSAGE, _NEAR = 4000, 300  # characters that are read round words; more would take too long
_MOST_READ = 2000  # different runs of words that are read as a date; each takes about a millisecond
Found = tuple[Paragraph, Run, date_phrases.Phrase]


def find_dates(source: ArticleSource, entries: dict[str, Entry]) -> Iterator[Suggestion]:
    """Words of the body that date something, in their order. Certain are those that no other date of their event excludes."""
    left = iter(range(_MOST_READ))
    found = [
        (paragraph, run, phrase)
        for paragraph in source.paragraphs
        for run in paragraph.runs
        if not run.marked
        for phrase in date_phrases.find(
            paragraph.text, run.start, run.end, _reader(source, paragraph, run, left), source.value("language")
        )
    ]
    narrowest = _narrowest(source, found, entries)
    for paragraph, run, phrase in found:
        yield _suggestion(source, paragraph, run, phrase, _doubt(source, run, parse(phrase.value), narrowest, entries))


def _reader(source: ArticleSource, paragraph: Paragraph, run: Run, left: Iterator[int]) -> Callable[[str], str | None]:
    """Reads words as the build would once they are marked: in the innermost passage; elsewhere in their sentence.

    Each takes one of what is `left`. If nothing is, no more words are read.
    """
    published, language = source.published_edtf, source.value("language")
    passage = paragraph.within(run.passages[-1])[:_LONGEST_PASSAGE] if run.passages else None  # the rest is read by itself

    @cache
    def read(words: str) -> str | None:
        if next(left, None) is None:
            return None
        return resolve(words, published, _sentence(paragraph.text, words) if passage is None else passage, language)

    return read


def _sentence(text: str, words: str) -> str:
    """The sentence in which words first occur, because there is no passage yet that would be their context."""
    place = text.find(words)
    begins = max(text.rfind(end, 0, place) for end in (". ", ".\n", "? ", "! ")) + 1
    ends = min((found for end in (". ", ".\n") if (found := text.find(end, place + len(words))) >= 0), default=len(text))
    return text[max(begins, place - _NEAR) : min(ends + 1, place + len(words) + _NEAR)]


def _narrowest(source: ArticleSource, found: list[Found], entries: dict[str, Entry]) -> dict[str, When]:
    """Of each event the date that its words in this article would give, marked and proposed."""
    published = source.published_edtf
    dates: dict[str, list[When]] = {}
    for passage in source.body.passages:
        for words in passage.words:
            meant = words.edtf or parse_or_none(resolve(words.text, published, passage.text, source.value("language")))
            if meant:
                for event in words.events:
                    dates.setdefault(event, []).append(meant)
    for _, run, phrase in found:
        for event in _events(run):
            if not _excluded(source, event, parse(phrase.value), entries):
                dates.setdefault(event, []).append(parse(phrase.value))
    return {
        event: min(whens, key=lambda when: (when.days, _far(when, source.published), when.text)) for event, whens in dates.items()
    }


def _far(when: When, published: When | None) -> int:
    """Days from a date to the publication. Of two dates in a passage the one nearer to it is mostly that of the event."""
    return abs(published.sort_key[0].toordinal() - when.sort_key[0].toordinal()) if published else 0


def _events(run: Run) -> tuple[str, ...]:
    """The events that words there would date."""
    return run.passages[-1].events if run.passages else ()


def _excluded(source: ArticleSource, event: str, when: When, entries: dict[str, Entry]) -> str:
    """Which date that is known of an event has no day in common with this one."""
    stated = parse_or_none(source.events.get(event, {}).get("when"))
    if stated:
        return f"the head dates {event} {wording(stated)}" if when.disjoint(stated) else ""
    if event in entries and when.disjoint(entries[event].when):
        return f"the entry {event} is dated {wording(entries[event].when)}"
    return ""


def _doubt(source: ArticleSource, run: Run, when: When, narrowest: dict[str, When], entries: dict[str, Entry]) -> str:
    """Why words perhaps do not date the event of their passage; empty if nothing speaks against it."""
    if source.published and source.published.latest and when.earliest and when.earliest > source.published.latest:
        return f"the article was published before, {wording(source.published)}"
    for event in _events(run):
        if excluded := _excluded(source, event, when, entries):
            return excluded
        if when.disjoint(narrowest[event]) or when.days > _MUCH_WIDER * narrowest[event].days:
            return f"other words date {event} {wording(narrowest[event])}"
    return ""


def _suggestion(source: ArticleSource, paragraph: Paragraph, run: Run, phrase: date_phrases.Phrase, doubt: str) -> Suggestion:
    when, at, end = parse(phrase.value), paragraph.at(phrase.start), paragraph.after(phrase.end - 1)
    events = _events(run)
    words = " ".join(phrase.text.split())
    markup = f"[{words}]{{.when}}"
    if events:
        where, help = f"in the passage of {in_words(events)}", f"mark it: {markup}"
    else:
        where, help = "in no passage", f"mark the passage first, then the words in it: [… {markup} …]{{event=id}}"
    return Suggestion(
        kind="date",
        key=(paragraph.number, phrase.start, phrase.end),
        at=at,
        message=f"“{words}” is {wording(when)}, {where}" + (f"; but {doubt}" if doubt else ""),
        help=help,
        certain=not doubt,
        edits=_marks(at, end) if events else (),
        facts={"text": words, "date": when.text, "wording": wording(when), "events": list(events), "markup": markup}
        | {"end_line": end.line, "end_column": end.column},
    )


def _marks(at: Location, end: Location) -> tuple[Edit, ...]:
    return insertion(at.line - 1, at.column - 1, "["), insertion(end.line - 1, end.column - 1, "]{.when}")
