"""timeline/publish/parts.py and lists.py: lists that are too long for a page."""

from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from support.dated_entries import ARTICLE, entry
from support.rendered_html import to_html
from timeline.assembly.chronology import arrange
from timeline.dates import parse
from timeline.model.chronology import Chronology, Site
from timeline.model.entry import Entry
from timeline.model.names import Name
from timeline.publish.page_types import page_types
from timeline.publish.parts import Division, Part, units_of_id, units_of_time
from timeline.publish.render import render_pages

MOST_ELEMENTS, MOST_BYTES = 1280, 350_000  # of the content; the theme adds some 150 elements and 16 kB


def division(most: int) -> Division[str]:
    return Division("list", most, lambda when: units_of_time(parse(when)))


def outline(part: Part) -> list[object]:
    """The path of each part with the number of its rows, and that of its own parts below it."""
    return [(each.path, each.size, outline(each)) if each.parts else (each.path, each.size) for each in part.parts]


def test_a_short_list_is_whole() -> None:
    part = division(3).of("list", ["2022", "2023", "2024"])
    assert (part.rows, part.parts) == (("2022", "2023", "2024"), ())


def test_a_long_list_is_divided_by_the_longest_units_that_it_has_two_of() -> None:
    assert outline(division(2).of("list", ["1994", "1995", "2022"])) == [("list/1900-to-1999", 2), ("list/2000-to-2099", 1)]
    assert outline(division(2).of("list", ["2022-10", "2022-10-13", "2022-11"])) == [("list/2022-10", 2), ("list/2022-11", 1)]


def test_what_is_too_long_is_divided_again_and_keeps_its_page() -> None:
    assert outline(division(2).of("list", ["1994", "2022", "2023", "2023-05"])) == [
        ("list/1900-to-1999", 1),
        ("list/2000-to-2099", 3, [("list/2022", 1), ("list/2023", 2)]),
    ]


def test_what_has_no_month_comes_first() -> None:
    part = division(1).of("list", ["2022-01-01", "2022"])
    assert [each.unit.label for each in part.parts] == ["2022, month unknown", "January 2022"]


def test_rows_of_one_day_are_numbered() -> None:
    part = division(2).of("list", ["2022-10-13"] * 3)
    assert [(each.path, each.unit.label, each.size) for each in part.parts] == [
        ("list/part-1", "1 to 2", 2),
        ("list/part-2", "3 to 3", 1),
    ]


@pytest.mark.parametrize(
    ("when", "labels"),
    [
        ("2022-10-13", ["21st century", "2020s", "2022", "October 2022", "13 October 2022"]),
        ("2022-10", ["21st century", "2020s", "2022", "October 2022", "October 2022, day unknown"]),
        ("2022", ["21st century", "2020s", "2022", "2022, month unknown", "2022, month unknown"]),
        ("-0043-03-15", ["101 BC to 2 BC", "51–42 BC", "44 BC", "March 44 BC", "15 March 44 BC"]),
    ],
)
def test_units_of_time(when: str, labels: list[str]) -> None:
    assert [unit.label for unit in units_of_time(parse(when))][-5:] == labels


def test_no_two_units_of_an_id_have_the_same_address() -> None:
    ids = [unit.id for name in ("a", "a-b", "ab") for unit in units_of_id(name)]
    assert sorted(set(ids)) == ["a", "a-", "a--", "a---", "a----", "a-b", "a-b-", "a-b--", "ab", "ab-", "ab--", "ab---"]


@pytest.fixture(scope="module")
def pages() -> dict[str, str | None]:
    """The pages of a chronology with a long list of each kind."""
    return dict(render_pages(long_chronology(), Site("Long")))


def long_chronology() -> Chronology:
    entries = list(long_entries())
    articles = [replace(ARTICLE, id=f"x{number}", published=parse(f"{1970 + number % 50}-01")) for number in range(len(entries))]
    own = [
        replace(each, attestations=tuple(replace(one, claim=replace(one.claim, article=article)) for one in each.attestations))
        for each, article in zip(entries, articles, strict=True)
    ]
    return arrange(own, articles, [each.attestations[0].claim for each in own])


def long_entries() -> Iterator[Entry]:
    often = Name("topics", "often", "Often")
    for number in range(2400):
        person = Name("people", f"person-{number % 700}", f"Person {number % 700}")
        when = f"{1800 + number % 220}-{number % 12 + 1:02}"
        if number < 300:
            when = "2022-10-13"  # a day that is too long for a page
        elif number < 900:
            when = "2022" if number % 2 else f"2022-{number % 12 + 1:02}-{number % 28 + 1:02}"
        yield replace(entry(f"e{number}", when, often, person), title=f"Title {number}", summary="What happened. " * 10)


@pytest.mark.parametrize("kind", sorted(page_types()))
def test_no_page_is_long(pages: dict[str, str | None], kind: str) -> None:
    longest = max(of_kind(pages, kind), key=len)
    html = to_html(longest.partition("\n---\n")[2])
    assert len(html.encode()) < MOST_BYTES
    assert elements(html) < MOST_ELEMENTS


def of_kind(pages: dict[str, str | None], kind: str) -> list[str]:
    """The texts of the pages of one page type."""
    beginnings = {
        "part": ("/often/", "/letters/", "/published/", "/unknown/"), "listing": ("/often.md", "/reuters.md"),
        "entry": ("entries/e1.md",), "article": ("articles/x1.md",), "articles": ("articles/index.md",),
        "index": ("people/index.md",), "year": ("/2022/index.md",), "month": ("/2022/10.md",), "whole": ("timeline/index.md",),
        "home": ("index.md",), "search": ("search.md",), "data": ("data.md",),
    }  # fmt: skip
    found = [text for path, text in pages.items() if text and any(part in path for part in beginnings[kind])]
    assert found
    return found


def elements(html: str) -> int:
    """How many elements a page has."""

    class Counting(HTMLParser):
        amount = 0

        def handle_starttag(self, tag: str, attrs: object) -> None:
            self.amount += 1

    counting = Counting()
    counting.feed(html)
    return counting.amount


def test_each_entry_of_a_divided_list_is_on_one_of_its_pages(pages: dict[str, str | None]) -> None:
    of_list = "".join(text or "" for path, text in pages.items() if path.startswith("timeline/topics/often"))
    assert all(of_list.count(f"entries/e{number}.md)") == 1 for number in range(2400))


def test_the_first_page_counts_and_the_page_of_a_part_leads_back_and_on(pages: dict[str, str | None]) -> None:
    first = pages["timeline/topics/often.md"] or ""
    assert 'data-within="topics=often"' in first
    assert "[November 2022 [50]{.tl-number}](often/2022-11.md)" in first
    part = pages["timeline/topics/often/1800s.md"] or ""
    assert "[Often](../often.md) › " in part
    assert "[Next: 1810s](1810s.md){.tl-after}" in part
