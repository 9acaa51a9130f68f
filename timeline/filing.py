"""Where a draft belongs in content/: its ids, its year, its file."""

from dataclasses import replace
from pathlib import Path

from timeline.articles import FOLDER
from timeline.dates import EdtfError, parse
from timeline.draft import Draft, DraftEvent, clean, id_from
from timeline.schema import MAX_ID, is_id
from timeline.shelf import Shelf, leads_to
from timeline.vocabulary import FILE


class Unfiled(Exception):
    """Why a draft cannot become a file, with the way out."""

    def __init__(self, message: str, way_out: str):
        super().__init__(message)
        self.message, self.help = message, way_out


def article_id(draft: Draft, shelf: Shelf, taken: frozenset[str] = frozenset()) -> str:
    """An id that no article has: the publisher, and words that tell what the article is of."""
    publisher = draft.publisher or ""
    first = shelf.publisher_ids.get(publisher) or id_from(publisher, 3)
    day = (draft.published or "").replace("-", "")[4:8]
    words = id_from(draft.title or draft.described or "", 3) or next((event.id for event in draft.events), "")
    made = "-".join(part for part in (first, words or (day if day.isdecimal() else "")) if part)[: MAX_ID - 5].strip("-")
    return _free(made or "article", shelf.ids | taken)


def year_of(draft: Draft) -> str:
    """The year under which an article is filed: that of its publication, or else of what it is about. Raises Unfiled."""
    for value in (draft.published, *(event.when for event in draft.events)):
        if len(years := _years(value)) == 1:
            return f"{years.pop():04}"
    raise Unfiled(
        "the year under which to file it is not known",
        "give the date of publication: --published 2022-10-13; if nobody knows it, the folder: --into content/articles/2022",
    )


def _years(value: str | None) -> set[int]:
    """The years in which a date begins and ends; none where it is no date."""
    try:
        when = parse(value or "")
    except EdtfError:
        return set()
    return {day.year for day in (when.earliest, when.latest) if day}


def place(draft: Draft, shelf: Shelf, into: Path | None, taken: frozenset[str] = frozenset()) -> Path:
    """The path of the draft's new file. Raises Unfiled where an article has its address, or its year is not known."""
    if draft.url and (path := shelf.same_address(draft.url)):
        raise Unfiled(f"{path} has this address already", "complete that file: one article has one file")
    folder = into or shelf.root / FOLDER / year_of(draft)
    return folder / f"{article_id(draft, shelf, taken)}.md"


def own_events(draft: Draft, shelf: Shelf, taken: frozenset[str] = frozenset()) -> Draft:
    """The draft with new ids for events that only happen to have the id of another; those that are meant are left out of it.

    An id that was made of a title must not join a claim to an event that nobody has chosen.
    """
    used = set(shelf.events | taken)
    renamed = {}
    for event in draft.events:
        if event.title:
            renamed[event.id] = _free(event.id, frozenset(used))
            used.add(renamed[event.id])
    told = tuple(
        (
            "events",
            f"{new}: the chronology has the event {old}; if it is the same, write that id here and below, without the title",
        )
        for old, new in renamed.items()
        if old != new
    )
    told += tuple(
        ("events", f"{event.id}: new to the chronology; write below it a `title:`, what happened in one line")
        for event in draft.events
        if not event.title and event.id not in used
    )
    return replace(
        draft,
        events=tuple(replace(event, id=renamed.get(event.id, event.id)) for event in draft.events),
        passages=tuple(
            replace(quote, events=tuple(renamed.get(event, event) for event in quote.events)) for quote in draft.passages
        ),
        comments=draft.comments + told,
    )


def named_publisher(draft: Draft, shelf: Shelf) -> Draft:
    """The draft with the preferred name of its publisher, or with a comment on how to go on."""
    written = clean(draft.publisher or "")
    if not written:
        return draft
    if found := shelf.publisher(written):
        return replace(draft, publisher=found)
    like = shelf.near_publisher(written)
    hint = f"did you mean {like}? If not, add it" if like else "new to the vocabulary: add it"
    return replace(draft, comments=(*draft.comments, ("publisher", f"{hint} to {FILE}, under publishers")))


def joined(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Drafts with one address as one draft: one published article has one file."""
    found: list[Draft] = []
    places: dict[str, int] = {}
    for draft in drafts:
        place = places.setdefault(leads_to(draft.url), len(found)) if draft.url else len(found)
        if place == len(found):
            found.append(draft)
        else:
            found[place] = replace(found[place], events=_distinct(found[place].events + draft.events))
    return tuple(found)


def _distinct(events: tuple[DraftEvent, ...]) -> tuple[DraftEvent, ...]:
    used: set[str] = set()
    kept = []
    for event in events:
        kept.append(replace(event, id=_free(event.id, frozenset(used))))
        used.add(kept[-1].id)
    return tuple(kept)


def _free(wanted: str, taken: frozenset[str]) -> str:
    """The id, with the first number behind it that makes it one that nobody has."""
    made, number = wanted, 2
    while made in taken or not is_id(made):
        made, number = f"{wanted[: MAX_ID - 6].rstrip('-')}-{number}", number + 1
    return made


def write(path: Path, text: str) -> None:
    """Writes a new file. Raises Unfiled where there is one, or where none can be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise Unfiled(f"{path} is there already", "nothing was overwritten; move that file away, or complete it") from None
    except OSError as error:
        raise Unfiled(f"cannot write {path}: {error.strerror}", "choose another folder: --into FOLDER") from None
