"""Drafts as the options of `import` want them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from timeline.contribute.drafts.draft import Draft, clean, fits, refused
from timeline.contribute.drafts.placement import merge_drafts, name_of
from timeline.contribute.drafts.quotes import Quote, find, nearly
from timeline.contribute.drafts.rights import as_published, with_passages, with_text
from timeline.contribute.importers import Reading, Skipped
from timeline.dates import EdtfError
from timeline.dates.user_input import date_from_input
from timeline.model.diagnostics import counted
from timeline.model.errors import UserError
from timeline.model.similarity import original_address
from timeline.model.values import is_id

_HELP = {"url": "copy the whole address: https://example.org/…", "language": "write a code: en, uk, de"}


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """The options of `import` that change a draft; each has the name of its option."""

    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    passages: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    full: bool = False


def with_options(reading: Reading, page: Reading | None, options: ImportOptions) -> tuple[list[Draft], list[Skipped]]:
    """The drafts with the options applied, and everything that was skipped. `page` has the text in which annotations are.

    Raises UserError for options that cannot be applied.
    """
    drafts, skipped = merge_drafts(reading.drafts), list(reading.skipped)
    if len(drafts) != 1 and (alone := next(_for_one_draft(page, options), None)):
        raise UserError(f"the file makes {counted(len(drafts), 'draft')}", f"{alone} can be used for one draft only")
    quotes = _quotes(options)
    state = _stated(options)
    made = []
    for draft in drafts:
        if page:
            draft = with_text(draft, page.drafts[0])
        _must_be_in(draft, options.passages)
        event = options.events[0] if len(options.events) == 1 else None
        draft, missed = as_published(with_passages(state(draft), quotes, event), options.full)
        made.append(draft)
        skipped += missed
        name = name_of(draft)[:80]
        skipped += [Skipped(f"{key} of “{name}” as it is; a comment in the draft has its beginning") for key in refused(draft)]
    return made, skipped


def _for_one_draft(page: Reading | None, options: ImportOptions) -> Iterator[str]:
    """The options that were given and make sense for one draft only."""
    given = {"--url": options.url, "--passage": options.passages, "--event": options.events, "--full": options.full}
    return (option for option, value in (given | {"--text-of": page}).items() if value)


def _quotes(options: ImportOptions) -> tuple[Quote, ...]:
    """The passages that the options name, each with its event. Raises UserError where they do not pair up."""
    for event in options.events:
        if not is_id(event):
            help = "use lowercase letters, digits and single hyphens: saldo-appeal"
            raise UserError(f"`{event}` is not a valid event id", help)
    if len(options.events) < 2:
        return tuple(Quote(words, options.events) for words in options.passages)
    if len(options.events) != len(options.passages):
        number = f"{counted(len(options.events), 'event')} for {counted(len(options.passages), 'passage')}"
        raise UserError(number, "give one --event for all passages, or one for each --passage, in the same order")
    return tuple(Quote(words, (event,)) for words, event in zip(options.passages, options.events, strict=True))


def _must_be_in(draft: Draft, passages: tuple[str, ...]) -> None:
    """Raises UserError for a passage that is not in the text: an option is corrected more easily than a file."""
    for quote, reason in find(draft.body, [Quote(words) for words in passages])[1]:
        like = nearly(draft.body, quote.exact)
        help = f"the text has “{like}”" if like else "copy the words from the page, out of one paragraph; nothing was written"
        raise UserError(f"--passage “{quote.exact}”: {reason}", help)


def _stated(options: ImportOptions) -> Callable[[Draft], Draft]:
    """A function that puts what the options state into a draft. Raises UserError for a value that the format refuses."""
    url, publisher, published, language = (
        clean(value or "") for value in (options.url, options.publisher, options.published, options.language)
    )
    if published:
        try:
            published = date_from_input(published)
        except EdtfError as error:
            raise UserError(f"--published: {error.message}", error.help) from None
    for key, value in {"url": url, "publisher": publisher, "published": published, "language": language}.items():
        if value and not fits(key, value):
            help = _HELP.get(key, "write one line of at most 400 characters")
            raise UserError(f"--{key}: `{value}` is not valid", help)
    return lambda draft: _of_original(
        replace(
            draft,
            url=url or draft.url,
            publisher=publisher or draft.publisher,
            published=published or draft.published,
            language=language or draft.language,
        )
    )


def _of_original(draft: Draft) -> Draft:
    """A draft that has the address of an archived copy, with that of the page that was copied."""
    copy = draft.url or ""
    original = original_address(copy)
    if original == copy or not fits("url", original):
        return draft
    return replace(draft, url=original, comments=(*draft.comments, ("url", f"archived copy: {copy}")))
