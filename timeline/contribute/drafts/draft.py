"""What is known of an article that is not filed yet, and its file, for a person to complete.

A draft holds text of strangers. What it writes can be read back by the rest of the program: a value that the format
would refuse becomes a comment, and what is still missing has a comment in its place.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from timeline.contribute.drafts.quotes import Quote, marked
from timeline.contribute.yaml_writer import line_of
from timeline.model.schema import ArticleKeys, EventKeys, is_id
from timeline.reading.unsafe_characters import UNSAFE

PLACEHOLDER = "EVENT-ID"  # no valid id, so that `build.py check` asks for a real one where it stands
_LONGEST_COMMENT = 300
_SMALL = frozenset(re.findall(r"\w+", "a after an and are as at by for from in is it of on or that the to was were with"))
_EXAMPLE = "[It was closed [on Thursday]{.when}, the council said]{event=an-event-id}."


@dataclass(frozen=True, slots=True)
class DraftEvent:
    """What the article says of one event. `when` is EDTF; with a title the event is new to the chronology."""

    id: str
    title: str | None = None
    summary: str | None = None
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """All that is known of an article; the names are those of the format, and everything may be missing.

    `body` are its paragraphs as plain text, and `passages` the words in them that support events. `comments` are lines for
    whoever completes the file, each above a key, or at the top for the key "".
    """

    title: str | None = None
    described: str | None = None
    publisher: str | None = None
    agency: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    published_note: str | None = None
    language: str | None = None
    kind: str | None = None
    text: str | None = None
    note: str | None = None
    events: tuple[DraftEvent, ...] = ()
    body: tuple[str, ...] = ()
    passages: tuple[Quote, ...] = ()
    comments: tuple[tuple[str, str], ...] = ()


def clean(text: str) -> str:
    """Text on one line, without the characters that no text may hold."""
    kept = UNSAFE.sub(lambda found: " " if found[0].isspace() else "", text)
    return " ".join(re.sub("[\ud800-\udfff]", "\ufffd", kept).split())


def id_from(text: str, most: int = 5) -> str:
    """An id made of the first words of a text that carry meaning; empty where it has no Latin letters or digits."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    words = re.findall(r"[a-z0-9]+", plain)
    telling = [word for word in words if word not in _SMALL] or words
    made = "-".join(telling[:most])[:60].strip("-")
    return made if is_id(made) else f"{made}-event" if made else ""


def fits(key: str, value: str) -> bool:
    """Whether the format takes a value for a key of the head."""
    return _valid(ArticleKeys, key, value)


def refused(draft: Draft) -> Iterator[str]:
    """The keys for which the draft has a value that the format does not take, so that the file has a comment instead."""
    for key in _keys():
        value = clean(getattr(draft, key) or "")
        if value and not fits(key, value):
            yield f"`{key}`"
    for event in draft.events:
        for key, value in _stated(event).items():
            if not _valid(EventKeys, key, value):
                yield f"`{key}` of {event.id}"


def as_text(draft: Draft) -> str:
    """The article file: head, comments where something is open, and the body with its passages marked."""
    head = [line for key in _keys() for line in _key(draft, key)]
    top = [_comment(said) for key, said in draft.comments if not key]
    body = marked([clean(paragraph) for paragraph in draft.body], draft.passages, PLACEHOLDER)
    end = list(_hints(draft))
    return "\n".join(["---", *top, *head, *_events(draft), *end, "---", *(f"\n{paragraph}" for paragraph in body), ""])


def _keys() -> Iterator[str]:
    """The keys of an article in the order of the schema, which is that of the file."""
    return (key for key in ArticleKeys.model_fields if key in {field.name for field in fields(Draft)} - {"events"})


def _key(draft: Draft, key: str) -> Iterator[str]:
    yield from (_comment(said) for at, said in draft.comments if at == key)
    value = clean(getattr(draft, key) or "")
    if key == "described" and draft.title:
        return
    if value and fits(key, value):
        yield line_of(key, value)
    elif value:
        yield _comment(f"{key}: still open, for this cannot be taken: {value}")
    elif ArticleKeys.model_fields[key].is_required() or key == "published" or (key == "title" and not draft.described):
        yield _comment(f"{key}: still open: {ArticleKeys.model_fields[key].description}")


def _events(draft: Draft) -> Iterator[str]:
    yield from (_comment(said) for at, said in draft.comments if at == "events")
    events = [event for event in draft.events if is_id(event.id)]
    if events:
        yield "events:"
    for event in events:
        lines = list(_event(event))
        yield f"  {event.id}:" + ("" if lines else " {}")
        yield from (f"    {line}" for said in lines for line in said.split("\n"))


def _event(event: DraftEvent) -> Iterator[str]:
    for key, value in _stated(event).items():
        if _valid(EventKeys, key, value):
            yield line_of(key, value)
        else:
            yield _comment(f"{key}: still open, for this cannot be taken: {value}")


def _stated(event: DraftEvent) -> dict[str, str]:
    """What the draft has for the keys of an event, in the order of the schema."""
    stated = {key: getattr(event, key, None) for key in EventKeys.model_fields}
    return {key: clean(value) for key, value in stated.items() if value and clean(value)}


def _hints(draft: Draft) -> Iterator[str]:
    """How to go on where no event is named, or no passage is marked."""
    if any(not quote.events for quote in draft.passages):
        yield _comment(f"{PLACEHOLDER} in the text: put the id of the event there; a new one also needs a title:")
        yield _comment("events: {an-event-id: {title: What happened in one line}}")
    elif not draft.events:
        yield _comment("events: still open: the id of each event that the article tells of, and its title")
    if draft.passages and draft.body:
        return
    yield _comment("Below the next line: what the article says, with the words that support an event marked like this:")
    yield _comment(_EXAMPLE.replace("an-event-id", next((event.id for event in draft.events if is_id(event.id)), "an-event-id")))


def _comment(text: str) -> str:
    said = clean(text)
    return "# " + (said if len(said) <= _LONGEST_COMMENT else said[:_LONGEST_COMMENT] + "…")


def _valid(schema: type, key: str, value: Any) -> bool:
    try:
        _type(schema, key).validate_python(value)
    except ValidationError:
        return False
    return True


@cache
def _type(schema: type, key: str) -> TypeAdapter:
    field = schema.model_fields[key]
    return TypeAdapter(Annotated[field.annotation, field])
