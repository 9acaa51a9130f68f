"""A draft of an article, and its file, for a person to complete.

A draft holds untrusted text. Its file can always be read by the rest of the program: a value that the format refuses becomes a
comment, and what is still missing has a comment in its place.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from timeline.contribute.drafts.quotes import Quote, marked
from timeline.contribute.yaml_writer import line_of, scalar
from timeline.model.schema import REFERENCES, ArchiveKeys, ArticleKeys, EventKeys
from timeline.model.values import is_id
from timeline.reading.unsafe_characters import UNSAFE

PLACEHOLDER = "EVENT-ID"  # not a valid id, so that `dateline check` asks for a real one
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
    """What is known of an article. The fields have the names of the format, and any of them may be missing.

    `body` has the paragraphs as plain text, `passages` the words in them that support events. `comments` are pairs of a key
    and a line for whoever completes the file; it is written above the key, or at the top if the key is empty.
    """

    title: str | None = None
    described: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    doi: str | None = None
    isbn: str | None = None
    archive: tuple[str, str] | None = None  # institution and mark
    source: str | None = None
    published: str | None = None
    language: str | None = None
    kind: str | None = None
    text: str | None = None
    events: tuple[DraftEvent, ...] = ()
    body: tuple[str, ...] = ()
    passages: tuple[Quote, ...] = ()
    comments: tuple[tuple[str, str], ...] = ()


def clean(text: str) -> str:
    """Text on one line, without the characters that no text may hold."""
    kept = UNSAFE.sub(lambda found: " " if found[0].isspace() else "", text)
    return " ".join(re.sub("[\ud800-\udfff]", "\ufffd", kept).split())


def id_from(text: str, most: int = 5) -> str:
    """An id made of the first words of a text but for articles and prepositions; empty without Latin letters or digits."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    words = re.findall(r"[a-z0-9]+", plain)
    used = [word for word in words if word not in _SMALL] or words
    made = "-".join(used[:most])[:60].strip("-")
    if made and not is_id(made):
        return f"{made}-event"
    return made


def fits(key: str, value: str) -> bool:
    """Whether the format accepts a value for a key of the head."""
    return _valid(ArticleKeys, key, value)


def refused(draft: Draft) -> Iterator[str]:
    """The keys for which the draft has a value that the format refuses, so that the file has a comment instead."""
    for key in _keys():
        value = _value(draft, key)
        if value and not _valid(ArticleKeys, key, value):
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
    value = _value(draft, key)
    if key == "described" and draft.title:
        return
    if isinstance(value, dict) and _valid(ArticleKeys, key, value):
        yield f"{key}: {{{', '.join(f'{part}: {scalar(said)}' for part, said in value.items())}}}"
    elif isinstance(value, str) and value and fits(key, value):
        yield line_of(key, value)
    elif value:
        yield _comment(f"{key}: still open, because this is not valid: {value}")
    elif ArticleKeys.model_fields[key].is_required() or _is_open(draft, key):
        also = f"; or {', '.join(f'`{other}`' for other in REFERENCES[1:])}" if key == "url" else ""
        yield _comment(f"{key}: still open: {ArticleKeys.model_fields[key].description}{also}")


def _value(draft: Draft, key: str) -> str | dict[str, str]:
    """The value of a key, on one line; empty where there is none."""
    value = getattr(draft, key)
    if key == "archive":
        return dict(zip(ArchiveKeys.model_fields, map(clean, value), strict=True)) if value else ""
    return clean(value or "")


def _is_open(draft: Draft, key: str) -> bool:
    """Whether a key that the format does not require is to be asked for all the same."""
    is_located = any(getattr(draft, key) for key in REFERENCES)
    return key == "published" or (key == "title" and not draft.described) or (key == "url" and not is_located)


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
            yield _comment(f"{key}: still open, because this is not valid: {value}")


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
        yield _comment("events: still open: the id of each event that the article reports, and its title")
    if draft.passages and draft.body:
        return
    yield _comment("Below the next line: what the article says, with the words that support an event marked like this:")
    yield _comment(_EXAMPLE.replace("an-event-id", next((event.id for event in draft.events if is_id(event.id)), "an-event-id")))


def _comment(text: str) -> str:
    said = clean(text)
    return f"# {said}" if len(said) <= _LONGEST_COMMENT else f"# {said[:_LONGEST_COMMENT]}…"


def _valid(schema: type[BaseModel], key: str, value: object) -> bool:
    try:
        _type(schema, key).validate_python(value)
    except ValidationError:
        return False
    return True


@cache
def _type(schema: type[BaseModel], key: str) -> TypeAdapter[Any]:
    """The type of one key of a schema, with its limits."""
    field = schema.model_fields[key]
    annotated: Any = Annotated[field.annotation, field]
    return TypeAdapter(annotated)
