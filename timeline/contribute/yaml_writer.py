"""Keys with their values as lines of YAML, as a person would write them."""

import json
import re

import yaml

_FOLDED = {"summary"}  # prose, which may be long
_PLAIN = re.compile(r"[^\W_](?:[\w .'’()&/-]*[\w.'’)])?")  # needs no quotation marks anywhere
_WIDTH = 90  # and an event's keys are indented
_TEXT, _MAP = "tag:yaml.org,2002:str", "tag:yaml.org,2002:map"


class _Plain(yaml.SafeDumper):
    """Writes every string as text: nothing is quoted because it looks like a number or a date."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 -- declared without ClassVar in the class above it


def scalar(value: str) -> str:
    """A value as YAML, valid anywhere in a line and in a list in brackets; in quotation marks if it needs them."""
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def line_of(key: str, value: str) -> str:
    """One key with its value, which is one line of text without control characters; long prose is folded into several."""
    folded = key in _FOLDED and len(value) > _WIDTH
    node = yaml.ScalarNode(_TEXT, value, style=">" if folded else None)
    mapping = yaml.MappingNode(_MAP, [(yaml.ScalarNode(_TEXT, key), node)], flow_style=False)
    width = _WIDTH if folded else float("inf")
    written = yaml.serialize(mapping, Dumper=_Plain, allow_unicode=True, width=width).rstrip("\n")
    if written.startswith(f"{key}: '") and value.isprintable() and not set(value) & set('"\\'):
        return f'{key}: "{value}"'  # double quotation marks, as everywhere in content/, where nothing has to be escaped
    return written
