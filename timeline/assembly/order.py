"""The one order of entries: by their dates, and where these do not decide, by what articles say (`after`)."""

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from typing import Protocol

from timeline.model.entry import Entry


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries by first day, last day, time of day, and id; but none before an entry that an article says it came after.

    An `after` that names no entry, or is part of a circle, does not count; a check reports it.
    """
    dated = sorted(entries, key=lambda entry: (*entry.when.sort_key[:3], entry.id))
    places = {entry.id: place for place, entry in enumerate(dated)}
    waiting = [{places[id] for id in entry.after if id in places} - {places[entry.id]} for entry in dated]
    followers: list[list[int]] = [[] for _ in dated]
    for place, earlier in enumerate(waiting):
        for one in earlier:
            followers[one].append(place)
    ready = [place for place, earlier in enumerate(waiting) if not earlier]
    heapify(ready)
    done: dict[int, Entry] = {}
    for first in range(len(dated)):  # of those that are left when all others wait in a circle, the first goes on
        if not ready and first not in done:
            ready.append(first)
        while ready:
            place = heappop(ready)
            if place in done:
                continue
            done[place] = dated[place]
            for follower in followers[place]:
                waiting[follower].discard(place)
                if not waiting[follower]:
                    heappush(ready, follower)
    return tuple(done.values())


class _Ordered(Protocol):
    @property
    def after(self) -> tuple[str, ...]: ...


def earlier_entries(event: str, by_id: Mapping[str, _Ordered]) -> dict[str, tuple[str, ...]]:
    """The entries that came before an entry by what articles say, each with the ids that lead to it from the entry."""
    found: dict[str, tuple[str, ...]] = {}
    open_paths: list[tuple[str, tuple[str, ...]]] = [(id, (id,)) for id in reversed(by_id[event].after)]
    while open_paths:
        id, path = open_paths.pop()
        if id in by_id and id not in found:
            found[id] = path
            open_paths += [(earlier, (*path, earlier)) for earlier in reversed(by_id[id].after)]
    return found
