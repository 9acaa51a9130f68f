"""The questions of `new`, and how their answers are validated."""

from collections.abc import Callable
from dataclasses import dataclass

import click

from timeline.console.terminal import stdin_is_interactive
from timeline.contribute.drafts.catalogue import Catalogue
from timeline.contribute.drafts.draft import fits
from timeline.contribute.drafts.placement import must_be_new
from timeline.dates import EdtfError
from timeline.dates.user_input import date_from_input
from timeline.model.errors import UserError
from timeline.model.reference import Reference

UNKNOWN = "unknown"


@dataclass(frozen=True)
class Question:
    """A question about an article. `accept` makes a value of an answer, or raises UserError."""

    key: str
    ask: str
    accept: Callable[[str, Catalogue], str]

    @property
    def flag(self) -> str:
        """The option that answers the question."""
        return f"--{self.key}"


def _headline(answer: str, catalogue: Catalogue) -> str:
    if not fits("title", answer):
        raise UserError("a headline is one line of at most 400 characters", "copy it from the page of the article")
    return answer


def _address(answer: str, catalogue: Catalogue) -> str:
    if answer.lower() == UNKNOWN:
        return ""
    if not fits("url", answer):
        raise UserError("this is not a web address", "copy the whole address from the browser: https://example.org/…")
    must_be_new(Reference(answer), "", catalogue)
    return answer


def _publisher(answer: str, catalogue: Catalogue) -> str:
    if not (found := catalogue.publisher(answer)) and (like := catalogue.similar_publisher(answer)):
        if not stdin_is_interactive():
            add = f"If it is another one, add it to {catalogue.publishers_file} first"
            raise UserError(f"`{answer}` is not among the publishers of the vocabulary", f"did you mean {like}? {add}")
        return like if click.confirm(f"The vocabulary has {like}. Is it meant?", default=True, err=True) else answer
    return found or answer


def _published(answer: str, catalogue: Catalogue) -> str:
    if answer.lower() == UNKNOWN:
        return ""
    return _date(answer, catalogue)


def _date(answer: str, catalogue: Catalogue) -> str:
    try:
        return date_from_input(answer)
    except EdtfError as error:
        raise UserError(f"`{answer}`: {error.message}", error.help) from None


def _language(answer: str, catalogue: Catalogue) -> str:
    if not fits("language", answer):
        raise UserError(f"`{answer}` is not a language code", "write en for English, uk for Ukrainian, de for German")
    return answer


def _event(answer: str, catalogue: Catalogue) -> str:
    return answer


QUESTIONS = (
    Question("title", "Headline as printed", _headline),
    Question("url", f"Address of the article (or {UNKNOWN} if it is not a web page)", _address),
    Question("publisher", "Publisher", _publisher),
    Question("published", f"Date of publication (such as 13 October 2022; {UNKNOWN} if the page does not say)", _published),
    Question("language", "Language of the article (en, uk, de …)", _language),
    Question(
        "event", "Event: its id if the chronology has it, else what happened, in one line", lambda answer, catalogue: answer
    ),
)
WHEN = Question("when", "Date of the event, as the article gives it", _date)
