"""Room for the names on a map: each beside its pin, where it covers no other name and no pin."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

_GAP = 3  # pixels between a pin and its name
_UP, _DOWN = 0.95, 0.26  # of the size of the letters, above and below their line; browsers round it up


class Box(NamedTuple):
    """In pixels, from the left and from the top."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two overlap."""
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom

    def inside(self, other: "Box") -> bool:
        """Whether it is within another one, edges included."""
        return self.left >= other.left and self.top >= other.top and self.right <= other.right and self.bottom <= other.bottom


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name is written: its point on the line of the letters, and which end of it that is (SVG's text-anchor).

    `fits` is False where there was no room: such a name is to be seen only while its pin is pointed at.
    """

    x: float
    y: float
    anchor: str
    fits: bool


def place_labels(texts: Sequence[str], pins: Sequence[Box], frame: Box, size: float, taken: Sequence[Box]) -> list[Label]:
    """A label for each text, in this order: the first ones have the choice. `size` is that of the letters, in pixels."""
    taken = list(taken)
    labels = []
    for text, pin in zip(texts, pins, strict=True):
        places = _places(text, pin, size)
        free = ((label, box) for label, box in places if box.inside(frame) and not _meets(box, pin, pins, taken))
        label, box = next(free, (None, None))
        if label and box:
            taken.append(box)
        labels.append(label or _pointed_at(places, pin, frame))
    return labels


def text_width(text: str, size: float) -> float:
    """About how wide a text is in a sans serif, in pixels, and rather too much than too little."""
    return size * sum(_advance(character) for character in text)


def _advance(character: str) -> float:
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    if character.isupper() or character in "mwMW—":
        return 0.78
    return 0.3 if character in " .,'’iljtI" else 0.6


def _places(text: str, pin: Box, size: float) -> list[tuple[Label, Box]]:
    """To the right, to the left, above, below; then askew."""
    width, up, down = text_width(text, size), size * _UP, size * _DOWN
    x, y, radius = (pin.left + pin.right) / 2, (pin.top + pin.bottom) / 2, (pin.right - pin.left) / 2
    level = y + size * 0.34  # lowercase letters are in the middle of the pin
    over, under = pin.top - _GAP + 1 - down, pin.bottom + _GAP - 1 + up
    points = (
        (pin.right + _GAP, level, "start", 0.0),
        (pin.left - _GAP, level, "end", width),
        (x, over, "middle", width / 2),
        (x, under, "middle", width / 2),
        (x + radius, over + radius / 2, "start", 0.0),
        (x + radius, under - radius / 2, "start", 0.0),
        (x - radius, over + radius / 2, "end", width),
        (x - radius, under - radius / 2, "end", width),
    )
    return [
        (Label(round(x, 1), round(y, 1), anchor, True), Box(x - before, y - up, x - before + width, y + down))
        for x, y, anchor, before in points
    ]


def _meets(box: Box, own: Box, pins: Sequence[Box], taken: Sequence[Box]) -> bool:
    return any(box.meets(other) for other in taken) or any(box.meets(pin) for pin in pins if pin is not own)


def _pointed_at(places: list[tuple[Label, Box]], pin: Box, frame: Box) -> Label:
    """Beside the pin, on the side where there is more room."""
    label, _ = places[pin.left + pin.right > frame.left + frame.right]
    return Label(label.x, label.y, label.anchor, False)
