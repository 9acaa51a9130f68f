"""Claims that meet under one event id become an entry."""

import re
from collections.abc import Iterable, Mapping, Set

from timeline.dates import When, wording
from timeline.model.article import Article, EventHead
from timeline.model.diagnostics import Diagnostic
from timeline.model.entry import Attestation, Claim, Comparison, Entry, Figure, Version
from timeline.model.memo import Memo, Same
from timeline.model.names import PAGE_KINDS
from timeline.model.nearest import nearest


def merge_claims(
    claims: Iterable[Claim], articles: Iterable[Article], made: Mapping[str, Entry] | None = None, memo: Memo | None = None
) -> tuple[Entry, ...]:
    """All entries, in order of id; none for an event without a title or a date. Those that are `made` are used."""
    by_event: dict[str, list[Claim]] = {}
    for claim in claims:
        by_event.setdefault(claim.event, []).append(claim)
    heads = heads_by_event(articles)
    entries: list[Entry] = []
    with (memo or Memo()).stage("entries") as stage:
        for event, group in sorted(by_event.items()):
            of_heads = heads.get(event, [])
            of = [*map(Same, group), None, *map(Same, of_heads)]
            entry = stage.known(event, of)
            if not entry:
                entry = (made or {}).get(event)
                found = entry if entry and _is_of(entry, group) else make_entry(event, group, of_heads)
                if not isinstance(found, Entry):
                    continue
                entry = stage.put(event, of, found)
            entries.append(entry)
    return tuple(entries)


def _is_of(entry: Entry, claims: list[Claim]) -> bool:
    """Whether an entry was made of these very claims, not of others that are equal."""
    return {id(attestation.claim) for attestation in entry.attestations} == set(map(id, claims))


def heads_by_event(articles: Iterable[Article]) -> dict[str, list[EventHead]]:
    """What the heads of all articles state, by event."""
    heads: dict[str, list[EventHead]] = {}
    for article in articles:
        for head in article.events:
            heads.setdefault(head.id, []).append(head)
    return heads


def make_entry(event: str, claims: list[Claim], heads: list[EventHead]) -> Entry | Diagnostic | None:
    """The entry of an event, or why its claims make none; None where there is no claim, or where no head has a title."""
    title, summary, own, note = (
        next((value.value for head in heads if (value := getattr(head, key))), None)
        for key in ("title", "summary", "entry_when", "entry_note")
    )
    if not title or not claims:
        return None
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


def untitled(event: str, claim: Claim, titled: Set[str]) -> Diagnostic:
    """The error for an event without a title. `titled` are the events that have one."""
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
