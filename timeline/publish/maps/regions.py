"""The maps of the site: all places with their numbers of entries, and a few places in small."""

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.model.records import Index, Name
from timeline.publish.maps.drawing import Board, Drawing, Place, by_entries, draw
from timeline.publish.maps.land import shows_a_coast
from timeline.publish.maps.window import Position, Shape, Window, main_region, window_round

_WIDE = Board(700, Shape(0.5, 0.72), 13, 120, 18, 24_000, counted=True)
_NARROW = Board(340, Shape(0.75, 1.15), 13, 60, 14, 12_000, counted=True)
_OVERVIEW = Board(320, Shape(0.4, 0.625), 12, 40, 3, 4_000)
_DETAIL = Board(320, Shape(0.625, 0.625), 12, 30, 4.5, 2_000)
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
    places = [(listing.name, len(listing.entries)) for listing in index.listings if _position(listing.name)]
    if not places:
        return None
    totals: dict[Position, int] = {}
    for name, count in places:
        totals[_position(name)] = totals.get(_position(name), 0) + count
    wide = _window(main_region(totals, _WIDE.shape), _WIDE)
    inside = [place for place in places if wide.holds(_position(place[0]))]
    beyond = tuple(sorted((place for place in places if place not in inside), key=by_entries))
    narrow = _window([_position(name) for name, _ in inside], _NARROW)
    overview = draw(beyond, _overview(totals, wide), _OVERVIEW, frame=wide) if beyond else None
    return RegionMap(draw(inside, wide, _WIDE), draw(inside, narrow, _NARROW), overview, beyond, len(inside))


def detail_map(names: Iterable[Name]) -> Drawing | None:
    """A small map of a few places; None where no position is known."""
    places = [(name, 1) for name in names if _position(name)]
    return draw(places, _window([_position(name) for name, _ in places], _DETAIL), _DETAIL) if places else None


def _position(name: Name) -> Position | None:
    return None if name.lat is None or name.lon is None else (name.lat, name.lon)


def _window(positions: Iterable[Position], board: Board) -> Window:
    """With a coast in it, for land or water alone tells a reader nothing."""
    window = window_round(positions, board.shape)
    for _ in range(_TIMES):
        if shows_a_coast(window):
            break
        window = window.grown(_GROWTH)
    return window


def _overview(positions: Iterable[Position], shown: Window) -> Window:
    """A window that holds all positions and another window."""
    corners = [(lat, (lon + 180) % 360 - 180) for lat in (shown.south, shown.north) for lon in (shown.west, shown.east)]
    return window_round([*positions, *corners], _OVERVIEW.shape)
