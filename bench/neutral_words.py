"""Names, titles and sentences for synthetic chronologies, about a coast that does not exist."""

from collections.abc import Callable
from datetime import date
from random import Random


def words(text: str) -> list[str]:
    """The words of a text, separated by blanks, or by `|` if words contain blanks."""
    return [part.strip() for part in text.split("|")] if "|" in text else text.split()


FIRST_NAMES = words("""
    Ada Alma Anton Arvid Berit Bruno Clara Dagny Edda Edvin Elis Elna Emil Erna Felix Frida Gerda Gustav Hanna
    Hedda Henrik Hilda Ida Ines Ivar Johan Jonas Karin Klaus Lea Leif Linus Lotte Magda Marta Matteo Mira Nils
    Nora Olga Oskar Otto Paula Petra Ralf Rosa Ruben Saga Sara Selma Sofia Sten Tekla Tilda Tove Ulla Vera Viktor
    Wanda Yrsa
""")
OPENINGS = words("Al Bar Bel Cor Dal El Fen Gal Hol Ist Jor Kal Lan Mar Nor Ol Per Ran Sel Tor Ul Var Wes Yl")
MIDDLES = words("a e i o u ba de li mo ra vi")
PERSON_ENDS = words("berg dal gren lund man nen quist ros sen strand vall vik")
PLACE_ENDS = words("borg bury fjord ford ham haven holm mark minde mora ness port sund wick")
BODIES = words("""
    Council | Harbour Board | Rowing Club | Museum | Water Office | Ferry Company | Library Trust | Choir |
    Institute | Market Union | Railway | School
""")
PAPERS = words("Courier Gazette Herald Mail Observer Post Record Review Times Tribune Voice Weekly")
TOPICS = words("""
    Archives Astronomy Bridges Canals Cartography Ceramics Chess Choirs Clocks Dairies Ferries Festivals Forestry
    Gardens Glass Harbours Libraries Lighthouses Markets Mills Music Orchards Printing Railways Rowing Schools
    Theatre Tides Weather Wool
""")
FIGURES = words("boats metres pages trees visitors votes")
NOW = words("""
    approves borrows builds counts describes inspects maps measures moves names opens paints publishes repairs
    restores shows
""")
PAST = words("""
    approved built counted described drawn inspected mapped measured moved named opened painted published repaired
""")
KINDS = words("""
    blue broad early eastern great inner little narrow new northern old outer public quiet round small southern
    stone tall
""")
THINGS = words("""
    archive avenue beacon bridge canal catalogue causeway clock collection cottage dike ferry footpath gallery
    garden gate granary hall harbour lamp library lighthouse lock map market mill museum orchard pier quay
    reading-room reservoir school sluice station statue theatre tower tramway warehouse weir well windmill
    workshop
""")
MONTHS = words("January February March April May June July August September October November December")
LINKS = words("above behind beside beyond inside near opposite outside past under with without")


def slug(text: str) -> str:
    """A text as an id: lowercase letters, digits, single hyphens."""
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def distinct(amount: int, make: Callable[[], str]) -> list[str]:
    """As many different texts. `make` must be able to make more than that."""
    found: dict[str, None] = {}
    while len(found) < amount:
        found.setdefault(make())
    return list(found)


def person(random: Random) -> str:
    ends = random.choice(OPENINGS) + random.choice(MIDDLES) + random.choice(PERSON_ENDS)
    return f"{random.choice(FIRST_NAMES)} {ends}"


def place(random: Random) -> str:
    return random.choice(OPENINGS) + random.choice(MIDDLES) + random.choice(PLACE_ENDS)


def thing(random: Random) -> str:
    return f"{random.choice(KINDS)} {random.choice(THINGS)}"


def title(random: Random, who: str) -> str:
    """Four to ten words."""
    ending = f" {random.choice(LINKS)} the {thing(random)}" if random.random() < 0.5 else ""
    return f"{who} {random.choice(NOW)} {thing(random)}{ending}"


def clause(random: Random) -> str:
    """About twelve words without a date, without a number, in the past."""
    return (
        f"the {thing(random)} {random.choice(LINKS)} the {thing(random)} was {random.choice(PAST)} "
        f"{random.choice(LINKS)} a {thing(random)}"
    )


def sentences(random: Random, amount: int) -> str:
    """Sentences of about thirteen words each."""
    return " ".join(f"{text[0].upper()}{text[1:]}." for text in (clause(random) for _ in range(amount)))


def in_words(when: str) -> str:
    """A day, a month or a year as an article names it: on 13 October 2022, in October 2022, in 2022."""
    if len(when) == 4:
        return f"in {when}"
    day = date.fromisoformat(when if len(when) == 10 else f"{when}-01")
    month = MONTHS[day.month - 1]
    return f"on {day.day} {month} {day.year}" if len(when) == 10 else f"in {month} {day.year}"
