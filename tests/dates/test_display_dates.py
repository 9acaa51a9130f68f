"""The dates of catalogues, archives and museums, and hyphens: read as a whole or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.examples import examples
from timeline.dates import parse, resolve
from timeline.dates.english.words import PARTS_OF_DAY

PUBLISHED = "2022-10-13"  # a Thursday
ELSEWHEN = "2017-05-11"  # no date below is of this year by chance

DISPLAYED = """
c.1730                              1730~
c. 1730                             1730~
ca. 1730                            1730~
circa 1730                          1730~
about 1850                          1850~
[1776]                              1776
[c.1776]                            1776~
?1776                               1776?
1776?                               1776?
1776 (?)                            1776?
c. 1776?                            1776%
1960s?                              196X?
19th century?                       18XX?
probably 1850                       1850?
possibly c.1850                     1850%
1929-30                             1929/1930
1929–30                             1929/1930
1941-45                             1941/1945
1830-5                              1830/1835
c.1830-5                            1830~/1835~
c. 1909-10                          1909~/1910~
c. 1881-1886                        1881~/1886~
1939-c. 1945                        1939/1945~
c. 1939-c. 1945                     1939~/1945~
1954 - 1956                         1954/1956
between 1939 and 1945               1939/1945
1991/1992                           1991/1992
1991 or 1992                        [1991,1992]
before 1939                         ../1939
no later than 1939                  ../1939
1922 or earlier                     ../1922
before c. 1850                      ../1850~
after 1625                          1625/..
no earlier than 1906                1906/..
1906 or later                       1906/..
published 1896                      1896
exhibited 1850                      1850
printed in 1980                     1980
first published c.1896              1896~
dated 1850                          1850
1878 (patented)                     1878
1840s-1850s                         184X/185X
c. 1920s-1930s                      192X~/193X~
1960s-70s                           196X/197X
circa 1920s                         192X~
early 20th century                  19XX
mid-18th century                    17XX
mid- to late-19th century           18XX
early to mid 18th century           17XX
18th-19th century                   17XX/18XX
18th - 19th century                 17XX/18XX
19th-20th centuries                 18XX/19XX
late 18th-early 19th century        17XX/18XX
c. late 19th-early 20th century     18XX~/19XX~
19th c.                             18XX
19th cent.                          18XX
first half of the 18th century      1700/1749
the second half of the 19th century 1850/1899
last quarter of the 19th century    1875/1899
c. second half of the 19th century  1850~/1899~
1st century BC                      -0099/0000
1st century AD                      00XX
5th-4th century BCE                 -0499/-0300
AD 79                               0079
A.D. 79                             0079
79 CE                               0079
800 B.C.                            -0799
c. 800 B.C.E.                       -0799~
206 BCE-220 CE                      -0205/0220
480-256 BCE                         -0479/-0255
1-199 CE                            0001/0199
1896 December 11                    1896-12-11
1896 Dec.                           1896-12
c. Dec. 1896                        1896-12~
the winter of 1918-1919             1918-24
winter 1941/42                      1941-24
2019-Nov-05                         2019-11-05
5-Nov-2019                          2019-11-05
Nov-5-2019                          2019-11-05
30 October-2 November 2022          2022-10-30/2022-11-02
3-4 October 2022                    2022-10-03/2022-10-04
from October 2022 to 2023           2022-10/2023
"""

REFUSED = """
2003-04 | 2021-22 | 1998-94 | 2022-7 | 1898-02 | October 13-2022 | October 2022-7 | 13 October 2022-31 | summer 1918-1919
the winter of 1918-1920 | 1914-1918-1920 | 1998-2004-05 | 1850- | -1850 | 1850-? | c. 1850-present | 1971, printed 1980
1953 (designed) c. 1977 (manufactured) | not dated | no date | undated | n.d. | late 1890s-early 1900s | 618-907 | 8/1959
Edo period (1603-1867) | late Qing? | pre-1989 | post-1945 | October-born | 2022-style | 1914-18 war | 3/4 October 2022
1992 or 1991 | 1850? or 1851 | before Monday | Monday? | published Monday | before | c. | ? | 0 BC | 0th century BC
"""


def table(text: str) -> list[tuple[str, str]]:
    return [(line[:36].strip(), line[36:].strip()) for line in text.strip().splitlines()]


@pytest.mark.parametrize(("words", "value"), table(DISPLAYED))
def test_dates_of_catalogues(words: str, value: str) -> None:
    assert resolve(words, None) == resolve(words, PUBLISHED) == value
    assert parse(value).text == value


@pytest.mark.parametrize("words", [words.strip() for line in REFUSED.strip().splitlines() for words in line.split("|")])
def test_dates_that_are_refused(words: str) -> None:
    assert resolve(words, PUBLISHED) is None


DATES = [
    "13 October 2022", "October 13, 2022", "October 13", "October 2022", "October", "2022", "1918", "the 1990s", "Thursday",
    "last week", "spring 2022", "the winter of 1918", "the 20th century", "18th century", "2019-11-05", "c. 1850", "800 BC",
    "yesterday", "the third quarter", "in 2022", "since 2014", "before 1939", "late October",
]  # fmt: skip
# Short words may be of the grammar: "on-Thursday" is read as "on Thursday".
RESTS = st.from_regex(r"[a-z]{5,9}|[0-9]{1,4}|[A-Z][a-z]{3,8}|[0-9]{2}-[0-9]{2}", fullmatch=True) | st.sampled_from(
    ["2022", "19", "04", "7", "31", "born", "based", "Friday", "October", "Nov", "1919", "1990s", "19th century", "now", "?", ""]
)
HYPHENS = st.sampled_from(["-", "–", "—", "‑", "−", " - ", "- ", " -", "/"])


@given(st.sampled_from(DATES), HYPHENS, RESTS)
@examples(600)
def test_words_with_a_hyphenated_rest_are_never_read_as_a_part_of_them(date: str, hyphen: str, rest: str) -> None:
    value = resolve(f"{date}{hyphen}{rest}", ELSEWHEN)
    assert value is None or value not in (resolve(date, ELSEWHEN), resolve(rest, ELSEWHEN)) or _is_winter(date, rest)


def _is_winter(date: str, rest: str) -> bool:
    """ "The winter of 1918-19" begins in 1918, as "the winter of 1918" does."""
    return date == "the winter of 1918" and rest in ("19", "1919")


@given(RESTS, HYPHENS, st.sampled_from(DATES))
@examples(400)
def test_words_after_a_hyphen_are_never_read_by_themselves(first: str, hyphen: str, date: str) -> None:
    value = resolve(f"{first}{hyphen}{date}", ELSEWHEN)
    assert value is None or value != resolve(date, ELSEWHEN) or first in ("mid", "late", "early")


@given(st.sampled_from(DATES), st.sampled_from("-–‑/"), RESTS.filter(lambda rest: rest[:1].isalnum()))
@examples(300)
def test_a_date_is_a_piece_of_what_a_hyphen_joins_to_it(date: str, hyphen: str, rest: str) -> None:
    if rest not in PARTS_OF_DAY:
        assert resolve(date, PUBLISHED, f"They came {date}{hyphen}{rest} it was.") is None
    assert resolve(date, PUBLISHED, f"They came {rest}{hyphen}{date}, it was.") is None or rest in ("mid", "late", "early")


@pytest.mark.parametrize("context", ["in mid-October", "in late-October", "in early-October"])
def test_a_part_of_a_month_is_no_other_date(context: str) -> None:
    assert resolve("October", PUBLISHED, context) == "2022-10"


def test_a_part_of_a_day_is_no_other_date() -> None:
    assert resolve("Wednesday", PUBLISHED, "The Wednesday-night raid hit the port.") == "2022-10-12"
