"""The maps of the site: all places with their numbers of entries, and a few places in small."""

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.model.chronology import Index
from timeline.model.names import Name
from timeline.publish.maps.drawing import Drawing, MapStyle, Place, by_entries, draw
from timeline.publish.maps.window import Position, Shape, Window, main_region, window_round

_WIDE = MapStyle(700, Shape(0.5, 0.72), 13, 120, 18, 24_000, counted=True)
_NARROW = MapStyle(340, Shape(0.75, 1.15), 13, 60, 14, 12_000, counted=True)
_OVERVIEW = MapStyle(320, Shape(0.4, 0.625), 12, 40, 3, 4_000)
_DETAIL = MapStyle(320, Shape(0.625, 0.625), 12, 30, 4.5, 2_000)
_GROWTH, _TIMES = 1.25, 16  # steps in which a window grows until it shows a coast


@dataclass(frozen=True, slots=True)
class RegionMap:
    """The main map, drawn for wide and for narrow screens; the places beyond it, and an overview that shows where they are.

    `inside` is the number of places in its part of the world; where they are many, those with most entries alone have pins.
    """

    wide: Drawing
    narrow: Drawing
    overview: Drawing | None
    beyond: tuple[Place, ...]
    inside: int


def region_map(index: Index) -> RegionMap | None:
    """The map of all places with their numbers of entries; None where no position is known."""
    located = [(place, len(listing.entries)) for listing in index.listings for place in _located([listing.name])]
    if not located:
        return None
    totals: dict[Position, int] = {}
    for (_, position), count in located:
        totals[position] = totals.get(position, 0) + count
    wide = _window(main_region(totals, _WIDE.shape), _WIDE)
    inside = [(name, count) for (name, position), count in located if wide.holds(position)]
    beyond = tuple(sorted(((name, count) for (name, position), count in located if not wide.holds(position)), key=by_entries))
    narrow = _window([position for (_, position), _ in located if wide.holds(position)], _NARROW)
    overview = draw(beyond, _overview(totals, wide), _OVERVIEW, frame=wide) if beyond else None
    return RegionMap(draw(inside, wide, _WIDE), draw(inside, narrow, _NARROW), overview, beyond, len(inside))


def detail_map(names: Iterable[Name]) -> Drawing | None:
    """A small map of a few places; None where no position is known."""
    located = _located(names)
    if not located:
        return None
    window = _window([position for _, position in located], _DETAIL)
    return draw([(name, 1) for name, _ in located], window, _DETAIL)


def _located(names: Iterable[Name]) -> list[tuple[Name, Position]]:
    """The names whose position is known, with it."""
    return [(name, (name.lat, name.lon)) for name in names if name.lat is not None and name.lon is not None]


def _window(positions: Iterable[Position], style: MapStyle) -> Window:
    """With some coast in it: land or water alone does not show readers where they are."""
    from timeline.publish.maps.land import shows_a_coast  # loaded late, as in draw

    window = window_round(positions, style.shape)
    for _ in range(_TIMES):
        if shows_a_coast(window):
            break
        window = window.grown(_GROWTH)
    return window


def _overview(positions: Iterable[Position], shown: Window) -> Window:
    """A window that holds all positions and another window."""
    corners = [(lat, (lon + 180) % 360 - 180) for lat in (shown.south, shown.north) for lon in (shown.west, shown.east)]
    return window_round([*positions, *corners], _OVERVIEW.shape)
