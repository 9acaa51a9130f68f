"""EDTF values: what is accepted, what is refused and how, bounds, order and wording."""

from datetime import date

import edtf
import pytest
from edtf_validate.valid_edtf import is_valid
from hypothesis import given
from hypothesis import strategies as st

from support.edtf_values import ACCEPTED, days, months, parsed, profile, rounded, years
from support.examples import examples
from timeline.dates import EdtfError, When, parse, wording

REFUSED = """
''                              | 0  | empty                            | 2022-10-13
'October 2022'                  | 0  | begins with its year             | 2022-10
'13.10.2022'                    | 0  | begins with its year             | 2022-10-13
'2022/22-10-13'                 | 5  | four digits                      | in full
'-2022'                         | 0  | begins with its year             | four digits
'22-10-13'                      | 0  | four digits                      | in full
'20221013'                      | 4  | four digits                      | hyphens
'2022-1'                        | 4  | two digits                       | a zero
'2022-10-1'                     | 7  | two digits                       | a zero
'2022.10'                       | 4  | '.' cannot follow '2022'         | after 2022
' 2022'                         | 0  | no spaces                        | without spaces
'2022 / 2023'                   | 4  | no spaces                        | without spaces
'2022-10-13\\n'                 | 10 | no spaces                        | without spaces
'２０２２'                       | 0  | ASCII                            | 0 to 9
'2022-1٣'                       | 4  | two digits                       | a zero
'2022–2023'                     | 4  | slash                            | /
'2022-13'                       | 5  | no month 13                      | 01 to 12
'2022-00'                       | 5  | no month 00                      | 01 to 12
'2022-25'                       | 5  | no month 25                      | 21 (spring) to 24
'2022-37'                       | 5  | no month 37                      | 33 to 36
'2022-21-01'                    | 5  | no month 21                      | 01 to 12
'2022-02-29'                    | 8  | February 2022 has 28 days        | 01 to 28
'1900-02-29'                    | 8  | February 1900 has 28 days        | 01 to 28
'2022-10/2022-11-31'            | 16 | November 2022 has 30 days        | 01 to 30
'2022-10-00'                    | 8  | October 2022 has 31 days         | 01 to 31
'0000'                          | 0  | no year 0000                     | 0001
'000X'                          | 0  | no year 0000                     | 0001
'2022/0000-01'                  | 5  | no year 0000                     | 0001
'9999-24'                       | 0  | ends after the last year         | 9999
'1990s'                         | 4  | not an EDTF decade               | 199X
'199x'                          | 0  | capital X                        | 199X
'2022-XX'                       | 4  | only digits of a year            | 2022
'2022??'                        | 5  | one qualifier                    | % for both
'2022?~'                        | 5  | one qualifier                    | % for both
'~2022'                         | 0  | at the end                       | 2022-10~
'2022-10-13T05:00'              | 10 | hours, minutes and an offset     | +03:00
'2022-10-13T05Z'                | 10 | hours, minutes and an offset     | +03:00
'2022-10-13T05:00+0300'         | 10 | hours, minutes and an offset     | +03:00
'2022-10-13T24:00Z'             | 11 | no time 24:00                    | 00 to 23
'2022-10-13T05:60Z'             | 11 | no time 05:60                    | 00 to 59
'2022-10-13T05:00+15:00'        | 16 | no offset +15:00                 | +14:00
'2022-10-13T05:00+02:75'        | 16 | no offset +02:75                 | +14:00
'2022-10-13T05:00+00:00'        | 16 | UTC is not written               | Z
'2022-10-13T05:00Z~'            | 17 | a date-time takes no qualifier   | leave out
'2022-10-13T05:00Z/2022-10-14'  | 10 | dates, not date-times            | days alone
'2022-10/2022-10-14T05:00Z'     | 18 | dates, not date-times            | days alone
'2022/10/13'                    | 7  | one slash                        | 2022-10-13
'2023/2022'                     | 5  | ends before it starts            | 2022/2023
'2022-10-14/2022-10-13~'        | 11 | ends before it starts            | 2022-10-13~/2022-10-14
'2022-11/2022-10-31'            | 8  | ends before it starts            | 2022-10-31/2022-11
'/'                             | 0  | a date on at least one side      | 2022-10/..
'../..'                         | 0  | a date on at least one side      | 2022-10/..
'../'                           | 0  | a date on at least one side      | 2022-10/..
'/..'                           | 0  | a date on at least one side      | 2022-10/..
'..'                            | 0  | begins with its year             | 2022
"""

WORDINGS = """
2022                          2022
2022-10                       October 2022
2022-10-13                    13 October 2022
2022-10-01~                   c. 1 October 2022
2022-10?                      perhaps October 2022
2022-10%                      perhaps c. October 2022
2022-23                       autumn 2022
2022-24                       winter 2022–23
1999-24                       winter 1999–2000
2022-35                       third quarter of 2022
199X                          1990s
19XX                          20th century
20XX                          21st century
10XX                          11th century
01XX                          2nd century
0079                          AD 79
2022-10-13T05:00+03:00        13 October 2022, 05:00 (UTC+3)
2022-10-13T05:00:30-05:30     13 October 2022, 05:00:30 (UTC-5:30)
2022-10-13T05:00Z             13 October 2022, 05:00 (UTC)
2022-09-23/2022-09-27         23 to 27 September 2022
2022-09-23/2022-10-02         23 September to 2 October 2022
2022-10-18/2022-11-09~        18 October to c. 9 November 2022
2022-10-18?/2022-10-20        perhaps 18 to 20 October 2022
2022-09-30/2023-01-02         30 September 2022 to 2 January 2023
2021-10-13/2022-10-14         13 October 2021 to 14 October 2022
2022-10/2022-11               October to November 2022
2021-10/2022-11               October 2021 to November 2022
2022-10-13/2022-10-13         13 to 13 October 2022
2022-10-13/2022-11            13 October 2022 to November 2022
2022-21/2022-23               spring to autumn 2022
2022-24/2023-21               winter 2022–23 to spring 2023
2022-33/2022-35               first to third quarter of 2022
1998/2004                     1998 to 2004
198X/199X                     1980s to 1990s
../2024-05                    before May 2024
/2024-05                      until May 2024
2022-10/..                    since October 2022
2022-10/                      from October 2022
../2022-10-13~                before c. 13 October 2022
"""


def rows(table: str, separator: str | None = None, cells: int = -1) -> list[list[str]]:
    lines = table.strip().splitlines()
    return [[cell.strip() for cell in line.split(separator, cells)] for line in lines]


@pytest.mark.parametrize(("text", "precision", "earliest", "latest"), rows(ACCEPTED))
def test_accepted(text: str, precision: str, earliest: str, latest: str) -> None:
    when = parse(text)
    assert (when.text, when.precision) == (text, precision)
    assert (str(when.earliest or "-"), str(when.latest or "-")) == (earliest, latest)
    assert when.qualified == any(sign in text for sign in "?~%")


@pytest.mark.parametrize(("literal", "offset", "message", "help"), rows(REFUSED, "|"))
def test_refused(literal: str, offset: str, message: str, help: str) -> None:
    text = literal[1:-1].replace("\\n", "\n")
    with pytest.raises(EdtfError) as refusal:
        parse(text)
    assert message in refusal.value.message
    assert refusal.value.offset == int(offset)
    assert help in refusal.value.help
    assert isinstance(refusal.value, ValueError)
    assert str(refusal.value) == refusal.value.message


@pytest.mark.parametrize(("text", "words"), rows(WORDINGS, None, 1))
def test_wording(text: str, words: str) -> None:
    assert wording(parse(text)) == words


def test_values_are_hashable_and_frozen() -> None:
    assert parse("2022-10") == parse("2022-10")
    assert len({parse("2022-10"), parse("2022-10"), parse("2022-10~")}) == 2
    with pytest.raises(AttributeError):
        parse("2022").text = "2023"


def test_order_is_by_first_day_then_last_day_and_an_open_start_by_its_last_day() -> None:
    in_order = [
        "../2021",
        "2022-01-01",
        "2022-01",
        "2022",
        "2022/..",
        "/2022-05-31",
        "2022-10-12",
        "2022-10-13",
        "2022-10-13T05:00+03:00",
        "2022-10-13T16:00+03:00",
        "2022-10-13~",
        "2022-24",
        "2023-01",
    ]
    assert [when.text for when in sorted(map(parse, reversed(in_order)), key=lambda when: when.sort_key)] == in_order


@pytest.mark.parametrize(("text", "days"), [("2022-10-13", 1), ("2022-10", 31), ("2024", 366), ("2022-10-31/2022-11-01", 2)])
def test_days(text: str, days: int) -> None:
    assert parse(text).days == days


def test_an_open_value_is_longer_than_any_closed_one() -> None:
    assert parse("2022/..").days == parse("/2022").days > parse("0001/9999").days


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("2022-10", "2022-10-13", "contains"),
        ("2022-10", "2022-10", "contains"),
        ("2022-10~", "2022-10-31T23:00Z", "contains"),
        ("../2022", "2021-05", "contains"),
        ("2022/..", "2023/..", "contains"),
        ("2022/", "2022-01-01", "contains"),
        ("2022-10", "2022-10/2022-11", "overlaps"),
        ("2022-10-13", "2022-10", "overlaps"),
        ("2022", "2022/..", "overlaps"),
        ("../2022-10", "2022-10-31/..", "overlaps"),
        ("2022-10", "2022-11", "disjoint"),
        ("../2022-10", "2022-11/..", "disjoint"),
        ("2023", "../2022", "disjoint"),
    ],
)
def test_containment(one: str, other: str, relation: str) -> None:
    first, second = parse(one), parse(other)
    assert first.contains(second) == (relation == "contains")
    assert first.disjoint(second) == second.disjoint(first) == (relation == "disjoint")


@given(st.text(max_size=30) | st.text("0123456789-/.TXZ:+?~% ", max_size=30) | profile)
@examples(500)
def test_any_text_is_a_value_or_an_error_with_its_place(text: str) -> None:
    when = parsed(text)
    if when:
        assert when.text == text
        assert when.earliest or when.latest
        assert not when.earliest or not when.latest or when.earliest <= when.latest
        assert when.contains(when)
        assert not when.disjoint(when)


@given(profile)
@examples(400)
def test_every_value_has_a_wording_without_signs_of_edtf(text: str) -> None:
    when = parsed(text)
    if when:
        words = wording(when)
        assert words == words.strip() != ""
        assert not set("X~?%/") & set(words)


def test_different_values_have_different_wordings() -> None:
    bare = "0079 2021 2022 2022-01 2022-02 2021-01-02 2022-01-02 2022-01-03 2022-02-03 2022-21 2022-22 2022-24"
    bare += " 2021-24 2022-33 2022-34 2021-33 198X 202X 19XX 20XX"
    ends = [text + sign for text in bare.split() for sign in ("", "~", "?", "%")]
    values = [*ends, *(f"{one}/{other}" for one in (*ends, "..", "") for other in (*ends, "..", ""))]
    values += [f"2022-01-02T05:00{rest}" for rest in ("Z", ":00Z", "+03:00", "-03:00", "+03:30")]
    words = [wording(when) for when in map(parsed, values) if when]
    assert len(words) > 3000
    assert len(set(words)) == len(words)


def wider_than_edtf_validate(when: When) -> bool:
    """Values of the profile that edtf-validate 2.0.0 does not know.

    ISO 8601 lets seconds be left out, and ISO 8601-2 lets any date be qualified and end an interval, where
    edtf-validate has the examples of the Library of Congress only. Of the end of an interval it takes the
    first day for the last, and it gives the seasons overlapping months of its own.
    """
    ends = [when.start, when.end] if when.end else [when.start]
    plain = {"day", "month", "year", "open", "unknown"}
    if when.end:
        same = {end.precision for end in ends} - {"open", "unknown"}
        return len(same) > 1 or not same <= plain
    without_seconds = when.start.timed and when.text.count(":") == (1 if when.text.endswith("Z") else 2)
    return without_seconds or (when.qualified and when.precision not in plain)


@given(profile)
@examples(300)
def test_edtf_validate_accepts_what_is_accepted_here(text: str) -> None:
    when = parsed(text)
    if when and not wider_than_edtf_validate(when):
        assert is_valid(text)


@pytest.mark.parametrize("text", ["2022-10-13T05:00Z", "2022-36~", "199X~", "2022-33/2022-34", "198X/..", "2022-10-13/2022-10"])
def test_the_known_differences_from_edtf_validate_are_still_there(text: str) -> None:
    assert wider_than_edtf_validate(parse(text))
    assert not is_valid(text)


plain = years | months | days | rounded


@given(plain | st.builds("{}/{}".format, plain, plain))
@examples(120)
def test_bounds_agree_with_the_edtf_package(text: str) -> None:
    """Not seasons and open ends: the package ends winter on 31 December and sets an unknown end in years."""
    when = parsed(text)
    if when:
        theirs = edtf.parse_edtf(text)
        assert date(*theirs.lower_strict()[:3]) == when.earliest.date
        assert date(*theirs.upper_strict()[:3]) == when.latest.date


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("2022-10-13", "2022-10-13", "equal"),
        ("2022-10-13", "2022-10-13~", "same"),
        ("2022-10", "2022-10-01/2022-10-31", "same"),
        ("2022-10", "2022-10-13", "wider"),
        ("2022-10-13", "2022-10", "narrower"),
        ("2022-10-13", "2022-09/..", "narrower"),
        ("2022-10-01/2022-10-13", "2022-10-13/2022-10-14", "overlapping"),
        ("../2022-10", "2022-10-13/..", "overlapping"),
        ("2022-10", "2022-11", "disjoint"),
    ],
)
def test_how_the_days_of_two_dates_relate(first: str, second: str, relation: str) -> None:
    opposite = {"wider": "narrower", "narrower": "wider"}
    assert parse(first).relation_to(parse(second)) == relation
    assert parse(second).relation_to(parse(first)) == opposite.get(relation, relation)
