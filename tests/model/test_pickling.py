"""Records come back from a pickle as they were."""

import pickle
import re
from dataclasses import FrozenInstanceError, dataclass

import pytest

from timeline.model.pickling import pickled


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0


@dataclass(frozen=True, slots=True)
class Place(Point):
    name: str = ""
    near: tuple[Point, ...] = ()

    def __post_init__(self) -> None:
        if self.name == "unset":
            raise ValueError("a place without a name was made anew")


@dataclass
class Open:
    x: int


@pytest.mark.parametrize("value", [Point(1, 2), Place(1, 2, "Aro", (Point(3),)), Open(4), re.compile("a"), {"a": [Point(1)]}])
def test_a_value_comes_back_equal(value: object) -> None:
    assert pickle.loads(pickled(value)) == value


def test_what_was_one_record_is_one_again_and_still_frozen() -> None:
    point = Point(1)
    first, second = pickle.loads(pickled([point, point]))
    assert first is second
    with pytest.raises(FrozenInstanceError):
        first.x = 2


def test_a_record_is_not_made_anew() -> None:
    place = Place(1)
    object.__setattr__(place, "name", "unset")
    assert pickle.loads(pickled(place)).name == "unset"
