"""Cases in tests/cases/: content in, and out of it the entries and the diagnostics, both as text.

A case is one file. It begins with what it shows, in a few lines; then come its input files, and what is expected:

    === content/articles/2022/reuters-saldo.md
    === entries
    === diagnostics

A case without a vocabulary of its own has that of tests/cases/vocabulary.yml. `=== entries` holds an entry as

    id  date  title
      dates differ        names: kind/id, …        key event        summary: …        note: …
      article: date, how it was found [, agrees not with the entry]
        > text of a passage [(its place in the original)]
      figure: value (articles) / other value (articles)

If no diagnostics are given, none may come; with an error, nothing may be written.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.cases import CASES, VOCABULARY, sections
from support.paths import TIMELINE
from timeline.model.chronology import Chronology
from timeline.model.diagnostics import as_text, errors
from timeline.model.entry import Attestation, Entry
from timeline.pipeline import build

# Cases that need bytes, links or sizes which a text cannot show; tests/reading/test_files.py has them.
ELSEWHERE = {"A101", "A103", "A104", "A105"}


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path) -> None:
    given = sections(path.read_text(encoding="utf-8"))
    expected = {name: given.pop(name, None) for name in ("entries", "diagnostics")}
    assert expected["entries"] or expected["diagnostics"], "a case expects something"
    for name, text in {VOCABULARY: (CASES / "vocabulary.yml").read_text(encoding="utf-8"), **given}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    outcome = build(tmp_path)

    assert "\n\n".join(as_text(problem) for problem in outcome.project.problems) == (expected["diagnostics"] or "").strip("\n")
    if expected["entries"] is not None:
        assert "\n".join(shown(outcome.project.chronology)) == expected["entries"].strip("\n")
    wrong = bool(errors(outcome.project.problems))
    assert (outcome.changes is None) is wrong
    assert (tmp_path / "docs").exists() is not wrong


def test_every_code_has_a_case() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in TIMELINE.rglob("*.py"))
    cases = "".join(sections(path.read_text(encoding="utf-8")).get("diagnostics", "") for path in CASES.glob("*.txt"))
    assert set(re.findall(r'"([A-Z]\d{3})"', source)) - set(re.findall(r": ([A-Z]\d{3}) ", cases)) == ELSEWHERE


def shown(chronology: Chronology) -> Iterator[str]:
    for entry in chronology.entries:
        yield f"{entry.id}  {entry.when.text}  {entry.title}"
        yield from (f"  {line}" for line in _about(entry))
        for attestation in entry.attestations:
            yield f"  {_attestation(attestation)}"
            for passage in attestation.claim.passages:
                yield f"    > {passage.text}" + (f" ({passage.locator})" if passage.locator else "")
        for figure in entry.figures:
            versions = (f"{v.value} ({', '.join(a.claim.article.id for a in v.attestations)})" for v in figure.versions)
            yield f"  {figure.label}: {' / '.join(versions)}"


def _about(entry: Entry) -> Iterator[str]:
    if entry.dates_differ:
        yield "dates differ"
    if entry.is_key_event:
        yield "key event"
    if entry.summary:
        yield f"summary: {entry.summary}"
    if entry.entry_note:
        yield f"note: {entry.entry_note}"
    if entry.names:
        yield "names: " + ", ".join(f"{name.kind}/{name.id}" for name in entry.names)


def _attestation(attestation: Attestation) -> str:
    claim = attestation.claim
    words = ", ".join(f"“{words.text}”" for words in claim.words)
    found = f"{claim.dated_by} {words}" if words else claim.dated_by
    return f"{claim.article.id}: {claim.when.text}, {found}{'' if attestation.agrees else ', not the date of the entry'}"
