"""The examples: complete, in order, and what they are said to become is what the pipeline makes of them."""

import re
from pathlib import Path

import pytest

from support.paths import ROOT
from timeline.model.entry import Entry
from timeline.model.schema import ArticleKeys, EventKeys
from timeline.pipeline import build
from timeline.project import Project, load
from timeline.publish.reference.gallery import gallery

EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir())
PAGE, PROBLEMS = gallery(ROOT)

# Worked out by reading: id and date of each entry, in order of time. 17 May 2024 is a Friday.
BECOMES = {
    "01-smallest": ["pool-opened 2024-05-16"],
    "02-date-words": ["library-opened 2024-05-16"],
    "03-two-events": ["alder-flood 2024-04", "mill-bridge-closed 2024-05-15"],
    "04-two-articles": ["paper-mill-fire 2024-05-14"],
    "05-stated-date": ["spring-fair 2024-05-18"],
    "06-imprecise-dates": [
        "tram-planned 1904~", "tram-first-run 1911?", "tram-heyday 192X", "tram-strike 1946-09-23/1946-09-27",
        "tram-closed 1958-22", "tram-museum 1998/..", "tram-rails-found 2023-10",
    ],
    "07-figures-differ": ["park-concert 2024-05-19"],
    "08-passage-within-passage": ["school-built 2024-03", "school-named 2024-05-16"],
    "09-another-language": ["market-moved 2024-05-15"],
    "10-undated-article": ["clock-repaired 1961-03-04"],
    "11-excerpt": ["ferry-last-crossing 2024-05-16"],
    "12-editors-decide": ["lime-tree-felled 2024-05-15"],
    "13-place": ["station-reopened 2024-05-13"],
    "14-one-passage-several-events": ["mayor-resigned 2024-05-14", "deputy-sworn-in 2024-05-15"],
    "15-family-history": ["hills-move-to-mill 1912-04-06", "hills-leave-mill 1931-03-25"],
    "16-museum": ["bell-cast 1730~", "bell-given 1889-06"],
    "17-order-within-a-day": ["alder-sirens 2024-05-16", "alder-dyke-breaks 2024-05-16"],
}  # fmt: skip


def built(name: str) -> Project:
    return load(ROOT / "examples" / name)


def only_entry(name: str) -> Entry:
    (entry,) = built(name).chronology.entries
    return entry


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_an_example_is_in_order_and_becomes_what_it_should(folder: Path) -> None:
    outcome = built(folder.name)
    assert outcome.problems == []
    assert [f"{entry.id} {entry.when.text}" for entry in outcome.chronology.entries] == BECOMES[folder.name]


def test_every_example_is_expected() -> None:
    assert [folder.name for folder in EXAMPLES] == list(BECOMES)


def test_an_example_builds_pages(tmp_path: Path) -> None:
    for folder in EXAMPLES:
        for path in folder.rglob("content/**/*.*"):
            target = tmp_path / folder.name / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
        outcome = build(tmp_path / folder.name)
        assert outcome.changes, folder.name
        assert {f"timeline/entries/{entry.id}.md" for entry in outcome.project.chronology.entries} <= set(outcome.changes.written)


def test_the_examples_show_what_they_say() -> None:
    assert [version.value for version in only_entry("07-figures-differ").disagreements[0].versions] == ["about 600", "400"]
    assert only_entry("12-editors-decide").dates_differ
    assert len(only_entry("04-two-articles").attestations) == 2
    assert only_entry("09-another-language").attestations[0].claim.article.language == "de"
    assert only_entry("10-undated-article").attestations[0].claim.article.published is None
    assert only_entry("11-excerpt").attestations[0].claim.article.text == "excerpt"
    assert only_entry("13-place").named("places")[0].lat == 50.25
    assert [entry.attestations[0].claim.dated_by for entry in built("14-one-passage-several-events").chronology.entries] == [
        "words", "edtf",
    ]  # fmt: skip


def test_the_keys_are_shown_but_for_those_of_rare_articles() -> None:
    shown = {
        key for folder in EXAMPLES for path in folder.rglob("*.md") for key in re.findall(r"^ *(\w+):", path.read_text(), re.M)
    }
    rare = {"agency", "note", "key", "organisations", "topics"}
    assert {*ArticleKeys.model_fields, *EventKeys.model_fields} - shown == rare


def test_nothing_in_the_examples_points_to_a_real_publisher() -> None:
    for folder in EXAMPLES:
        for path in folder.rglob("*.md"):
            assert set(re.findall(r"https?://([^/\s]+)", path.read_text(encoding="utf-8"))) <= {"example.org"}


def test_the_page_shows_files_and_entries() -> None:
    assert PROBLEMS == []
    assert PAGE.startswith("# Gallery\n")
    assert re.findall(r"^## (.+)$", PAGE, re.M) == [
        (folder / "README.md").read_text(encoding="utf-8").splitlines()[0].removeprefix("# ") for folder in EXAMPLES
    ]
    for folder in EXAMPLES:
        for path in folder.rglob("content/**/*.*"):
            assert f"\n{path.read_text(encoding='utf-8').strip()}\n```\n" in PAGE


def test_the_page_tells_date_title_passage_and_how_the_date_was_found() -> None:
    assert (
        """
- **15 May 2024** · A storm fells the old lime tree · articles differ
    - About the date: The fire brigade logged the call on the evening of the 15th.
    - Alderwick Echo, published 17 May 2024:
        - *The old lime tree fell in the storm on Wednesday*
        - Date: 15 May 2024, read from “on Wednesday”
    - Valley Post, published 18 May 2024:
        - *A storm brought down the lime tree of Alderwick on Thursday*
        - Date: 16 May 2024, read from “on Thursday” (not the date of the entry)
"""
        in PAGE
    )
