"""The place of a draft in content/: its ids, its year and its file."""

from collections.abc import Iterator, Set
from dataclasses import replace
from pathlib import Path

from timeline.contribute.drafts.catalogue import Catalogue
from timeline.contribute.drafts.draft import Draft, as_text, clean, id_from
from timeline.dates import parse_or_none
from timeline.model.errors import UserError
from timeline.model.reference import Reference, reference_to
from timeline.model.similarity import bare_address
from timeline.model.values import MAX_ID, is_id
from timeline.reading.article_rules import FOLDER
from timeline.reading.atomic_write import create
from timeline.reading.files import MAX_BYTES


def article_id(draft: Draft, catalogue: Catalogue, taken: Set[str] = frozenset()) -> str:
    """An id that no article has, made of the publisher and the first words of the headline."""
    publisher = draft.publisher or ""
    first = catalogue.publisher_ids.get(publisher) or id_from(publisher, 3)
    day = (draft.published or "").replace("-", "")[4:8]
    words = id_from(draft.title or draft.described or "", 3) or next((event.id for event in draft.events), "")
    made = "-".join(part for part in (first, words or (day if day.isdecimal() else "")) if part)[: MAX_ID - 5].strip("-")
    return _free(made or "article", catalogue.ids, taken)


def year_of(draft: Draft) -> str:
    """The year under which an article is filed: that in which its publication, or else what it is about, begins.

    Raises UserError where no year from 1 to 9999 is known.
    """
    for value in (draft.published, *(event.when for event in draft.events)):
        when = parse_or_none(value)
        day = (when.earliest or when.latest) if when else None
        if day and day.date:
            return f"{day.year:04}"
    raise UserError(
        "the year under which to file it is not known",
        "give the date of publication: --published 2022-10-13; if nobody knows it, the folder: --into content/articles/2022",
    )


def place(draft: Draft, catalogue: Catalogue, into: Path | None, taken: Set[str] = frozenset()) -> Path:
    """The path of the draft's new file. Raises UserError where it is filed already, or its year is not known."""
    reference = reference_to(draft.url, draft.doi, draft.isbn, draft.archive, draft.source)
    if reference:
        must_be_new(reference, draft.title or draft.described or "", catalogue)
    elif path := catalogue.article_with_events([(event.title, event.when) for event in draft.events if event.title]):
        raise UserError(f"it already exists as {path}", "complete that file; or delete it and start again")
    folder = into or catalogue.root / FOLDER / year_of(draft)
    return folder / f"{article_id(draft, catalogue, taken)}.md"


def must_be_new(reference: Reference, title: str, catalogue: Catalogue) -> None:
    """Raises UserError if there is an article with this reference already."""
    if path := catalogue.article_with_reference(reference, title):
        what = "address" if reference.address else "title and source"
        raise UserError(
            f"{path} already has this {what}",
            "complete that file, because an article has one file; or delete it and start again",
        )


def assign_event_ids(draft: Draft, catalogue: Catalogue, taken: Set[str] = frozenset()) -> Draft:
    """The draft with ids of their own for its new events, which are those with a title; `taken` are ids beside the catalogue's.

    An id that was made of a title must not join a claim to an event that nobody has chosen.
    """
    used: set[str] = set()
    ids: dict[str, str] = {}
    for event in draft.events:
        ids[event.id] = _free(event.id, catalogue.events, taken, used) if event.title else event.id
        used.add(ids[event.id])
    return replace(
        draft,
        events=tuple(replace(event, id=ids[event.id]) for event in draft.events),
        passages=tuple(replace(quote, events=tuple(ids.get(event, event) for event in quote.events)) for quote in draft.passages),
        comments=(*draft.comments, *(("events", said) for said in _about_events(draft, ids, catalogue))),
    )


def _about_events(draft: Draft, ids: dict[str, str], catalogue: Catalogue) -> Iterator[str]:
    """What is to be decided of events: whether one with the id of another is the same; the title of a new one."""
    for event in draft.events:
        new = ids[event.id]
        if new != event.id:
            yield f"{new}: there is an event {event.id}; if it is the same, write that id here and below, without the title"
        elif not event.title and new not in catalogue.events:
            yield f"{new}: new to the chronology; write below it a `title:`, what happened in one line"


def named_publisher(draft: Draft, catalogue: Catalogue) -> Draft:
    """The draft with the preferred name of its publisher, or with a comment on how to go on."""
    written = clean(draft.publisher or "")
    if not written:
        return draft
    if found := catalogue.publisher(written):
        return replace(draft, publisher=found)
    like = catalogue.similar_publisher(written)
    hint = f"did you mean {like}? If not, add it" if like else "new to the vocabulary: add it"
    return replace(draft, comments=(*draft.comments, ("publisher", f"{hint} to {catalogue.publishers_file}, under publishers")))


def merge_drafts(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Drafts with one address as one draft: one published article has one file."""
    found: list[Draft] = []
    places: dict[str, int] = {}
    for draft in drafts:
        place = places.setdefault(bare_address(draft.url), len(found)) if draft.url else len(found)
        if place == len(found):
            found.append(draft)
        else:
            found[place] = _merged(found[place], draft)
    return tuple(found)


def _merged(one: Draft, other: Draft) -> Draft:
    """The first draft with the events and passages of the other."""
    used = {event.id for event in one.events}
    events = list(one.events)
    for event in other.events:
        if event.title or event.id not in used:  # an event without a title is named by its id, and is the same
            events.append(replace(event, id=_free(event.id, used)))
            used.add(events[-1].id)
    moved = (replace(quote, within=None if quote.within is None else quote.within + len(one.body)) for quote in other.passages)
    comments = tuple(dict.fromkeys(one.comments + other.comments))
    return replace(one, events=tuple(events), body=one.body + other.body, passages=(*one.passages, *moved), comments=comments)


def _free(wanted: str, *taken: Set[str]) -> str:
    """The id, with the first number behind it that makes it one that nobody has."""
    made, number = wanted, 2
    while any(made in ids for ids in taken) or not is_id(made):
        made, number = f"{wanted[: MAX_ID - 6].rstrip('-')}-{number}", number + 1
    return made


def name_of(draft: Draft) -> str:
    """What to call a draft in a message."""
    return clean(draft.title or draft.described or draft.url or "a draft")


def path_below(root: Path, path: Path) -> str:
    """The path as it is printed: below root if it is there."""
    return str(path.relative_to(root) if path.is_relative_to(root) else path)


def file_text(draft: Draft) -> str:
    """The text of the draft's file. Raises UserError where it is longer than an article file may be."""
    text = as_text(draft)
    if len(text.encode()) > MAX_BYTES:
        message = f"its file would be larger than {MAX_BYTES // 1024} KiB"
        raise UserError(message, "keep only what supports its events: --passage instead of --full")
    return text


def write(path: Path, text: str) -> None:
    """Write a new file. Raises UserError if the file exists already or cannot be written."""
    try:
        create(path, text)
    except FileExistsError:
        raise UserError(f"{path} already exists", "nothing was overwritten; move that file away, or complete it") from None
    except OSError as error:
        raise UserError(f"cannot write {path}: {error.strerror}", "choose another folder: --into FOLDER") from None
