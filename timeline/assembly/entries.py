"""Claims that meet under one event id become an entry."""

import re
from collections.abc import Iterable, Set

from timeline.dates import When, wording
from timeline.model.article import Article, EventHead
from timeline.model.diagnostics import Diagnostic
from timeline.model.entry import Attestation, Claim, Comparison, Entry, Figure, Version
from timeline.model.memo import Memo, Same
from timeline.model.names import PAGE_KINDS
from timeline.model.nearest import nearest


def merge_claims(
    claims: Iterable[Claim], articles: tuple[Article, ...], unread_events: Set[str] = frozenset(), memo: Memo | None = None
) -> tuple[tuple[Entry, ...], list[Diagnostic]]:
    """All entries, in order of id, and why some could not be made.

    That a title is missing is not reported where a file that could not be read may have it.
    """
    by_event: dict[str, list[Claim]] = {}
    for claim in claims:
        by_event.setdefault(claim.event, []).append(claim)
    heads = heads_by_event(articles)
    titled = {event for event, group in heads.items() if any(head.title for head in group)}
    unread = frozenset(unread_events).union(*(article.unread_events for article in articles))
    entries: list[Entry] = []
    problems: list[Diagnostic] = []
    with (memo or Memo()).stage("entries") as stage:
        for event, group in sorted(by_event.items()):
            of_heads = heads.get(event, [])
            of = [*map(Same, group), None, *map(Same, of_heads)]
            entry = stage.known(event, of)
            if not entry:
                found = _entry(event, group, of_heads, titled)
                if isinstance(found, Diagnostic):
                    if found.code != "E702" or event not in unread:
                        problems.append(found)
                    continue
                entry = stage.put(event, of, found)
            entries.append(entry)
    return tuple(entries), problems


def heads_by_event(articles: Iterable[Article]) -> dict[str, list[EventHead]]:
    """What the heads of all articles state, by event."""
    heads: dict[str, list[EventHead]] = {}
    for article in articles:
        for head in article.events:
            heads.setdefault(head.id, []).append(head)
    return heads


def _entry(event: str, claims: list[Claim], heads: list[EventHead], titled: set[str]) -> Entry | Diagnostic:
    title, summary, own, note = (
        next((value.value for head in heads if (value := getattr(head, key))), None)
        for key in ("title", "summary", "entry_when", "entry_note")
    )
    if not title:
        return _untitled(event, claims[0], titled)
    when = own or agreed(claims)
    if not when:
        return _disagreeing(event, claims)
    attestations = tuple(
        sorted(
            (Attestation(claim, not claim.when.disjoint(when)) for claim in claims), key=lambda a: a.claim.article.by_publication
        )
    )
    return Entry(
        id=event,
        title=title,
        summary=summary or "",
        is_key_event=any(head.is_key_event for head in heads),
        when=when,
        entry_note=note or "",
        names=tuple(
            sorted({name for claim in claims for name in claim.names}, key=lambda name: (PAGE_KINDS.index(name.kind), name.name))
        ),
        attestations=attestations,
        dates=_dates(attestations),
        figures=_figures(attestations),
        after=tuple(dict.fromkeys(claim.head.after.value for claim in claims if claim.head.after)),
    )


def agreed(claims: list[Claim]) -> When | None:
    """The narrowest date of the claims that lies within all the others; None if there is none."""
    narrowest = min((claim.when for claim in claims), key=lambda when: when.narrow_key)
    return narrowest if all(claim.when.contains(narrowest) for claim in claims) else None


def _dates(attestations: tuple[Attestation, ...]) -> Comparison:
    """The dates that the articles give, in order of time."""
    whens = sorted({attestation.claim.when for attestation in attestations}, key=lambda when: when.sort_key)
    return Comparison(
        "Date", tuple(Version(wording(when), tuple(a for a in attestations if a.claim.when == when), when) for when in whens)
    )


def _figures(attestations: tuple[Attestation, ...]) -> tuple[Comparison, ...]:
    """What the articles claim, by name; equal figures are one version however they are written."""
    found: dict[str, dict[str, tuple[Figure, list[Attestation]]]] = {}
    for attestation in attestations:
        for figure in attestation.claim.figures:
            versions = found.setdefault(figure.name.name, {})
            versions.setdefault(_normal(figure.value), (figure, []))[1].append(attestation)
    return tuple(
        Comparison(label, tuple(Version(figure.value, tuple(by)) for figure, by in versions.values()))
        for label, versions in sorted(found.items())
    )


def _normal(value: str) -> str:
    """at least 5,000 and At least 5000 are one figure, and so are 84% and 84 %."""
    folded = " ".join(value.casefold().split())
    return re.sub(r"(?<=\d)[,’'\u202f\u00a0 ](?=\d{3}(?!\d))", "", folded).replace(" %", "%")


def _untitled(event: str, claim: Claim, titled: set[str]) -> Diagnostic:
    at = claim.head.at
    like = nearest(event, titled)
    help = f"did you mean {like}? If not, " if like else ""
    return Diagnostic(
        "E702",
        at,
        f"no article gives {event} a title",
        f"{help}add `title:` under `{event}:` in the head of one of its articles",
    )


def _disagreeing(event: str, claims: list[Claim]) -> Diagnostic:
    dates = [f"{wording(claim.when)} ({claim.article.path}:{claim.head.at.line})" for claim in claims]
    decide = f"decide: state `entry_when` under `{event}:` in one of these articles, and say why in `entry_note`"
    help = f"{decide}; if these are two events, give one another id"
    return Diagnostic(
        "E704", claims[0].head.at, f"no date of the articles of {event} lies within all the others: {', '.join(dates)}", help
    )
