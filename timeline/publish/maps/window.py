"""Which part of the world a map shows, and where a position is on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians

KM_PER_DEGREE = 111.2  # of latitude
LEAST = 600 / KM_PER_DEGREE  # a map is at least about 600 km wide, so that it shows where its place is
ROOM = 1.24  # free room round the places, of their extent
SHARE, MOST = 0.2, 12  # what may be left out of the main region: of the entries, and of the places
_MIN_LON_SCALE = 0.2  # near a pole; without a limit a map there would be endlessly wide

Position = tuple[float, float]  # degrees north, degrees east


@dataclass(frozen=True, slots=True)
class Shape:
    """How high a map may be, as a part of its width."""

    lowest: float
    highest: float


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the world, in degrees. `west` is within -180 and 180; `east` is beyond 180 where it goes over the antimeridian.

    Drawn as an equirectangular map: `lon_scale` is the length of a degree of longitude, in degrees of latitude, in its middle.
    """

    west: float
    south: float
    east: float
    north: float
    lon_scale: float

    @property
    def width(self) -> float:
        """In degrees of latitude."""
        return (self.east - self.west) * self.lon_scale

    @property
    def height(self) -> float:
        """In degrees of latitude."""
        return self.north - self.south

    def offset(self, position: Position) -> tuple[float, float]:
        """How far to the right and down from its corner in the north-west, in degrees of latitude."""
        lat, lon = position
        return (lon - self.west) % 360 * self.lon_scale, self.north - lat

    def holds(self, position: Position) -> bool:
        """Whether a position is in it, edges included."""
        across, down = self.offset(position)
        return across <= self.width and 0 <= down <= self.height

    def grown(self, factor: float) -> "Window":
        """A larger one about the same middle."""
        middle = (self.south + self.north) / 2, (self.west + self.east) / 2
        return _centred(middle, self.width * factor, self.height * factor, self.lon_scale)


def window_round(positions: Iterable[Position], shape: Shape, least: float = LEAST) -> Window:
    """The smallest window of this shape that holds at least one position and more with room round them; the shorter way round."""
    lats, lons = zip(*positions, strict=True)
    west, span = _shorter_way(lons)
    middle = (min(lats) + max(lats)) / 2
    height = max((max(lats) - min(lats)) * ROOM, least * shape.lowest)
    lon_scale = max(cos(radians(_within_poles(middle, height))), _MIN_LON_SCALE)
    width = max(span * lon_scale * ROOM, height / shape.highest, least)
    return _centred((middle, west + span / 2), width, max(height, width * shape.lowest), lon_scale)


def main_region(entries: Mapping[Position, int], shape: Shape) -> tuple[Position, ...]:
    """The positions of the main map, of all with their numbers of entries.

    Going inwards from the place farthest from the middle of all entries, places are left out where that makes the map half as
    wide or less, so long as they hold at most a fifth of the entries and are no more than twelve.
    """
    inwards = _farthest_first(entries)
    left, kept, width = 0, 0, window_round(inwards, shape).width
    for number, position in enumerate(inwards[: min(MOST, len(inwards) - 1)], start=1):
        left += entries[position]
        if left > SHARE * sum(entries.values()):
            break
        without = window_round(inwards[number:], shape).width
        if without <= width / 2:
            kept, width = number, without
    return tuple(inwards[kept:])


def _farthest_first(entries: Mapping[Position, int]) -> list[Position]:
    west, _ = _shorter_way([lon for _, lon in entries])
    lat = _median([(lat, number) for (lat, _), number in entries.items()])
    lon = _median([((lon - west) % 360, number) for (_, lon), number in entries.items()]) + west
    lon_scale = max(cos(radians(lat)), _MIN_LON_SCALE)

    def distance(position: Position) -> float:
        return hypot(position[0] - lat, ((position[1] - lon + 180) % 360 - 180) * lon_scale)

    return sorted(entries, key=lambda position: (-distance(position), position))


def _median(weighed: list[tuple[float, int]]) -> float:
    half, passed = sum(weight for _, weight in weighed) / 2, 0
    for value, weight in sorted(weighed):
        passed += weight
        if passed >= half:
            return value
    raise ValueError("a median needs at least one value")


def _shorter_way(lons: Sequence[float]) -> tuple[float, float]:
    """The westernmost longitude and the span of all of them: what remains when the widest gap between two is left out."""
    ordered = sorted({-180.0 if lon == 180 else lon for lon in lons})
    gaps = [(ordered[0] + 360 - ordered[-1], ordered[0])]  # the first of equal gaps, so that a map is seldom cut elsewhere
    gaps += [(after - before, after) for before, after in pairwise(ordered)]
    widest, west = max(gaps, key=lambda gap: gap[0])
    return west, 360 - widest


def _within_poles(lat: float, height: float) -> float:
    """The middle of a window, moved so that the window ends at a pole."""
    return max(min(lat, 90 - height / 2), height / 2 - 90)


def _centred(middle: Position, width: float, height: float, lon_scale: float) -> Window:
    """The whole world is the most that a window can show."""
    height, span = min(height, 180), min(width / lon_scale, 360)
    lat = _within_poles(middle[0], height)
    west = (middle[1] - span / 2 + 180) % 360 - 180
    return Window(west, lat - height / 2, west + span, lat + height / 2, lon_scale)
