"""Names of the vocabulary that are in the text of an article and not in its head."""

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.contribute.suggestions.head_edits import add_name
from timeline.contribute.suggestions.known_names import KnownNames
from timeline.contribute.suggestions.source import ArticleSource
from timeline.contribute.suggestions.suggestion import Suggestion
from timeline.model.diagnostics import Location
from timeline.model.entry import Entry
from timeline.model.names import Name
from timeline.reading.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class _Named:
    """A name as the article has it; `events` are those of the passages round it."""

    name: Name
    text: str
    at: Location
    events: tuple[str, ...]
    certain: bool
    in_headline: bool = False


def find_names(
    source: ArticleSource, known: KnownNames, vocabulary: Vocabulary, entries: dict[str, Entry]
) -> Iterator[Suggestion]:
    """Names to add to the head, for each event, at their first place in the text.

    Names that the entry has already by any article are left out. So are names outside the passages that any event has.
    """
    named = list(_named(source, known))
    events = tuple(dict.fromkeys((*source.events, *source.marked_events)))
    has = {event: _names_of(source, event, vocabulary, entries) for event in events}
    suggested: set[tuple[str, Name]] = set()
    for one in named:
        for event in one.events:
            if one.name not in has[event] and (event, one.name) not in suggested:
                suggested.add((event, one.name))
                yield _suggestion(source, one, event)
    inside = {name for _, name in suggested}
    for one in named:
        if not one.events and one.name not in inside.union(*has.values()):
            inside.add(one.name)
            yield _outside(source, one, events)


def _named(source: ArticleSource, known: KnownNames) -> Iterator[_Named]:
    """All names in headline and text. A surname counts only where the article has no fuller name of that person."""
    found = []
    for mention in known.mentions(source.title):
        text = source.title[mention.start : mention.end]
        found.append(_Named(mention.name, text, source.title_at, (), mention.certain, in_headline=True))
    for paragraph in source.paragraphs:
        for mention in known.mentions(paragraph.text):
            run = next(run for run in paragraph.runs if run.start <= mention.start < run.end)
            around = tuple(dict.fromkeys(event for span in run.passages for event in span.events))
            text = " ".join(paragraph.text[mention.start : mention.end].split())
            found.append(_Named(mention.name, text, paragraph.at(mention.start), around, mention.certain))
    in_full = {one.name for one in found if one.certain}
    yield from (one for one in found if one.certain or one.name not in in_full)


def _names_of(source: ArticleSource, event: str, vocabulary: Vocabulary, entries: dict[str, Entry]) -> frozenset[Name]:
    """The names of an event, by this article and by others."""
    listed = {vocabulary.names.get(facet, {}).get(name) for facet, name in source.listed(event)}
    return frozenset(name for name in listed if name) | frozenset(entries[event].names if event in entries else ())


def _suggestion(source: ArticleSource, one: _Named, event: str) -> Suggestion:
    name = one.name
    as_written = "" if one.text == name.name else f" ({name.name})"
    doubt = "" if one.certain else "; but only the surname is there"
    return Suggestion(
        kind="name",
        key=(event, name.kind, name.id),
        at=one.at,
        message=f"“{one.text}”{as_written} in the passage of {event} is not among its {name.kind}{doubt}",
        help=f"add {name.name} to the {name.kind} of {event} in the head",
        certain=one.certain,
        edits=add_name(source, event, name),
        facts=_facts(one, event),
    )


def _outside(source: ArticleSource, one: _Named, events: tuple[str, ...]) -> Suggestion:
    """If the article reports only one event, the name may belong to it; else a person must decide."""
    name, event = one.name, events[0] if len(events) == 1 else ""
    where = "in the headline" if one.in_headline else "outside the passages"
    as_written = "" if one.text == name.name else f" ({name.name})"
    if events:
        help = f"if it took part in {event or 'one of its events'}, add {name.name} to the {name.kind} there"
    else:
        help = f"mark the passages first; if it took part in an event, add {name.name} to its {name.kind} in the head"
    return Suggestion(
        kind="name",
        key=("", name.kind, name.id),
        at=one.at,
        message=f"“{one.text}”{as_written} is {where}, but no event has it among its {name.kind}",
        help=help,
        certain=False,
        edits=add_name(source, event, name) if event else (),
        facts=_facts(one, event),
    )


def _facts(one: _Named, event: str) -> dict[str, str]:
    return {"text": one.text, "name": one.name.name, "id": one.name.id, "facet": one.name.kind, "event": event}
