"""The types of values in the files of content/: what each accepts, and what an editor is told of it."""

import re
import unicodedata
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, PlainValidator, StringConstraints
from pydantic_core import PydanticCustomError

from timeline.dates import EdtfError, When, edtf_of, parse_written
from timeline.model import schema_json
from timeline.model.identifiers import check_digit, doi_in, is_doi, isbn_digits

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Names that an engine or a file system takes for its own; an id becomes a file name and an address.
_RESERVED = re.compile(r"index|readme|con|prn|aux|nul|com\d|lpt\d")
MAX_ID = 80
_HOST = re.compile(r"(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])", re.I)
NOT_IN_ADDRESS = re.compile(r"[\s<>\"`{}|\\^]")


def is_id(text: str) -> bool:
    """Whether a text is safe as an id: as a file name and a part of an address."""
    return bool(_ID.fullmatch(text)) and len(text) <= MAX_ID and not _RESERVED.fullmatch(text)


def identifier(text: object) -> str:
    """An id, unchanged. Raises PydanticCustomError for any other value."""
    if not isinstance(text, str):
        raise PydanticCustomError(
            "H303", "{message}", {"message": "an event id is expected", "help": "write one id: saldo-appeal"}
        )
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
        return parse_written(text)
    except EdtfError as error:
        value = edtf_of(text)
        help = f"write {value}, or run `dateline check --fix`" if value else error.help
        raise PydanticCustomError("D601", "{message}", {"message": error.message, "help": help, "offset": error.offset}) from None


def _visible(text: str) -> str:
    if not any(unicodedata.category(character)[0] in "LNPS" for character in text):
        fault = {"message": "it has no visible characters", "help": "write a value, or remove the key"}
        raise PydanticCustomError("H304", "{message}", fault)
    return text


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
