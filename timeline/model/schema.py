"""What the head of an article and the vocabulary may hold: every key, its type, its description."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from timeline.model import schema_json
from timeline.model.article import TextKind
from timeline.model.values import Address, Doi, Edtf, Flag, Id, Isbn, Language, Line, Names, Prose

REFERENCES = ("url", "doi", "isbn", "archive", "source")  # an article has at least one of them
ONE_OF_TWO = ("title", "described")  # an article has one of them, not both
_JOINED = "each by its name or an alias; the lists of all articles are merged"


def _empty_as_mapping(value: Any) -> Any:
    return {} if value == "" else value


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
        None, description="date of the event **as this article gives it**. Leave it out if the marked words give it"
    )
    date_note: Prose | None = Field(
        None,
        description="why `when` differs from the marked words, or how it is known if there are no words; shown to readers",
    )
    after: Id | None = Field(
        None,
        description="id of an event that this one came after **as this article says**, for example “hours later”. It orders the "
        "two entries and gives no date",
    )
    entry_when: Edtf | None = Field(
        None,
        description="date of **the entry**, decided by the editors; only needed if articles contradict each other; "
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

    institution: Line = Field(description="archive, library or museum that keeps the original")
    mark: Line = Field(description="mark of the original there: `FO 371/24407`")


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
    publisher: Line = Field(description="publisher of the vocabulary; if nobody published the original, its keeper")
    agency: Line | None = Field(None, description="news agency that wrote the text, also a publisher of the vocabulary")
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
        description="where the original is, in words, if no other key says it: `Interview with the author, 3 May 2019, on tape`",
    )
    published: Edtf | None = Field(
        None,
        description="date of publication: `2022-10-13`, `2022-10`, `2022-10-13/2022-10-19?`. Leave it out if it is not known",
    )
    published_note: Prose | None = Field(
        None, description="how the date of publication is known, if the page itself does not say; shown to readers"
    )
    language: Language = Field(description="language of the original: en, uk, de")
    kind: Line | None = Field(
        None, description="kind of source, if it is not a news article: `live blog`, `photo gallery`, `official document`"
    )
    text: Annotated[TextKind, WithJsonSchema({"enum": [*TextKind], "type": "string"})] = Field(
        description="what the body is: `brief` (our own words), `excerpt` or `full`; shown to readers"
    )
    note: Prose | None = Field(None, description="other information on this article for readers")
    events: dict[Id, Annotated[EventKeys, BeforeValidator(_empty_as_mapping)]] = Field(
        {}, max_length=200, title="events by id", description="what the article says of each event, by event id"
    )


# The version of the files in content/. It grows when files that were right become wrong; docs/manual/publishing.md has more.
FORMAT = 1


class NameKeys(_Strict):
    """One name of the vocabulary."""

    name: Line = Field(description="preferred name")
    note: Prose | None = Field(None, description="who or what it is, in one sentence; shown to readers")
    aliases: Names = Field((), description="other names for the same, which articles may use")


class PlaceKeys(NameKeys):
    """One place of the vocabulary: a name with its position."""

    lat: float = Field(ge=-90, le=90, allow_inf_nan=False, description="degrees north", json_schema_extra=schema_json.DEGREES)
    lon: float = Field(ge=-180, le=180, allow_inf_nan=False, description="degrees east", json_schema_extra=schema_json.DEGREES)


class VocabularyKeys(_Strict):
    """The preferred names, by kind and id. The id is the address of the name's page, and never changed."""

    model_config = ConfigDict(title="Vocabulary")

    format: Line | None = Field(None, description=f"version of the format of `content/`; {FORMAT} if it is missing")
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
