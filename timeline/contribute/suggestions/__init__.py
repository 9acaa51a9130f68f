"""What an article may lack: marks on date words, names in its head, possible entries; and possible duplicates.

Each suggestion has its reason, and a person accepts it. Everything here works on text in memory.
"""

from dataclasses import replace
from itertools import zip_longest

from timeline.contribute.suggestions.ambiguous_dates import find_ambiguous_dates
from timeline.contribute.suggestions.dates import find_dates
from timeline.contribute.suggestions.duplicates import find_duplicates
from timeline.contribute.suggestions.entry_matches import EntryMatches
from timeline.contribute.suggestions.known_names import KnownNames
from timeline.contribute.suggestions.names import find_names
from timeline.contribute.suggestions.source import ArticleSource, read_article_source
from timeline.contribute.suggestions.suggestion import Suggestion
from timeline.contribute.suggestions.verify import has_only_intended_effect, new_errors
from timeline.model.chronology import Chronology
from timeline.reading.vocabulary import Vocabulary

_MOST_TRIED = 100  # changes; more than any article lacks, and each one takes a reading of the whole file

__all__ = ["ArticleSource", "Suggester", "Suggestion", "new_errors", "read_article_source"]


class Suggester:
    """What is known of the chronology and the vocabulary, made ready once; then one article after another."""

    def __init__(self, chronology: Chronology, vocabulary: Vocabulary):
        self.chronology, self.vocabulary = chronology, vocabulary
        self.known = KnownNames(vocabulary)
        self.entries = {entry.id: entry for entry in chronology.entries}
        self.entry_matches = EntryMatches(chronology.entries, self.known)

    def suggest(self, source: ArticleSource) -> list[Suggestion]:
        """All suggestions: those that change the file, date words before names; then entries and possible duplicates."""
        dated = list(find_dates(source, self.entries))
        changes = self.changes(source, dated)
        entries = self.entry_matches.suggestions(source, dated)
        return [*changes, *find_ambiguous_dates(source, dated), *entries, *find_duplicates(source, self.chronology.articles)]

    def changes(self, source: ArticleSource, dated: list[Suggestion] | None = None) -> list[Suggestion]:
        """Date words and names. What could not be put into the file for certain is left to be done by hand."""
        dated = list(find_dates(source, self.entries)) if dated is None else dated
        found = [*dated, *find_names(source, self.known, self.vocabulary, self.entries)]
        sure = [one.edits and has_only_intended_effect(source, one) for one in found[:_MOST_TRIED]]
        return [one if well else replace(one, edits=()) for one, well in zip_longest(found, sure)]
