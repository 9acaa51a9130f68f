"""E708: an event after one that is no entry

The key `after` names an event that came before this one, by its event id.

What to do: write the id of an entry, or remove the line.

Wrong:

    === content/articles/2022/a.md
    ---
    title: Residents leave after a call
    publisher: BBC
    url: https://example.org/residents
    published: 2022-10-13
    language: en
    text: brief
    events:
      appeal:
        title: Saldo appeals to residents
      answer:
        title: Residents leave Kherson
        after: apeal
    ---

    [Saldo spoke [on Thursday]{.when}]{event=appeal}. Hours later [residents left [on Thursday]{.when}]{event=answer}.

Says:

    content/articles/2022/a.md:13:12: E708 answer is after `apeal`, which is not an entry
            after: apeal
                   ^
    help: did you mean appeal?

Right:

    === content/articles/2022/a.md
    ---
    title: Residents leave after a call
    publisher: BBC
    url: https://example.org/residents
    published: 2022-10-13
    language: en
    text: brief
    events:
      appeal:
        title: Saldo appeals to residents
      answer:
        title: Residents leave Kherson
        after: appeal
    ---

    [Saldo spoke [on Thursday]{.when}]{event=appeal}. Hours later [residents left [on Thursday]{.when}]{event=answer}.

E709: events that are stated to be after each other

Each of two or more events is stated to come after another of them, so none of them can be first. Two articles may contradict
each other; the order of the entries can follow only one.

What to do: remove `after` in one of the articles.

Wrong:

    === content/articles/2022/a.md
    ---
    title: Residents leave after a call
    publisher: BBC
    url: https://example.org/residents
    published: 2022-10-13
    language: en
    text: brief
    events:
      appeal:
        title: Saldo appeals to residents
        after: answer
      answer:
        title: Residents leave Kherson
        after: appeal
    ---

    [Saldo spoke [on Thursday]{.when}]{event=appeal}. Hours later [residents left [on Thursday]{.when}]{event=answer}.

Says:

    content/articles/2022/a.md:11:12: E709 appeal is after answer, and answer is after appeal (content/articles/2022/a.md:14:12)
            after: answer
                   ^
    help: remove `after` in one of these places

Right:

    === content/articles/2022/a.md
    ---
    title: Residents leave after a call
    publisher: BBC
    url: https://example.org/residents
    published: 2022-10-13
    language: en
    text: brief
    events:
      appeal:
        title: Saldo appeals to residents
      answer:
        title: Residents leave Kherson
        after: appeal
    ---

    [Saldo spoke [on Thursday]{.when}]{event=appeal}. Hours later [residents left [on Thursday]{.when}]{event=answer}.

E710: an event after one that is later by its date

The dates of the two entries exclude the stated order. One of the dates, or the order, is wrong.

What to do: correct the date that is wrong, or remove `after`.

Wrong:

    === content/articles/2022/a.md
    ---
    title: Residents leave after a call
    publisher: BBC
    url: https://example.org/residents
    published: 2022-10-13
    language: en
    text: brief
    events:
      appeal:
        title: Saldo appeals to residents
      answer:
        title: Residents leave Kherson
        after: appeal
    ---

    [Saldo spoke [on Thursday]{.when}]{event=appeal}. Hours later [residents left [on Wednesday]{.when}]{event=answer}.

Says:

    content/articles/2022/a.md:13:12: E710 answer (12 October 2022) is after appeal (13 October 2022), which is later
            after: appeal
                   ^
    help: correct the date at content/articles/2022/a.md:11:3 or at content/articles/2022/a.md:9:3, or remove `after`

Right:

    === content/articles/2022/a.md
    ---
    title: Residents leave after a call
    publisher: BBC
    url: https://example.org/residents
    published: 2022-10-13
    language: en
    text: brief
    events:
      appeal:
        title: Saldo appeals to residents
      answer:
        title: Residents leave Kherson
        after: appeal
    ---

    [Saldo spoke [on Thursday]{.when}]{event=appeal}. Hours later [residents left [on Thursday]{.when}]{event=answer}.
"""

from collections.abc import Iterator
from itertools import pairwise

from timeline.assembly.order import earlier_entries
from timeline.dates import wording
from timeline.model.article import Stated
from timeline.model.chronology import Chronology
from timeline.model.diagnostics import Diagnostic, Location
from timeline.model.entry import Entry
from timeline.model.nearest import nearest


def check(chronology: Chronology) -> Iterator[Diagnostic]:
    """An error for each `after` that names no entry, is part of a circle, or contradicts the dates."""
    by_id = {entry.id: entry for entry in chronology.entries}
    named = {event for article in chronology.articles for event in article.event_ids}
    circles: set[frozenset[str]] = set()
    for entry in sorted((one for one in chronology.entries if one.after), key=_first_place):
        earlier = earlier_entries(entry, by_id)
        for stated in _stated(entry):
            # One without an entry of its own has an error that says why.
            if stated.value not in named:
                yield _unknown(entry, stated, by_id)
        if path := earlier.get(entry.id):
            if (circle := frozenset(path)) not in circles:
                circles.add(circle)
                yield _circle(entry, path, by_id)
            continue
        later = next((path for id, path in earlier.items() if entry.when.surely_before(by_id[id].when)), None)
        if later:
            yield _excluded(entry, later, by_id)


def _first_place(entry: Entry) -> tuple[str, int]:
    at = _stated(entry)[0].at
    return at.path, at.line


def _stated(entry: Entry) -> list[Stated]:
    return [after for attestation in entry.attestations if (after := attestation.claim.head.after)]


def _place(entry: Entry, earlier: str) -> Location:
    """Where an entry is stated to be after another."""
    return next(after.at for after in _stated(entry) if after.value == earlier)


def _unknown(entry: Entry, stated: Stated, by_id: dict[str, Entry]) -> Diagnostic:
    like = nearest(stated.value, by_id)
    help = f"did you mean {like}?" if like else "write the id of an entry, the last part of the address of its page"
    return Diagnostic("E708", stated.at, f"{entry.id} is after `{stated.value}`, which is not an entry", help)


def _circle(entry: Entry, path: tuple[str, ...], by_id: dict[str, Entry]) -> Diagnostic:
    if len(path) == 1:
        return Diagnostic("E709", _place(entry, path[0]), f"{entry.id} is after itself", "remove `after`")
    others = ", and ".join(f"{id} is after {earlier} ({_place(by_id[id], earlier)})" for id, earlier in pairwise(path))
    message = f"{entry.id} is after {path[0]}, and {others}"
    return Diagnostic("E709", _place(entry, path[0]), message, "remove `after` in one of these places")


def _excluded(entry: Entry, path: tuple[str, ...], by_id: dict[str, Entry]) -> Diagnostic:
    last = by_id[path[-1]]
    through = f", which is after {last.id}" if len(path) > 1 else ""
    message = f"{entry.id} ({wording(entry.when)}) is after {path[0]}{through} ({wording(last.when)}), which is later"
    places = " or at ".join(str(one.attestations[0].claim.head.at) for one in (entry, last))
    return Diagnostic("E710", _place(entry, path[0]), message, f"correct the date at {places}, or remove `after`")
