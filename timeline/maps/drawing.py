"""Places to drawings: plain records of what the templates write as SVG. Lengths in pixels of the drawing's own width."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import dist, floor, log10, sqrt

from timeline.maps.labels import Box, Label, place_labels
from timeline.maps.land import land_path, shows_a_coast
from timeline.maps.window import KM_PER_DEGREE, Position, Shape, Window, main_region, window_round
from timeline.model import Index, Name


@dataclass(frozen=True, slots=True)
class Pin:
    """A place on a map. The area of its dot tells its entries; `reach` is the radius of what can be pressed."""

    name: Name
    count: int
    x: float
    y: float
    radius: float
    reach: float
    label: Label


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A line of so many kilometres, right in the middle of the map."""

    km: int
    x: float
    y: float
    length: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map: the land as an SVG path, the pins with the largest first, and the part that another map shows (`frame`)."""

    width: int
    height: int
    size: int  # of its letters
    land: str
    pins: tuple[Pin, ...]
    bar: ScaleBar | None = None
    frame: Box | None = None


@dataclass(frozen=True, slots=True)
class RegionMap:
    """The main map, drawn for wide and for narrow screens; the places beyond it, and an overview that shows where they are.

    `unpinned` are the places within it that have no pin, because others have more entries.
    """

    wide: Drawing
    narrow: Drawing
    overview: Drawing | None
    beyond: tuple[tuple[Name, int], ...]
    unpinned: int


@dataclass(frozen=True, slots=True)
class _Board:
    """What a map is drawn on. `land` is the most characters of its path."""

    width: int
    shape: Shape
    size: int
    pins: int  # at most
    dot: float  # radius of the largest
    land: int | None = None


_WIDE = _Board(700, Shape(0.5, 0.72), 13, 150, 18)
_NARROW = _Board(360, Shape(0.75, 1.15), 13, 60, 14)
_OVERVIEW = _Board(320, Shape(0.4, 0.625), 12, 40, 3, 4000)
_DETAIL = _Board(320, Shape(0.625, 0.625), 12, 30, 4.5, 2000)
_DOT, _LEAST_DOT, _REACH = 4, 2.5, 16  # radii: of one entry, at least, and of what can be pressed
_GROWTH, _TIMES = 1.6, 8  # steps in which a window grows until it shows a coast


def region_map(index: Index) -> RegionMap | None:
    """The map of all places with their numbers of entries; None where no position is known."""
    places = [(listing.name, len(listing.entries)) for listing in index.listings if _position(listing.name)]
    if not places:
        return None
    totals: dict[Position, int] = {}
    for name, count in places:
        totals[_position(name)] = totals.get(_position(name), 0) + count
    region = main_region(totals, _WIDE.shape)
    inside = [place for place in places if _position(place[0]) in region]
    beyond = tuple(sorted((place for place in places if _position(place[0]) not in region), key=_weight))
    wide = _window(region, _WIDE)
    overview = _drawing(beyond, _window(totals, _OVERVIEW), _OVERVIEW, frame=wide) if beyond else None
    drawings = _drawing(inside, wide, _WIDE), _drawing(inside, _window(region, _NARROW), _NARROW)
    return RegionMap(*drawings, overview, beyond, max(0, len(inside) - _WIDE.pins))


def detail_map(names: Iterable[Name]) -> Drawing | None:
    """A small map of a few places; None where no position is known."""
    places = [(name, 1) for name in names if _position(name)]
    return _drawing(places, _window([_position(name) for name, _ in places], _DETAIL), _DETAIL) if places else None


def _position(name: Name) -> Position | None:
    return None if name.lat is None or name.lon is None else (name.lat, name.lon)


def _weight(place: tuple[Name, int]) -> tuple:
    """Most entries first."""
    name, count = place
    return -count, name.name.casefold(), name.id


def _window(positions: Iterable[Position], board: _Board) -> Window:
    """With a coast in it, for land or water alone tells a reader nothing."""
    window = window_round(positions, board.shape)
    for _ in range(_TIMES):
        if shows_a_coast(window):
            break
        window = window.grown(_GROWTH)
    return window


def _drawing(places: Sequence[tuple[Name, int]], window: Window, board: _Board, frame: Window | None = None) -> Drawing:
    scale = board.width / window.width
    height = round(window.height * scale)
    places = sorted(places, key=_weight)[: board.pins]
    points = [tuple(length * scale for length in window.offset((name.lat, name.lon))) for name, _ in places]
    radii = _radii([count for _, count in places], board.dot)
    pins = [Box(x - r, y - r, x + r, y + r) for (x, y), r in zip(points, radii, strict=True)]
    bar, at_bar = _scale_bar(window, board, height, pins)
    framed = _framed(window, frame, scale) if frame else None
    texts = [f"{name.name} {count}" if board is not _DETAIL else name.name for name, count in places]
    labels = place_labels(texts, pins, Box(2, 2, board.width - 2, height - 2), board.size, [box for box in (at_bar, framed) if box])
    return Drawing(
        board.width,
        height,
        board.size,
        land_path(window, board.width, most=board.land),
        tuple(
            Pin(name, count, round(x, 1), round(y, 1), radius, _reach(place, points, radius), label)
            for place, ((name, count), (x, y), radius, label) in enumerate(zip(places, points, radii, labels, strict=True))
        ),
        bar,
        framed,
    )


def _radii(counts: Sequence[int], largest: float) -> list[float]:
    """Areas are as the numbers of entries, down to the least that can be seen."""
    one = min(_DOT, largest / sqrt(max(counts, default=1)))
    return [round(max(_LEAST_DOT, one * sqrt(count)), 1) for count in counts]


def _reach(place: int, points: Sequence[Position], radius: float) -> float:
    """Half the way to the next pin, so that each can be pressed; no more than a finger needs and no less than the dot."""
    ways = (dist(points[place], other) / 2 for number, other in enumerate(points) if number != place)
    return round(max(radius, min(_REACH, min(ways, default=_REACH))), 1)


def _scale_bar(window: Window, board: _Board, height: int, pins: Sequence[Box]) -> tuple[ScaleBar | None, Box | None]:
    """In the first corner without a pin. None for half the world, where one length is not true all over the map."""
    if window.height > 60 or board is _OVERVIEW:
        return None, None
    per_km = board.width / window.width / KM_PER_DEGREE
    km = _round_number(board.width / 5 / per_km)
    length, room = round(km * per_km, 1), board.size * 4.5
    corners = [
        Box(left, top, left + max(length, room) + 10, top + board.size + 14)
        for top in (height - board.size - 20.0, 6.0)
        for left in (6.0, board.width - max(length, room) - 16)
    ]
    box = next((corner for corner in corners if not any(corner.meets(pin) for pin in pins)), corners[0])
    return ScaleBar(km, round(box.left + 5, 1), round(box.bottom - 6, 1), length), box


def _round_number(most: float) -> int:
    """The largest of 1, 2, 5, 10, 20, 50 and so on that is no more than this."""
    tens = 10 ** floor(log10(most))
    return round(max(step * tens for step in (1, 2, 5) if step * tens <= most))


def _framed(window: Window, shown: Window, scale: float) -> Box:
    left, top = (length * scale for length in window.offset((shown.north, shown.west)))
    across = (shown.east - shown.west) * window.squeeze * scale
    return Box(*(round(edge, 1) for edge in (left, top, left + across, top + shown.height * scale)))
