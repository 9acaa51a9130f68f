"""timeline/publish/chart/layout.py: where entries stand on the axis, and what each date is drawn as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.dated_entries import chronology
from support.edtf_values import ACCEPTED
from support.examples import examples
from timeline.assembly.chronology import Period
from timeline.dates import parse
from timeline.publish.chart.axis import Axis, ticks, units
from timeline.publish.chart.layout import draw_chart, shape
from timeline.publish.chart.measures import MEASURES

EDGE, LANES, MOST_MARKS = MEASURES.edge, MEASURES.lanes, MEASURES.most_marks

WIDTH = 100 - 2 * EDGE


@pytest.mark.parametrize(
    ("when", "drawn"),
    [
        ("2022-10-13", "dot"),
        ("2022-10-13T05:00+03:00", "dot"),
        ("2022-10-13~", "about"),
        ("2022-10-13?", "about"),
        ("2022-10", "maybe"),
        ("2022-10~", "maybe"),
        ("2022-21", "maybe"),
        ("199X", "maybe"),
        ("2022-10-13/2022-10-15", "solid"),
        ("2022-10-13/2022-10-15~", "fading"),
        ("2022-10-13/2022-10", "fading"),
        ("2022-10-13/..", "fading"),
        ("2022-10-13/", "fading"),
        ("../2022-10-13", "rising"),
        ("2022-10~/2022-10-13", "rising"),
        ("2022-09/2022-10", "soft"),
    ],
)
def test_a_date_is_drawn_as_what_it_is(when: str, drawn: str) -> None:
    assert shape(parse(when)) == drawn


def test_a_month_is_a_bar_from_its_first_to_its_last_day_and_no_dot_on_the_first() -> None:
    chart = draw_chart(chronology(first="2022-09-01", month="2022-10", last="2022-11-09"))
    first, month, last = chart.marks
    day = WIDTH / 70  # from 1 September to 9 November there are 30 + 31 + 9 days
    assert (first.shape, first.x, first.width) == ("dot", pytest.approx(EDGE + day / 2, abs=0.01), 0)
    assert (month.shape, month.x, month.width) == (
        "maybe",
        pytest.approx(EDGE + 30 * day, abs=0.01),
        pytest.approx(31 * day, abs=0.02),
    )
    assert (last.shape, last.x) == ("dot", pytest.approx(100 - EDGE - day / 2, abs=0.01))


def test_what_has_no_end_reaches_the_end_of_the_axis() -> None:
    since, _ = draw_chart(chronology(since="2022-10-01/..", last="2022-10-10")).marks
    assert (since.x, since.width) == (EDGE, pytest.approx(WIDTH))


def test_entries_of_one_day_stand_in_lanes_of_their_own() -> None:
    marks = draw_chart(chronology(**{f"e{number:02}": "2022-10-13" for number in range(LANES)}, other="2022-12-31")).marks
    assert [mark.lane for mark in marks[:LANES]] == list(range(LANES))


def test_titles_do_not_run_into_the_next_mark_of_their_lane() -> None:
    """With a lane for each, all titles fit; those near the end of the axis stand before their marks."""
    early, late = draw_chart(chronology(a="2022-01-01", z="2022-12-31")).marks
    assert (early.title, late.title) == ("behind", "before")
    crowded = {f"an-entry-with-a-rather-long-title-{number:03}": f"2022-10-{number % 28 + 1:02}" for number in range(MOST_MARKS)}
    marks = draw_chart(chronology(**crowded)).marks
    assert {mark.title for mark in marks if 3 * LANES > marks.index(mark) >= LANES} == {""}


def test_more_entries_than_can_be_told_apart_become_columns() -> None:
    days = {f"e{number}": f"2022-10-{number % 4 + 1:02}" for number in range(MOST_MARKS)}
    assert draw_chart(chronology(**days)).columns == ()
    chart = draw_chart(chronology(**days, more="2022-10-01"))
    assert chart.marks == ()
    assert [(column.label, column.count) for column in chart.columns] == [
        ("1 October 2022", 16),
        ("2 October 2022", 15),
        ("3 October 2022", 15),
        ("4 October 2022", 15),
    ]
    assert [(column.solid, column.soft) for column in chart.columns] == [(100, 0), (93.8, 0), (93.8, 0), (93.8, 0)]


def test_what_is_known_to_the_month_is_shared_out_over_its_days() -> None:
    days = {f"e{number}": "2022-10-01" for number in range(MOST_MARKS)}
    columns = draw_chart(chronology(**days, month="2022-10")).columns
    assert [column.count for column in columns] == [MOST_MARKS, *[0] * 30]
    share = 100 / 31 / (MOST_MARKS + 1 / 31)  # of the highest bar, which has its own share too
    assert [column.soft for column in columns] == [pytest.approx(share, abs=0.1)] * 31
    assert {column.period for column in columns} == {Period(2022, 10)}


def test_a_column_leads_to_where_its_first_entry_is_listed() -> None:
    years = {f"e{number}": f"{1900 + number}-05-01" for number in range(MOST_MARKS)} | {"year": "1899"}
    columns = draw_chart(chronology(**years)).columns
    assert [column.period for column in columns][:2] == [Period(1899, None), Period(1900, 5)]
    assert [column.label for column in columns][:2] == ["1899", "1900"]


def test_an_interval_across_columns_does_not_claim_them() -> None:
    """Each bar leads to the month of what is dated within it, though the interval began before."""
    months = {f"e{month}-{n}": f"2022-{month:02}-11" for month in range(1, 12) for n in range(7)}
    columns = draw_chart(chronology(span="2022-01-01/2022-11-30", **months)).columns
    assert [column.period for column in columns] == [Period(2022, month) for month in range(1, 12)]
    assert (columns[1].span, columns[1].count) == ("2022-02", 7)


@pytest.mark.parametrize(
    ("first", "last", "count", "ends"),
    [
        ("2022-10-13", "2022-10-13", 1, [("2022-10-13", "13 October 2022")] * 2),
        ("2022-01-01", "2022-04-30", 120, [("2022-01-01", "1 January 2022"), ("2022-04-30", "30 April 2022")]),
        ("2022-02-24", "2022-12-24", 11, [("2022-02", "February 2022"), ("2022-12", "December 2022")]),
        ("1950-06-01", "2022-06-01", 73, [("1950", "1950"), ("2022", "2022")]),
        ("1500", "2022", 53, [("150X", "1500s"), ("202X", "2020s")]),
        ("0001", "9999", 100, [("0000/0099", "1 BC to AD 99"), ("9900/9999", "9900 to 9999")]),
        ("-0299", "0100", 41, [("-0300/-0291", "301 BC to 292 BC"), ("010X", "AD 100s")]),
        (
            *("Y-17E7", "2022", 19),
            [("Y-180000000/Y-170000001", "180,000,001 BC to 170,000,002 BC"), ("0000/Y9999999", "1 BC to AD 9,999,999")],
        ),
    ],
)
def test_units_suit_the_span(first: str, last: str, count: int, ends: list[tuple[str, str]]) -> None:
    days, names = units(Axis(parse(first).earliest.toordinal(), parse(last).latest.toordinal()))
    assert (len(names), len(days)) == (count, count + 1)
    assert [names[0], names[-1]] == ends


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2022-10-13", "2022-10-13", ["13 Oct 2022"]),
        ("2022-10-10", "2022-10-14", ["10 Oct 2022", "11 Oct", "12 Oct", "13 Oct", "14 Oct"]),
        (
            "2022-10-01",
            "2022-11-30",
            ["1 Oct 2022", "8 Oct", "15 Oct", "22 Oct", "29 Oct", "5 Nov", "12 Nov", "19 Nov", "26 Nov"],
        ),
        ("2022-08-15", "2023-03-01", ["Sep 2022", "Oct", "Nov", "Dec", "Jan 2023", "Feb"]),
        ("2020-06-01", "2022-06-01", ["Jul 2020", "Oct", "Jan 2021", "Apr", "Jul", "Oct", "Jan 2022", "Apr"]),
        ("1965-05-01", "2024-05-01", [str(year) for year in range(1970, 2021, 5)]),
        ("-0499", "1500", ["400 BC", "200 BC", "AD 200", "AD 400", "AD 600", "AD 800", "1000", "1200", "1400"]),
        ("-0043-09", "-0042-03", ["Sep 44 BC", "Oct", "Nov", "Dec", "Jan 43 BC", "Feb", "Mar"]),
        ("Y-17E7", "2022", [f"{million} million BC" for million in range(160, 0, -20)]),
    ],
)
def test_ticks_suit_the_span(first: str, last: str, labels: list[str]) -> None:
    axis = Axis(parse(first).earliest.toordinal(), parse(last).latest.toordinal())
    assert [tick.label for tick in ticks(axis)] == labels


@examples(200)
@given(st.lists(st.sampled_from([line.split()[0] for line in ACCEPTED.split("\n") if line.strip()]), min_size=1, max_size=80))
def test_any_dates_make_a_chart_of_bounded_size_within_its_axis(dates: list[str]) -> None:
    chart = draw_chart(chronology(**{f"e{number}": date for number, date in enumerate(dates)}))
    assert (
        len(chart.marks) in (0, len(dates))
        and len(chart.columns) <= MEASURES.most_units
        and len(chart.ticks) <= MEASURES.most_ticks
    )
    for drawn in (*chart.marks, *chart.columns):
        assert drawn.x >= EDGE and drawn.x + drawn.width <= 100 - EDGE + 0.01
    assert all(column.solid + column.soft <= 100.1 for column in chart.columns)
    assert all(0 <= mark.lane < LANES for mark in chart.marks)


def test_without_an_entry_there_is_no_chart() -> None:
    assert draw_chart(chronology()) is None
