"""YAML with places: every scalar a string, every value and key with its line and column.

libyaml reports events with marks; the tree is built here, so that what the format refuses (aliases, anchors,
tags, duplicate keys, deep nesting) is refused at its place, and no scalar is typed by guesswork.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml

from timeline.model.diagnostics import Diagnostic, Lines, Location
from timeline.reading.unsafe_characters import UNSAFE
from timeline.reading.yaml_mistakes import find_mistake

_LOADER: type[yaml.BaseLoader | yaml.CBaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # PyYAML may lack libyaml

Path = tuple[str | int, ...]
MAX_NESTING = 20
_CUT = re.compile(r"\s+#[^\s#]")


@dataclass
class Tree:
    """Plain data (dict, list, str), and the place of each value and each key, by path."""

    data: Any
    root: Location
    values: dict[Path, Location] = field(default_factory=dict)
    keys: dict[Path, Location] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)

    def at(self, path: Path) -> Location:
        """Place of the value, else of the nearest thing round it."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, self.root)

    def at_key(self, path: Path) -> Location:
        """The place of the key at the end of a path; of its value if it is an item of a list."""
        return self.keys.get(path) or self.at(path)


class _Refused(Exception):
    def __init__(self, problem: Diagnostic):
        self.problem = problem


def as_mapping(value: Any) -> dict[str, Any]:
    """A value of a tree that was not validated, if it is a mapping; an empty one otherwise."""
    return value if isinstance(value, dict) else {}


def load(text: str, lines: Lines, first_line: int = 0) -> Tree | Diagnostic:
    """The tree of one YAML document that begins at a line (from 0) of a file; or why there is none."""
    tree = Tree({}, lines.at(first_line, 0))
    try:
        _Builder(tree, text, lines, first_line).build()
    except _Refused as refused:
        return refused.problem
    except yaml.MarkedYAMLError as error:
        return _syntax(error, text, tree, lines, first_line)
    except yaml.YAMLError as error:  # a character that YAML refuses; the file reader reports those it knows
        return Diagnostic("Y201", tree.root, f"not valid YAML: {error}", "remove the character")
    return tree


def _syntax(error: yaml.MarkedYAMLError, text: str, tree: Tree, lines: Lines, first_line: int) -> Diagnostic:
    """A fault of syntax, where it began: the bracket that was not closed, the key without its colon."""
    last = max((mark.line for mark in (error.problem_mark, error.context_mark) if mark), default=0)
    if mistake := find_mistake(text.split("\n"), last):
        at = lines.at(first_line + mistake.line, mistake.column)
        return Diagnostic("Y201", at, f"not valid YAML: {mistake.message}", mistake.help)
    context = error.context or ""
    began = any(thing in context for thing in ("flow", "simple key", "quoted"))
    mark = (error.context_mark if began else None) or error.problem_mark or error.context_mark
    at = lines.at(first_line + mark.line, mark.column) if mark else tree.root
    reason = " ".join(part for part in (error.context, error.problem) if part)
    return Diagnostic("Y201", at, f"not valid YAML: {reason}", _yaml_help(at.text, context, at.column))


def _yaml_help(line: str, context: str, column: int) -> str:
    if "\t" in line:
        return "indent with spaces, not with tabs"
    if "flow" in context:
        return "close the bracket that opens here, in the same value"
    if "quoted" in context:
        return "close the quotation mark that opens here"
    if "simple key" in context:
        return "write a colon and a blank after the key: `key: value`"
    if re.fullmatch(r"\s*[\w-]+", line[: column - 1]) and line[column - 1 : column] == ":":
        return "indent this line like the lines around it, and put a blank after the colon of the line before"
    if line.count('"') > 1:
        return "put the whole value in ' quotation marks: title: '\"Saldo\" resigns'"
    value = line.split(": ", 1)[-1].strip()
    if ": " in value or value[:1] in tuple("@`%[{&*!|>'\""):
        return "put quotation marks around a value that contains a colon, or begins with a quotation mark or a bracket"
    return "write one `key: value` per line, and indent nested keys by two spaces"


class _Builder:
    """Builds the tree from libyaml's events, one at a time, without recursion into aliases."""

    def __init__(self, tree: Tree, text: str, lines: Lines, first_line: int):
        self.tree, self.lines, self.first_line = tree, lines, first_line
        self.events: Iterator[yaml.Event] = iter(_LOADER(text).get_event, None)

    def build(self) -> None:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                self.tree.data = self.value(next(self.events), ())
                next(self.events)  # the document's end
                break
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                self.refuse("Y206", event, "a second YAML document", "keep to one document: remove the line of dots or hyphens")

    def value(self, event: Any, path: Path) -> Any:
        """The value that an event begins: a scalar, a list, a mapping or an alias, which has an anchor too."""
        self.tree.values[path] = self.place(event)
        if event.anchor:
            self.refuse(
                "Y202",
                event,
                "YAML anchors and aliases (& and *) are not allowed",
                "write the value out, in quotation marks if it begins with & or *",
            )
        if event.tag:
            self.refuse(
                "Y203",
                event,
                f"the YAML tag {event.tag} is not allowed",
                "write the plain value, in quotation marks if it begins with !",
            )
        if len(path) > MAX_NESTING:
            self.refuse("Y205", event, f"nested more than {MAX_NESTING} deep", "the format needs four levels at most")
        if isinstance(event, yaml.ScalarEvent):
            self.check(event)
            return event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path)
        return self.mapping(path)

    def sequence(self, path: Path) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            found.append(self.value(event, (*path, len(found))))
        return found

    def mapping(self, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
                self.refuse("Y207", event, "a key must be a plain word", "write `key: value`")
            self.check(event)
            key, at = event.value, self.place(event)
            if key in found:
                first = self.tree.keys[(*path, key)].line
                self.tree.problems.append(
                    Diagnostic("Y204", at, f"duplicate key `{key}` (first on line {first})", "keep one of the two")
                )
                self.value(next(self.events), (*path, key, "again"))
                continue
            self.tree.keys[(*path, key)] = at
            found[key] = self.value(next(self.events), (*path, key))
        return found

    def check(self, event: yaml.ScalarEvent) -> None:
        """What YAML takes without a word: an escape for a character that no text may hold, and a value cut off at a `#`."""
        end = event.end_mark
        assert end, "the parsers mark each event"
        rest = self.lines.text(self.first_line + end.line)[end.column :]
        if rest and (cut := _CUT.match(rest)):
            at = self.lines.at(self.first_line + end.line, end.column + cut.end() - 2)
            help = "put the whole value in quotation marks; if it is a comment, put a blank after the #"
            self.tree.problems.append(
                Diagnostic("Y208", at, f"the text after `{rest.split()[0]}` would be lost: # begins a comment", help)
            )
        if event.style == '"' and (unsafe := UNSAFE.search(event.value)):  # only there are escapes read
            self.refuse("A102", event, f"the character U+{ord(unsafe[0]):04X} is not allowed", "remove its escape sequence")

    def place(self, event: yaml.Event) -> Location:
        """Where an event begins in the file."""
        mark = event.start_mark
        assert mark, "the parsers mark each event"
        return self.lines.at(self.first_line + mark.line, mark.column)

    def refuse(self, code: str, event: yaml.Event, message: str, help: str) -> NoReturn:
        raise _Refused(Diagnostic(code, self.place(event), message, help))
