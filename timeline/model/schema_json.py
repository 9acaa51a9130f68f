"""Keywords of JSON Schema for the values in schema.py. Editors show them.

Never narrower than the validators there: what the format accepts is never flagged. A reader of YAML gives many values a
type (`published: 1984` is a number, `key: true` a boolean), so those types are allowed beside text. `title` is the kind of
value, `patternErrorMessage` what most editors say instead of the pattern.
"""

from typing import Any

_TEXT = ["string", "number", "boolean"]  # a title may be 1984, or true

_MONTH, _DAY = "(?:0[1-9]|1[0-2])", "(?:0[1-9]|[12][0-9]|3[01])"
_QUALIFIER = "[?~%]?"
_IN_YEAR = (
    f"-{_QUALIFIER}(?:(?:{_MONTH}|XX){_QUALIFIER}(?:-{_QUALIFIER}(?:{_DAY}|XX){_QUALIFIER})?|(?:2[1-9]|3[0-9]|4[01]){_QUALIFIER})"
)
_DATE = (
    f"(?:{_QUALIFIER}-?(?:[0-9]{{2}}XX{_QUALIFIER}|[0-9]{{3}}X{_QUALIFIER}|[0-9]{{4}}{_QUALIFIER}(?:{_IN_YEAR})?)"
    "|Y-?[1-9][0-9]*(?:E[0-9]+)?)"
)
_SET = r"\[[-0-9XYE.,]+\]"
_MOMENT = f"-?[0-9]{{4}}-{_MONTH}-{_DAY}T[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-][0-9]{{2}}:[0-9]{{2}})"

_RESERVED = "(?!(?:index|readme|con|prn|aux|nul|com[0-9]|lpt[0-9])$)"
_IN_ADDRESS = r'[^\s<>"`{}|\\^]'


def _value(kind: str, types: str | list[str], pattern: str, help: str, **limits: Any) -> dict[str, Any]:
    return {"title": kind, "type": types, "pattern": pattern, "patternErrorMessage": help, **limits}


LINE = _value("one line", _TEXT, r"^[^\n]*\S[^\n]*$", "Write one line of text, or leave the key out.")
PROSE = _value("text", _TEXT, r"\S", "Write a text, or leave the key out.")
ID = _value(
    "id",
    ["string", "integer"],  # an id of digits
    f"^{_RESERVED}[a-z0-9]+(?:-[a-z0-9]+)*$",
    "An id has lowercase letters, digits and single hyphens: saldo-appeal.",
)
ADDRESS = _value(
    "web address",
    "string",
    rf"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#@:]+\.[^\s/?#@:]+(?::[0-9]*)?(?:[/?#]{_IN_ADDRESS}*)?$",
    "Copy the whole address: https://example.org/…",
)
EDTF = _value(
    "EDTF date",
    ["string", "integer"],
    rf"^(?:{_MOMENT}|{_SET}|{_DATE}(?:/(?:\.\.|{_DATE})?)?|(?:\.\.)?/{_DATE})$",
    "Write one EDTF date: 2022-10-13, 2022-10, 2022, 2022-10-13/2022-10-19.",
    minimum=-9999,  # a year that YAML reads as a number; 20221013 is none
    maximum=9999,
)
DOI = _value("DOI", "string", r"^10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+$", "Write the DOI from 10. on: 10.1038/s41586-020-2649-2.")
ISBN = _value(
    "ISBN",
    ["string", "integer"],  # thirteen digits
    r"^[0-9](?:[ -]?[0-9]){8}[ -]?(?:[0-9Xx]|[0-9](?:[ -]?[0-9]){3})$",
    "Copy all 10 or 13 digits from the book: 978-0-306-40615-7.",
)
LANGUAGE = _value(
    "language code",
    ["string", "boolean"],  # YAML 1.1 reads `no`, Norwegian, as false
    "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
    "Write a language code: en, uk, de, pt-BR.",
)
DEGREES = _value(
    "degrees",
    ["number", "string"],  # in quotation marks it is accepted too
    r"^\s*[+-]?(?:[0-9_]+\.?[0-9_]*|\.[0-9_]+)(?:[eE][+-]?[0-9]+)?\s*$",
    "Write degrees as a decimal number: 46.6354.",
)
FLAG = {"title": "true or false", "type": ["boolean", "string"], "enum": [True, False, "true", "false"]}
