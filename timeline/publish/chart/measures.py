"""The measures of the chart. The layout, the template and the script of the chart all take them from here."""

from dataclasses import dataclass

_YEARS = tuple(step * 10**zeros for zeros in range(11) for step in (1, 2, 5))  # up to the age of the universe
POINT_SHAPES = ("dot", "about")  # the shapes of days: a mark with one of them has no width


@dataclass(frozen=True, slots=True)
class Measures:
    """Along the axis lengths are in per cent of it, across the axis in pixels."""

    most_marks: int = 60  # entries that are drawn one by one; more are counted in columns
    most_units: int = 130  # columns, so that a chart costs the same for any span
    most_ticks: int = 12
    lanes: int = 12
    edge: float = 2.0  # what is kept free at both ends of the axis
    last_tick: float = 95.0  # behind it there is no room for a label
    dot: float = 2.4  # what a mark keeps for itself: the width of a dot on a phone
    letter: float = 0.75  # what a letter of a title takes
    gap: float = 1.0  # what is left between a mark and a title
    least_width: float = 0.8  # of an interval that is drawn
    tick_days: tuple[int, ...] = (1, 2, 7)  # steps between ticks, in days
    tick_months: tuple[int, ...] = (1, 3, *(12 * years for years in _YEARS))  # longer steps, in months
    unit_months: tuple[int, ...] = (
        1,
        *(12 * 10**zeros for zeros in range(11)),
    )  # units longer than a day
    first_lane: int = 10
    lane_height: int = 15
    dot_radius: int = 5
    interval_height: int = 8
    column_height: int = 180
    axis: int = 196
    tick_label: int = 214


MEASURES = Measures()
