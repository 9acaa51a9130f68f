"""What changed in the evidence of an entry: its articles, their passages, dates and figures, and where they differ."""

from collections.abc import Iterator

from timeline.model.records import Claim, Comparison, Entry, Figure
from timeline.review.diff.changes import Change, Subject, Value, date_stands
from timeline.review.diff.passages import paired


def evidence_changes(old: Entry, new: Entry, subject: Subject) -> Iterator[Change]:
    """An article that is gained or lost brings its passages, date and figures along; these are not told one by one."""
    was, now = ({a.claim.article.id: a.claim for a in entry.attestations} for entry in (old, new))
    for id, claim in was.items():
        if id not in now:
            yield Change("evidence-lost", subject, id, before=_headline(claim))
    for id, claim in now.items():
        if id not in was:
            yield Change("evidence-gained", subject, id, after=_headline(claim))
    for id, claim in now.items():
        if id in was:
            if was[id].when != claim.when and (was[id].when, claim.when) != (old.when, new.when):
                yield Change("article-date-changed", subject, id, *(date_stands(c.when, (c.head.at,)) for c in (was[id], claim)))
            yield from _passages(was[id], claim, subject)
            yield from _figures(was[id], claim, subject)
    yield from _disagreements(old, new, subject)


def _headline(claim: Claim) -> Value:
    return Value(claim.article.title or claim.article.described or "", (claim.head.at,))


def _passages(old: Claim, new: Claim, subject: Subject) -> Iterator[Change]:
    id = new.article.id
    for was, now in paired(old.passages, new.passages):
        before, after = (passage and Value(passage.text, (passage.at,)) for passage in (was, now))
        kind = "passage-changed" if was and now else "passage-added" if now else "passage-removed"
        yield Change(kind, subject, id, before, after)


def _figures(old: Claim, new: Claim, subject: Subject) -> Iterator[Change]:
    was, now = ({figure.name.id: figure for figure in claim.figures} for claim in (old, new))
    for id in dict.fromkeys((*was, *now)):
        before, after = was.get(id), now.get(id)
        if not (before and after and before.value == after.value):
            kind = "figure-changed" if before and after else "figure-gained" if after else "figure-lost"
            label = f"{(after or before).name.name}, {new.article.id}"
            yield Change(kind, subject, label, _value(before), _value(after))


def _value(figure: Figure | None) -> Value | None:
    return figure and Value(figure.value, (figure.at,))


def _disagreements(old: Entry, new: Entry, subject: Subject) -> Iterator[Change]:
    was, now = _differing(old), _differing(new)
    for id, (label, stand) in now.items():
        if id not in was:
            yield Change("disagreement-new", subject, label, after=stand)
    for id, (label, stand) in was.items():
        if id not in now:
            yield Change("disagreement-settled", subject, label, before=stand)


def _differing(entry: Entry) -> dict[str, tuple[str, Value]]:
    """What its articles differ on, by id of the claim, for its name may change; dates go by an id that no claim has."""
    ids = {figure.name.name: figure.name.id for a in entry.attestations for figure in a.claim.figures}
    found = [("", "dates", entry.dates)] if entry.dates_differ else []
    found += [(ids[figure.label], figure.label, figure) for figure in entry.disagreements]
    return {id: (label, _versions(comparison)) for id, label, comparison in found}


def _versions(comparison: Comparison) -> Value:
    claims = [[attestation.claim for attestation in version.attestations] for version in comparison.versions]
    said = (
        f"{version.value} ({', '.join(claim.article.id for claim in by)})"
        for version, by in zip(comparison.versions, claims, strict=True)
    )
    return Value("; ".join(said), tuple(claim.head.at for by in claims for claim in by))
