"""Makes the coastline of the maps, timeline/publish/maps/land.wkb.xz, from land-10m.json of the npm package world-atlas.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/coastline.py package/land-10m.json

It is run once, when Natural Earth has a new version; what it writes is committed. timeline/publish/maps/land.md tells the source.
"""

import json
import lzma
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import shapely
from shapely.affinity import translate

TARGET = Path(__file__).parent.parent / "timeline" / "maps" / "land.wkb.xz"
TOLERANCE = 0.01  # degrees, about 1 km: one pixel of a map that is 9 degrees wide
GRID = 0.001  # degrees; fewer digits pack better
WORLD = shapely.box(-180, -90, 180, 90)

Ring = list[tuple[float, float]]


def rings(topology: dict) -> Iterator[list[Ring]]:
    """Each polygon as its rings. TopoJSON stores arcs as whole numbers, each a step from the one before."""
    (scale_x, scale_y), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arcs.append([(west + (x := x + dx) * scale_x, south + (y := y + dy) * scale_y) for dx, dy in steps])
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            yield [_joined([arcs[index] if index >= 0 else arcs[~index][::-1] for index in ring]) for ring in polygon]


def _joined(arcs: list[Ring]) -> Ring:
    return arcs[0] + [point for arc in arcs[1:] for point in arc[1:]]


def unrolled(ring: Ring) -> Ring:
    """The ring without jumps at the antimeridian. One round a pole does not close that way, so it is led over the pole."""
    turns, found = 0, [ring[0]]
    for (before, _), (lon, lat) in pairwise(ring):
        turns += (lon - before < -180) - (lon - before > 180)
        found.append((lon + 360 * turns, lat))
    if turns:
        pole = -90 if found[0][1] < 0 else 90
        found += [(found[-1][0], pole), (found[0][0], pole), found[0]]
    return found


def area(ring: Ring) -> shapely.Geometry:
    """What a ring encloses, cut at the antimeridian."""
    whole = shapely.make_valid(shapely.Polygon(unrolled(ring)))
    return shapely.union_all([translate(whole, turn).intersection(WORLD) for turn in (-360, 0, 360)])


def main(source: str) -> None:
    parts = []
    for outer, *holes in rings(json.loads(Path(source).read_text(encoding="utf-8"))):
        parts.append(area(outer).difference(shapely.union_all([area(hole) for hole in holes])))
    land = shapely.set_precision(shapely.union_all(parts).simplify(TOLERANCE), GRID)
    land = shapely.MultiPolygon([part for part in shapely.get_parts(land) if isinstance(part, shapely.Polygon)])
    if not land.is_valid:
        raise ValueError("the outline of the land crosses itself")
    data = lzma.compress(shapely.to_wkb(shapely.normalize(land)), preset=9 | lzma.PRESET_EXTREME)
    TARGET.write_bytes(data)
    print(f"{len(land.geoms)} pieces of land, {shapely.get_num_coordinates(land)} points, {len(data)} bytes: {TARGET}")


if __name__ == "__main__":
    main(sys.argv[1])
