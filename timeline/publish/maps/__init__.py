"""Maps of places: the coastline of a part of the world, with a pin for each place. Plain records for the templates.

`window` chooses the part of the world, `land` draws its coastline, `labels` finds room for names, `scale` for the scale bar,
`drawing` puts them together, and `regions` has the maps of the site. There are no borders on a map: where one is in dispute,
a line would take a side.
"""

from timeline.publish.maps.regions import RegionMap, detail_map, region_map

__all__ = ["RegionMap", "detail_map", "region_map"]
