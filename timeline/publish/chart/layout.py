"""The layout of the chart: where the entries are on an axis, as numbers that a template draws.

Along the axis everything is in per cent of its length, so that the chart fills any width without a script. A few entries
are drawn one by one, each in the shape of its date. Many are counted in columns, one for each day, month, year, decade or
century. The script of the chart draws the same for any other window when readers zoom; it has its own implementation of
this layout, and takes the measures from measures.py.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from timeline.assembly.chronology import Period, period_of
from timeline.dates import Part, When
from timeline.model.chronology import Chronology
from timeline.model.entry import Entry
from timeline.publish.chart.axis import Axis, Tick, ticks, units
from timeline.publish.chart.measures import MEASURES, POINT_SHAPES


@dataclass(frozen=True, slots=True)
class Mark:
    """One entry, from `x` on, `width` wide, in per cent of the axis. `lane` (from 0) keeps it clear of its neighbours.

    `shape` is dot (a day), about (an uncertain or approximate day), maybe (some time within), or for an interval solid,
    rising, fading or soft, by which of its ends are not known to the day. `title` is where there is room for the
    entry's title: behind, before, or empty.
    """

    entry: Entry
    lane: int
    x: float
    width: float
    shape: str
    title: str


@dataclass(frozen=True, slots=True)
class Column:
    """The entries of a stretch of time. `solid` and `soft` are heights in per cent of the highest column: of those that are
    dated within it, and of the share that it has of those that are not. `period` is where the first one that is dated within
    it is listed, or else the first one at all. `span` is the stretch in EDTF, `label` in words."""

    period: Period
    span: str
    label: str
    x: float
    width: float
    solid: float
    soft: float
    count: int


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: either marks or columns, and the ticks."""

    marks: tuple[Mark, ...]
    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]


def draw_chart(chronology: Chronology) -> Chart | None:
    """The chart of all entries; None if there is no entry."""
    days = [day.toordinal() for entry in chronology.entries for day in (entry.when.earliest, entry.when.latest) if day]
    if not days:
        return None
    axis = Axis(min(days), max(days))
    if len(chronology.entries) <= MEASURES.most_marks:
        return Chart(tuple(_marks(chronology.entries, axis)), (), ticks(axis))
    return Chart((), tuple(_columns(chronology.entries, axis)), ticks(axis))


def shape(when: When) -> str:
    """How a date is drawn; see `Mark`."""
    if when.end is None and when.precision == "day":
        return "about" if when.qualified else "dot"
    if when.end is None:
        return "maybe"
    if _sharp(when.start):
        return "solid" if _sharp(when.end) else "fading"
    return "rising" if _sharp(when.end) else "soft"


def _sharp(part: Part) -> bool:
    return part.precision == "day" and not part.qualifier


def _marks(entries: Iterable[Entry], axis: Axis) -> list[Mark]:
    """Each entry in the next lane that is free where it begins, so that there is room for titles behind it."""
    free = [0.0] * MEASURES.lanes
    lane, placed = -1, []
    for entry in entries:
        begin, end = (axis.at(day) for day in axis.bounds(entry.when))
        turns = ((lane + turn) % MEASURES.lanes for turn in range(1, MEASURES.lanes + 1))
        lane = next((lane for lane in turns if free[lane] <= begin), free.index(min(free)))
        free[lane] = max(end, begin + MEASURES.dot)
        placed.append((entry, lane, begin, round(end - begin, 2)))
    return _labelled(placed)


def _labelled(placed: list[tuple[Entry, int, float, float]]) -> list[Mark]:
    """The marks, with a title behind or before each that has room for it in its lane."""
    following = [100.0] * MEASURES.lanes
    ends = []
    for _, lane, begin, _ in reversed(placed):
        ends.append(following[lane])
        following[lane] = begin
    taken, marks = [0.0] * MEASURES.lanes, []
    for (entry, lane, begin, width), following_begin in zip(placed, reversed(ends), strict=True):
        drawn, text = shape(entry.when), len(entry.title) * MEASURES.letter + MEASURES.gap
        left, right = (begin + width / 2,) * 2 if drawn in POINT_SHAPES else (begin, begin + width)
        side = ""
        if following_begin - right > text + MEASURES.gap:
            side = "behind"
        elif left - taken[lane] > text:
            side = "before"
        taken[lane] = right + (text if side == "behind" else MEASURES.gap)
        marks.append(Mark(entry, lane, round(left, 2), round(right - left, 2), drawn, side))
    return marks


def _columns(entries: tuple[Entry, ...], axis: Axis) -> Iterator[Column]:
    """Columns of the finest unit of which there are not too many; those without an entry are left out."""
    edges, names = units(axis)
    solid, soft = [0] * len(edges), [0.0] * len(edges)
    within: dict[int, Period] = {}
    across: dict[int, Period] = {}
    for entry in entries:
        begin, end = axis.bounds(entry.when)
        first, last = bisect_right(edges, begin) - 1, bisect_right(edges, end - 1) - 1
        if first == last:
            solid[first] += 1
            within.setdefault(first, period_of(entry.when))
            continue
        for number in range(first, last + 1):
            soft[number] += (min(end, edges[number + 1]) - max(begin, edges[number])) / (end - begin)
            across.setdefault(number, period_of(entry.when))
    highest = max(map(sum, zip(solid, soft, strict=True)))
    for number, (begin, end) in enumerate(pairwise(edges)):
        if solid[number] or soft[number]:
            # The least share can be seen too.
            dark, light = (round(max(100 * of[number] / highest, 0.1 * (of[number] > 0)), 1) for of in (solid, soft))
            x = axis.at(max(begin, axis.first))
            width = round(axis.at(min(end, axis.end)) - x, 2)
            period = within.get(number) or across[number]
            span, label = names[number]
            yield Column(period, span, label, x, width, dark, light, solid[number])
