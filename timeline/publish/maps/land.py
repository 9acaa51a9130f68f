"""The coastline inside a window, as an SVG path. land.md names the source of the data."""

import lzma
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import shapely
from shapely.affinity import translate

from timeline.publish.maps.window import Window

DATA = Path(__file__).parent / "land.wkb.xz"
_EDGE = 3  # pixels drawn beyond the edge, so that the line round the land does not run along it
_ROUGH = (0, 0.02, 0.1)  # degrees: how far the line of the land is from the coast, for larger and larger windows
_SHARE = 0.03  # of land, and of water, that makes a coast to be seen
_LEAST_STEPS, _LEAST_STEP = 3, 4  # of a ring that is drawn; characters of a step, at least

Shapes = Any  # an array of shapes, which the library works on at once


@cache
def _world(roughness: float) -> shapely.STRtree:
    """All land; where a map shows much of the world, drawn more roughly, by so many degrees."""
    if not roughness:
        return shapely.STRtree(shapely.get_parts(shapely.from_wkb(lzma.decompress(DATA.read_bytes()))))
    parts = _world(0).geometries
    return shapely.STRtree(_polygons(shapely.simplify(parts[_extents(parts) >= 2 * roughness], roughness)))


@lru_cache(maxsize=2048)  # many entries share their places
def shows_a_coast(window: Window) -> bool:
    """Whether there is enough of both, land and water, for a reader to know the place by its outline."""
    whole = (window.east - window.west) * window.height
    dry: float = sum(part.area for part in _within(window, 0, window.width / 500))
    return _SHARE < dry / whole < 1 - _SHARE


@lru_cache(maxsize=2048)
def land_path(window: Window, width: float, tolerance: float = 0.5, most: int | None = None) -> str:
    """The land in a window that is drawn so many pixels wide, as the `d` of an SVG path with one decimal.

    The line is no farther from the coast than `tolerance`, in pixels; a path longer than `most` characters is drawn more
    roughly.
    """
    per_degree = width / window.width
    across = [window.lon_scale * per_degree, -per_degree]
    parts = _within(window, _EDGE / per_degree, tolerance / per_degree)
    drawn = shapely.transform(parts, lambda points: (points - [window.west, window.north]) * across)
    rings = shapely.get_rings(drawn)
    while True:
        rings = shapely.simplify(rings[_extents(rings) >= 2 * tolerance], tolerance)
        path = _path(rings, most)
        if path is not None:
            return path
        tolerance *= 1.4


def _within(window: Window, edge: float, tolerance: float) -> Shapes:
    """The pieces of land inside a window and an edge round it, with longitudes that run on in it.

    The edge and how rough the land may be are in degrees of latitude; what is smaller is left out.
    """
    world = _world(max(rough for rough in _ROUGH if rough <= tolerance / 2))
    aside = edge / window.lon_scale
    found: list[shapely.Polygon] = []
    cut: list[shapely.Polygon] = []
    for turn in (-360, 0, 360):  # the data end at the antimeridian, a window need not
        bounds = window.west - aside - turn, window.south - edge, window.east + aside - turn, window.north + edge
        near = world.geometries[sorted(world.query(shapely.box(*bounds)))]
        parts = _polygons(shapely.clip_by_rect(near[_extents(near) >= tolerance], *bounds))
        is_cut = (abs(shapely.bounds(parts)[:, ::2]) == 180).any(axis=1)
        found += (translate(part, turn) if turn else part for part in parts[~is_cut])
        cut += (translate(part, turn) if turn else part for part in parts[is_cut])
    return shapely.get_parts([*found, *_polygons([shapely.union_all(shapely.make_valid(cut))])])


def _extents(shapes: Shapes) -> Any:
    """The longer side of the box round each shape."""
    bounds = shapely.bounds(shapes)
    return (bounds[:, 2:] - bounds[:, :2]).max(axis=1)


def _polygons(shapes: Shapes) -> Shapes:
    parts = shapely.get_parts(shapes)
    return parts[(shapely.get_type_id(parts) == shapely.GeometryType.POLYGON) & ~shapely.is_empty(parts)]


def _path(rings: Shapes, most: int | None) -> str | None:
    """Each ring as a closed run of lines; None if that takes more than `most` characters.

    The first point of a ring is followed by the distance of each point from the one before, which is shorter. Most paths that
    are too long are known by their number of steps, so they need not be written.
    """
    coordinates, ring_of = shapely.get_coordinates(rings, return_index=True)
    points = (coordinates * 10).round().astype(int)  # tenths of a pixel
    ways = points[1:] - points[:-1]
    are_steps = ways.any(axis=1) & (ring_of[1:] == ring_of[:-1])
    if most is not None and _LEAST_STEP * (are_steps.sum() - _LEAST_STEPS * len(rings)) > most:
        return None
    steps: list[list[str]] = [[] for _ in rings]
    for ring, (x, y) in zip(ring_of[1:][are_steps].tolist(), ways[are_steps].tolist(), strict=True):
        steps[ring].append(f"{_decimal(x)} {_decimal(y)}")
    starts = points[ring_of.searchsorted(range(len(rings)))].tolist()
    path = "".join(
        f"M{_decimal(x)} {_decimal(y)}l{' '.join(of_ring[:-1])}z"
        for (x, y), of_ring in zip(starts, steps, strict=True)
        if len(of_ring) >= _LEAST_STEPS
    ).replace(" -", "-")
    return path if most is None or len(path) <= most else None


@lru_cache(maxsize=16384)
def _decimal(tenths: int) -> str:
    return f"{tenths / 10:g}"
