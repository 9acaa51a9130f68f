"""Phrases of a language as patterns: `у|в минулому {month} = last {month}`.

The left side is what is written, in lowercase letters: words with one space between them. `a|b` is either, `x(a|b)` a word of
two parts, `[a]` may be missing, `_` is a space inside an alternative, `.` is a full stop that may be missing, `*` is any ending
of a word. A slot in braces is a word of a table or a number; a second slot of one kind has a 2 after its name. The right side is
the English.
"""

import re
from collections.abc import Iterable, Iterator

_SLOT = re.compile(r"\{(\w+)\}")
_SIGNS = {"*": r"\w*", "_": " ", ".": r"\.?", "|": "|", "(": "(?:", ")": ")"}


def lines(text: str) -> Iterator[tuple[str, str]]:
    """The two sides of each line of a table of phrases."""
    for line in filter(None, map(str.strip, text.splitlines())):
        written, _, english = line.partition(" = ")
        yield " ".join(written.split()), english.strip()


def pattern(written: str, slots: dict[str, str]) -> re.Pattern[str]:
    """The pattern of a left side. `slots` has the pattern of each kind of slot."""
    return re.compile("".join(_token(token, slots) for token in written.split()))


def _token(token: str, slots: dict[str, str]) -> str:
    if token.startswith("["):
        return f"(?:{_token(token[1:-1], slots)})?"
    if "(" not in token:  # the longest first: only the first way in which a line fits is tried
        token = "|".join(sorted(token.split("|"), key=len, reverse=True))
    parts = _SLOT.split(token)  # literal text and names of slots in turn
    written = "".join(_slot(part, slots) if number % 2 else _literal(part) for number, part in enumerate(parts))
    return f"(?:^| )(?:{written})"


def _slot(name: str, slots: dict[str, str]) -> str:
    return f"(?P<{name}>{slots[name.removesuffix('2')]})"


def _literal(text: str) -> str:
    return "".join(_SIGNS.get(sign) or re.escape(sign) for sign in text)


def any_of(words: Iterable[str]) -> str:
    """A pattern of alternatives, the longest first, each with a full stop that may follow; it fits nothing without words."""
    ordered = sorted(words, key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, ordered))})\.?" if ordered else r"(?!)"
