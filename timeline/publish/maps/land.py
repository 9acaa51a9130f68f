"""The coastline inside a window, as an SVG path. land.md names the source of the data."""

import lzma
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from timeline.publish.maps.window import Window

DATA = Path(__file__).parent / "land.wkb.xz"
_EDGE = 3  # pixels drawn beyond the edge, so that the line round the land does not run along it
_ROUGH = (0, 0.02, 0.1)  # degrees: how far the line of the land is from the coast, for larger and larger windows
_SHARE = 0.03  # of land, and of water, that makes a coast to be seen

Point = tuple[int, int]  # tenths of a pixel


@cache
def _world(roughness: float) -> shapely.STRtree:
    """All land; where a map shows much of the world, drawn more roughly, by so many degrees."""
    if not roughness:
        return shapely.STRtree(shapely.get_parts(shapely.from_wkb(lzma.decompress(DATA.read_bytes()))))
    return shapely.STRtree(_polygons(part.simplify(roughness) for part in _world(0).geometries if _extent(part) >= 2 * roughness))


def shows_a_coast(window: Window) -> bool:
    """Whether there is enough of both, land and water, for a reader to know the place by its outline."""
    whole = (window.east - window.west) * window.height
    return _SHARE < sum(part.area for part in _within(window, 0, window.width / 500)) / whole < 1 - _SHARE


@lru_cache(maxsize=2048)  # many entries share their places
def land_path(window: Window, width: float, tolerance: float = 0.5, most: int | None = None) -> str:
    """The land in a window that is drawn so many pixels wide, as the `d` of an SVG path with one decimal.

    The line is no farther from the coast than `tolerance`, in pixels; a path longer than `most` characters is drawn more
    roughly.
    """
    per_degree = width / window.width
    across = [window.lon_scale * per_degree, -per_degree]
    parts = [
        shapely.transform(part, lambda points: (points - [window.west, window.north]) * across)
        for part in _within(window, _EDGE / per_degree, tolerance / per_degree)
    ]
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    while True:
        rings = [ring.simplify(tolerance) for ring in rings if _extent(ring) >= 2 * tolerance]
        path = "".join(_closed(points) for points in map(_points, rings) if len(points) > 3)
        if most is None or len(path) <= most:
            return path
        tolerance *= 1.4


def _within(window: Window, edge: float, tolerance: float) -> list[shapely.Polygon]:
    """The pieces of land inside a window and an edge round it, with longitudes that run on in it.

    The edge and how rough the land may be are in degrees of latitude; what is smaller is left out.
    """
    world = _world(max(rough for rough in _ROUGH if rough <= tolerance / 2))
    aside = edge / window.lon_scale
    found: list[shapely.Polygon] = []
    cut: list[shapely.Polygon] = []
    for turn in (-360, 0, 360):  # the data end at the antimeridian, a window need not
        bounds = window.west - aside - turn, window.south - edge, window.east + aside - turn, window.north + edge
        near = [world.geometries[place] for place in sorted(world.query(shapely.box(*bounds)))]
        for part in _polygons(shapely.clip_by_rect(part, *bounds) for part in near if _extent(part) >= tolerance):
            is_cut = any(abs(lon) == 180 for lon in part.bounds[::2])
            (cut if is_cut else found).append(translate(part, turn) if turn else part)
    return found + _polygons([shapely.union_all(shapely.make_valid(cut))])


def _extent(shape: BaseGeometry) -> float:
    """The longer side of the box round a shape."""
    left, bottom, right, top = shape.bounds
    return max(right - left, top - bottom)


def _polygons(shapes: Iterable[BaseGeometry]) -> list[shapely.Polygon]:
    parts = (part for shape in shapes for part in shapely.get_parts(shape))
    return [part for part in parts if isinstance(part, shapely.Polygon) and not part.is_empty]


def _points(ring: shapely.LinearRing) -> list[Point]:
    """In tenths of a pixel, none twice in a row."""
    points = [tuple(point) for point in (shapely.get_coordinates(ring) * 10).round().astype(int).tolist()]
    return [point for place, point in enumerate(points) if not place or point != points[place - 1]]


def _closed(ring: list[Point]) -> str:
    """A closed run of lines; each point is given by its distance from the one before, which is shorter."""
    steps = [(x - ring[place][0], y - ring[place][1]) for place, (x, y) in enumerate(ring[1:-1])]
    return f"M{_pairs(ring[:1])}l{_pairs(steps)}z"


def _pairs(points: Iterable[Point]) -> str:
    return " ".join(f"{x / 10:g} {y / 10:g}" for x, y in points).replace(" -", "-")
