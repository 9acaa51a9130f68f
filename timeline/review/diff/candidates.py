"""Find what may be like a thing without a look at all others: an index of these by what both must have in common."""

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Candidates(Generic[Item]):
    """Items by their keys: whatever is like one of them has at least one key in common with it."""

    def __init__(self, items: Iterable[Item], keys: Callable[[Item], Iterable[Hashable]]) -> None:
        self._items = list(items)
        self._keys = keys
        self._places: dict[Hashable, list[int]] = {}
        for place, item in enumerate(self._items):
            for key in dict.fromkeys(keys(item)):
                self._places.setdefault(key, []).append(place)

    def of(self, item: Item, share: float = 0.0) -> list[Item]:
        """The items with a key of this one, in their order.

        `share`, where only those count that have so large a share of its keys: then the rarest of them are enough to find these.
        """
        keys = sorted(dict.fromkeys(self._keys(item)), key=lambda key: len(self._places.get(key, ())))
        enough = keys[: len(keys) - int(share * len(keys)) + 1]
        places = {place for key in enough for place in self._places.get(key, ())}
        return [self._items[place] for place in sorted(places)]
