"""A saved page: its headline, publisher, author, date, language, address and text."""

import json
import logging
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from timeline.contribute.drafts.addresses import as_address
from timeline.contribute.drafts.draft import Draft, clean, fits
from timeline.contribute.drafts.publication_day import day_in_address, publication_day
from timeline.contribute.importers import Reading, Skipped, Unreadable
from timeline.contribute.importers.text import is_furniture
from timeline.dates import parse, wording
from timeline.model.similarity import without_tracking

# Where a page states when it was first published. What it states of later changes is not that.
_DATED = (
    "//meta[@property='article:published_time' or @property='og:article:published_time' or @itemprop='datePublished']/@content",
    "//meta[@name='DC.date.issued' or @name='dc.date.issued' or @name='parsely-pub-date' or @name='pubdate']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
)
# Where a page states its address. That of a shared link may say how the reader came.
_ADDRESSES = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
# The libraries take time by the square of these.
MAX_TAGS, MAX_TOGETHER, MAX_WORDS_OF_TAG = 20_000, 4_000, 10_000  # in all; without a block between them; in one tag
_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|body|br|dd|div|dl|dt|fieldset|figure|footer|form|h[1-6]|head|header|hr|li|main|nav|ol|p|pre"
    r"|section|table|tbody|td|th|thead|tr|ul)\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[a-zA-Z]")
# The library's own finding of dates, which is not used: here it must not ask the clock.
_NO_CLOCK = {"max_date": "9999-12-31", "extensive_search": False, "original_date": True}


def detects(text: str) -> bool:
    """Whether a file looks like a web page."""
    return bool(re.search(r"<(?:!doctype html|html|head|body|article)\b", text[:5000], re.I))


def read(page: str) -> Reading:
    """A draft with everything that the page states, and all paragraphs of its text."""
    from trafilatura import bare_extraction, extract_metadata, load_html  # slow to load, and nothing else needs it

    for library in ("trafilatura", "htmldate"):
        logging.getLogger(library).setLevel(logging.CRITICAL)
    _refuse_too_large(page)
    tree = load_html(re.sub(r"^\s*<\?xml[^>]*\?>", "", page))
    if tree is None:
        raise Unreadable("it holds no page that can be read", "save the page again as HTML, or save its text and use --as text")
    address = _address(tree)
    published, days = publication_day(_stated_times(tree) + day_in_address(address or ""))
    skipped = [Skipped(f"the page states several dates of publication: {', '.join(days)}")] if days and not published else []
    stated = extract_metadata(tree, date_config=_NO_CLOCK)
    found = bare_extraction(tree, include_comments=False, date_extraction_params=_NO_CLOCK)
    text = (found.text or "") if found and not isinstance(found, dict) else ""
    if not text:
        skipped.append(Skipped("the text: the page has none that can be recognized"))
    title, lines = _line(stated.title), list(_lines(text))
    skipped += [Skipped(f"the line “{line}”, which is not part of the article") for line in lines if is_furniture(line)]
    draft = Draft(
        title=title,
        publisher=_line(stated.sitename),
        author=_line(stated.author),
        url=address or _line(stated.url),
        published=published,
        language=_language(tree),
        body=tuple(line for number, line in enumerate(lines) if not is_furniture(line) and not (number == 0 and line == title)),
        comments=(("published", _in_utc(published)),) if published and "/" in published else (),
    )
    return Reading((draft,), tuple(skipped))


def _refuse_too_large(page: str) -> None:
    """Raises Unreadable for a page that would keep the libraries busy for minutes."""
    help = "save its text alone, and use --as text"
    if (tags := len(_TAG.findall(page))) > MAX_TAGS:
        raise Unreadable(f"a page of {tags:,} tags; {MAX_TAGS:,} are allowed", help)
    if any(len(_TAG.findall(part)) > MAX_TOGETHER for part in _BLOCK.split(page)):
        raise Unreadable(f"a page with a paragraph of more than {MAX_TOGETHER:,} tags", help)
    if any(len(tag.split()) > MAX_WORDS_OF_TAG for tag in re.findall(r"<[a-zA-Z][^<>]*", page)):
        raise Unreadable("a page with a tag of too many attributes", help)


def _line(text: str | None) -> str | None:
    return clean(text or "") or None


def _language(tree: Any) -> str | None:
    """The language that the page declares, where it is written as the format has it."""
    declared = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang") or ""
    code = clean(declared).replace("_", "-")
    return code if fits("language", code) else None


def _lines(text: str) -> Iterator[str]:
    """The text as it was extracted: a paragraph a line."""
    return (paragraph for line in text.split("\n") if (paragraph := clean(line).removeprefix("- ")))


def _address(tree: Any) -> str | None:
    """The address that the page states. A canonical one that is the home page of its site is a mistake of the site."""
    stated = [address for path in _ADDRESSES for value in tree.xpath(path) if (address := as_address(without_tracking(value)))]
    return next((address for address in stated if urlsplit(address).path.strip("/")), next(iter(stated), None))


def _stated_times(tree: Any) -> list[str]:
    """The times of publication that the page states for programs."""
    stated = [clean(value) for path in _DATED for value in tree.xpath(path)]
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            stated += _published(json.loads(script))
        except (ValueError, RecursionError):
            continue  # a page may hold anything there
    return stated


def _in_utc(published: str) -> str:
    """What to decide where the day is one of two."""
    first, last = (wording(parse(day)) for day in published.split("/"))
    return f"the page states its time in UTC only; where it was published, it was {first} or {last}"


def _published(data: Any, depth: int = 0) -> Iterator[str]:
    """The dates of publication in linked data, but for those of what is part of the page: comments, pictures."""
    if isinstance(data, list):
        for member in data:
            yield from _published(member, depth)
    elif isinstance(data, dict):
        if isinstance(data.get("datePublished"), str):
            yield data["datePublished"]
        elif depth < 2:
            for key in ("@graph", "mainEntity"):
                yield from _published(data.get(key), depth + 1)
