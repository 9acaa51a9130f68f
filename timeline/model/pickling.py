"""Write records so that they are read quickly: what dataclasses give frozen records with slots takes more than twice as long."""

import copyreg
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from io import BytesIO
from typing import Any

Reduced = tuple[Callable[..., object], tuple[Any, ...]]


def pickled(value: object) -> bytes:
    """A pickle of a value; `pickle.loads` reads it."""
    stream = BytesIO()
    pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _Reducers(copyreg.dispatch_table)
    pickler.dump(value)
    return stream.getvalue()


class _Reducers(dict[type, Callable[[Any], Any]]):
    """How objects are written, by class. It learns each class of records when it meets the first of them."""

    def __missing__(self, record: type) -> Callable[[Any], Any]:
        if not is_dataclass(record) or "__slots__" not in vars(record):
            raise KeyError(record)
        names = [field.name for field in fields(record)]

        def reduced(it: object) -> Reduced:
            return _restored, (record, *[getattr(it, name) for name in names])

        self[record] = reduced
        return reduced


def _restored(record: type, *values: object) -> object:
    """A record with these values. They were checked when it was made first, so nothing is called but what sets its slots."""
    it: object = object.__new__(record)
    for put, value in zip(_setters(record), values, strict=True):
        put(it, value)
    return it


@cache
def _setters(record: type) -> tuple[Callable[[object, object], None], ...]:
    """What sets each slot of a record, though it is frozen."""
    return tuple(getattr(record, field.name).__set__ for field in fields(record))
