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
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from timeline.dates import EdtfError, When, parse
from timeline.model import schema_json
from timeline.model.article import TextKind
from timeline.model.identifiers import check_digit, doi_in, is_doi, isbn_digits

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Names that an engine or a file system takes for its own; an id becomes a file name and an address.
_RESERVED = re.compile(r"index|readme|con|prn|aux|nul|com\d|lpt\d")
MAX_ID = 80
REFERENCES = ("url", "doi", "isbn", "archive", "source")  # an article has at least one of them
ONE_OF_TWO = ("title", "described")  # an article has one of them, not both
_JOINED = "each by its name or an alias; the lists of all articles are merged"
_HOST = re.compile(r"(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])", re.I)
NOT_IN_ADDRESS = re.compile(r"[\s<>\"`{}|\\^]")


def is_id(text: str) -> bool:
    """Whether a text is safe as an id: as a file name and a part of an address."""
    return bool(_ID.fullmatch(text)) and len(text) <= MAX_ID and not _RESERVED.fullmatch(text)


def identifier(text: str) -> str:
    """An id, unchanged. Raises PydanticCustomError for any other text."""
    if not is_id(text):
        reason = "is reserved" if _RESERVED.fullmatch(text) else "is not a valid id"
        help = f"use lowercase letters, digits and single hyphens, at most {MAX_ID}: saldo-appeal"
        raise PydanticCustomError("H307", "{message}", {"message": f"`{text}` {reason}", "help": help})
    return text


def address(text: str) -> str:
    """A web address, unchanged. Raises PydanticCustomError for any scheme but http and https, and for no real host."""
    try:
        parts = urlsplit(text)
        host, port_is_valid = parts.hostname or "", parts.port is None or parts.port > 0
    except ValueError:
        host, port_is_valid, parts = "", False, None
    valid = parts and parts.scheme in ("http", "https") and _HOST.fullmatch(host) and port_is_valid and "@" not in parts.netloc
    if not valid or NOT_IN_ADDRESS.search(text):
        raise PydanticCustomError(
            "H305",
            "{message}",
            {
                "message": "not a web address",
                "help": _address_help(text),
            },
        )
    return text


def _address_help(text: str) -> str:
    """What to write instead; the same address with its host in ASCII (RFC 5890) where that is all that is wrong."""
    try:
        parts = urlsplit(text)
        host = parts.netloc.encode("idna").decode("ascii")
    except ValueError:
        host = ""
    if host and host != parts.netloc and _HOST.fullmatch(host) and parts.scheme in ("http", "https"):
        return f"write the host in ASCII, as browsers send it: {parts._replace(netloc=host).geturl()}"
    return "copy the complete address: https://example.org/…; write a blank in it as %20"


def doi(text: str) -> str:
    """A DOI, unchanged. Raises PydanticCustomError for any other text, and for the address of a DOI."""
    if not is_doi(text):
        bare = doi_in(text)
        help = f"write {bare}" if bare else "write it from `10.` on, up to its end: 10.1038/s41586-020-2649-2"
        raise PydanticCustomError("H311", "{message}", {"message": f"`{text}` is not a DOI", "help": help})
    return text


def isbn(text: str) -> str:
    """An ISBN, unchanged. Raises PydanticCustomError for a text that is none, and for a wrong check digit."""
    digits = isbn_digits(text)
    if digits is None:
        help = "copy all 10 or 13 digits from the book, with or without hyphens: 978-0-306-40615-7"
        raise PydanticCustomError("H312", "{message}", {"message": f"`{text}` is not an ISBN", "help": help})
    last = check_digit(digits[:-1])
    if digits[-1] != last:
        message = f"a digit of the ISBN {text} is wrong"
        help = f"compare each digit with the book: after {digits[:-1]} the last digit is {last}, not {digits[-1]}"
        raise PydanticCustomError("H312", "{message}", {"message": message, "help": help})
    return text


def _edtf(text: Any) -> When:
    if not isinstance(text, str):
        help = "write one EDTF date: 2022-10-13"
        if isinstance(text, list) and all(isinstance(member, str) for member in text):
            help = f'write one EDTF date; put one of a set in quotation marks: "[{",".join(text)}]"'
        raise PydanticCustomError("H303", "{message}", {"message": "a date is expected", "help": help})
    try:
        return parse(text)
    except EdtfError as error:
        raise PydanticCustomError(
            "D601", "{message}", {"message": error.message, "help": error.help, "offset": error.offset}
        ) from None


def _visible(text: str) -> str:
    if not any(unicodedata.category(character)[0] in "LNPS" for character in text):
        fault = {"message": "it has no visible characters", "help": "write a value, or remove the key"}
        raise PydanticCustomError("H304", "{message}", fault)
    return text


def _empty_as_mapping(value: Any) -> Any:
    return {} if value == "" else value


def _described(by: dict[str, Any], **more: Any) -> Any:
    """Adds keywords of JSON Schema to a type, beside the limits that pydantic knows."""
    return Field(json_schema_extra=by | more)


Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=400, pattern=r"^[^\n]+$"),
    AfterValidator(_visible),
    _described(schema_json.LINE),
]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=2000), AfterValidator(_visible), _described(schema_json.PROSE)]
Id = Annotated[str, PlainValidator(identifier), _described(schema_json.ID, maxLength=MAX_ID)]
Address = Annotated[str, StringConstraints(max_length=2000), AfterValidator(address), _described(schema_json.ADDRESS)]
Doi = Annotated[str, StringConstraints(max_length=400), AfterValidator(doi), _described(schema_json.DOI)]
Isbn = Annotated[str, StringConstraints(max_length=30), AfterValidator(isbn), _described(schema_json.ISBN)]
Edtf = Annotated[When, PlainValidator(_edtf), _described(schema_json.EDTF)]
Language = Annotated[str, StringConstraints(pattern=schema_json.LANGUAGE["pattern"]), _described(schema_json.LANGUAGE)]
Flag = Annotated[Literal["true", "false"], _described(schema_json.FLAG)]
Names = Annotated[tuple[Line, ...], Field(max_length=100, title="list of names")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class EventKeys(_Strict):
    """What the head of an article states of one event; all of it is optional."""

    # An event of which nothing is stated may have no value at all.
    model_config = ConfigDict(json_schema_extra={"type": ["object", "null"]})

    title: Line | None = Field(
        None,
        description="title of the entry. It is required in *one* of the articles of the event; two different titles are an error",
    )
    summary: Prose | None = Field(
        None, description="summary of the entry, one to three sentences, in *one* of the articles of the event"
    )
    key: Flag = Field(
        "false",
        description="`true` for a key event, which the home page lists; in one of its articles",
    )
    when: Edtf | None = Field(
        None, description="date of the event **as this article gives it**. Leave it out if the marked words say it"
    )
    date_note: Prose | None = Field(
        None,
        description="why `when` differs from the marked words, or how it is known if there are no words; shown to readers",
    )
    after: Id | None = Field(
        None,
        description="id of an event that this one came after **as this article says**, as in “hours later”, where the dates do "
        "not tell. It orders the two entries and states no date",
    )
    entry_when: Edtf | None = Field(
        None,
        description="date of **the entry**, decided by the editors: needed only if articles contradict each other; "
        "in one of its articles",
    )
    entry_note: Prose | None = Field(
        None, description="reason for the decision, or other information on the date; shown to readers"
    )
    people: Names = Field((), description=f"people of the vocabulary, {_JOINED}")
    organisations: Names = Field((), description=f"organisations of the vocabulary, {_JOINED}")
    places: Names = Field((), description=f"places of the vocabulary, {_JOINED}")
    topics: Names = Field((), description=f"topics of the vocabulary, {_JOINED}")
    claims: dict[Line, Line] = Field(
        {},
        max_length=100,
        title="figures by name",
        description="figures and other statements on which articles may differ: `{missiles: 84, killed: at least 11}`. "
        "The name is the id of a claim of the vocabulary. The value must appear in this form in one of this article's passages "
        "for the event, and not as part of a longer number or word; case does not matter",
    )


class ArchiveKeys(_Strict):
    """Where the original is kept: both are needed."""

    institution: Line = Field(description="archive, library or museum that has the original")
    mark: Line = Field(description="mark under which it has it: `FO 371/24407`")


class ArticleKeys(_Strict):
    """What the head of an article holds: who published it, when, and what it says of which events."""

    model_config = ConfigDict(
        title="Head of an article",
        json_schema_extra={
            "oneOf": [{"required": [key]} for key in ONE_OF_TWO],  # reported as H310
            "anyOf": [{"required": [key]} for key in REFERENCES],  # reported as H313
        },
    )

    title: Line | None = Field(None, description="headline as the publisher printed it")
    described: Line | None = Field(
        None, description="our own description of the article, if its headline is not known: `Report on the road accident`"
    )
    publisher: Line = Field(description="publisher of the vocabulary; who keeps the original, if nobody published it")
    agency: Line | None = Field(
        None, description="news agency that the publisher took the text from, also a publisher of the vocabulary"
    )
    author: Line | None = Field(None, description="author's name, as printed")
    url: Address | None = Field(None, description="web address of the article, `https://…` or `http://…`")
    doi: Doi | None = Field(None, description="DOI of an article in a journal or of a data set: `10.1038/s41586-020-2649-2`")
    isbn: Isbn | None = Field(None, description="ISBN of a book, with or without hyphens; its check digit is checked")
    archive: ArchiveKeys | None = Field(
        None,
        title="institution and mark",
        description="where the original is kept: `{institution: The National Archives, mark: FO 371/24407}`",
    )
    source: Line | None = Field(
        None,
        description="where the original is, in words, if nothing else says it: `Interview with the author, 3 May 2019, on tape`",
    )
    published: Edtf | None = Field(
        None,
        description="date of publication: `2022-10-13`, `2022-10`, `2022-10-13/2022-10-19?`. Leave it out if nothing is known",
    )
    published_note: Prose | None = Field(
        None, description="how the date of publication is known, if the page itself does not say; shown to readers"
    )
    language: Language = Field(description="language of the original: en, uk, de")
    kind: Line | None = Field(
        None, description="what it is if not a news article: `live blog`, `photo gallery`, `official document`"
    )
    text: Annotated[TextKind, WithJsonSchema({"enum": [*TextKind], "type": "string"})] = Field(
        description="what the body is: `brief` (our own words), `excerpt` or `full`; shown to readers"
    )
    note: Prose | None = Field(None, description="anything else a reader must know of this article")
    events: dict[Id, Annotated[EventKeys, BeforeValidator(_empty_as_mapping)]] = Field(
        {}, max_length=200, title="events by id", description="what the article says of each event, by event id"
    )


# The version of the files in content/. It grows when files that were right become wrong; docs/manual/publishing.md has more.
FORMAT = 1


class NameKeys(_Strict):
    """One name of the vocabulary."""

    name: Line = Field(description="preferred name")
    note: Prose | None = Field(None, description="who or what it is, in one sentence; shown to readers")
    aliases: Names = Field((), description="other names for the same, which articles may write")


class PlaceKeys(NameKeys):
    """One place of the vocabulary: a name with its position."""

    lat: float = Field(ge=-90, le=90, allow_inf_nan=False, description="degrees north", json_schema_extra=schema_json.DEGREES)
    lon: float = Field(ge=-180, le=180, allow_inf_nan=False, description="degrees east", json_schema_extra=schema_json.DEGREES)


class VocabularyKeys(_Strict):
    """The preferred names, by kind and id. The id is the address of the name's page, and never changed."""

    model_config = ConfigDict(title="Vocabulary")

    format: Line | None = Field(
        None, description=f"version of the format of `content/`: {FORMAT}, which is also meant without it"
    )
    people: dict[Id, NameKeys] = Field({}, title="names by id", description="people named in entries")
    organisations: dict[Id, NameKeys] = Field({}, title="names by id", description="organisations named in entries")
    places: dict[Id, PlaceKeys] = Field({}, title="places by id", description="places of events, each with its position")
    topics: dict[Id, NameKeys] = Field({}, title="names by id", description="topics of entries")
    publishers: dict[Id, NameKeys] = Field({}, title="names by id", description="publishers of articles, and news agencies")
    claims: dict[Id, NameKeys] = Field(
        {},
        title="names by id",
        description="subjects of figures and other statements; articles use the id, readers see the name",
    )
