"""EDTF for programs of others, which read less of the standard than this project does.

The packages `edtf` and `edtf-validate` want seconds in a time of day, and take no qualifier at a decade or a season and no
quarter in an interval. What only they lack is written with months and years that have the same first and last day.
"""

from timeline.dates.day import Day, edtf_day
from timeline.dates.value import Part, Precision, When

_WIDELY_READ = (Precision.YEAR, Precision.MONTH, Precision.DAY)


def exchange_text(when: When) -> str:
    """The value in the EDTF that other programs read. It has the same first and last day, and the same qualifiers."""
    start, end = when.start, when.end
    if when.members:
        return f"[{','.join(map(_member, when.members))}]"
    if end is None:
        return when.text if start.components and start.precision in _WIDELY_READ else _single(start)
    if start.precision is Precision.ROUNDED or end.precision is Precision.ROUNDED:
        return when.text  # no program reads a long year in an interval
    is_open = start.earliest is None or end.latest is None
    return f"{_end(start, is_open)}/{_end(end, is_open, last=True)}"


def _single(part: Part) -> str:
    if part.timed:
        return _with_seconds(part.text)
    if not part.qualifier or (part.precision in _WIDELY_READ and not part.unspecified):
        return part.text + part.qualifier
    if part.unspecified:
        return f"{part.calendar_text}{part.qualifier}"
    first, last = _units(part)
    return f"{first}{part.qualifier}/{last}{part.qualifier}"


def _with_seconds(text: str) -> str:
    day, _, clock = text.partition("T")
    return f"{day}T{clock[:5]}:00{clock[5:]}" if clock[5:6] != ":" else text


def _end(part: Part, is_open: bool, *, last: bool = False) -> str:
    """One side of an interval; `is_open` where the other side has no date."""
    if part.earliest is None:
        return part.text
    if part.precision in _WIDELY_READ:
        return (part.calendar_text or part.text) + part.qualifier
    is_decade = part.precision in (Precision.DECADE, Precision.CENTURY) and part.earliest.year >= 0
    is_read = is_decade and not is_open and not part.qualifier
    return part.text if is_read else _units(part)[last] + part.qualifier


def _member(when: When) -> str:
    """A date or a range of a set. The ends of a range get the same precision, as others want it."""
    start, end = when.start, when.end
    if end is None:
        is_read = start.precision in (*_WIDELY_READ, Precision.DECADE, Precision.CENTURY, Precision.ROUNDED)
        return start.calendar_text or start.text if is_read else "..".join(_units(start))
    units = max(part.units for part in (start, end) if part.earliest)
    return "..".join(_unit(day, units) if day else "" for day in (start.earliest, end.latest))


def _units(part: Part) -> tuple[str, str]:
    """The first and the last year, month or day of a part of a year, a decade, or a century."""
    assert part.earliest and part.latest, "only whole intervals and sets have open ends"
    return _unit(part.earliest, part.units), _unit(part.latest, part.units)


def _unit(day: Day, units: int) -> str:
    return edtf_day(day, units)
