"""Write the figures as tables: medians, ratios, and whether each target is met."""

import platform
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from importlib.metadata import version
from statistics import median
from typing import TypeVar

import peers
from lighthouse import PACKAGE, Audit
from page_load import Interaction, Visit
from searching import Search

OURS = ("home", "month", "entry")  # the pages that have targets; the others are lists
PEERS = ("TimelineJS", "vis-timeline")
BARE = "the theme alone"
Measured = TypeVar("Measured", Visit, Interaction, Search)


@dataclass
class Figures:
    """Everything that was measured, by the name of the page or interaction and the number of entries."""

    entries: list[int]
    browser: str = ""
    visits: dict[tuple[str, int], list[Visit]] = field(default_factory=dict)
    interactions: dict[tuple[str, int], list[Interaction]] = field(default_factory=dict)
    searches: dict[int, list[Search]] = field(default_factory=dict)
    audits: dict[str, Audit] = field(default_factory=dict)

    def of(self, name: str, entries: int) -> Visit | None:
        """The median of each figure of the visits to a kind of page; None if there were none."""
        return median_or_none(self.visits.get((name, entries), []))

    def own(self, name: str, entries: int) -> float:
        """The bytes of a page of ours beyond those of an empty page of the theme."""
        return medians(self.visits[name, entries]).bytes - medians(self.visits[BARE, entries]).bytes


def medians(measured: list[Measured]) -> Measured:
    """A record with the median of each figure of these records, of which there must be one."""
    kind = type(measured[0])
    return kind(**{each.name: median(getattr(one, each.name) for one in measured) for each in fields(kind)})


def median_or_none(measured: list[Measured]) -> Measured | None:
    """The same, or None if there are no records."""
    return medians(measured) if measured else None


def as_text(figures: Figures) -> str:
    """All tables as Markdown."""
    parts = [_heading(figures), _visits(figures), _growth(figures), _peers(figures), _interactions(figures), _targets(figures)]
    return "\n\n".join(part for part in (*parts, _audits(figures)) if part)


def table(head: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table with numbers in all columns but the first."""
    lines: list[Iterable[object]] = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def _heading(figures: Figures) -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material"))
    runs = max(len(visits) for visits in figures.visits.values())
    return (
        f"{date.today()}, Chromium {figures.browser}, {packages}, {peers.TIMELINEJS}, {peers.VIS}, {PACKAGE}, "
        f"{platform.machine()}; medians of {runs}."
    )


def _visits(figures: Figures) -> str:
    head = (
        "page",
        "entries",
        "kB gz",
        "of it ours",
        "requests",
        "to others",
        "ready ms",
        "spread",
        "blocked ms",
        "longest ms",
        "elements",
    )
    rows = []
    for (name, entries), visits in figures.visits.items():
        one, ready = medians(visits), [visit.ready for visit in visits]
        rows.append(
            (
                name, f"{entries:,}", kb(one.bytes), "–" if name in PEERS else kb(figures.own(name, entries)),
                f"{one.requests:.0f}", f"{one.elsewhere:.0f}", f"{one.ready:,.0f}", f"{min(ready):,.0f}–{max(ready):,.0f}",
                f"{one.blocked:,.0f}", f"{one.longest:,.0f}", f"{one.nodes:,.0f}",
            )
        )  # fmt: skip
    return "## Pages\n\n" + table(head, rows)


def _growth(figures: Figures) -> str:
    few, many = min(figures.entries), max(figures.entries)
    rows = [
        (
            name,
            *_ratios(figures.of(name, many), figures.of(name, few)),
            f"{_least(figures, name, many) / _least(figures, name, few):.1f}",
        )
        for name, at in figures.visits
        if at == few and (name, many) in figures.visits
    ]
    head = ("page", "bytes", "ready", "elements", "ready, the least of each")
    return f"## {many:,} entries compared with {few:,}\n\n" + table(head, rows) if few != many else ""


def _least(figures: Figures, name: str, entries: int) -> float:
    """The fastest visit, which other work of the machine disturbed least."""
    return min(visit.ready for visit in figures.visits[name, entries])


def _peers(figures: Figures) -> str:
    rows = [
        (peer, f"{entries:,}", *_ratios(figures.of(peer, entries), figures.of("home", entries)))
        for entries in figures.entries
        for peer in PEERS
    ]
    return "## The peers compared with our home page\n\n" + table(("page", "entries", "bytes", "ready", "elements"), rows)


def _interactions(figures: Figures) -> str:
    rows = [
        (name, f"{entries:,}", f"{medians(took).painted:,.0f}", f"{medians(took).longest:,.0f}")
        for (name, entries), took in figures.interactions.items()
    ]
    rows += [
        ("first search result, " + kb(medians(found).bytes) + " kB", f"{n:,}", f"{medians(found).ms:,.0f}", "")
        for n, found in figures.searches.items()
    ]
    return "## What a reader does\n\n" + table(("action", "entries", "ms", "longest task ms"), rows) if rows else ""


def _targets(figures: Figures) -> str:
    few, many = min(figures.entries), max(figures.entries)
    visits = {(name, at): visit for name in OURS for at in figures.entries if (visit := figures.of(name, at))}
    growth = {name: (visits[name, many], visits[name, few]) for name in OURS}
    filtered = median_or_none(figures.interactions.get(("filter", many), []))
    searched = median_or_none(figures.searches.get(many, []))
    longest_of_theme = max(medians(figures.visits[BARE, at]).longest for at in figures.entries)
    scores = {name: min(audit.scores.values()) for name, audit in figures.audits.items()}

    def most(of: Callable[[Visit], float], names: tuple[str, ...] = OURS) -> float:
        return max(of(visit) for (name, _), visit in visits.items() if name in names)

    rows = [
        _target("home page, kB gz", most(lambda v: v.bytes, ("home",)) / 1000, 80),
        _target("of it ours, kB gz", max(figures.own("home", at) for at in figures.entries) / 1000, 15),
        _target(f"bytes at {many:,} against {few:,}", max(a.bytes / b.bytes for a, b in growth.values()), 1.1),
        _target(f"ready at {many:,} against {few:,}", max(a.ready / b.ready for a, b in growth.values()), 1.5),
        _target("own script, kB gz", most(lambda v: v.own_script) / 1000, 5),
        _target("longest task, ms", most(lambda v: v.longest), 50),
        _target("the longest of the theme alone, ms", longest_of_theme, 50),
        _target(f"a filter on {many:,} entries, ms", filtered.painted if filtered else None, 100),
        _target(f"entry page at {many:,}, kB gz", visits["entry", many].bytes / 1000, 80),
        _target(
            f"first search result at {many:,}, beyond its page, kB gz",
            (searched.bytes - visits["home", many].bytes) / 1000 if searched else None,
            200,
        ),
        _target("elements", most(lambda v: v.nodes), 1500),
        _target("requests to other hosts", max(v.elsewhere for v in visits.values()), 0),
        _target("lowest score of Lighthouse", min(scores.values(), default=None), 100, at_least=True),
    ]
    return "## Targets, over home, month and entry page\n\n" + table(("target", "measured", "wanted", "met"), rows)


def _target(name: str, measured: float | None, wanted: float, *, at_least: bool = False) -> tuple[str, ...]:
    bound = f"{'at least' if at_least else 'at most'} {wanted:,}"
    if measured is None:
        return name, "not measured", bound, "?"
    met = measured >= wanted if at_least else measured <= wanted
    return name, f"{measured:,.2f}" if measured < 10 else f"{measured:,.0f}", bound, "yes" if met else "**no**"


def _audits(figures: Figures) -> str:
    rows = [(name, *audit.scores.values()) for name, audit in figures.audits.items()]
    lost = [f"- {name}: {what}" for name, audit in figures.audits.items() for what in audit.lost]
    if not rows:
        return ""
    head = ("page", *next(iter(figures.audits.values())).scores)
    return "\n\n".join(("## Lighthouse", table(head, rows), "\n".join(lost) or "No audit costs points."))


def _ratios(one: Visit | None, other: Visit | None) -> tuple[str, ...]:
    if not (one and other):
        return ("–",) * 3
    ratios = one.bytes / other.bytes, one.ready / other.ready, one.nodes / other.nodes
    return tuple(f"{ratio:.1f}" if ratio >= 1.95 else f"{ratio:.2f}" for ratio in ratios)


def kb(size: float) -> str:
    """Bytes as kilobytes of 1,000."""
    return f"{size / 1000:,.1f}"
