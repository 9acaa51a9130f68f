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

    def kept(self, key: Hashable) -> Result | None:
        """The result of the build before, whatever it was made of, which the next build is told again."""
        found = self.before.get(key)
        if found is None:
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


class Memo:
    """The results of the last build, by step. Each step is taken over when it is complete."""

    def __init__(self) -> None:
        self.steps: dict[str, dict[Hashable, tuple[object, Any]]] = {}
        self.changed = False
        """Whether anything was made since this was loaded."""

    @contextmanager
    def stage(self, name: str) -> Iterator[Stage[Any]]:
        """A step of a build. If it ends by an exception, what is known stays as it was."""
        before = self.steps.get(name, {})
        stage: Stage[Any] = Stage(before)
        yield stage
        self.steps[name] = stage.now
        self.changed = self.changed or stage.made > 0 or len(stage.now) != len(before)
