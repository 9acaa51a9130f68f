"""The project's own content: it builds, has the events that it is about, and each statement has its passage."""

import re

import pytest

from support.paths import ROOT
from timeline.model.chronology import Chronology
from timeline.model.diagnostics import as_text, errors
from timeline.project import load

pytestmark = pytest.mark.shipped

# What the chronology is about; more entries may come, none of these may go.
CORE = [
    "invasion-begins",
    "kherson-captured",
    "counter-offensive-announced",
    "partial-mobilisation",
    "referendums",
    "annexation",
    "lyman-retaken",
    "dnipro-breakthrough",
    "crimea-bridge-explosion",
    "missile-strikes-10-october",
    "un-general-assembly-vote",
    "saldo-appeal",
    "european-sky-shield",
    "drone-strikes-kyiv",
    "kherson-civilians-moved",
    "martial-law",
    "strikes-31-october",
    "kherson-withdrawal-ordered",
    "stremousov-dies",
    "kherson-retaken",
    "zelensky-visits-kherson",
    "missile-strikes-15-november",
    "przewodow-missile",
    "surovikin-appointed",
]
# What the article that the project began with tells of.
FIRST_ARTICLE = "newstuck-saldo"
TOLD_BY_IT = ["annexation", "missile-strikes-10-october", "saldo-appeal", "european-sky-shield"]


@pytest.fixture(scope="module")
def chronology() -> Chronology:
    outcome = load(ROOT)
    assert [as_text(problem) for problem in errors(outcome.problems)] == []
    return outcome.chronology


def test_the_core_events_are_there(chronology: Chronology) -> None:
    assert len(CORE) == 24
    assert set(CORE) - {entry.id for entry in chronology.entries} == set()


def test_there_are_articles_enough(chronology: Chronology) -> None:
    assert len(chronology.articles) >= 32


def test_every_statement_has_its_passage(chronology: Chronology) -> None:
    for entry in chronology.entries:
        assert entry.attestations, entry.id
        for attestation in entry.attestations:
            assert all(passage.text for passage in attestation.claim.passages), entry.id
            assert attestation.claim.passages, f"{entry.id} by {attestation.claim.article.id}"


def test_every_entry_says_what_happened(chronology: Chronology) -> None:
    assert [entry.id for entry in chronology.entries if not entry.summary or not entry.names] == []


def test_briefs_are_brief(chronology: Chronology) -> None:
    """Our own words, 80 to 200 of them: enough to be understood, too few to stand for the article."""
    lengths = {}
    for article in chronology.articles:
        text = (ROOT / article.path).read_text(encoding="utf-8").split("\n---\n", 1)[1]
        plain = re.sub(r"\{[^}]*\}|\]\([^)]*\)|[\[\]]", "", text)
        lengths[article.id] = len(re.findall(r"[\w’'-]*\w[\w’'-]*", plain)) if article.text == "brief" else 100
    assert {article: length for article, length in lengths.items() if not 80 <= length <= 200} == {}


@pytest.mark.parametrize("event", TOLD_BY_IT)
def test_the_first_article_attests_to_its_events(chronology: Chronology, event: str) -> None:
    (entry,) = [entry for entry in chronology.entries if entry.id == event]
    assert FIRST_ARTICLE in [attestation.claim.article.id for attestation in entry.attestations]
