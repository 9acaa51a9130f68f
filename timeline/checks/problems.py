"""All problems of a project: of each file alone, of each event, and of all files together.

What is found of a file or of an event is remembered. After an edit only that file is read, and those with an event in common.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.assembly.entries import make_entry, untitled
from timeline.assembly.sources import Filed, Sources
from timeline.checks.rules import checks_of
from timeline.model.diagnostics import Diagnostic
from timeline.model.entry import Entry
from timeline.model.facts import EventFacts, FileFacts
from timeline.model.memo import RECORDS, Memo, digest
from timeline.reading.progress import Progress, no_progress

_MANY = 300  # files to read, from which on it is quicker to read the records of the last build


@dataclass(frozen=True)
class Findings:
    """The problems of all files, and how many entries and articles there are."""

    problems: list[Diagnostic]
    entries: int
    articles: int


def find_problems(sources: Sources, memo: Memo, progress: Progress = no_progress) -> Findings:
    """What is wrong in the files and with their claims and entries."""
    files = _files(sources, memo, progress)
    claiming, stating = _by_event(files, "claimed"), _by_event(files, "stated")
    events: dict[str, EventFacts] = {}
    with memo.stage("events") as stage:
        for event in sorted({*claiming, *stating}):
            names = claiming.get(event, []), stating.get(event, [])
            of = digest(b"|".join(b"".join(sources.versions[name] for name in some) for some in names))
            events[event] = stage.result(event, of, lambda: _event_facts(event, *names, sources))  # noqa: B023
    problems = [problem for file in files.values() for problem in file.problems]
    problems += [problem for facts in events.values() for problem in facts.problems]
    problems += [*_same_ids(files), *_untitled_events(files, claiming, sources)]
    problems += [problem for check in checks_of("check_all") for problem in check(list(files.values()), events)]
    return Findings(problems, sum(bool(facts.when) for facts in events.values()), sum(bool(facts.id) for facts in files.values()))


def _files(sources: Sources, memo: Memo, progress: Progress) -> dict[str, FileFacts]:
    """The facts of each file."""
    with memo.stage("files") as stage:
        known = {name: facts for name, version in sources.versions.items() if (facts := stage.known(name, version))}
        if len(sources.versions) - len(known) > _MANY:
            memo.steps(RECORDS)
        names = sources.versions.keys() - known.keys()
        for name in progress("Reading", sorted(names)):
            known[name] = stage.put(name, sources.versions[name], _file_facts(sources.filed(name)))
    return {name: known[name] for name in sources.versions}


def _by_event(files: Mapping[str, FileFacts], what: str) -> dict[str, list[str]]:
    """For each event the files that claim or state it."""
    found: dict[str, list[str]] = {}
    for name, facts in files.items():
        for event in getattr(facts, what):
            found.setdefault(event, []).append(name)
    return found


def _file_facts(filed: Filed) -> FileFacts:
    article, problems, named = filed.read
    if article is None:
        return FileFacts("", None, tuple(problems), tuple(sorted(named)))
    of_checks = (problem for check in checks_of("check_article") for problem in check(article, filed.claims))
    return FileFacts(
        id=article.id,
        at=article.at,
        problems=(*problems, *filed.collected[1], *of_checks),
        unread=tuple(sorted(article.unread_events)),
        claimed=tuple(claim.event for claim in filed.claims),
        stated=tuple(head.id for head in article.events),
        titled=tuple(head.id for head in article.events if head.title),
        named=article.event_ids,
        identities=article.reference.identities(article.display_title),
        source_at=article.reference_at or article.at,
    )


def _event_facts(event: str, claiming: Sequence[str], stating: Sequence[str], sources: Sources) -> EventFacts:
    claims = [claim for name in claiming for claim in sources.filed(name).claims if claim.event == event]
    articles = [article for name in stating if (article := sources.filed(name).article)]
    heads = [head for article in articles for head in article.events if head.id == event]
    made = make_entry(event, claims, heads)
    problems = [made] if isinstance(made, Diagnostic) else []
    entry = made if isinstance(made, Entry) else None
    problems += [problem for check in checks_of("check_event") for problem in check(event, heads, entry)]
    if not entry:
        return EventFacts(tuple(problems))
    sources.entries[event] = entry
    of_entry = [attestation.claim.head for attestation in entry.attestations]
    stated = tuple(head.after for head in of_entry if head.after)
    return EventFacts(tuple(problems), entry.when.text, of_entry[0].at, entry.after, stated)


def _same_ids(files: Mapping[str, FileFacts]) -> list[Diagnostic]:
    first: dict[str, str] = {}
    problems = []
    for name, facts in files.items():
        if facts.at and first.setdefault(facts.id, name) != name:
            message = f"the id {facts.id} is already used by {first[facts.id]}"
            problems.append(Diagnostic("A108", facts.at, message, "rename one of the two files"))
    return problems


def _untitled_events(files: Mapping[str, FileFacts], claiming: Mapping[str, list[str]], sources: Sources) -> list[Diagnostic]:
    """That a title is missing is not reported where a file that could not be read may have it."""
    titled = {event for facts in files.values() for event in facts.titled}
    unread = {event for facts in files.values() for event in facts.unread}
    problems = []
    for event in sorted(claiming.keys() - titled - unread):
        claims = sources.filed(claiming[event][0]).claims
        problems.append(untitled(event, next(claim for claim in claims if claim.event == event), titled))
    return problems
