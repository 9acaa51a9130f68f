"""The axis of the chart: days to per cent of its length, and the units and ticks that suit its span."""

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.dates import MONTHS, Day, When
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
        names = [(day.isoformat(), f"{day.day} {MONTHS[day.month - 1]} {day.year}") for day in days]
        return [*range(axis.first, axis.end + 1)], names
    first, last = _month(axis.first), _month(axis.end - 1)
    length = next(length for length in MEASURES.unit_months if last // length - first // length < MEASURES.most_units)
    begins = range(first // length * length, last + 1, length)
    return [_day(month) for month in (*begins, begins[-1] + length)], [_names(month, length) for month in begins]


def _names(month: int, length: int) -> tuple[str, str]:
    year, number = divmod(month, 12)
    return {
        1: (f"{year:04}-{number + 1:02}", f"{MONTHS[number]} {year}"),
        12: (f"{year:04}", f"{year}"),
        120: (f"{year // 10:03}X", f"{year}s"),
        1200: (f"{year:04}/{year + 99:04}", f"{year} to {year + 99}"),
    }[length]


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
            year = f" {found.year}" if day == axis.first else ""
            yield day, f"{found.day} {MONTHS[found.month - 1][:3]}{year}"
        return
    first, last = _month(axis.first), _month(axis.end - 1)
    first += _day(first) < axis.first  # one that began before is not shown
    step = next(step for step in MEASURES.tick_months if (last - first) / step < MEASURES.most_ticks)
    begin = -(-first // step) * step
    for month in range(begin, last + 1, step):
        year_number, month_number = divmod(month, 12)
        words = [MONTHS[month_number][:3]] if step < 12 else []
        if step >= 12 or month_number == 0 or month == begin:
            words.append(str(year_number))
        yield _day(month), " ".join(words)
