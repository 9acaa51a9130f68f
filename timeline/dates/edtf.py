"""The strict parser of the EDTF profile."""

from timeline.dates.day import FIRST, LAST
from timeline.dates.errors import EdtfError
from timeline.dates.parts import parse_part
from timeline.dates.value import Part, Precision, When


def parse_or_none(text: object) -> When | None:
    """The value of an EDTF text; None for any other text, and for anything that is no text."""
    try:
        return parse(text) if isinstance(text, str) else None
    except EdtfError:
        return None


def parse(text: str) -> When:
    """Read an EDTF value; raise `EdtfError` with the offending place for anything else.

    The profile is a part of EDTF as the Library of Congress (https://www.loc.gov/standards/datetime/) and ISO 8601-2:2019
    define it: levels 0 and 1, and of level 2 seasons and other parts of a year (25 to 41), qualified components
    (`2004-06~-11`), one of a set (`[1667,1668]`), and rounded years (`Y-17E3`). Seconds may be left out of a date-time, and
    the calendar day is the one that is written. An interval is reversed where its start begins after its end has ended.

    Where the standards leave the days open, these are the bounds: seasons have the months of `timeline.dates.seasons`; a
    year with an exponent is any year that rounds to it.
    """
    if text.startswith(("[", "{")):
        return _one_of(text)
    first, slash, second = text.partition("/")
    if not slash:
        return When(text, parse_part(text, 0))
    place = len(first) + 1
    if "/" in second:
        help = "write a date with hyphens (2022-10-13), and an interval as START/END"
        raise EdtfError("a date has no slash, and an interval has one slash", place + second.index("/"), help)
    start, end = _end(first, 0, f"/{second}"), _end(second, place, f"{first}/")
    if start.earliest is None and end.latest is None:
        raise EdtfError("an interval needs a date on at least one side", 0, "write 2022-10/.. or ../2022-10")
    if start.earliest and end.latest and start.earliest > end.latest:
        raise EdtfError("the interval ends before it starts", place, f"write {second}/{first}")
    return When(text, start, end)


def _end(text: str, place: int, unknown: str) -> Part:
    """One side of an interval; `place` is its offset in the whole text, `unknown` the interval with nothing on this side."""
    if not text:
        return Part("", Precision.UNKNOWN)
    if text == "..":
        return Part("..", Precision.OPEN)
    if text == "open":
        help = f"write {unknown.replace('/', '../' if place == 0 else '/..')}"
        raise EdtfError("an open end is written with two dots", place, help)
    if text == "unknown":
        raise EdtfError("an unknown end is left empty", place, f"write {unknown}")
    return _untimed(text, place, "an interval")


def _untimed(text: str, place: int, of: str) -> Part:
    part = parse_part(text, place)
    if part.timed:
        help = f"write the day alone: {part.text.partition('T')[0]}"
        raise EdtfError(f"{of} takes dates, not date-times", place + text.index("T"), help)
    return part


def _one_of(text: str) -> When:
    """One date of several: `[1667,1668]`, `[1670..1672]`, `[..1760]`."""
    inside = text[1:-1]
    if text[0] == "{":
        help = "give each event its own date; or write an interval, 1667/1668, or one of a set, [1667,1668]"
        raise EdtfError("an event has no list of dates", 0, help)
    if not text.endswith("]") or "[" in inside or "]" in inside:
        raise EdtfError("a set has one bracket on each side", len(text), "write [1667,1668]")
    place, members, written = 1, [], inside.split(",")
    for number, member in enumerate(written):
        members.append(_member(member, place))
        if (member.startswith("..") and number) or (member.endswith("..") and number < len(written) - 1):
            # EDTF has "earlier" in the first place and "later" in the last; what stands beyond it is one of its dates.
            help = f"write [{member}], if nothing else is known; or give the range both its ends"
            raise EdtfError("a range without an end is the last of a set, one without a beginning the first", place, help)
        place += len(member) + 1
    if len(members) == 1 and not members[0].end:
        raise EdtfError("a set has at least two dates", 0, f"write {inside}")
    earliest = min(member.earliest or FIRST for member in members)
    latest = max(member.latest or LAST for member in members)
    is_closed_before, is_closed_after = earliest != FIRST, latest != LAST
    part = Part(text, Precision.SET, "", earliest if is_closed_before else None, latest if is_closed_after else None)
    return When(text, part, None, tuple(members))


def _member(text: str, place: int) -> When:
    """A date of a set, or several of them: from one to another, up to one, or from one on."""
    if "/" in text:
        help = f"write two dots between its ends: [{text.replace('/', '..')}]"
        raise EdtfError("a range inside a set has no slash", place + text.index("/"), help)
    first, dots, second = text.partition("..")
    if not dots:
        return When(text, _unqualified(text, place))
    if not first and not second:
        raise EdtfError("a range needs a date on at least one side", place, "write [..1760] or [1760..]")
    start = _unqualified(first, place) if first else Part("..", Precision.OPEN)
    end = _unqualified(second, place + len(first) + 2) if second else Part("..", Precision.OPEN)
    if start.earliest and end.latest and start.earliest > end.latest:
        raise EdtfError("the range ends before it starts", place, f"write {second}..{first}")
    return When(text, start, end)


def _unqualified(text: str, place: int) -> Part:
    part = _untimed(text, place, "a set")
    if part.qualifier:
        help = f"a set says already that the date is uncertain: write {part.text}"
        raise EdtfError("a date of a set takes no qualifier", place, help)
    return part
