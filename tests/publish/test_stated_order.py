"""The order that an article states: on the pages, in the data files, and in the order of both."""

import json
from pathlib import Path

import jsonschema

from timeline.pipeline import build


def test_a_stated_order_is_with_the_article_that_states_it(small_site: Path) -> None:
    path = small_site / "content/articles/2022/y.md"
    text = path.read_text(encoding="utf-8").replace("on Friday", "on 13 October")
    path.write_text(text.replace("evacuation is denied\n", "evacuation is denied\n    after: appeal\n"), encoding="utf-8")
    assert build(small_site).project.problems == []
    data, schema = (
        json.loads((small_site / "docs/timeline" / name).read_text(encoding="utf-8"))
        for name in ("chronology.json", "chronology.schema.json")
    )
    jsonschema.validate(data, schema)
    assert [entry["attestations"][0].get("after") for entry in data["entries"]] == [None, "appeal"]
    page = (small_site / "docs/timeline/entries/denial.md").read_text(encoding="utf-8")
    assert "[Order]{.tl-label} after [Saldo appeals to residents](appeal.md)\n" in page


def test_pages_and_files_follow_the_stated_order(small_site: Path) -> None:
    path = small_site / "content/articles/2022/x.md"
    text = path.read_text(encoding="utf-8").replace("on Thursday", "on 14 October")
    path.write_text(text.replace("  appeal:\n", "  appeal:\n    after: denial\n"), encoding="utf-8")
    assert build(small_site).project.problems == []
    for name in (
        "chronology.json",
        "chronology.csv",
        "2022/10.md",
        "chronology.mw",
        "timeline.json",
        "view.json",
    ):
        shown = (small_site / "docs/timeline" / name).read_text(encoding="utf-8")
        assert shown.index("An evacuation is denied") < shown.index("Saldo appeals to residents"), name
