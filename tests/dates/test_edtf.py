"""EDTF values: what is accepted, what is refused and how, bounds, order and wording."""

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.edtf_values import ACCEPTED, days, months, parsed, profile, rounded, years
from support.examples import examples
from timeline.dates import Day, EdtfError, exchange_text, parse, wording

REFUSED = """
''                              | 0  | empty                            | 2022-10-13
'October 2022'                  | 0  | begins with its year             | 2022-10
'13.10.2022'                    | 0  | begins with its year             | 2022-10-13
'2022/22-10-13'                 | 5  | four digits                      | in full
'22-10-13'                      | 0  | four digits                      | in full
'20221013'                      | 4  | four digits                      | : 2022-10-13
'12000'                         | 4  | begins with the letter Y         | write Y12000;
'-12000'                        | 5  | begins with the letter Y         | write Y-12000
'2022-1'                        | 4  | two digits                       | : 2022-01
'2022-10-1'                     | 7  | two digits                       | : 2022-10-01
'2022-1-3'                      | 4  | two digits                       | : 2022-01-03
'2022.10'                       | 4  | '.' cannot follow '2022'         | after 2022
' 2022'                         | 0  | no spaces                        | without spaces
'2022 / 2023'                   | 4  | no spaces                        | without spaces
'2022-10-13\\n'                 | 10 | no spaces                        | without spaces
'２０２２'                       | 0  | ASCII                            | 0 to 9
'2022-1٣'                       | 4  | ASCII                            | 0 to 9
'2022–2023'                     | 4  | slash                            | write 2022/2023
'2022-10-13—2022-10-19'         | 10 | slash                            | write 2022-10-13/2022-10-19
'2022-13'                       | 5  | no month 13                      | 01 to 12
'2022-00'                       | 5  | no month 00                      | 01 to 12
'2022-42'                       | 5  | no month 42                      | 21 (spring) to 24
'2022-21-01'                    | 5  | no month 21                      | 01 to 12
'2022-02-29'                    | 8  | February 2022 has 28 days        | 01 to 28
'1900-02-29'                    | 8  | February 1900 has 28 days        | 01 to 28
'-0001-02-29'                   | 9  | February -0001 has 28 days       | 01 to 28
'2022-10/2022-11-31'            | 16 | November 2022 has 30 days        | 01 to 30
'2022-10-00'                    | 8  | October 2022 has 31 days         | 01 to 31
'-0000'                         | 0  | no year -0000                    | 0000 for 1 BC
'-44'                           | 0  | four digits                      | write -0043 for 44 BC
'-44-03-15'                     | 0  | four digits                      | write -0043-03-15 for 44 BC
'-1'                            | 0  | four digits                      | write 0000 for 1 BC
'1990s'                         | 4  | not an EDTF decade               | write the 1990s as 199X
'1900s'                         | 4  | ten years or a hundred           | write 190X for ten years, 19XX for a hundred
'199x'                          | 0  | capital X                        | write 199X
'199u'                          | 0  | capital X                        | write 199X
'2004-uu'                       | 4  | capital X                        | write 2004-XX
'1XXX'                          | 0  | two known digits                 | write 1000/1999
'-1XXX'                         | 0  | two known digits                 | write -1999/-1000
'XXXX'                          | 0  | has a year                       | 1990/1999
'XXXX-10'                       | 0  | has a year                       | 1990/1999
'2004-XX-13'                    | 8  | day without its month            | write 2004
'19XX-10'                       | 4  | only the last digits             | write 19XX
'199X~-10'                      | 5  | only the last digits             | write 199X
'2004-06-~XX'                   | 0  | takes one qualifier              | write the qualifier at its end: 2004-06-XX~
'2022??'                        | 5  | one qualifier                    | % for both
'2022?~'                        | 5  | one qualifier                    | % for both
'2022-?06~-11'                  | 8  | one qualifier                    | write % before it
'Y2022'                         | 0  | more than four digits            | write 2022
'Y-43'                          | 0  | more than four digits            | write -0043
'y17000'                        | 0  | capital Y                        | write Y17000
'Y123456789012'                 | 12 | five to eleven digits            | rounded
'Y12000~'                       | 6  | no qualifier                     | write Y12E3
'Y12345?'                       | 6  | no qualifier                     | leave it out: Y12345
'Y-17E3~'                       | 6  | is rounded                       | write Y-17E3
'Y170E6'                        | 3  | do not end with a zero           | write Y17E7
'Y-17E10'                       | 5  | at most 11 digits                | smaller exponent
'1950S2'                        | 4  | significant digits               | write 19XX
'1950S1'                        | 4  | significant digits               | write 1000/1999
'Y17E3S2'                       | 5  | significant digits               | write Y17E3
'2022-10-13T05:00'              | 10 | hours, minutes and an offset     | write 2022-10-13T05:00+03:00
'2022-10-13T05Z'                | 10 | hours, minutes and an offset     | +03:00
'2022-10-13T05:00+0300'         | 10 | hours, minutes and an offset     | +03:00
'2022-10-13 05:00'              | 10 | the letter T                     | write 2022-10-13T05:00 and the offset
'2022-10-13T24:00Z'             | 11 | no time 24:00                    | 00 to 23
'2022-10-13T05:60Z'             | 11 | no time 05:60                    | 00 to 59
'2022-10-13T05:00+15:00'        | 16 | no offset +15:00                 | +14:00
'2022-10-13T05:00+02:75'        | 16 | no offset +02:75                 | +14:00
'2022-10-13T05:00+00:00'        | 16 | UTC is not written               | Z
'2022-10-13T05:00Z~'            | 17 | a date-time takes no qualifier   | leave out
'~2022-10-13T05:00Z'            | 0  | a date-time takes no qualifier   | leave out
'2022-10-13T05:00Z/2022-10-14'  | 10 | dates, not date-times            | write the day alone: 2022-10-13
'2022-10/2022-10-14T05:00Z'     | 18 | dates, not date-times            | write the day alone: 2022-10-14
'2022/10/13'                    | 7  | one slash                        | 2022-10-13
'2023/2022'                     | 5  | ends before it starts            | 2022/2023
'-0043/-0044'                   | 6  | ends before it starts            | -0044/-0043
'2022-10-14/2022-10-13~'        | 11 | ends before it starts            | 2022-10-13~/2022-10-14
'2022-11/2022-10-31'            | 8  | ends before it starts            | 2022-10-31/2022-11
'2022-10-13/open'               | 11 | written with two dots            | write 2022-10-13/..
'open/2022'                     | 0  | written with two dots            | write ../2022
'unknown/2022'                  | 0  | left empty                       | write /2022
'2022/unknown'                  | 5  | left empty                       | write 2022/
'/'                             | 0  | a date on at least one side      | 2022-10/..
'../..'                         | 0  | a date on at least one side      | 2022-10/..
'../'                           | 0  | a date on at least one side      | 2022-10/..
'/..'                           | 0  | a date on at least one side      | 2022-10/..
'..'                            | 0  | begins with its year             | 2022
'{1667,1668}'                   | 0  | no list of dates                 | [1667,1668]
'[1667]'                        | 0  | at least two dates               | write 1667
'[]'                            | 1  | empty                            | 2022-10-13
'[1667,]'                       | 6  | empty                            | 2022-10-13
'[1667,1668'                    | 10 | one bracket on each side         | [1667,1668]
'[[1667,1668]]'                 | 13 | one bracket on each side         | [1667,1668]
'[1667, 1668]'                  | 6  | no spaces                        | without spaces
'[1667/1668]'                   | 5  | no slash                         | [1667..1668]
'[1667~,1668]'                  | 1  | takes no qualifier               | write 1667
'[1668..1667]'                  | 1  | ends before it starts            | write 1667..1668
'[1667,..]'                     | 6  | a date on at least one side      | [..1760]
'[1667..,1670]'                 | 1  | the last of a set                | write [1667..]
'[1667,..1670]'                 | 6  | the first                        | write [..1670]
'[2022-10-13T05:00Z,2023]'      | 11 | dates, not date-times            | write the day alone
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
../2024-05                    by May 2024
/2024-05                      until May 2024
2022-10/..                    since October 2022
2022-10/                      from October 2022
../2022-10-13~                by c. 13 October 2022
0000                          1 BC
-0043-03-15                   15 March 44 BC
-0043-03/-0043-05             March to May 44 BC
-0100/-0044                   101 BC to 45 BC
-0100/0014                    101 BC to AD 14
-0043-24                      winter 44 BC–43 BC
0000-24                       winter 1 BC–AD 1
-0043-33                      first quarter of 44 BC
-00XX                         1st century BC
00XX                          1st century
-004X                         50–41 BC
000X                          1 BC–AD 9
007X                          AD 70s
Y17000                        AD 17,000
Y-17000                       17,001 BC
Y-17E3                        around 17,000 BC
Y-9E3                         around 9000 BC
Y-12E4                        around 120,000 years ago
Y-17E7                        around 170 million years ago
Y-138E8                       around 13.8 billion years ago
Y2E4                          around AD 20,000
Y-17E3/-0043                  around 17,000 BC to 44 BC
2004-XX                       some month in 2004
2004-XX-XX                    some day in 2004
2004-06-XX                    some day in June 2004
2004-06-XX~                   some day in c. June 2004
1984?/2004-06~                perhaps 1984 to c. June 2004
2004-06~-11                   11 June 2004 (year and month approximate)
?2004-06-11                   11 June 2004 (year uncertain)
2004?-06-11                   11 June 2004 (year uncertain)
2004?-06-~11                  11 June 2004 (year uncertain, day approximate)
2004-%06                      June 2004 (month uncertain and approximate)
?2004-?06-?11                 perhaps 11 June 2004
2004-?21                      spring 2004 (season uncertain)
2004-06~-11/2004-06-13        11 June 2004 (year and month approximate) to 13 June 2004
~2022                         c. 2022
2022-25                       spring 2022 (northern hemisphere)
2022-30                       summer 2022–23 (southern hemisphere)
2022-32                       winter 2022 (southern hemisphere)
2022-37                       first four months of 2022
2022-38                       middle four months of 2022
2022-39~                      c. last four months of 2022
2022-40                       first half of 2022
2022-41                       second half of 2022
[1667,1668]                   1667 or 1668
[1667,1668,1670..1672]        1667, 1668 or one of 1670 to 1672
[2004-06-11..2004-06-13]      one of 11 to 13 June 2004
[..1760]                      1760 or earlier
[1760-12..]                   December 1760 or later
"""


def rows(table: str, separator: str | None = None, cells: int = -1) -> list[list[str]]:
    lines = table.strip().splitlines()
    return [[cell.strip() for cell in line.split(separator, cells)] for line in lines]


@pytest.mark.parametrize(("text", "precision", "earliest", "latest"), rows(ACCEPTED))
def test_accepted(text: str, precision: str, earliest: str, latest: str) -> None:
    when = parse(text)
    assert (when.text, when.precision) == (text, precision.replace("_", " "))
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
        "Y-17E7",
        "Y-17000",
        "-0044",
        "-0043-03-15",
        "0000",
        "0001",
        "[1760,1762]",
        "[..1760]",
        "../2021",
        "2022-01-01",
        "2022-01",
        "2022",
        "2022/..",
        "/2022-05-31",
        "2022-10-12",
        "2022-10-13",
        "2022-10-13~",
        "2022-10-13T00:30+03:00",  # the evening before in UTC
        "2022-10-13T05:00+03:00",
        "2022-10-13T02:00:01Z",
        "2022-10-13T16:00+03:00",
        "2022-10-13T10:00-04:00",
        "2022-24",
        "2023-01",
        "Y12000",
    ]
    assert [when.text for when in sorted(map(parse, reversed(in_order)), key=lambda when: when.sort_key)] == in_order


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2022-10-12", "2022-10-13", True),
        ("2022-10-13", "2022-10-13", False),
        ("2022-10", "2022-10-13", False),
        ("../2022-09", "2022-10-01/..", True),
        ("2022-10-01/..", "2023", False),
        ("2022-10-13T05:00+03:00", "2022-10-13T02:30Z", True),
        ("2022-10-13T02:30Z", "2022-10-13T05:00+03:00", False),
        ("2022-10-13T00:10+03:00", "2022-10-12T23:00Z", True),  # by the clock, though its day is the later one
        ("2022-10-13T05:00+03:00", "2022-10-13", False),
    ],
)
def test_surely_before(one: str, other: str, before: bool) -> None:
    assert parse(one).surely_before(parse(other)) is before


@pytest.mark.parametrize(("text", "days"), [("2022-10-13", 1), ("2022-10", 31), ("2024", 366), ("2022-10-31/2022-11-01", 2)])
def test_days(text: str, days: int) -> None:
    assert parse(text).days == days


def test_an_open_value_is_longer_than_any_closed_one() -> None:
    assert parse("2022/..").days == parse("/2022").days > parse("Y-99999999999/Y99999999999").days


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
        assert not set("X~?%/[]") & set(words)


def test_different_values_have_different_wordings() -> None:
    bare = "0079 2021 2022 2022-01 2022-02 2021-01-02 2022-01-02 2022-01-03 2022-02-03 2022-21 2022-22 2022-24"
    bare += " 0000 -0078 -2021 -2021-01-02 -202X -20XX -2021-24 Y-12000 Y12000 Y-12E3 Y12E5"
    bare += " 2022-XX 2022-XX-XX 2022-01-XX 2022-25 2022-29 2022-30 2022-37 2022-40 2022-41"
    bare += " 2021-24 2022-33 2022-34 2021-33 198X 202X 19XX 20XX"
    ends = [text + sign for text in bare.split() for sign in ("", "~", "?", "%")]
    values = [*ends, *(f"{one}/{other}" for one in (*ends, "..", "") for other in (*ends, "..", ""))]
    values += [f"2022-01-02T05:00{rest}" for rest in ("Z", ":00Z", "+03:00", "-03:00", "+03:30")]
    words = [wording(when) for when in map(parsed, values) if when]
    assert len(words) > 3000
    assert len(set(words)) == len(words)


plain = years | months | days | rounded


@given(plain | st.builds("{}/{}".format, plain, plain))
@examples(120)
def test_bounds_agree_with_the_edtf_package(text: str) -> None:
    """Not seasons and open ends: the package ends winter on 31 December and sets an unknown end in years."""
    when = parsed(text)
    if when:
        theirs = edtf.parse_edtf(exchange_text(when))
        assert Day(*theirs.lower_strict()[:3]) == when.earliest
        assert Day(*theirs.upper_strict()[:3]) == when.latest


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
