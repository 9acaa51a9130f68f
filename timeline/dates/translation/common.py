"""The phrases that all languages have, and the spelling in which phrases are compared with them."""

import re
import unicodedata
from collections.abc import Iterable

ROMAN = r"[ivxхі]+"  # the Cyrillic letters too: in Ukrainian and Russian texts they are typed for the Latin ones
_UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
SEASONS = ("spring", "summer", "autumn", "winter")

# [ON], [OF] and [IN] are the words of the language: before a day, between day, month and year, before a month or a year.
COMMON = r"""
    {iso} = {iso}
    [ON] {day} [OF] {mon} [OF] {year} = {day} {mon} {year}
    [ON] {wday} [ON] {day} [OF] {mon} [OF] {year} = {wday} {day} {mon} {year}
    [ON] {day} [OF] {mon} = {day} {mon}
    [ON] {wday} [ON] {day} [OF] {mon} = {wday} {day} {mon}
    [ON] {weekday} [ON] {day} = {weekday} {day}
    [ON] {weekday} = {weekday}
    [IN] {mon} [OF] {year} = {mon} {year}
    [IN] {month} = {month}
    [IN] {year} = {year}
    [IN] {season} [OF] {year} = {season} {year}
    [ON] {day}-{day2} [OF] {mon} [OF] {year} = from {day} to {day2} {mon} {year}
    [ON] {day}-{day2} [OF] {mon} = from {day} to {day2} {mon}
    {day} [OF] {mon}-{day2} [OF] {mon2} [OF] {year} = from {day} {mon} to {day2} {mon2} {year}
    {mon}-{mon2} [OF] {year} = from {mon} to {mon2} {year}
    {year}-{year2} = from {year} to {year2}
"""

_SIGNS = str.maketrans({
    "’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "ё": "е",
    **dict.fromkeys(',()"“”„«»\xa0\u202f', " "),
})  # fmt: skip
_END = re.compile(r"[;:!?«»“”„\"()]")


def spelled(text: str) -> str:
    """The text in the one spelling of the tables: small letters, plain signs, single spaces, no marks at its ends."""
    phrase = unicodedata.normalize("NFC", text).lower().translate(_SIGNS)
    return re.sub(r" ?- ?", "-", " ".join(phrase.split())).strip(" .;:'-")


def table(rows: str, english: Iterable[str]) -> dict[str, str]:
    """Each word of the rows with the English of its row."""
    return {word: name for row, name in zip(re.split(r",\s*|\n", rows.strip()), english, strict=False) for word in row.split()}


def roman(text: str) -> int:
    """The number of a Roman numeral below 40; 0 for what is none."""
    found = re.fullmatch(r"(x{0,3})(ix|iv|v?i{0,3})", text.replace("х", "x").replace("і", "i"))
    return 10 * len(found[1]) + _UNITS.index(found[2]) if found else 0


def words_beside(before: str, after: str, most: int) -> tuple[list[str], list[str]]:
    """Up to so many words before and after a place, none across a mark.

    Commas and full stops do not count as marks: dates have them, "13 Okt. 2022".
    """
    left = re.split(_END, before)[-1].replace(",", " ").split()[-most:] if before[-1:] in ("", " ") else []
    right = re.split(_END, after, maxsplit=1)[0].replace(",", " ").split()[:most] if after[:1] in (" ", ",") else []
    return left, right
