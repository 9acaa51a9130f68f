"""Suggestions offered one by one; what is accepted stands in the file at once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timeline.contribute.suggestions import FiledArticle, Suggester, Suggestion, inserted, new_errors, read_filed
from timeline.model.diagnostics import Diagnostic
from timeline.model.errors import UserError
from timeline.reading import files


@dataclass
class Session:
    """One file on which suggestions are accepted. Each is judged against the file as the last one left it."""

    file: Path
    filed: FiledArticle
    suggester: Suggester
    seen: set[tuple[Any, ...]] = field(default_factory=set)
    accepted: int = 0

    def offers(self) -> Iterator[Suggestion]:
        """What can be put into the file, each once, with places in the file as it is by then."""
        while True:
            found = (
                one for one in self.suggester.changes(self.filed) if one.insertions and (one.kind, *one.key) not in self.seen
            )
            if not (offer := next(found, None)):
                return
            self.seen.add((offer.kind, *offer.key))
            yield offer

    def accept(self, suggestion: Suggestion) -> list[Diagnostic]:
        """Writes a change, unless it brings errors: these are returned, and the file stays as it is.

        Raises UserError if another program has changed the file, or if it cannot be written.
        """
        text = inserted(self.filed.text, suggestion.insertions)
        suggester = self.suggester
        if problems := new_errors(self.filed, text, suggester.chronology.articles, suggester.vocabulary):
            return problems
        path = self.filed.lines.path
        try:
            if not files.replace(self.file, self.filed.text, text):
                raise UserError(f"{path} was changed by another program", "save it there, then run the command again")
        except OSError as error:
            raise UserError(f"{path} cannot be written: {error.strerror}", "check its permissions") from error
        filed = read_filed(self.filed.lines.path, text)
        assert isinstance(filed, FiledArticle), "a text without new errors can be read"
        self.filed = filed
        self.accepted += 1
        return []
