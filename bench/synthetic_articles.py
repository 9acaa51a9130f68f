"""Make synthetic articles: files in the format of the project that support synthetic events."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from neutral_words import clause, in_words, sentences, slug, thing, title
from synthetic_events import Event, Names


def make_articles(random: Random, names: Names, events: list[Event]) -> Iterator[tuple[str, str]]:
    """Path and text of each article. An entry has one to four; an article takes up to five that are near in time."""
    places = (
        (place + random.uniform(0, 8), event)
        for place, event in enumerate(events)
        for _ in range(how_many(random, 55, 28, 12, 5))
    )
    waiting = [event for _, event in sorted(places, key=lambda pair: pair[0])]
    number = 0
    while waiting:
        number += 1
        wanted = how_many(random, 40, 25, 17, 10, 8)
        near = waiting[: wanted + 8]
        first: dict[str, int] = {}
        for at, event in enumerate(near):
            first.setdefault(event.id, at)
        taken = sorted(first.values())[:wanted]
        waiting[: wanted + 8] = [event for at, event in enumerate(near) if at not in taken]
        yield article(random, names, [near[at] for at in taken], number)


def how_many(random: Random, *weights: int) -> int:
    """A number from 1 on, each with its weight."""
    return random.choices(range(1, len(weights) + 1), weights)[0]


def article(random: Random, names: Names, events: list[Event], number: int) -> tuple[str, str]:
    """Path and text of one article on these events, published some days after the last of them, or long after."""
    late = random.randint(0, 4) if random.random() < 0.9 else random.randint(5, 400)
    published = max(event.day for event in events) + timedelta(days=late)
    publisher = names.some(random, "publishers", 1)[0]
    agency = names.publishers[number % 3]
    name = f"{slug(publisher)}-{number}"
    heads, passages = zip(*(claim(random, event, published) for event in events), strict=True)
    lines = [
        "---",
        f"title: {title(random, random.choice(events[0].names['organisations']))}",
        f"publisher: {publisher}",
        *([f"agency: {agency}"] if random.random() < 0.15 and agency != publisher else ()),
        f"url: https://example.org/{name}/",
        f"published: {published}",
        "language: en",  # that of its words, which date words are read in
        "text: brief",
        "events:",
        *(line for head in heads for line in head),
        "---",
        "",
        "\n\n".join(f"{passage} {sentences(random, random.randint(1, 3))}" for passage in passages),
    ]
    return f"{published.year}/{name}.md", "\n".join(lines) + "\n"


def claim(random: Random, event: Event, published: date) -> tuple[list[str], str]:
    """What one article says of an event: the lines of its head, and the passage. The first article has the title."""
    first, event.attested = event.attested == 0, event.attested + 1
    keys = [f"title: {event.title}", f"summary: {event.summary}"] if first else []
    keys += ["key: true"] if first and event.key else []
    when, words = dated(random, event, published, first)
    keys += when
    for kind, names in event.names.items():
        listed = names if first else [name for name in names if random.random() < 0.5]
        keys += [f"{kind}: [{', '.join(listed)}]"] if listed else []
    text = clause(random)
    if event.figure:  # a third of the articles give another figure
        figure = f"{1000 + 37 * len(event.title) + (random.randint(1, 90) if random.random() < 1 / 3 else 0):,}"
        keys += ["claims:", f"  {event.figure}: {figure}"]
        text += f", for {figure} {event.figure}"
    passage = f"[{words[0].upper()}{words[1:]}]{{.when}} {text}" if words else f"{text[0].upper()}{text[1:]}"
    head = [f"  {event.id}:", *(f"    {key}" for key in keys)] if keys else [f"  {event.id}: {{}}"]
    return head, f"[{passage}]{{event={event.id}}}."


def dated(random: Random, event: Event, published: date, first: bool) -> tuple[list[str], str]:
    """How an article dates an event: keys of the head, or words to mark. Some later articles are less precise or differ."""
    days_ago = (published - event.day).days
    if event.precision == "day" and not first and random.random() < 0.1:
        return [f"when: {event.day:%Y-%m}", "date_note: The article has the month alone."], ""
    if event.precision == "day" and event.id.endswith("7"):  # one in ten is disputed, if several articles support it
        settled = [f"entry_when: {event.when}", f"entry_note: The minutes of the {thing(random)} give this day."] if first else []
        stated = event.day if first else event.day + timedelta(days=random.randint(0, 2))
        return [f"when: {stated}", *settled, "date_note: It is named by the day of the week in the text."], ""
    if event.precision == "day" and 0 < days_ago < 6 and random.random() < 0.6:
        return [], f"on {event.day:%A}"
    if event.precision in ("day", "month", "year") and random.random() < 0.8:
        return [], in_words(event.when)
    return [f"when: {event.when}"], ""
