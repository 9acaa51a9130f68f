"""build.py new: the file of an article that is not here yet, from a few answers."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from timeline.dates import EdtfError
from timeline.dates.typed import typed
from timeline.diagnostics import printable
from timeline.draft import Draft, DraftEvent, clean, fits, id_from
from timeline.filing import Unfiled, file_text, named_publisher, own_events, place, write
from timeline.schema import is_id
from timeline.shelf import Shelf, read_shelf

UNKNOWN = "unknown"


@dataclass(frozen=True)
class Question:
    """One thing to know: its flag, how it is asked for, and what makes a value of an answer or raises Unfiled."""

    key: str
    ask: str
    accept: Callable[[str, Shelf], str]

    @property
    def flag(self) -> str:
        return f"--{self.key}"


def _headline(answer: str, shelf: Shelf) -> str:
    if not fits("title", answer):
        raise Unfiled("a headline is one line of at most 400 characters", "copy it from the page of the article")
    return answer


def _address(answer: str, shelf: Shelf) -> str:
    if not fits("url", answer):
        raise Unfiled("this is no web address", "copy the whole address from the browser: https://example.org/…")
    if path := shelf.same_address(answer):
        raise Unfiled(
            f"{path} has this address already", "complete that file, for one article has one file; or delete it and begin anew"
        )
    return answer


def _publisher(answer: str, shelf: Shelf) -> str:
    if not (found := shelf.publisher(answer)) and (like := shelf.near_publisher(answer)):
        if not sys.stdin.isatty():
            raise Unfiled(f"`{answer}` is not among the publishers of the vocabulary", f"did you mean {like}? {_ADD}")
        return like if click.confirm(f"The vocabulary has {like}. Is it meant?", default=True, err=True) else answer
    return found or answer


def _published(answer: str, shelf: Shelf) -> str:
    if answer.lower() == UNKNOWN:
        return ""
    return _date(answer)


def _date(answer: str) -> str:
    try:
        return typed(answer)
    except EdtfError as error:
        raise Unfiled(f"`{answer}`: {error.message}", error.help) from None


def _when(answer: str | None) -> str | None:
    try:
        return _date(answer) if answer else None
    except Unfiled as fault:
        raise Unfiled(f"--when: {fault.message}", fault.help) from None


def _language(answer: str, shelf: Shelf) -> str:
    if not fits("language", answer):
        raise Unfiled(f"`{answer}` is no code of a language", "write en for English, uk for Ukrainian, de for German")
    return answer


_ADD = "If it is another one, add it to content/vocabulary.yml first"
QUESTIONS = (
    Question("title", "Headline as printed", _headline),
    Question("url", "Address of the article", _address),
    Question("publisher", "Publisher", _publisher),
    Question("published", f"Date of publication (such as 13 October 2022; {UNKNOWN} if the page does not say)", _published),
    Question("language", "Language of the article (en, uk, de …)", _language),
    Question("event", "Event: its id if the chronology has it, else what happened, in one line", lambda answer, shelf: answer),
)


@click.command
@click.option("--title", help="Headline as printed.")
@click.option("--url", help="Address of the article.")
@click.option("--publisher", help="Publisher, as in the vocabulary.")
@click.option("--published", help=f"Date of publication: 2022-10-13, “13 October 2022”, or {UNKNOWN}.")
@click.option("--language", help="Language of the article: en, uk, de …")
@click.option("--event", help="Id of an event of the chronology; or what happened, in one line.")
@click.option("--event-title", help="What happened, in one line, where --event is a new id.")
@click.option("--when", help="Date of the event as the article gives it, where no words of it will say so.")
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), help="Folder, instead of content/articles/YYYY.")
@click.option("--dry-run", "--stdout", is_flag=True, help="Print the file and write nothing.")
@click.pass_obj
def command(root: Path, into: Path | None, dry_run: bool, event_title: str | None, when: str | None, **given: str | None) -> None:
    """Begin the file of an article. What no flag gives is asked for; without a terminal all flags are needed."""
    shelf = read_shelf(root)
    known = _answers(given, shelf)
    try:
        when = _when(when)
        if not (known["published"] or when or into) and sys.stdin.isatty():  # the year of its folder comes from one of them
            when = _asked(
                Question("when", "Date of the event, as the article gives it", lambda answer, shelf: _date(answer)), shelf
            )
        event = _event(known.pop("event"), event_title, when, shelf)
        draft = named_publisher(Draft(**{key: said or None for key, said in known.items()}, text="brief", events=(event,)), shelf)
        path = place(draft, shelf, into)
        text = file_text(draft)
        if dry_run:
            click.echo(text, nl=False)
            return
        write(path, text)
    except Unfiled as error:
        raise _failure(error) from error
    _tell(path, root, shelf.publisher(draft.publisher or "") is None)


def _answers(given: dict[str, str | None], shelf: Shelf) -> dict[str, str]:
    """A value for each question, from the flags and else from who sits at the terminal."""
    missing = [question.flag for question in QUESTIONS if not clean(given[question.key] or "")]
    if missing and not sys.stdin.isatty():
        example = (
            'build.py new --title "The headline" --url https://example.org/a --publisher Reuters --published "13 October 2022"'
        )
        raise click.UsageError(
            f"there is no terminal to ask at, so these flags are needed: {', '.join(missing)}\nexample: {example} "
            '--language en --event "What happened, in one line"'
        )
    answers: dict[str, str] = {}
    faults: list[Unfiled] = []
    for question in QUESTIONS:
        try:
            said = clean(given[question.key] or "")
            answers[question.key] = question.accept(said, shelf) if said else _asked(question, shelf)
        except Unfiled as fault:
            faults.append(Unfiled(f"{question.flag}: {fault.message}", fault.help))
    if faults:
        raise click.ClickException("\n\n".join(_told(fault) for fault in faults))
    return answers


def _asked(question: Question, shelf: Shelf) -> str:
    """The first answer that is taken."""
    while True:
        try:
            return question.accept(clean(click.prompt(question.ask, err=True)), shelf)
        except Unfiled as fault:
            click.echo(_told(fault), err=True)


def _event(said: str, title: str | None, when: str | None, shelf: Shelf) -> DraftEvent:
    """The event that is meant: one of the chronology by its id, or a new one by what happened."""
    if said in shelf.events:
        return DraftEvent(said, when=when)
    if not is_id(said):
        title = said
    elif not title:
        like = shelf.near_event(said)
        if not sys.stdin.isatty():
            meant = f"did you mean {like}? " if like else ""
            raise Unfiled(f"there is no event `{said}`", f"{meant}For a new one say what happened: --event-title")
        if like and click.confirm(f"The chronology has the event {like}. Is it meant?", default=True, err=True):
            return DraftEvent(like, when=when)
        title = clean(click.prompt(f"The event {said} is new. What happened, in one line", err=True))
    made = said if is_id(said) else id_from(said)
    if not made:
        raise Unfiled("no id can be made of these words", "give an id of your own, and --event-title what happened")
    return own_events(Draft(events=(DraftEvent(made, title=title, when=when),)), shelf).events[0]


def _failure(error: Unfiled) -> click.ClickException:
    return click.ClickException(_told(error))


def _told(error: Unfiled) -> str:
    return f"{printable(error.message)}\nhelp: {printable(error.help)}"


def _tell(path: Path, root: Path, new_publisher: bool) -> None:
    shown = path.relative_to(root) if path.is_relative_to(root) else path
    click.echo(printable(str(shown)))
    if new_publisher:
        click.echo("The publisher is new: add it to content/vocabulary.yml, under publishers.", err=True)
    click.echo("Next: open it, write below its head what the article says, mark a passage, then run `make check`.", err=True)
