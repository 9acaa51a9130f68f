"""dateline new: the file of an article that is not here yet, from a few answers."""

from pathlib import Path

import click

from timeline.cache import load, save
from timeline.commands import pass_root
from timeline.console.prompts import QUESTIONS, UNKNOWN, WHEN, Question
from timeline.console.report import bar
from timeline.console.terminal import stdin_is_interactive, write_output
from timeline.contribute.drafts.catalogue import Catalogue, read_catalogue
from timeline.contribute.drafts.draft import Draft, DraftEvent, clean, id_from
from timeline.contribute.drafts.placement import assign_event_ids, file_text, named_publisher, path_below, place, write
from timeline.model.diagnostics import printable
from timeline.model.errors import UsageError, UserError
from timeline.model.values import is_id

_EXAMPLE = (
    '--title "The headline" --url https://example.org/a --publisher Reuters --published "13 October 2022" --language en '
    '--event "What happened, in one line"'
)


@click.command
@click.option("--title", help="Headline as printed.")
@click.option("--url", help=f"Address of the article; {UNKNOWN} if it is not a web page.")
@click.option("--publisher", help="Publisher, as in the vocabulary.")
@click.option("--published", help=f"Date of publication: 2022-10-13, “13 October 2022”, or {UNKNOWN}.")
@click.option("--language", help="Language of the article: en, uk, de …")
@click.option("--event", help="Id of an event of the chronology; or what happened, in one line.")
@click.option("--event-title", help="What happened, in one line, where --event is a new id.")
@click.option("--when", help="Date of the event, if no words of the article give it.")
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), help="Folder, instead of content/articles/YYYY.")
@click.option("--dry-run", "--stdout", is_flag=True, help="Print the file and write nothing.")
@pass_root
def command(
    root: Path, /, into: Path | None, dry_run: bool, event_title: str | None, when: str | None, **given: str | None
) -> None:
    """Begin the file of an article. What no flag gives is asked for; without a terminal all flags are needed."""
    memo = load(root)
    catalogue = read_catalogue(root, bar, memo)
    known = _answers(given, catalogue)
    when = _flag(WHEN, when, catalogue) if when else None
    if not (known["published"] or when or into) and stdin_is_interactive():  # the year of its folder comes from one of them
        when = _asked(WHEN, catalogue)
    event = _event(known["event"], event_title, when, catalogue)
    draft = Draft(
        title=known["title"],
        url=known["url"] or None,
        publisher=known["publisher"],
        published=known["published"] or None,
        language=known["language"],
        text="brief",
        events=(event,),
    )
    draft = assign_event_ids(named_publisher(draft, catalogue), catalogue)
    path = place(draft, catalogue, into)
    text = file_text(draft)
    if dry_run:
        write_output(text)
        return
    write(path, text)
    save(root, memo)
    _print_next_steps(path, root, "" if catalogue.publisher(draft.publisher or "") else catalogue.publishers_file)


def _answers(given: dict[str, str | None], catalogue: Catalogue) -> dict[str, str]:
    """A value for each question, from the flags and else from who sits at the terminal."""
    missing = [question.flag for question in QUESTIONS if not clean(given[question.key] or "")]
    if missing and not stdin_is_interactive():
        message = f"this is not an interactive terminal, so these flags are needed: {', '.join(missing)}"
        raise UsageError(message, f"for example: dateline new {_EXAMPLE}")
    answers: dict[str, str] = {}
    errors: list[UserError] = []
    for question in QUESTIONS:
        try:
            said = clean(given[question.key] or "")
            answers[question.key] = _flag(question, said, catalogue) if said else _asked(question, catalogue)
        except UserError as error:
            errors.append(error)
    for other in errors[:-1]:
        click.echo(f"Error: {other}\n", err=True)
    if errors:
        raise errors[-1]
    return answers


def _flag(question: Question, said: str, catalogue: Catalogue) -> str:
    """The value of a flag. Raises UserError, which names the flag."""
    try:
        return question.accept(said, catalogue)
    except UserError as error:
        raise UserError(f"{question.flag}: {error.message}", error.help) from None


def _asked(question: Question, catalogue: Catalogue) -> str:
    """The first answer that is taken."""
    while True:
        try:
            return question.accept(clean(click.prompt(question.ask, err=True)), catalogue)
        except UserError as error:
            click.echo(str(error), err=True)


def _event(said: str, title: str | None, when: str | None, catalogue: Catalogue) -> DraftEvent:
    """The event that is meant: one of the chronology by its id, or a new one by what happened."""
    if said in catalogue.events:
        return DraftEvent(said, when=when)
    if not is_id(said):
        title = said
    elif not title:
        like = catalogue.similar_event(said)
        if not stdin_is_interactive():
            meant = f"did you mean {like}? " if like else ""
            raise UserError(f"there is no event `{said}`", f'{meant}For a new one add what happened: --event-title "…"')
        if like and click.confirm(f"The chronology has the event {like}. Is it meant?", default=True, err=True):
            return DraftEvent(like, when=when)
        title = clean(click.prompt(f"The event {said} is new. What happened, in one line", err=True))
    made = said if is_id(said) else id_from(said)
    if not made:
        raise UserError("no id can be made of these words", "choose an id, and give --event-title what happened")
    return DraftEvent(made, title=title, when=when)


def _print_next_steps(path: Path, root: Path, add_publisher_to: str) -> None:
    click.echo(printable(path_below(root, path)))
    if add_publisher_to:
        click.echo(f"The publisher is new: add it to {add_publisher_to}, under publishers.", err=True)
    click.echo("Next: open it, write below its head what the article says, mark a passage, then run `dateline check`.", err=True)
