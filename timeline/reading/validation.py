"""A tree of YAML against a schema: each mistake with its place and what to do."""

import copy
import re
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from timeline.model.diagnostics import Diagnostic, Location
from timeline.model.nearest import nearest
from timeline.model.schema import EventKeys
from timeline.reading.yaml_tree import Path, Tree

_NO_MAPPING = ("dict_type", "model_type", "model_attributes_type")
# Code, message and help for kinds of faults that pydantic finds, where they depend on the kind alone.
_LINES = ("H303", "must be `key: value` lines", "write one `key: value` per line below it, indented by two spaces")
_BY_KIND = {
    "dict_type": _LINES,
    "model_type": _LINES,
    "model_attributes_type": _LINES,
    "string_type": ("H303", "must be one line of text", "write text, in quotation marks if necessary"),
    "string_pattern_mismatch": (
        "H306",
        "has an invalid form",
        "write one line of text; write a language as its code: en for English, uk, de, pt-BR",
    ),
}
_OTHER = (
    "H309",
    "is not a number in the allowed range",
    "write degrees as a decimal number: lat from -90 to 90, lon from -180 to 180",
)

Keys = TypeVar("Keys", bound=BaseModel)


def validate(schema: type[Keys], tree: Tree) -> tuple[Keys | None, list[Diagnostic]]:
    """The tree as the schema has it, with all that is wrong in it.

    What is wrong is left out, so that the rest can still be checked; None if something needed is missing.
    """
    data, problems = {} if tree.data == "" else tree.data, list(tree.problems)
    dropped: set[Path] = set()
    while True:
        try:
            return schema.model_validate(data), problems
        except ValidationError as error:
            faults = [(_data_path(fault), fault) for fault in error.errors()]
        problems += [
            _diagnostic(schema, fault, tree) for path, fault in faults if path not in dropped
        ]  # wrong is not missing too
        wrong = [path[:-1] if fault["type"] == "missing" else path for path, fault in faults]
        if () in wrong:
            return None, problems
        dropped.update(path for path, _ in faults)
        data = copy.deepcopy(data)
        for path in wrong:
            _drop(data, path)


def _drop(data: Any, path: Path) -> None:
    """Takes out what is wrong; for a member of a list the list, for its members are known by their places."""
    while isinstance(path[-1], int):
        path = path[:-1]
    for step in path[:-1]:
        if step not in data:  # taken out already, with what is round it
            return
        data = data[step]
    data.pop(path[-1], None)


def _data_path(fault: Any) -> Path:
    """pydantic marks a fault of a key by a last step of its own."""
    loc: Path = fault["loc"]
    return loc[:-1] if loc[-1:] == ("[key]",) and fault["type"] != "extra_forbidden" else loc


def _diagnostic(schema: type[BaseModel], fault: Any, tree: Tree) -> Diagnostic:
    path, kind, context = _data_path(fault), fault["type"], fault.get("ctx", {})
    name = str(path[-1]) if path else "the head"
    if kind == "extra_forbidden":
        known = sorted(_fields(schema, path[:-1]))
        like = nearest(name, known)
        help = f"did you mean `{like}`?" if like else f"the keys known here are {', '.join(known)}"
        return Diagnostic("H301", tree.at_key(path), f"unknown key `{name}`", help)
    if kind == "missing":
        described = _fields(schema, path[:-1])[name].description
        return Diagnostic("H302", tree.at(path[:-1]), f"`{name}` is missing", f"add `{name}:` ({described})")
    if "help" in context:
        at = tree.at_key(path) if path != fault["loc"] else _inside(tree.at(path), str(fault["input"]), context.get("offset", 0))
        return Diagnostic(kind, at, context["message"], context["help"])
    if mistake := _misplaced_key(path, kind, tree):
        return mistake
    code, message, help = _plain(kind, context, fault["input"])
    member = f"item {path[-1] + 1} of `{path[-2]}`" if path and isinstance(path[-1], int) else f"`{name}`"
    return Diagnostic(code, tree.at(path), f"{member} {message}", help)


def _misplaced_key(path: Path, kind: str, tree: Tree) -> Diagnostic | None:
    """What is read as the id of an event, or as the name of a figure, and is none."""
    if len(path) == 2 and path[0] == "events" and path[1] in EventKeys.model_fields and kind in _NO_MAPPING:
        message = f"`{path[1]}` is where the ids of events are"
        return Diagnostic(
            "H303", tree.at_key(path), message, f"`{path[1]}` belongs below the id of its event, with four blanks before it"
        )
    at = tree.at_key(path)
    name = str(path[-1]) if path else ""
    if path[-2:-1] == ("claims",) and (cut := re.search(rf"[\w.]+,{re.escape(name)}\b", at.text)):
        return Diagnostic("H304", at, f"`{cut[0]}` is cut at its comma", f'put it in quotation marks: "{cut[0]}"')
    return None


def _plain(kind: str, context: dict[str, Any], given: Any) -> tuple[str, str, str]:
    """Code, message and help for the faults that pydantic finds by itself."""
    if kind == "string_too_short" or given == "":
        return "H304", "is empty", "write a value, or remove the key"
    if kind == "string_too_long":
        return "H306", f"is longer than {context['max_length']} characters", "shorten it"
    if kind == "too_long":
        return "H306", f"has more than {context['max_length']} values", "remove some of them"
    if kind in ("enum", "literal_error"):
        return "H308", f"cannot be `{given}`", f"write {context['expected'].replace(chr(39), '')}"
    if kind in ("tuple_type", "list_type"):
        return "H303", "must be a list", f"put it in brackets: [{given}]" if isinstance(given, str) else "write [one, two]"
    return _BY_KIND.get(kind, _OTHER)


def _inside(at: Location, value: str, offset: int) -> Location:
    """The place of a character of a scalar: past the quotation mark, if it is in one line as it is."""
    start = at.column - 1
    for quote in (0, 1):
        if at.text[start + quote :].startswith(value):
            return at.moved(quote + offset)
    return at


def _fields(schema: Any, path: Path) -> dict[str, Any]:
    """The fields of the schema that holds at a path; a step into a mapping of ids is a step into its values."""
    for step in path:
        if isinstance(schema, type) and issubclass(schema, BaseModel):
            schema = schema.model_fields[str(step)].annotation
        else:
            schema = _model_in(schema)
    return getattr(_model_in(schema), "model_fields", {})


def _model_in(annotation: Any) -> Any:
    """The model inside a `dict[Id, Annotated[Model, …]]`."""
    while not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        arguments = get_args(annotation)
        if not arguments:
            return annotation
        annotation = arguments[1] if get_origin(annotation) is dict else arguments[0]
    return annotation
