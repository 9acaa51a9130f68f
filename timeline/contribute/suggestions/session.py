"""Suggestions offered one by one. An accepted one is written to the file at once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timeline.contribute.edits import apply, save
from timeline.contribute.suggestions import ArticleSource, Suggester, Suggestion, new_errors, read_article_source
from timeline.model.diagnostics import Diagnostic


@dataclass
class Session:
    """One file below root for which suggestions are accepted. Each is made for the file as the last accepted one left it."""

    root: Path
    source: ArticleSource
    suggester: Suggester
    seen: set[tuple[Any, ...]] = field(default_factory=set)
    accepted: int = 0

    def offers(self) -> Iterator[Suggestion]:
        """The suggestions that can change the file, each once, with places in the file as it is by then."""
        while True:
            found = (one for one in self.suggester.changes(self.source) if one.edits and (one.kind, *one.key) not in self.seen)
            if not (offer := next(found, None)):
                return
            self.seen.add((offer.kind, *offer.key))
            yield offer

    def accept(self, suggestion: Suggestion) -> list[Diagnostic]:
        """Write the change of a suggestion. If it brings errors, they are returned and nothing is written.

        Raises UserError if another program has changed the file, or if it cannot be written.
        """
        text = apply(self.source.text, suggestion.edits)
        suggester = self.suggester
        if problems := new_errors(self.source, text, suggester.chronology.articles, suggester.vocabulary):
            return problems
        save(self.root, self.source.path, self.source.text, text)
        source = read_article_source(self.source.path, text)
        assert isinstance(source, ArticleSource), "a text without new errors can be read"
        self.source = source
        self.accepted += 1
        return []
