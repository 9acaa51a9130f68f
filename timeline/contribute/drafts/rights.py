"""How much of an imported text is kept: what may be republished."""

from collections.abc import Iterable
from dataclasses import replace

from timeline.contribute.drafts.draft import Draft, DraftEvent
from timeline.contribute.drafts.quotes import Quote, find
from timeline.contribute.importers import Skipped

LEFT_OUT = (
    "the text was left out, because it may not be republished: import the page again with --passage and the words that count, "
    "or say it in your own words and write `text: brief`"
)


def with_text(draft: Draft, page: Draft) -> Draft:
    """Annotations with the text of their page, and with the metadata of the page that they lack."""
    known = {key: getattr(draft, key) or getattr(page, key) for key in ("url", "publisher", "author", "published", "language")}
    quotes = tuple(replace(quote, within=None) for quote in draft.passages)
    # a browser's title has the name of the site in it
    return replace(draft, **known, title=page.title or draft.title, text=None, body=page.body, passages=quotes)


def with_passages(draft: Draft, more: Iterable[Quote], event: str | None) -> Draft:
    """The draft with more words to be marked; `event` is that of all passages that name none."""
    quotes = (*draft.passages, *more)
    if event:
        quotes = tuple(replace(quote, events=quote.events or (event,)) for quote in quotes)
    named = dict.fromkeys([*(event for quote in quotes for event in quote.events), *([event] if event else [])])
    known = {one.id for one in draft.events}
    events = (*draft.events, *(DraftEvent(one) for one in named if one not in known))
    return replace(draft, passages=quotes, events=events)


def as_published(draft: Draft, full: bool) -> tuple[Draft, tuple[Skipped, ...]]:
    """The draft with as much of a copied text as may be published: all of it, the paragraphs of its passages, or none.

    A text that is known to be an excerpt or a brief stays as it is.
    """
    found, missed = find(draft.body, draft.passages)
    skipped = _skipped(missed)
    named = {event for place in found for event in place.quote.events}
    # Skip events whose only passage could not be found.
    events = tuple(event for event in draft.events if event.title or event.id in named or not draft.passages)
    draft = replace(draft, passages=tuple(place.quote for place in found), events=events)
    if draft.text is not None or not draft.body:
        return replace(draft, text=draft.text or "excerpt"), skipped
    if full:
        return replace(draft, text="full"), skipped
    kept = sorted({place.paragraph for place in found})
    moved = tuple(replace(place.quote, within=kept.index(place.paragraph)) for place in found)
    comments = draft.comments if kept else (*draft.comments, ("text", LEFT_OUT))
    body = tuple(draft.body[number] for number in kept)
    # What distinguished two places may have been in a paragraph that is not kept.
    return replace(draft, text="excerpt", body=body, passages=moved, comments=comments), skipped + _skipped(find(body, moved)[1])


def _skipped(missed: Iterable[tuple[Quote, str]]) -> tuple[Skipped, ...]:
    return tuple(Skipped(f"the passage “{quote.exact[:80]}”: {reason}") for quote, reason in missed)
