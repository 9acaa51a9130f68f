"""What an article may lack: marks on date words, names in its head, entries that it may attest, a twin that is filed already.

Nothing here decides: each suggestion has its reason, and a person accepts it. All of it works on text in memory.
"""

from dataclasses import replace
from itertools import zip_longest

from timeline.contribute.suggestions.ambiguous_dates import undecided
from timeline.contribute.suggestions.dates import datings
from timeline.contribute.suggestions.duplicates import twins
from timeline.contribute.suggestions.entry_matches import Attestable
from timeline.contribute.suggestions.known_names import KnownNames
from timeline.contribute.suggestions.names import namings
from timeline.contribute.suggestions.source import FiledArticle, read_filed
from timeline.contribute.suggestions.suggestion import Insertion, Suggestion, inserted
from timeline.contribute.suggestions.verify import has_only_intended_effect, new_errors
from timeline.model.records import Chronology
from timeline.reading.vocabulary import Vocabulary

_MOST_TRIED = 100  # changes; more than any article lacks, and each one takes a reading of the whole file

__all__ = ["FiledArticle", "Insertion", "Suggester", "Suggestion", "inserted", "new_errors", "read_filed"]


class Suggester:
    """What is known of the chronology and the vocabulary, made ready once; then one article after another."""

    def __init__(self, chronology: Chronology, vocabulary: Vocabulary):
        self.chronology, self.vocabulary = chronology, vocabulary
        self.known = KnownNames(vocabulary)
        self.entries = {entry.id: entry for entry in chronology.entries}
        self.attestable = Attestable(chronology.entries, self.known)

    def suggest(self, filed: FiledArticle) -> list[Suggestion]:
        """All suggestions: those that change the file, date words before names; then entries and twins."""
        dated = list(datings(filed, self.entries))
        changes = self.changes(filed, dated)
        entries = self.attestable.suggestions(filed, dated)
        return [*changes, *undecided(filed, dated), *entries, *twins(filed, self.chronology.articles)]

    def changes(self, filed: FiledArticle, dated: list[Suggestion] | None = None) -> list[Suggestion]:
        """Date words and names. What could not be put into the file for certain is left to be done by hand."""
        dated = list(datings(filed, self.entries)) if dated is None else dated
        found = [*dated, *namings(filed, self.known, self.vocabulary, self.entries)]
        sure = [one.insertions and has_only_intended_effect(filed, one) for one in found[:_MOST_TRIED]]
        return [one if well else replace(one, insertions=()) for one, well in zip_longest(found, sure)]
