"""The days of the calendar, in years that `datetime.date` has and in others."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.examples import examples
from timeline.dates.day import Day, month_length


@given(st.dates())
@examples(300)
def test_a_day_has_the_number_and_the_text_that_the_standard_library_gives_it(day: date) -> None:
    same = Day(day.year, day.month, day.day)
    assert same.toordinal() == day.toordinal()
    assert same.isoformat() == str(same) == day.isoformat()
    assert Day.fromordinal(day.toordinal()) == same
    assert same.date == day


@given(st.integers(-(10**14), 10**14))
@examples(300)
def test_every_number_is_a_day_and_the_next_number_is_the_next_day(number: int) -> None:
    day, following = Day.fromordinal(number), Day.fromordinal(number + 1)
    assert day.toordinal() == number
    assert day < following
    if day.day < month_length(day.year, day.month):
        assert following == Day(day.year, day.month, day.day + 1)
    elif day.month < 12:
        assert following == Day(day.year, day.month + 1, 1)
    else:
        assert following == Day(day.year + 1, 1, 1)


@pytest.mark.parametrize(
    ("day", "number", "text"),
    [
        (Day(1, 1, 1), 1, "0001-01-01"),
        (Day(0, 12, 31), 0, "0000-12-31"),
        (Day(0, 2, 29), -306, "0000-02-29"),
        (Day(0, 1, 1), -365, "0000-01-01"),
        (Day(-43, 3, 15), date(357, 3, 15).toordinal() - 146_097, "-0043-03-15"),
        (Day(10_000, 1, 1), date.max.toordinal() + 1, "+10000-01-01"),
        (Day(-17_000, 1, 1), date(200, 1, 1).toordinal() - 43 * 146_097, "-17000-01-01"),
    ],
)
def test_days_that_the_standard_library_does_not_have(day: Day, number: int, text: str) -> None:
    assert (day.toordinal(), str(day)) == (number, text)
    assert Day.fromordinal(number) == day
    assert (day.date is None) == (not 1 <= day.year <= 9999)


def test_days_of_months() -> None:
    assert [month_length(2023, month) for month in range(1, 13)] == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    assert [month_length(year, 2) for year in (2024, 1900, 2000, 0, -4, -100)] == [29, 28, 29, 29, 29, 28]
