"""Make synthetic names and events, for the synthetic articles."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from math import isqrt
from random import Random

from neutral_words import BODIES, FIGURES, PAPERS, TOPICS, distinct, person, place, sentences, slug, title

FIRST_DAY, LAST_DAY = date(1965, 1, 1), date(2024, 12, 31)
PRECISIONS = {"day": 80, "month": 10, "interval": 4, "year": 2, "season": 2, "open": 1, "qualified": 1}
KEY_EVENTS = 12


@dataclass
class Event:
    """An event with everything that its articles say about it. It begins on `day` or contains it."""

    id: str
    title: str
    summary: str
    when: str
    precision: str
    day: date
    names: dict[str, list[str]]
    figure: str
    key: bool
    attested: int = 0  # how many articles support it so far


@dataclass
class Names:
    """The preferred names by kind, the most popular first."""

    people: list[str]
    organisations: list[str]
    places: list[str]
    topics: list[str]
    publishers: list[str]
    weights: dict[int, list[float]] = field(default_factory=dict)  # by the number of names

    def some(self, random: Random, kind: str, at_most: int) -> list[str]:
        """One to `at_most` names, chosen by weights of 1 / rank."""
        names = getattr(self, kind)
        weights = self.weights.setdefault(len(names), [1 / (rank + 1) for rank in range(len(names))])
        return list(dict.fromkeys(random.choices(names, weights, k=random.randint(1, at_most))))


def make_names(random: Random, amount: int) -> Names:
    """Names for `amount` entries. Their number grows with the square root of it."""
    root = max(2, isqrt(amount))
    places = distinct(root, lambda: place(random))
    papers = distinct(40, lambda: f"{place(random)} {random.choice(PAPERS)}")
    bodies = distinct(root, lambda: f"{random.choice(places)} {random.choice(BODIES)}")
    return Names(distinct(3 * root, lambda: person(random)), bodies, places, list(TOPICS), papers)


def make_days(random: Random, amount: int) -> list[date]:
    """Days in order: two thirds spread over the years, more in later years, one third in bursts of some days or months."""
    span = (LAST_DAY - FIRST_DAY).days
    bursts = [(random.triangular(0, span, span), random.uniform(5, 90)) for _ in range(2 + isqrt(amount) // 4)]
    weights = [1 / (rank + 1) ** 0.7 for rank in range(len(bursts))]
    days = []
    for _ in range(amount):
        centre, width = random.choices(bursts, weights)[0]
        offset = random.gauss(centre, width) if random.random() < 1 / 3 else random.triangular(0, span, span * 0.8)
        days.append(FIRST_DAY + timedelta(days=min(span, max(0, round(offset)))))
    return sorted(days)


def edtf(random: Random, precision: str, day: date) -> str:
    """The date of an event that begins on a day or contains it, in EDTF, with the given precision."""
    month = f"{day:%Y-%m}"
    return {
        "day": lambda: f"{day}",
        "month": lambda: month,
        "interval": lambda: f"{day}/{day + timedelta(days=random.randint(1, 40))}",
        "year": lambda: f"{day.year}",
        "season": lambda: random.choice((season(day), f"{day.year}-{33 + (day.month - 1) // 3}")),
        "open": lambda: f"{month}/..",
        "qualified": lambda: random.choice((f"{day}~", f"{month}~", f"{day}?", f"{month}?")),
    }[precision]()


def season(day: date) -> str:
    """The season of a day in EDTF. As in docs/manual/dates.md, a winter has the year in which it begins."""
    return f"{day.year}-{20 + day.month // 3}" if day.month >= 3 else f"{day.year - 1}-24"


def make_events(random: Random, names: Names, amount: int) -> list[Event]:
    """`amount` events in order of time, twelve of them key events."""
    key = set(random.sample(range(amount), min(KEY_EVENTS, amount)))
    return [make_event(random, names, number, day, number in key) for number, day in enumerate(make_days(random, amount), 1)]


def make_event(random: Random, names: Names, number: int, day: date, key: bool) -> Event:
    """An event of a day, with names and a summary; some have a figure."""
    precision = random.choices(list(PRECISIONS), list(PRECISIONS.values()))[0]
    people, bodies = names.some(random, "people", 3), names.some(random, "organisations", 2)
    headline = title(random, random.choice((*people, *bodies)))
    return Event(
        id=f"{slug(' '.join(headline.split()[:6]))}-{number}",
        title=headline,
        summary=sentences(random, 3),
        when=edtf(random, precision, day),
        precision=precision,
        day=day,
        names={
            "people": people,
            "organisations": bodies,
            "places": names.some(random, "places", 2),
            "topics": names.some(random, "topics", 2),
        },
        figure=random.choice(FIGURES) if random.random() < 0.12 else "",
        key=key,
    )
