"""What the head of an article and the vocabulary may hold: every key, its type, its description."""

import re
import unicodedata
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from timeline.dates import EdtfError, When, parse

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Names that an engine or a file system takes for its own; an id becomes a file name and an address.
_RESERVED = re.compile(r"index|readme|con|prn|aux|nul|com\d|lpt\d")
MAX_ID = 80
_HOST = re.compile(r"(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])", re.I)
_NOT_IN_ADDRESS = re.compile(r"[\s<>\"`{}|\\^]")


def is_id(text: str) -> bool:
    """Whether a text is safe as an id: as a file name and a part of an address."""
    return bool(_ID.fullmatch(text)) and len(text) <= MAX_ID and not _RESERVED.fullmatch(text)


def identifier(text: str) -> str:
    """An id, unchanged. Raises PydanticCustomError for any other text."""
    if not is_id(text):
        reason = "is reserved" if _RESERVED.fullmatch(text) else "is not a valid id"
        way_out = f"use small letters, digits and single hyphens, at most {MAX_ID}: saldo-appeal"
        raise PydanticCustomError("H307", "{message}", {"message": f"`{text}` {reason}", "help": way_out})
    return text


def address(text: str) -> str:
    """A web address, unchanged. Raises PydanticCustomError for any scheme but http and https, and for no real host."""
    try:
        parts = urlsplit(text)
        host, port_is_valid = parts.hostname or "", parts.port is None or parts.port > 0
    except ValueError:
        host, port_is_valid, parts = "", False, None
    valid = parts and parts.scheme in ("http", "https") and _HOST.fullmatch(host) and port_is_valid and "@" not in parts.netloc
    if not valid or _NOT_IN_ADDRESS.search(text):
        raise PydanticCustomError(
            "H305",
            "{message}",
            {
                "message": "not a web address",
                "help": "copy the whole address, https://example.org/… ; write a blank in it as %20",
            },
        )
    return text


def _edtf(text: Any) -> When:
    if not isinstance(text, str):
        raise PydanticCustomError(
            "H303", "{message}", {"message": "a date is expected", "help": "write one EDTF date: 2022-10-13"}
        )
    try:
        return parse(text)
    except EdtfError as error:
        raise PydanticCustomError(
            "D601", "{message}", {"message": error.message, "help": error.help, "offset": error.offset}
        ) from None


def _visible(text: str) -> str:
    if not any(unicodedata.category(character)[0] in "LNPS" for character in text):
        fault = {"message": "there is nothing to be seen in it", "help": "write a value, or leave the key out"}
        raise PydanticCustomError("H304", "{message}", fault)
    return text


def _empty_as_mapping(value: Any) -> Any:
    return {} if value == "" else value


Line = Annotated[str, StringConstraints(min_length=1, max_length=400, pattern=r"^[^\n]+$"), AfterValidator(_visible)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=2000), AfterValidator(_visible)]
Id = Annotated[str, PlainValidator(identifier)]
Address = Annotated[str, StringConstraints(max_length=2000), AfterValidator(address)]
Edtf = Annotated[When, PlainValidator(_edtf)]
Names = Annotated[tuple[Line, ...], Field(max_length=100)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class EventKeys(_Strict):
    """What the head may state of one event."""

    title: Line | None = Field(None, description="title of the entry; stands in one of its articles")
    summary: Prose | None = Field(None, description="summary of the entry, one to three sentences; stands in one of its articles")
    key: Literal["true", "false"] = Field("false", description="true for a key event of the home page")
    when: Edtf | None = Field(None, description="date of the event as this article gives it, in EDTF")
    date_note: Prose | None = Field(None, description="why `when` differs from the marked words, or how it was found")
    entry_when: Edtf | None = Field(
        None, description="date of the entry, decided by the editors where articles contradict each other"
    )
    entry_note: Prose | None = Field(None, description="why the editors decided so")
    people: Names = Field((), description="people of the vocabulary")
    organisations: Names = Field((), description="organisations of the vocabulary")
    places: Names = Field((), description="places of the vocabulary")
    topics: Names = Field((), description="topics of the vocabulary")
    claims: dict[Line, Line] = Field({}, max_length=100, description="figures and statements, each as it stands in a passage")


class ArticleKeys(_Strict):
    """What the head of an article may hold."""

    title: Line | None = Field(None, description="headline as the publisher printed it")
    described: Line | None = Field(None, description="our own words for an article whose headline is not known")
    publisher: Line = Field(description="publisher of the vocabulary")
    agency: Line | None = Field(None, description="news agency whose text it is, a publisher of the vocabulary")
    author: Line | None = Field(None, description="author as printed")
    url: Address = Field(description="web address of the article")
    published: Edtf | None = Field(None, description="date of publication, in EDTF")
    published_note: Prose | None = Field(None, description="how the date of publication is known")
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = Field(
        description="language of the original: en, uk, de"
    )
    kind: Line | None = Field(None, description="what it is if not a news article: live blog")
    text: Literal["brief", "excerpt", "full"] = Field(description="what the body is: brief (own words), excerpt or full")
    note: Prose | None = Field(None, description="anything else a reader must know")
    events: dict[Id, Annotated[EventKeys, BeforeValidator(_empty_as_mapping)]] = Field(
        {}, max_length=200, description="what it says, by event id"
    )


class NameKeys(_Strict):
    """One name of the vocabulary."""

    name: Line = Field(description="preferred name")
    note: Prose | None = Field(None, description="who or what it is, in one sentence")
    aliases: Names = Field((), description="other names for the same")


class PlaceKeys(NameKeys):
    """One place of the vocabulary."""

    lat: float = Field(ge=-90, le=90, allow_inf_nan=False, description="degrees north")
    lon: float = Field(ge=-180, le=180, allow_inf_nan=False, description="degrees east")


class VocabularyKeys(_Strict):
    """The preferred names, by kind and id."""

    people: dict[Id, NameKeys] = {}
    organisations: dict[Id, NameKeys] = {}
    places: dict[Id, PlaceKeys] = {}
    topics: dict[Id, NameKeys] = {}
    publishers: dict[Id, NameKeys] = {}
    claims: dict[Id, NameKeys] = {}
