"""Annotations of Hypothesis, from its interface or exported by its client: the quoted words, with tags as event ids."""

from typing import Any

from timeline.contribute.drafts.draft import Draft, DraftEvent, clean
from timeline.contribute.drafts.quotes import Quote
from timeline.contribute.importers import Reading, Skipped, Unreadable, is_json, loaded, within_limit
from timeline.model.values import is_id

_LISTS = ("rows", "annotations")  # of the interface, and of a file that the client exports


def detects(text: str) -> bool:
    """Whether a file looks like annotations of Hypothesis."""
    return is_json(text, "uri") and any(f'"{key}"' in text for key in ("target", *_LISTS))


def read(text: str) -> Reading:
    """A draft for each annotated page, in order of the file; its body are the quotes."""
    data = loaded(text)
    rows = next((data[key] for key in _LISTS if key in data), None) if isinstance(data, dict) else data
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Unreadable(
            "no list of annotations", "export them as a JSON list, or as an object with `rows` or `annotations`", 1, 1
        )
    pages: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        pages.setdefault(_text(row.get("uri")), []).append(row)
    skipped: list[Skipped] = []
    return Reading(tuple(_draft(uri, rows, skipped) for uri, rows in within_limit(pages.items())), tuple(skipped))


def _draft(uri: str, rows: list[dict[str, Any]], skipped: list[Skipped]) -> Draft:
    quotes: dict[tuple[str, str, str], list[str]] = {}
    comments: list[tuple[str, str]] = []
    for row in rows:
        events = _events(row, skipped)
        selector = _selector(row)
        exact = _text(selector.get("exact"))
        if said := _text(row.get("text")):
            comments.append(("", f"note on “{exact[:80]}”: {said}" if exact else f"note on the page: {said}"))
        if exact:
            key = (exact, _text(selector.get("prefix")), _text(selector.get("suffix")))
            quotes[key] = list(dict.fromkeys([*quotes.get(key, []), *events]))
        else:
            skipped.append(Skipped(f"an annotation of {uri or 'no page'} without a quotation"))
    passages = tuple(
        Quote(exact, tuple(events), prefix, suffix, within=number)
        for number, ((exact, prefix, suffix), events) in enumerate(quotes.items())
    )
    ids = dict.fromkeys(event for quote in passages for event in quote.events)
    return Draft(
        title=next((title for row in rows if (title := _title(row))), None),
        url=uri or None,
        text="excerpt",
        events=tuple(DraftEvent(event) for event in ids),
        body=tuple(quote.exact for quote in passages),
        passages=passages,
        comments=tuple(comments),
    )


def _events(row: dict[str, Any], skipped: list[Skipped]) -> list[str]:
    tags = [_text(tag) for tag in row.get("tags") or () if isinstance(tag, str)] if isinstance(row.get("tags"), list) else []
    skipped += [Skipped(f"the tag “{tag}”, which is not an event id") for tag in tags if not is_id(tag)]
    return [tag for tag in tags if is_id(tag)][:20]


def _selector(row: dict[str, Any]) -> dict[str, Any]:
    """The selector that quotes words, of the first target that has one."""
    targets = row.get("target")
    for target in targets if isinstance(targets, list) else ():
        selectors = target.get("selector") if isinstance(target, dict) else None
        for selector in selectors if isinstance(selectors, list) else [selectors]:
            if isinstance(selector, dict) and selector.get("type") == "TextQuoteSelector":
                return selector
    return {}


def _title(row: dict[str, Any]) -> str:
    document = row.get("document")
    title = document.get("title") if isinstance(document, dict) else None
    return _text(title[0] if isinstance(title, list) and title else title)


def _text(value: Any) -> str:
    return clean(value) if isinstance(value, str) else ""
