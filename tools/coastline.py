"""Make the coastline of the maps, timeline/publish/maps/land.wkb.xz, from land-10m.json of the npm package world-atlas.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/coastline.py package/land-10m.json

Run it when Natural Earth has a new version, and commit the result. timeline/publish/maps/land.md names the source.
"""

import argparse
import json
import lzma
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import shapely
from shapely.affinity import translate

TARGET = Path(__file__).parent.parent / "timeline" / "publish" / "maps" / "land.wkb.xz"
TOLERANCE = 0.01  # degrees, about 1 km: one pixel of a map that is 9 degrees wide
GRID = 0.001  # degrees; fewer digits compress better
WORLD = shapely.box(-180, -90, 180, 90)

Ring = list[tuple[float, float]]


def rings(topology: dict[str, Any]) -> Iterator[list[Ring]]:
    """The rings of each polygon, the outer one first. TopoJSON stores arcs as integers, each the step from the point before."""
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
    """The ring without jumps at the antimeridian. A ring round a pole does not close then, so it is continued over the pole."""
    turns, found = 0, [ring[0]]
    for (before, _), (lon, lat) in pairwise(ring):
        turns += (lon - before < -180) - (lon - before > 180)
        found.append((lon + 360 * turns, lat))
    if turns:
        pole = -90 if found[0][1] < 0 else 90
        found += [(found[-1][0], pole), (found[0][0], pole), found[0]]
    return found


def area(ring: Ring) -> shapely.Geometry:
    """The area that a ring encloses, cut at the antimeridian."""
    whole = shapely.make_valid(shapely.Polygon(unrolled(ring)))
    return shapely.union_all([translate(whole, turn).intersection(WORLD) for turn in (-360, 0, 360)])


def main() -> None:
    """Write the coastline from the file that the command line names."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("source", type=Path, metavar="land-10m.json")
    arguments.add_argument("--out", type=Path, default=TARGET)
    options = arguments.parse_args()
    parts = []
    for outer, *holes in rings(json.loads(options.source.read_text(encoding="utf-8"))):
        parts.append(shapely.difference(area(outer), shapely.union_all([area(hole) for hole in holes])))
    land = shapely.set_precision(shapely.union_all(parts).simplify(TOLERANCE), GRID)
    land = shapely.MultiPolygon([part for part in shapely.get_parts(land) if isinstance(part, shapely.Polygon)])
    if not land.is_valid:
        raise ValueError("the outline of the land crosses itself")
    data = lzma.compress(shapely.to_wkb(shapely.normalize(land)), preset=9 | lzma.PRESET_EXTREME)
    options.out.write_bytes(data)
    print(f"{len(land.geoms)} pieces of land, {shapely.get_num_coordinates(land)} points, {len(data)} bytes: {options.out}")


if __name__ == "__main__":
    main()
