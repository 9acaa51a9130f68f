"""What a page is found by beside the words that it shows: other spellings of its names, and words without special letters."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from timeline.model.article import Article
from timeline.model.entry import Claim, Entry
from timeline.model.names import Name

# Letters that Unicode does not decompose into a letter and a mark, as `é` is, and what people type for them.
PLAIN_LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t", "ŋ": "n", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
}  # fmt: skip
_TABLE = str.maketrans(PLAIN_LETTERS)
_HAS_ONE = re.compile(rf"\w*[{''.join(PLAIN_LETTERS)}]\w*")


def folded(text: str) -> str:
    """The text in lowercase without marks and special letters: `Łódź` is `lodz`. The scripts of the site do the same."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(sign for sign in decomposed if not unicodedata.category(sign).startswith("M")).translate(_TABLE)


def of_name(name: Name) -> str:
    """What its page, which shows its aliases, is found by beside them."""
    return _joined((), (name.name, *name.aliases, name.note))


def of_entry(entry: Entry) -> str:
    """The other spellings of all names of an entry and of its publishers."""
    publishers = (name for one in entry.attestations for name in one.claim.article.publishers)
    names = dict.fromkeys((*entry.names, *publishers))
    said = (passage.text for one in entry.attestations for passage in one.claim.passages)
    aliases = [alias for name in names for alias in name.aliases]
    return _joined(aliases, (entry.title, entry.summary, *(name.name for name in names), *aliases, *said))


def of_article(article: Article, claims: Iterable[Claim]) -> str:
    """All spellings of the names that an article's claims bear: its text may have none of them, or another."""
    names = dict.fromkeys((*article.publishers, *(name for claim in claims for name in claim.names)))
    spellings = [spelling for name in names for spelling in (name.name, *name.aliases)]
    return _joined(spellings, (article.display_title, *spellings, *(passage.text for passage in article.passages)))


def _joined(spellings: Iterable[str], texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys((*spellings, *_without_special_letters(texts))))


def _without_special_letters(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for word in _HAS_ONE.findall(text.lower()):
            yield folded(word)
