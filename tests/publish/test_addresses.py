"""timeline/publish/addresses.py: where all pages are."""

from dataclasses import replace

import pytest

from support.dated_entries import ARTICLE, entry
from timeline.assembly.chronology import arrange
from timeline.dates import parse
from timeline.model.chronology import Chronology, Site
from timeline.publish.addresses import page_addresses
from timeline.publish.page_types import address_of
from timeline.publish.parts import Division
from timeline.publish.render import render_pages


def chronology(*dates: str, articles: int = 2) -> Chronology:
    """Entries with these dates, and articles of one publisher, one a year."""
    entries = tuple(entry(f"event-{place}", when) for place, when in enumerate(dates))
    years = (parse(f"{1700 + place}") for place in range(articles))
    return arrange(entries, tuple(replace(ARTICLE, id=f"article-{year.text}", published=year) for year in years), [])


LONG = ("2022-11-30",) * 300 + ("2022-11",) * 2


def test_there_is_an_address_for_each_page_of_a_build() -> None:
    whole = chronology(*LONG, articles=400)
    assert set(page_addresses(whole)) == {address_of(path) for path in dict(render_pages(whole, Site("A site")))}
    assert "timeline/2022/11/2022-11-30-part-2/" in page_addresses(whole)


def test_lists_that_both_have_are_not_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = chronology(*LONG), chronology(*LONG, "1999-12")
    divided: list[str] = []
    of = Division.of
    monkeypatch.setattr(Division, "of", lambda self, path, rows: (divided.append(path), of(self, path, rows))[1])
    assert "timeline/2022/11/2022-11-30-part-2/" not in page_addresses(one, but=other)
    assert divided == ["timeline/index", "timeline/publishers/reuters"]  # the years, and what the publisher reports
