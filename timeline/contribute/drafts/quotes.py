"""Paragraphs of plain text as the Markdown of an article's body, with the quoted words in them marked as passages."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.reading.bounds import MAX_BRACKETS, MAX_MARKS

_WIDTH = 100
_GLUE = "\0"  # holds attributes in one line while a paragraph is wrapped; no text has it
_ACTIVE = re.compile(r"[\\`*_\[\]{}<]|&(?=#?\w+;)")
_LINE_START = re.compile(r"\A(?:[#>+\-=~]|\d+(?=[.)]))")
# Signs that a saved page, a browser and a person write for the same.
_ALIKE = {"'": "['‘’‚‛ʼ′]", '"': '["“”„‟″«»]'}
_SAME = {sign: signs for signs in _ALIKE.values() for sign in signs[1:-1]}


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a text that support events, or an event still to be named where there is none.

    `prefix` and `suffix` are the text round them, if they occur more than once, or `within` is the number of their
    paragraph; `words` are those in them that date the events.
    """

    exact: str
    events: tuple[str, ...] = ()
    prefix: str = ""
    suffix: str = ""
    words: str = ""
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A place of a quote: the number of the paragraph, and where it begins and ends there."""

    paragraph: int
    start: int
    end: int
    quote: Quote


def find(paragraphs: Sequence[str], quotes: Iterable[Quote]) -> tuple[list[Found], list[tuple[Quote, str]]]:
    """The places of the quotes, in order of the text, and the quotes that are not marked, each with the reason.

    Words are matched exactly, but for white space and the shape of quotation marks. A quote never reaches over a paragraph.
    """
    found: list[Found] = []
    skipped: list[tuple[Quote, str]] = []
    for quote in quotes:
        places = list(_places(paragraphs, quote)) if len(found) < MAX_MARKS // 2 else []  # half of them for date words
        if len(found) == MAX_MARKS // 2:
            skipped.append((quote, f"an article has room for {MAX_MARKS // 2} passages"))
        elif not places:
            skipped.append((quote, "it is not in one paragraph of the text"))
        elif len(places) > 1:
            skipped.append((quote, f"it is {len(places)} times in the text; quote more of it"))
        elif any(_overlap(places[0], other) for other in found):
            skipped.append((quote, "it shares words with another passage"))
        else:
            found += places
    return sorted(found, key=lambda place: (place.paragraph, place.start)), skipped


def nearly(paragraphs: Iterable[str], words: str) -> str | None:
    """The words as the text has them, where they differ in capitals alone."""
    pattern = re.compile(_pattern(words), re.IGNORECASE)
    return next((found[0] for paragraph in paragraphs if (found := pattern.search(paragraph)) and found[0]), None)


def marked(paragraphs: Sequence[str], quotes: Iterable[Quote], placeholder: str) -> list[str]:
    """The paragraphs as Markdown in which nothing is active but the marks of the quotes that are found.

    `placeholder` is written for the event of a quote that names none.
    """
    found, _ = find(paragraphs, quotes)
    written = []
    for number, paragraph in enumerate(paragraphs):
        if not paragraph.strip():
            continue
        at, pieces = 0, []
        # entities are not counted as brackets, of which the format takes only so many; but they are hard to read
        crowded = max(paragraph.count(bracket) for bracket in "[]{") > MAX_BRACKETS // 2
        for place in (place for place in found if place.paragraph == number):
            pieces += [_escaped(paragraph[at : place.start], crowded), _passage(paragraph, place, placeholder, crowded)]
            at = place.end
        written.append(_wrapped("".join(pieces) + _escaped(paragraph[at:], crowded)))
    return written


def _places(paragraphs: Sequence[str], quote: Quote) -> Iterator[Found]:
    """Every place of a quote; where there are several, only those whose surroundings are the stated ones."""
    if not (pattern := _pattern(quote.exact)):
        return
    places = [
        Found(number, found.start(), found.end(), quote)
        for number in (range(len(paragraphs)) if quote.within is None else [quote.within])
        for found in re.finditer(pattern, paragraphs[number])
    ]
    if len(places) > 1 and (quote.prefix.strip() or quote.suffix.strip()):
        places = [place for place in places if _surrounded(paragraphs, place)]
    yield from places


def _surrounded(paragraphs: Sequence[str], place: Found) -> bool:
    """Whether the stated surroundings are those of the place; they may reach beyond its paragraph."""
    before = " ".join([*paragraphs[: place.paragraph], paragraphs[place.paragraph][: place.start]])
    after = " ".join([paragraphs[place.paragraph][place.end :], *paragraphs[place.paragraph + 1 :]])
    prefix, suffix = _pattern(place.quote.prefix), _pattern(place.quote.suffix)
    return bool(re.search(rf"{prefix}\s*\Z", before[-2000:]) and re.match(rf"\s*{suffix}", after[:2000]))


def _pattern(words: str) -> str:
    return r"\s+".join("".join(_SAME.get(sign) or re.escape(sign) for sign in word) for word in words.split())


def _overlap(one: Found, other: Found) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def _passage(paragraph: str, place: Found, placeholder: str, crowded: bool) -> str:
    quote, text = place.quote, paragraph[place.start : place.end]
    pattern = _pattern(quote.words)
    words = re.search(rf"(?<!\w){pattern}(?!\w)", text) if pattern else None
    if words:
        before, after = text[: words.start()], text[words.end() :]
        inside = f"{_escaped(before, crowded)}[{_escaped(words[0], crowded)}]{{.when}}{_escaped(after, crowded)}"
    else:
        inside = _escaped(text, crowded)
    events = _GLUE.join(quote.events) or placeholder
    return f"[{inside}]{{event={events}}}" if len(quote.events) < 2 else f'[{inside}]{{event="{events}"}}'


def _escaped(text: str, crowded: bool) -> str:
    if crowded:
        return _ACTIVE.sub(lambda found: f"&#{ord(found[0])};", text)
    return _ACTIVE.sub(lambda found: "\\" + found[0], text)


def _wrapped(text: str) -> str:
    """A paragraph in lines, none of which begins like a block of another kind."""
    lines = textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return "\n".join(_LINE_START.sub(_at_start, line) for line in lines).replace(_GLUE, " ")


def _at_start(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"
