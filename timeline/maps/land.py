"""The coastline inside a window, as an SVG path. land.md tells where the data come from."""

import lzma
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

import shapely
from shapely.affinity import translate

from timeline.maps.window import Window

DATA = Path(__file__).parent / "land.wkb.xz"
_EDGE = 3  # pixels drawn beyond the edge, so that the line round the land does not run along it
_SHARE = 0.03  # of land, and of water, that makes a coast to be seen

Point = tuple[int, int]  # tenths of a pixel


@cache
def _world() -> shapely.STRtree:
    return shapely.STRtree(shapely.get_parts(shapely.from_wkb(lzma.decompress(DATA.read_bytes()))))


def shows_a_coast(window: Window) -> bool:
    """Whether there is enough of both, land and water, for a reader to know the place by its outline."""
    whole = (window.east - window.west) * window.height
    return _SHARE < sum(part.area for part in _within(window, 0)) / whole < 1 - _SHARE


@lru_cache(maxsize=2048)  # many entries share their places
def land_path(window: Window, width: float, tolerance: float = 0.5, most: int | None = None) -> str:
    """The land in a window that is drawn so many pixels wide, as the `d` of an SVG path with one decimal.

    The line is no farther from the coast than `tolerance`, in pixels; a path longer than `most` characters is drawn more
    roughly.
    """
    per_degree = width / window.width
    across = [window.squeeze * per_degree, -per_degree]
    parts = [
        shapely.transform(part, lambda points: (points - [window.west, window.north]) * across)
        for part in _within(window, _EDGE / per_degree / window.squeeze)
    ]
    while True:
        path = "".join(_closed(ring) for part in parts for ring in _rings(part, tolerance))
        if most is None or len(path) <= most:
            return path
        tolerance *= 1.5


def _within(window: Window, edge: float) -> list[shapely.Polygon]:
    """The pieces of land inside a window and an edge of so many degrees round it, with longitudes that run on in it."""
    found = []
    for turn in (-360, 0, 360):  # the data end at the antimeridian, a window need not
        west, south, east, north = window.west - edge - turn, window.south - edge, window.east + edge - turn, window.north + edge
        near = _world().geometries[sorted(_world().query(shapely.box(west, south, east, north)))]
        found.append([translate(part, turn) for part in _polygons(shapely.clip_by_rect(near, west, south, east, north))])
    found = [parts for parts in found if parts]
    if len(found) > 1:  # joined where the antimeridian has cut them
        return _polygons([shapely.union_all(shapely.make_valid([part for parts in found for part in parts]))])
    return found[0] if found else []


def _polygons(shapes: Iterable[shapely.Geometry]) -> list[shapely.Polygon]:
    parts = (part for shape in shapes for part in shapely.get_parts(shape))
    return [part for part in parts if isinstance(part, shapely.Polygon) and not part.is_empty]


def _rings(part: shapely.Polygon, tolerance: float) -> list[list[Point]]:
    """The outline of a piece of land and of the waters in it, without what is too small to be seen."""
    rings = []
    for ring in (part.exterior, *part.interiors):
        left, top, right, bottom = ring.bounds
        if max(right - left, bottom - top) >= 2 * tolerance:
            points = (shapely.get_coordinates(ring.simplify(tolerance)) * 10).round().astype(int).tolist()
            rings.append([tuple(point) for place, point in enumerate(points) if not place or point != points[place - 1]])
    return [ring for ring in rings if len(ring) > 3]


def _closed(ring: list[Point]) -> str:
    """A closed run of lines; each point is given by its distance from the one before, which is shorter."""
    steps = [(x - ring[place][0], y - ring[place][1]) for place, (x, y) in enumerate(ring[1:-1])]
    return f"M{_pairs(ring[:1])}l{_pairs(steps)}z"


def _pairs(points: Iterable[Point]) -> str:
    return " ".join(f"{x / 10:g} {y / 10:g}" for x, y in points).replace(" -", "-")
