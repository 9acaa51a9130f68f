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

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise

from timeline.assembly.order import earlier_entries
from timeline.dates import parse, wording
from timeline.model.article import Stated
from timeline.model.diagnostics import Diagnostic, Location
from timeline.model.facts import EventFacts, FileFacts
from timeline.model.nearest import nearest


def check_all(files: Iterable[FileFacts], events: Mapping[str, EventFacts]) -> Iterator[Diagnostic]:
    """An error for each `after` that names no entry, is part of a circle, or contradicts the dates."""
    entries = {event: facts for event, facts in events.items() if facts.when}
    named = {event for file in files for event in file.named}
    circles: set[frozenset[str]] = set()
    for event in sorted(
        (event for event, facts in entries.items() if facts.after), key=lambda event: _first_place(entries[event])
    ):
        entry = entries[event]
        earlier = earlier_entries(event, entries)
        for stated in entry.stated:
            # One without an entry of its own has an error that says why.
            if stated.value not in named:
                yield _unknown(event, stated, entries)
        if path := earlier.get(event):
            if (circle := frozenset(path)) not in circles:
                circles.add(circle)
                yield _circle(event, path, entries)
            continue
        when = parse(entry.when)
        later = next((path for id, path in earlier.items() if when.surely_before(parse(entries[id].when))), None)
        if later:
            yield _excluded(event, later, entries)


def _first_place(entry: EventFacts) -> tuple[str, int]:
    at = entry.stated[0].at
    return at.path, at.line


def _place(entry: EventFacts, earlier: str) -> Location:
    """Where an entry is stated to be after another."""
    return next(after.at for after in entry.stated if after.value == earlier)


def _unknown(event: str, stated: Stated, known: Collection[str]) -> Diagnostic:
    like = nearest(stated.value, known)
    help = f"did you mean {like}?" if like else "write the id of an entry, the last part of the address of its page"
    return Diagnostic("E708", stated.at, f"{event} is after `{stated.value}`, which is not an entry", help)


def _circle(event: str, path: tuple[str, ...], entries: Mapping[str, EventFacts]) -> Diagnostic:
    at = _place(entries[event], path[0])
    if len(path) == 1:
        return Diagnostic("E709", at, f"{event} is after itself", "remove `after`")
    others = ", and ".join(f"{id} is after {earlier} ({_place(entries[id], earlier)})" for id, earlier in pairwise(path))
    return Diagnostic("E709", at, f"{event} is after {path[0]}, and {others}", "remove `after` in one of these places")


def _excluded(event: str, path: tuple[str, ...], entries: Mapping[str, EventFacts]) -> Diagnostic:
    entry, last = entries[event], entries[path[-1]]
    through = f", which is after {path[-1]}" if len(path) > 1 else ""
    dates = [wording(parse(one.when)) for one in (entry, last)]
    message = f"{event} ({dates[0]}) is after {path[0]}{through} ({dates[1]}), which is later"
    places = " or at ".join(str(one.at) for one in (entry, last))
    return Diagnostic("E710", _place(entry, path[0]), message, f"correct the date at {places}, or remove `after`")
