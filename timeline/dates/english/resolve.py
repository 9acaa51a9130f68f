"""English date words to EDTF: the one way into the grammar."""

from collections.abc import Iterator
from datetime import date, timedelta

from timeline.dates.edtf import parse
from timeline.dates.english.context import is_piece, surroundings
from timeline.dates.english.grammar import read
from timeline.dates.english.normalize import spelling
from timeline.dates.english.reference import Anchor
from timeline.dates.english.tense import tense
from timeline.dates.errors import EdtfError

_LONGEST = 200  # characters; no date words are longer
_LONGEST_PUBLISHED = 366  # days; what a longer one decides, no article was dated by


def resolve(words: str, published: str | None, context: str = "") -> str | None:
    """The EDTF value of English date words, or None where they do not decide one.

    `published` is the EDTF date of the article that they stand in; None, or anything that is no EDTF, where
    it is not known. A date-time counts as its day. Relative words resolve only where every day that it allows
    gives the same value; a qualified or open one decides nothing. `context` is the passage round the words,
    read for tense and for a longer date that they are a piece of. Values are those that annotators of news
    give by TimeML (ISO 24617-1): a week is Monday to Sunday, "early 2011" is 2011.

    Never raises, whatever the text. Works in time linear in it.
    """
    if len(words) > _LONGEST:
        return None
    phrase, places = spelling(words), surroundings(words, context)
    if is_piece(words, places):
        return None
    value, when = None, tense(places)
    for day in _publication_days(published):
        try:
            meant = read(phrase, Anchor(day, when))
            parse(meant or "")  # a reading may name what is not there: 30 February, the 0th century
        except (ValueError, OverflowError):
            return None  # no date, or one outside the calendar's years 1 to 9999
        if value not in (None, meant):
            return None
        value = meant
    return value


def _publication_days(published: str | None) -> Iterator[date | None]:
    """Every day that the article may be of, or None alone where that says too little."""
    try:
        when = parse(published or "")
    except EdtfError:
        when = None
    if when is None or when.qualified or when.days > _LONGEST_PUBLISHED:
        yield None
    else:
        yield from (when.earliest + timedelta(days=n) for n in range(when.days))
