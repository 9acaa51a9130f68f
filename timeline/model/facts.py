"""What is kept of a file and of an event to find the problems of a project, without the records of all its articles."""

from typing import NamedTuple

from timeline.model.article import Stated
from timeline.model.diagnostics import Diagnostic, Location


class FileFacts(NamedTuple):
    """What the problems of other files and of events depend on, of an article file; and its own problems."""

    id: str
    """The id of the article; empty where it cannot be read."""

    at: Location | None
    """The beginning of the article."""

    problems: tuple[Diagnostic, ...]
    """What is wrong in the file alone."""

    unread: tuple[str, ...] = ()
    """The events of which it may say more that could not be read."""

    claimed: tuple[str, ...] = ()
    """The events of its claims."""

    stated: tuple[str, ...] = ()
    """The events of its head."""

    titled: tuple[str, ...] = ()
    """Those to which it gives a title."""

    named: tuple[str, ...] = ()
    """All its events, also those that only a passage names."""

    identities: tuple[tuple[str, ...], ...] = ()
    """By what its original is known to be the same as another."""

    source_at: Location | None = None
    """Where it states its original."""


class EventFacts(NamedTuple):
    """What the order of entries depends on, of an event; and its own problems. `when` is empty where it has no entry."""

    problems: tuple[Diagnostic, ...]
    when: str = ""
    """The date of its entry as EDTF text."""

    at: Location | None = None
    """Where its entry is stated first."""

    after: tuple[str, ...] = ()
    """The events after which it came."""

    stated: tuple[Stated, ...] = ()
    """The same with their places, in the order of the attestations."""
