"""Places in a window to a drawing: plain records of what the templates write as SVG.

Lengths are in pixels of the drawing's own width, from its corner at the left and at the top.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import dist, sqrt

from timeline.model.names import Name
from timeline.publish.maps.labels import Box, Label, place_labels
from timeline.publish.maps.scale import ScaleBar, is_true, make_scale_bar
from timeline.publish.maps.window import KM_PER_DEGREE, Shape, Window

_DOT, _LEAST_DOT = 4, 2.5  # radii, of one entry and at least
_REACH = 16  # radius of what can be pressed, at most: 24 pixels across where a drawing is shrunk to three quarters

Place = tuple[Name, int]  # with its number of entries


@dataclass(frozen=True, slots=True)
class Pin:
    """A place on a map. The area of its dot is in proportion to its entries; `reach` is the radius of what can be pressed."""

    name: Name
    count: int
    x: float
    y: float
    radius: float
    reach: float
    label: Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map: the land as an SVG path, the pins with the largest first, and the part that another map shows (`frame`)."""

    width: int
    height: int
    size: int  # of its letters
    land: str
    pins: tuple[Pin, ...]
    scale_bar: ScaleBar | None
    frame: Box | None


@dataclass(frozen=True, slots=True)
class MapStyle:
    """How large a map is, and how much it shows. Lengths are in pixels."""

    width: int
    shape: Shape
    size: int  # of the letters
    pins: int  # at most
    dot: float  # radius of the largest
    land: int | None = None  # characters of the path of the land, at most
    counted: bool = False  # whether the names are followed by the numbers of entries


def draw(places: Sequence[Place], window: Window, style: MapStyle, frame: Window | None = None) -> Drawing:
    """The places with most entries, in a window that holds them all."""
    from timeline.publish.maps.land import land_path  # loaded late, with a large library: most builds draw no new map

    scale = style.width / window.width
    height = round(window.height * scale)
    edge = Box(0, 0, style.width, height)
    places = sorted(places, key=by_entries)[: style.pins]
    points = [_point(name, window, scale) for name, _ in places]
    radii = _radii([count for _, count in places], style.dot)
    dots = [Box(x - radius, y - radius, x + radius, y + radius) for (x, y), radius in zip(points, radii, strict=True)]
    bar = make_scale_bar(scale / KM_PER_DEGREE, edge, style.size, dots) if is_true(window.height) and not frame else None
    framed = _framed(frame, window, scale) if frame else None
    texts = [f"{name.name} {count}" if style.counted else name.name for name, count in places]
    taken = [box for box in (bar and bar.room, framed) if box]
    labels = place_labels(texts, dots, edge, style.size, taken)
    pins = tuple(
        Pin(name, count, round(x, 1), round(y, 1), radius, reach, label)
        for (name, count), (x, y), radius, reach, label in zip(
            places, points, radii, _reaches(points, radii), labels, strict=True
        )
    )
    return Drawing(style.width, height, style.size, land_path(window, style.width, most=style.land), pins, bar, framed)


def by_entries(place: Place) -> tuple[int, str, str]:
    """Sorts places: most entries first."""
    name, count = place
    return -count, name.name.casefold(), name.id


def _point(name: Name, window: Window, scale: float) -> tuple[float, float]:
    x, y = window.offset((name.lat or 0, name.lon or 0))
    return x * scale, y * scale


def _radii(counts: Sequence[int], largest: float) -> list[float]:
    """Areas are as the numbers of entries, down to the least that can be seen."""
    one = min(_DOT, largest / sqrt(max(counts, default=1)))
    return [round(max(_LEAST_DOT, one * sqrt(count)), 1) for count in counts]


def _reaches(points: Sequence[tuple[float, float]], radii: Sequence[float]) -> list[float]:
    """Half the way to the next pin, so that each can be pressed; no more than a finger needs and no less than the dot."""
    halves = [min((dist(point, other) / 2 for other in points if other is not point), default=_REACH) for point in points]
    return [round(max(radius, min(_REACH, half)), 1) for radius, half in zip(radii, halves, strict=True)]


def _framed(shown: Window, window: Window, scale: float) -> Box:
    """Where on the map of a window another one lies."""
    left, top = (length * scale for length in window.offset((shown.north, shown.west)))
    across = (shown.east - shown.west) * window.lon_scale * scale
    return Box(*(round(edge, 1) for edge in (left, top, left + across, top + shown.height * scale)))
