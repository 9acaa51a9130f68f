"""Find what changed in the evidence of an entry: its articles, their passages, dates and figures, and their disagreements."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from timeline.model.article import Passage
from timeline.model.entry import Claim, Comparison, Entry, Figure
from timeline.review.diff.changes import Change, Kind, Subject, Value, date_value

MIN_SHARED_WORDS = 0.4  # the share of words in common from which on a passage counts as changed, not as replaced
MAX_PAIRS = 10_000  # passages are not paired beyond this: it would take too long, and nobody could read the result


def evidence_changes(old: Entry, new: Entry, subject: Subject) -> Iterator[Change]:
    """The changes in the evidence of one entry. Those of an article that is gained or lost are not reported one by one."""
    was, now = ({a.claim.article.id: a.claim for a in entry.attestations} for entry in (old, new))
    for id, claim in was.items():
        if id not in now:
            yield Change(Kind.EVIDENCE_REMOVED, subject, id, before=_headline(claim))
    for id, claim in now.items():
        if id not in was:
            yield Change(Kind.EVIDENCE_ADDED, subject, id, after=_headline(claim))
    for id, claim in now.items():
        if id in was:
            if was[id].when != claim.when and (was[id].when, claim.when) != (old.when, new.when):
                dates = (date_value(each.when, (each.head.at,)) for each in (was[id], claim))
                yield Change(Kind.ARTICLE_DATE_CHANGED, subject, id, *dates)
            if _earlier(was[id]) != _earlier(claim):
                yield Change(Kind.ORDER_CHANGED, subject, id, _stated_order(was[id]), _stated_order(claim))
            yield from _passage_changes(was[id], claim, subject)
            yield from _figure_changes(was[id], claim, subject)
    yield from _disagreement_changes(old, new, subject)


def _earlier(claim: Claim) -> str | None:
    """The id of the event after which an article says that this one came."""
    return claim.head.after.value if claim.head.after else None


def _stated_order(claim: Claim) -> Value | None:
    return Value(f"after {claim.head.after.value}", (claim.head.after.at,)) if claim.head.after else None


def _headline(claim: Claim) -> Value:
    return Value(claim.article.display_title, (claim.head.at,))


def _passage_changes(old: Claim, new: Claim, subject: Subject) -> Iterator[Change]:
    """The passages of one article that differ, in the order of the article."""
    id = new.article.id
    same = Counter(map(_said, old.passages)) & Counter(map(_said, new.passages))
    removed, added = _without(old.passages, same), _without(new.passages, same)
    found: list[tuple[Passage, Change]] = []
    for was, now in _most_similar(removed, added):
        if was in removed and now in added:
            removed.remove(was)
            added.remove(now)
            found.append((now, Change(Kind.PASSAGE_CHANGED, subject, id, _passage_value(was), _passage_value(now))))
    found += [(was, Change(Kind.PASSAGE_REMOVED, subject, id, before=_passage_value(was))) for was in removed]
    found += [(now, Change(Kind.PASSAGE_ADDED, subject, id, after=_passage_value(now))) for now in added]
    yield from (change for _, change in sorted(found, key=lambda each: (each[0].at.line, each[0].at.column)))


def _said(passage: Passage) -> str:
    """The text of a passage with its place in the original."""
    return f"{passage.text} ({passage.locator})" if passage.locator else passage.text


def _passage_value(passage: Passage) -> Value:
    return Value(_said(passage), (passage.at,))


def _without(passages: Sequence[Passage], same: Counter[str]) -> list[Passage]:
    remaining, found = Counter(same), []
    for passage in passages:
        if remaining[_said(passage)]:
            remaining[_said(passage)] -= 1
        else:
            found.append(passage)
    return found


def _most_similar(old: list[Passage], new: list[Passage]) -> list[tuple[Passage, Passage]]:
    """Pairs that may be the same passage before and after a change, the most similar first."""
    if len(old) * len(new) > MAX_PAIRS:
        return []
    words = {passage: Counter(_said(passage).casefold().split()) for passage in (*old, *new)}
    pairs = [(_shared_words(words[was], words[now]), was, now) for was, now in product(old, new)]
    pairs.sort(key=lambda pair: -pair[0])  # pairs of the same share stay in order
    return [(was, now) for share, was, now in pairs if share >= MIN_SHARED_WORDS]


def _shared_words(one: Counter[str], other: Counter[str]) -> float:
    """The share of words in common, from 0 to 1."""
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def _figure_changes(old: Claim, new: Claim, subject: Subject) -> Iterator[Change]:
    was, now = ({figure.name.id: figure for figure in claim.figures} for claim in (old, new))
    for id in dict.fromkeys((*was, *now)):
        if id not in now:
            yield Change(Kind.FIGURE_REMOVED, subject, _figure_label(was[id], new), before=_figure_value(was[id]))
        elif id not in was:
            yield Change(Kind.FIGURE_ADDED, subject, _figure_label(now[id], new), after=_figure_value(now[id]))
        elif was[id].value != now[id].value:
            values = (_figure_value(was[id]), _figure_value(now[id]))
            yield Change(Kind.FIGURE_CHANGED, subject, _figure_label(now[id], new), *values)


def _figure_label(figure: Figure, claim: Claim) -> str:
    return f"{figure.name.name}, {claim.article.id}"


def _figure_value(figure: Figure) -> Value:
    return Value(figure.value, (figure.at,))


def _disagreement_changes(old: Entry, new: Entry, subject: Subject) -> Iterator[Change]:
    was, now = _disagreements(old), _disagreements(new)
    for id, (label, value) in now.items():
        if id not in was:
            yield Change(Kind.DISAGREEMENT_NEW, subject, label, after=value)
    for id, (label, value) in was.items():
        if id not in now:
            yield Change(Kind.DISAGREEMENT_SETTLED, subject, label, before=value)


def _disagreements(entry: Entry) -> dict[str, tuple[str, Value]]:
    """What its articles differ on, by the id of the figure, whose name may change; dates have the empty id."""
    ids = {figure.name.name: figure.name.id for a in entry.attestations for figure in a.claim.figures}
    found = [("", "dates", entry.dates)] if entry.dates_differ else []
    found += [(ids[figure.label], figure.label, figure) for figure in entry.disagreements]
    return {id: (label, _versions(comparison)) for id, label, comparison in found}


def _versions(comparison: Comparison) -> Value:
    """Each value with the articles that give it, and the places of these."""
    claims = [[attestation.claim for attestation in version.attestations] for version in comparison.versions]
    texts = (
        f"{version.value} ({', '.join(claim.article.id for claim in by)})"
        for version, by in zip(comparison.versions, claims, strict=True)
    )
    return Value("; ".join(texts), tuple(claim.head.at for by in claims for claim in by))
