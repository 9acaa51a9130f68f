"""The axis of the chart: days to per cent of its length, and the units and ticks that suit its span."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR

from timeline.dates import MONTHS, Day, When, year_wording
from timeline.dates.day import edtf_day, edtf_year
from timeline.dates.english.years import decade_wording, short_year
from timeline.publish.chart.measures import MEASURES


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the axis, with its label; a `minor` one is left out where there is little room."""

    x: float
    label: str
    minor: bool


class Axis:
    """Days, as ordinals of the calendar, to per cent of the axis."""

    def __init__(self, first: int, last: int):
        self.first, self.end = first, last + 1
        self._scale = (100 - 2 * MEASURES.edge) / (self.end - first)

    def at(self, day: int) -> float:
        """Where a day begins."""
        return round(MEASURES.edge + (day - self.first) * self._scale, 2)

    def bounds(self, when: When) -> tuple[int, int]:
        """First day of a date and the day after its last; an end that is open or not known is that of the axis."""
        earliest, latest = when.earliest, when.latest
        return earliest.toordinal() if earliest else self.first, latest.toordinal() + 1 if latest else self.end


def units(axis: Axis) -> tuple[list[int], list[tuple[str, str]]]:
    """The days on which the units of an axis begin, and what they are in EDTF and in words: days, months, years, decades or
    centuries."""
    if axis.end - axis.first <= MEASURES.most_units:
        days = [Day.fromordinal(day) for day in range(axis.first, axis.end)]
        names = [(edtf_day(day), f"{day.day} {MONTHS[day.month - 1]} {year_wording(day.year)}") for day in days]
        return [*range(axis.first, axis.end + 1)], names
    first, last = _month(axis.first), _month(axis.end - 1)
    length = next(length for length in MEASURES.unit_months if last // length - first // length < MEASURES.most_units)
    begins = range(first // length * length, last + 1, length)
    return [_day(month) for month in (*begins, begins[-1] + length)], [_names(month, length) for month in begins]


def _names(month: int, length: int) -> tuple[str, str]:
    year, number = divmod(month, 12)
    if length == 1:
        return edtf_day(Day(year, number + 1, 1), units=2), f"{MONTHS[number]} {year_wording(year)}"
    if length == 12:
        return edtf_year(year), year_wording(year)
    if length == 120 and 1 <= year <= MAXYEAR:
        return f"{year // 10:03}X", decade_wording(year)
    last = year + length // 12 - 1
    return f"{edtf_year(year)}/{edtf_year(last)}", f"{year_wording(year)} to {year_wording(last)}"


def _month(day: int) -> int:
    """The month of a day, counted from the beginning of year 0."""
    found = Day.fromordinal(day)
    return found.year * 12 + found.month - 1


def _day(month: int) -> int:
    """The first day of a month, counted from the beginning of year 0."""
    year, number = divmod(month, 12)
    return Day(year, number + 1, 1).toordinal()


def ticks(axis: Axis) -> tuple[Tick, ...]:
    """The beginnings of days, months or years, as many as there is room for."""
    labelled = ((axis.at(day), label) for day, label in _labelled(axis))
    return tuple(Tick(x, label, bool(place % 2)) for place, (x, label) in enumerate(labelled) if x < MEASURES.last_tick)


def _labelled(axis: Axis) -> Iterator[tuple[int, str]]:
    """Days with their labels; the first month and each January have the year."""
    if axis.end - axis.first < MEASURES.tick_days[-1] * MEASURES.most_ticks:
        step = next(step for step in MEASURES.tick_days if (axis.end - axis.first) / step < MEASURES.most_ticks)
        for day in range(axis.first, axis.end, step):
            found = Day.fromordinal(day)
            year = f" {year_wording(found.year)}" if day == axis.first else ""
            yield day, f"{found.day} {MONTHS[found.month - 1][:3]}{year}"
        return
    first, last = _month(axis.first), _month(axis.end - 1)
    first += _day(first) < axis.first  # one that began before is not shown
    step = next(step for step in MEASURES.tick_months if (last - first) / step < MEASURES.most_ticks)
    if step >= 12:
        yield from ((_day(12 * year), short_year(year)) for year in _round_years(-(-first // 12), last // 12, step // 12))
        return
    begin = -(-first // step) * step
    for month in range(begin, last + 1, step):
        year_number, month_number = divmod(month, 12)
        is_with_year = month_number == 0 or month == begin
        year = f" {year_wording(year_number)}" if is_with_year else ""
        yield _day(month), f"{MONTHS[month_number][:3]}{year}"


def _round_years(first: int, last: int, step: int) -> Iterator[int]:
    """Round years between two: 1990, 2000; and 100 BC, which has the number -99."""
    before_christ = range(-((1 - first) // step), 0)
    yield from (number * step + 1 for number in before_christ if number * step + 1 <= last)
    yield from range(max(-(-first // step), 1) * step, last + 1, step)
