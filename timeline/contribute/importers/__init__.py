"""Files of other programs as drafts of articles: one module each, found by its presence.

An importer has `detects(text)`, whether a file is one of its kind, and `read(text)`, which returns a Reading or raises
Unreadable. Its name is that of the kind, and its docstring says in one line what it reads. It sees no file and no network.
"""

import codecs
import importlib
import json
import pkgutil
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any, TypeVar

from timeline.contribute.drafts.draft import Draft
from timeline.model.errors import UserError

Item = TypeVar("Item")
MAX_DRAFTS = 2_000  # of one file: nobody completes more, and to compare them takes long
_CHARSET = re.compile(rb"""<(?:meta[^>]*?charset|\?xml[^>]*?encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_MARKUP = re.compile(rb"<(?:!doctype html|html|head|meta)\b", re.I)
# What browsers read under these names (WHATWG Encoding Standard).
_AS_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16-le": "utf-8", "utf-16-be": "utf-8", "utf-16": "utf-8"}
# How files begin that hold a text, but not as one: what they are, and how to get at it.
_COPY = "copy its text into a plain text file, UTF-8, and import that: dateline import FILE.txt --as text"
_SAVE = "save the page again in the browser, as “Web page, HTML only”"
_OTHERS = (
    (re.compile(rb"%PDF-"), "a PDF", _COPY),
    (re.compile(rb"PK\x03\x04|\xd0\xcf\x11\xe0|\{\\rtf"), "a file of a word processor, or an archive", _COPY),
    (
        re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF.{4}WEBP", re.S),
        "a picture",
        "type its text into a plain text file, and import that",
    ),
    (re.compile(rb"bplist00|(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.I), "a web archive", _SAVE),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*\Z"), "an empty file", "save the page or the text again, and see that the file has it"),
)


@dataclass(frozen=True, slots=True)
class Skipped:
    """What a draft could not take from a file, and its line there, from 1; 0 where there is none."""

    message: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What an importer made of a file."""

    drafts: tuple[Draft, ...]
    skipped: tuple[Skipped, ...] = ()


class Unreadable(UserError):
    """A file that an importer cannot read. Line and column count from 1; 0 where there is none.

    Who reads the file catches it, to put the name of the file before the message.
    """

    def __init__(self, message: str, help: str, line: int = 0, column: int = 0):
        super().__init__(message, help)
        self.line, self.column = line, column


def within_limit(items: Iterable[Item]) -> Iterator[Item]:
    """What a file holds, of which each becomes a draft. Raises Unreadable as soon as there are too many."""
    for number, item in enumerate(items):
        if number == MAX_DRAFTS:
            raise Unreadable(f"it makes more than {MAX_DRAFTS:,} drafts", "split it")
        yield item


def importers() -> dict[str, ModuleType]:
    """All importers by their kind."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name.replace("_", "-"): importlib.import_module(f"{__name__}.{name}") for name in names}


def kinds_of(text: str) -> list[str]:
    """The kinds of which a file may be, by its content."""
    return [kind for kind, importer in importers().items() if importer.detects(text)]


def decoded(data: bytes) -> tuple[str, tuple[Skipped, ...]]:
    """The text of a file: a page by the encoding that it declares, anything else is UTF-8. Raises Unreadable."""
    for beginning, what, help in _OTHERS:
        if beginning.match(data):
            raise Unreadable(f"{what}, which cannot be read", help)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _lenient(data, "utf-16")
    declared = _CHARSET.search(data[:4096]) if _MARKUP.search(data[:4096]) and not data.startswith(codecs.BOM_UTF8) else None
    if declared:
        try:
            name = codecs.lookup(declared[1].decode("ascii")).name
            return _lenient(data, _AS_BROWSERS.get(name, name))
        except (LookupError, UnicodeError):
            pass  # no encoding that anyone knows; it may still be UTF-8
    try:
        return _lines(data.decode("utf-8")), ()
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        message = f"byte {data[error.start]:#04x} is not valid UTF-8"
        raise Unreadable(message, "save the file as UTF-8, or as a page that declares its encoding", line, column) from None


def _lenient(data: bytes, encoding: str) -> tuple[str, tuple[Skipped, ...]]:
    text = _lines(data.decode(encoding, errors="replace"))
    broken = text.count("\ufffd")
    return text, (Skipped(f"{broken} characters that are not {encoding}; they show as \ufffd"),) if broken else ()


def _lines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def loaded(text: str) -> Any:
    """The data of a JSON file. Raises Unreadable with line and column."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        help = "export the file again, or correct it there"
        raise Unreadable(f"not valid JSON: {error.msg}", help, error.lineno, error.colno) from None
    except (RecursionError, ValueError):  # nested too deep, a number of thousands of digits
        raise Unreadable("JSON that is nested too deep, or has a number with too many digits", "export the file again") from None


def is_json(text: str, *keys: str) -> bool:
    """Whether a file looks like JSON that has all these keys somewhere near."""
    return text.lstrip()[:1] in ("{", "[") and all(f'"{key}"' in text for key in keys)
