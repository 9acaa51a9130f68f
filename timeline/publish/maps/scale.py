"""The scale bar of a map."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

from timeline.publish.maps.labels import Box

_HIGHEST = 60  # degrees of latitude; on a higher map one length is not true all over


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A line of so many kilometres, as true as its map is in its middle. Lengths in pixels."""

    km: int
    x: float
    y: float
    length: float
    room: Box


def make_scale_bar(per_km: float, frame: Box, size: float, pins: Sequence[Box]) -> ScaleBar:
    """A bar about a fifth as long as the frame is wide, with letters of that size, in the first corner without a pin."""
    km = _round_number(frame.right / 5 / per_km)
    length = round(km * per_km, 1)
    across, high = max(length, size * 4.5) + 10, size + 14
    corners = [
        Box(left, top, left + across, top + high)
        for top in (frame.bottom - high - 6, 6.0)
        for left in (6.0, frame.right - across - 6)
    ]
    room = next((corner for corner in corners if not any(corner.meets(pin) for pin in pins)), corners[0])
    return ScaleBar(km, round(room.left + 5, 1), round(room.bottom - 6, 1), length, room)


def is_true(height: float) -> bool:
    """Whether one scale bar is true for a map that is so many degrees of latitude high."""
    return height <= _HIGHEST


def _round_number(most: float) -> int:
    """The largest of 1, 2, 5, 10, 20, 50 and so on that is no more than this."""
    tens = 10.0 ** floor(log10(most))
    return round(max(step * tens for step in (1, 2, 5) if step * tens <= most))
