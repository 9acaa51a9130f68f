"""Bracketed spans, `[text]{event=id}` and `[words]{.when}`, as inline rules of markdown-it.

The Markdown parser itself finds them, so that code, escapes and links mean in a passage what they mean elsewhere. Each
span carries its offset in the paragraph; what looks like a span and is not valid becomes a `fault` token.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, html_inline, image, link

from timeline.dates import EdtfError, When, parse_written
from timeline.model.values import NOT_IN_ADDRESS, is_id
from timeline.reading.bounds import check_blocks

MAX_NESTING = 20
MAX_EVENTS = 20  # of one passage
_ATTRIBUTES = re.compile(r"\{([^{}\n]*)\}")
_ATTRIBUTE = re.compile(r"""\s+|(?P<when>\.when)(?=\s|$)|(?P<name>[a-z]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"']+))(?=\s|$)""")
_LOOSE = re.compile(r"\{\s*(?:\.when\b|event\s*=|edtf\s*=)")
MAX_LOCATOR = 80
SPAN_HELP = "write [text]{event=id} or [words]{.when}; write an ordinary bracket as \\["
OPENING_HELP = "put a [ before the first word; mark each paragraph separately; write an ordinary bracket as \\["
BRACES_HELP = "put the words in brackets, and the braces directly after them: [text]{event=id} or [words]{.when}"
ATTRIBUTES_HELP = 'the attributes are event=id, event="id id", at="p. 14", .when and edtf="2022-10-10"'
LOCATOR_HELP = 'write a page, a time or a part of the address: at="p. 14", at=00:12:30, at="#page=14"'


@dataclass(frozen=True, slots=True)
class Fault(Exception):
    """Why a span is not valid. `offset` counts from the start of the paragraph's text."""

    code: str
    message: str
    help: str
    offset: int


@dataclass(frozen=True, slots=True)
class Span:
    """The attributes of one span: a passage of events, or words that date them."""

    is_when: bool
    events: tuple[str, ...]
    edtf: When | None
    offset: int
    locator: str = ""


def parser() -> MarkdownIt:
    """The Markdown of article bodies: CommonMark with bracketed spans. HTML becomes tokens, so that it can be refused."""
    # Beyond its own limit markdown-it drops text silently. Ours is lower, and is reported.
    markdown = MarkdownIt("commonmark", {"html": True, "maxNesting": 2 * MAX_NESTING})
    # An indent does not make code of a passage, and `[He]: resigned` no definition that vanishes from the text.
    markdown.block.ruler.disable(["code", "reference"])
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # refused later, with a place
    rules = markdown.inline.ruler
    for name, original, needs in (
        ("link", link, "]("),
        ("image", image, "]("),
        ("autolink", autolink, ">"),
        ("html_inline", html_inline, ">"),
    ):
        rules.at(name, _with_offset(original, needs))
    rules.before("link", "span", _span)
    rules.before("span", "loose", _loose)
    markdown.core.ruler.before("inline", "bounds", check_blocks)
    return markdown


def _with_offset(original: Callable[[StateInline, bool], bool], needs: str) -> Callable[[StateInline, bool], bool]:
    """A rule of the parser that notes where its token begins. It is not tried where what it `needs` does not follow: to find
    that a bracket has no partner takes it long."""

    def rule(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        if state.src[start] not in "[!<" or state.src.find(needs, start, state.posMax) < 0:
            return False
        matched = original(state, silent)
        for token in state.tokens[before:]:
            if token.type in ("link_open", "image", "html_inline") and "offset" not in token.meta:
                token.meta["offset"] = start
                break
        return matched

    return rule


def _span(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if state.src[start] != "[" or state.src.find("]{", start, state.posMax) < 0:
        return False
    close = state.md.helpers.parseLinkLabel(state, start)
    if close < 0 or not state.src.startswith("{", close + 1):
        return False
    found = _ATTRIBUTES.match(state.src, close + 1, state.posMax)
    end = found.end() if found else close + 2
    if not silent:
        _push(state, start, close, found)
    state.pos = end
    return True


def _push(state: StateInline, start: int, close: int, found: re.Match[str] | None) -> None:
    span = None
    try:
        if not found:
            raise Fault("P402", "the braces after a bracket are not closed on the same line", SPAN_HELP, close + 1)
        span = _attributes(found[1], found.start(1), start)
        if not state.src[start + 1 : close].strip():
            raise Fault("P405", "an empty passage", "put the words that support the event between the brackets", start)
    except Fault as fault:
        state.push("fault", "", 0).meta = {"fault": fault}
    kind = "span" if span else "broken"
    ends = found.end() if found else close + 1
    state.push(f"{kind}_open", "", 1).meta = {"span": span, "opens": start, "closes": close, "ends": ends}
    limit, state.posMax = state.posMax, close
    state.pos = start + 1
    state.md.inline.tokenize(state)
    state.posMax = limit
    state.push(f"{kind}_close", "", -1).meta = {"span": span}


def _loose(state: StateInline, silent: bool) -> bool:
    """Braces that belong to no bracket, and brackets that lost their partner: never silent text."""
    if silent:
        return False
    at = state.pos
    if state.src.startswith("]{", at):
        fault = Fault("P401", "a `]{` without the `[` that opens it in the same paragraph", OPENING_HELP, at)
    elif state.src.startswith("](", at):
        fault = Fault(
            "P412",
            "a `](` that is not part of a link",
            "write the address without blanks; put a link inside a passage, not a passage inside a link; "
            "write an ordinary bracket as \\[",
            at,
        )
    elif _LOOSE.match(state.src, at):
        fault = Fault("P403", *_misplaced_braces(state.src, at), at)
    else:
        return False
    state.push("fault", "", 0).meta = {"fault": fault}
    state.pending += state.src[at : at + 2]
    state.pos += 2
    return True


def _misplaced_braces(text: str, at: int) -> tuple[str, str]:
    """The message and the help for braces at an offset that do not follow a `]`."""
    before = text[:at]
    if before.endswith(")"):
        return "round brackets before the braces", "use square brackets: [words]{.when}"
    if before.rstrip().endswith("]"):
        return "a blank between the bracket and the braces", "put the braces directly after the ], without a blank"
    if text.count("[") > text.count("]"):
        return "a `[` that is not closed before the braces", "put a ] directly before the braces: [words]{.when}"
    return "attributes in braces without a bracket directly before them", BRACES_HELP


def _attributes(text: str, at: int, start: int) -> Span:
    """The attributes between the braces. Raises Fault at the first that is not valid."""
    is_when, locator = False, ""
    events: tuple[str, ...] = ()
    edtf: When | None = None
    for name, value, value_at in _pairs(text, at):
        if name == "when":
            is_when = True
        elif name == "event":
            events = _events(value, value_at)
        elif name == "edtf":
            edtf = _edtf(value, value_at)
        else:
            locator = _locator(value, value_at)
    if not is_when and not events:
        raise Fault("P404", "a span with neither event= nor .when", SPAN_HELP, at)
    if edtf and not is_when:
        raise Fault(
            "P404", "edtf= belongs to words that date an event", 'write [words]{.when edtf="2022-10-10"} inside the passage', at
        )
    if locator and is_when:
        raise Fault("P404", "at= belongs to a passage", 'write [passage]{event=id at="p. 14"}', at)
    return Span(is_when, events, edtf, start, locator)


def _pairs(text: str, at: int) -> Iterator[tuple[str, str, int]]:
    """Name and value of each attribute, and the offset of the value; `.when` is an attribute without a value. Raises Fault."""
    place = 0
    while place < len(text):
        found = _ATTRIBUTE.match(text, place)
        if not found:
            raise Fault("P404", f"cannot read the attribute `{text[place:].strip()}`", ATTRIBUTES_HELP, at + place)
        if found["when"]:
            yield "when", "", at
        elif name := found["name"]:
            if name not in ("event", "edtf", "at"):
                raise Fault("P404", f"unknown attribute `{name}`", ATTRIBUTES_HELP, at + found.start("name"))
            value = "quoted" if found["quoted"] is not None else "bare"
            yield name, found[value], at + found.start(value)
        place = found.end()


def _locator(value: str, at: int) -> str:
    """The place of a passage in the original. Raises Fault for one that cannot be shown, or be a part of an address."""
    text = " ".join(value.split())
    if not re.search(r"\w", text):
        raise Fault("P413", "at= without a place", LOCATOR_HELP, at)
    if len(text) > MAX_LOCATOR:
        raise Fault("P413", f"at= is longer than {MAX_LOCATOR} characters", LOCATOR_HELP, at)
    if text.startswith("#") and NOT_IN_ADDRESS.search(text):
        raise Fault("P413", f"`{text}` cannot be a part of an address", "write a blank in it as %20", at)
    return text


def _events(value: str, at: int) -> tuple[str, ...]:
    found = []
    for word in re.finditer(r"\S+", value):
        if not is_id(word[0]):
            raise Fault(
                "P406",
                f"`{word[0]}` is not a valid event id",
                "use lowercase letters, digits and single hyphens; put several ids in quotation marks, separated by blanks",
                at + word.start(),
            )
        found.append(word[0])
    if len(found) > MAX_EVENTS:
        raise Fault("P406", f"a passage of {len(found)} events", f"{MAX_EVENTS} are allowed; mark separate passages", at)
    if not found:
        raise Fault("P406", "event= without an id", "name the event: event=saldo-appeal", at)
    return tuple(dict.fromkeys(found))


def _edtf(value: str, at: int) -> When:
    try:
        return parse_written(value)
    except EdtfError as error:
        raise Fault("D601", error.message, error.help, at + error.offset) from None
