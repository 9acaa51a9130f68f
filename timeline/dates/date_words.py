"""Date words to EDTF: asks the language of the article what they mean on the day of its publication."""

from collections.abc import Iterator
from datetime import date

from timeline.dates.day import Day
from timeline.dates.edtf import parse, parse_or_none
from timeline.dates.languages import DEFAULT, language_of

_LONGEST = 200  # characters; no date words are longer
_LONGEST_PUBLISHED = 366  # days; a longer one dates no article


def resolve(words: str, published: str | None, context: str = "", language: str = DEFAULT) -> str | None:
    """The EDTF value of date words, or None where they do not decide one.

    - `published` is the EDTF date of the article; None, or anything that is no EDTF, where it is not known. A date-time counts
      as its day. Relative words resolve only where every day that it allows gives the same value; a qualified or open one
      decides nothing.
    - `context` is the passage round the words, read for tense and for a longer date that they are a piece of.
    - `language` is that of the article, as a language tag: `timeline.dates.languages` has its grammar.

    Values are those that annotators of news give by TimeML (ISO 24617-1): a week is Monday to Sunday, "early 2011" is 2011.
    Never raises, whatever the text. Works in time linear in it.
    """
    if len(words) > _LONGEST:
        return None
    grammar, value = language_of(language), None
    for day in _publication_days(published):
        try:
            meant = grammar.interpret(words, day, context)
            parse(meant or "")  # a grammar may name what does not exist: 30 February, the 0th century
        except (ValueError, OverflowError):
            return None  # no date, or one outside the years 1 to 9999
        if value not in (None, meant):
            return None
        value = meant
    return value


def _publication_days(published: str | None) -> Iterator[date | None]:
    """Every day that the article may be of, or None alone where that says too little."""
    when = parse_or_none(published)
    if when is None or when.earliest is None or when.qualified or when.days > _LONGEST_PUBLISHED:
        yield None
        return
    first = when.earliest.toordinal()
    for number in range(first, first + when.days):
        yield Day.fromordinal(number).date
