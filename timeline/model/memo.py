"""What a build has made, with what it was made of: the next build makes it again only where that has changed."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, Generic, TypeVar

Result = TypeVar("Result")


def digest(data: bytes) -> bytes:
    """What tells bytes from other bytes (BLAKE2b, 128 bits)."""
    return blake2b(data, digest_size=16).digest()


@dataclass(frozen=True, slots=True, eq=False)
class Same:
    """Stands for an object where equality is not enough: records compare without the lines that messages quote."""

    it: object

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.it is other.it

    def __hash__(self) -> int:
        return id(self.it)


@dataclass
class Stage(Generic[Result]):
    """The results of one step of a build, by key. What a build does not ask for is forgotten."""

    before: dict[Hashable, tuple[object, Result]]
    now: dict[Hashable, tuple[object, Result]] = field(default_factory=dict)
    made: int = 0
    """How many results were not known from the build before."""

    def known(self, key: Hashable, of: object) -> Result | None:
        """The result of the build before, if it was made of the same; else None."""
        found = self.before.get(key)
        if found is None or found[0] != of:
            return None
        self.now[key] = found
        return found[1]

    def put(self, key: Hashable, of: object, result: Result) -> Result:
        """Remember a result with what it was made of: a value whose equality decides whether it is made again."""
        self.made += 1
        self.now[key] = (of, result)
        return result

    def result(self, key: Hashable, of: object, make: Callable[[], Result]) -> Result:
        """The known result, or a new one. None is not remembered."""
        known = self.known(key, of)
        return self.put(key, of, make()) if known is None else known

    def equal(self, key: Hashable, value: Result) -> Result:
        """The same value as in the build before, if it is equal; else this one. For what `Same` then stands for."""
        return self.result(key, value, lambda: value)


Steps = dict[str, dict[Hashable, tuple[object, Any]]]
FACTS, RECORDS, SITE = "facts", "records", "site"  # the parts of a memo
_PARTS = {  # of the steps that do without the records
    **dict.fromkeys(("files", "events", "heads", "outputs"), FACTS),
    **dict.fromkeys(("site", "search"), SITE),
}


class Memo:
    """The results of the last build, by step. Each step is taken over when it is complete.

    It has three parts, each read when it is first asked for: FACTS, which is small; RECORDS, which holds articles, entries and
    what was made of them; and SITE, with the digests of built files.
    """

    def __init__(self, read: Callable[[str], Steps] = lambda part: {}) -> None:
        self._read = read
        self._parts: dict[str, Steps] = {}
        self._found: set[str] = set()
        self.changed: set[str] = set()
        """The parts of which anything was made since they were read."""

    def steps(self, part: str) -> Steps:
        """All that is known of a part, by step."""
        if part not in self._parts:
            self._parts[part] = self._read(part)
            if self._parts[part]:
                self._found.add(part)
        return self._parts[part]

    def has_read(self, part: str) -> bool:
        """Whether a part is in memory."""
        return part in self._parts

    def has_found(self, part: str) -> bool:
        """Whether something of a part was kept, and could be read."""
        return part in self._found

    def copy(self) -> "Memo":
        """Another memo that knows the same, and learns on its own."""
        memo = Memo(lambda part: dict(self.steps(part)))
        memo._parts = {part: dict(steps) for part, steps in self._parts.items()}
        return memo

    def known(self, name: str, key: Hashable, of: object) -> Any:
        """A result of the build before, as for `Stage.known`, without asking for the next build."""
        return Stage(self.steps(_part_of(name)).get(name, {})).known(key, of)

    @contextmanager
    def stage(self, name: str) -> Iterator[Stage[Any]]:
        """A step of a build. If it ends by an exception, what is known stays as it was."""
        steps = self.steps(_part_of(name))
        before = steps.get(name, {})
        stage: Stage[Any] = Stage(before)
        yield stage
        steps[name] = stage.now
        if stage.made or len(stage.now) != len(before):
            self.changed.add(_part_of(name))


def _part_of(name: str) -> str:
    return _PARTS.get(name, RECORDS)
