"""What an article may lack: marks on date words, names in its head, entries that it may attest, a twin that is filed already.

Nothing here decides: each suggestion has its reason, and a person accepts it. All of it works on text in memory.
"""

from dataclasses import replace
from itertools import zip_longest

from timeline.model import Chronology
from timeline.suggestions.attestable import Attestable
from timeline.suggestions.datings import datings
from timeline.suggestions.filed import FiledArticle, read_filed
from timeline.suggestions.known_names import KnownNames
from timeline.suggestions.namings import namings
from timeline.suggestions.suggestion import Insertion, Suggestion, inserted
from timeline.suggestions.trial import new_errors, says_just_that
from timeline.suggestions.twins import twins
from timeline.suggestions.undecided import undecided
from timeline.vocabulary import Vocabulary

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
        sure = [one.insertions and says_just_that(filed, one) for one in found[:_MOST_TRIED]]
        return [one if well else replace(one, insertions=()) for one, well in zip_longest(found, sure)]
