"""Maps of places: the coastline of a part of the world, with a pin for each place. Plain records for the templates.

`window` chooses the part of the world, `land` draws its coastline, `labels` finds room for names, `drawing` puts the three
together. There are no borders on a map: where one is in dispute, a line would take a side.
"""

from timeline.maps.drawing import Drawing, Label, Pin, RegionMap, ScaleBar, detail_map, region_map

__all__ = ["Drawing", "Label", "Pin", "RegionMap", "ScaleBar", "detail_map", "region_map"]
