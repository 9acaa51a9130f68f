"""timeline/assembly/chronology.py: the order of entries, the years and months in which they are listed, the indexes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.dated_entries import ARTICLE, chronology, entry
from support.examples import examples
from support.small_site import SMALL_SITE
from timeline.assembly.chronology import Period, arrange, neighbours, period_of
from timeline.dates import EdtfError, parse
from timeline.model.chronology import Chronology
from timeline.model.entry import Comparison, Entry
from timeline.model.names import Name
from timeline.pipeline import build


def listed(found: Chronology) -> dict[str, list[str]]:
    """Ids by year or month; what only reaches into a month has a + before it."""
    shown = {}
    for year in found.years:
        if year.undated:
            shown[f"{year.year}"] = [entry.id for entry in year.undated]
        for month in year.months:
            shown[f"{year.year}-{month.month:02}"] = [entry.id for entry in month.entries] + [
                f"+{entry.id}" for entry in month.running
            ]
    return shown


def test_entries_are_in_order_of_first_day_then_last_day_then_id() -> None:
    dates = {"d": "2022-10-01", "c": "2022-10-02", "b": "2022-10-01", "week": "2022-10-01/2022-10-07"}
    dates |= {"month": "2022-10", "year": "2022", "a": "2022-10-01/..", "z": "../2022-10-01"}
    assert [entry.id for entry in chronology(**dates).entries] == ["year", "b", "d", "z", "week", "month", "a", "c"]


@pytest.mark.parametrize(
    ("when", "place"),
    [
        ("2022-10-13", Period(2022, 10)),
        ("2022-10-13T05:00+03:00", Period(2022, 10)),
        ("2022-10~", Period(2022, 10)),
        ("2022", Period(2022, None)),
        ("2022-21", Period(2022, None)),
        ("2022-34", Period(2022, None)),
        ("199X", Period(1990, None)),
        ("19XX", Period(1900, None)),
        ("2022-09-23/2022-10-02", Period(2022, 9)),
        ("2022-12-30/2023-01-02", Period(2022, 12)),
        ("2022/2023-02", Period(2022, None)),
        ("2022-10/..", Period(2022, 10)),
        ("../2022-10-13", Period(2022, 10)),
        ("/2022", Period(2022, None)),
    ],
)
def test_where_a_date_is_listed(when: str, place: Period) -> None:
    assert period_of(parse(when)) == place


def test_years_and_months() -> None:
    found = chronology(a="2022-10-13", b="2022-10", c="2022", d="2021-12-31", e="2022-11-01")
    assert listed(found) == {"2021-12": ["d"], "2022": ["c"], "2022-10": ["b", "a"], "2022-11": ["e"]}
    assert [(year.year, year.size) for year in found.years] == [(2021, 1), (2022, 4)]


def test_years_before_christ_and_rounded_years_have_their_own_words() -> None:
    found = chronology(
        ides="-0043-03-15", century="-00XX", ice="Y-17E3", dino="Y-17E7", star="Y12000", one_of="[1667-05-02,1667-05-04]"
    )
    assert listed(found) == {
        "-170000000": ["dino"],
        "-17000": ["ice"],
        "-99": ["century"],
        "-43-03": ["ides"],
        "1667-05": ["one_of"],
        "12000": ["star"],
    }
    labels = [year.label for year in found.years]
    assert labels == ["around 170 million years ago", "around 17,000 BC", "100 BC", "44 BC", "1667", "AD 12,000"]
    assert found.span == parse("Y-17E7/Y12000")


def test_intervals_run_through_later_months_that_have_entries() -> None:
    found = chronology(
        run="2022-09-30/2022-11-01",
        within="2022-10-02/2022-10-31",
        september="2022-09-01",
        october="2022-10-13",
        november="2022-11-30",
        december="2022-12-01",
    )
    assert listed(found) == {
        "2022-09": ["september", "run"],
        "2022-10": ["within", "october", "+run"],
        "2022-11": ["november", "+run"],
        "2022-12": ["december"],
    }


def test_intervals_run_over_the_end_of_a_year() -> None:
    assert listed(chronology(run="2022-12-30/2023-01-02", a="2023-01-01"))["2023-01"] == ["a", "+run"]


def test_an_interval_runs_only_as_far_as_its_end_surely_is() -> None:
    found = chronology(
        month="2022-03/2022-10",
        year="2022-03/2022",
        over="2021-12-30/2022",
        april="2022-04-01",
        october="2022-10-31",
        may="2022-05-01",
    )
    assert listed(found)["2022-04"] == ["april", "+month"]
    assert listed(found)["2022-10"] == ["october", "+month"]  # at least on its first day
    assert listed(chronology(over="2021-12-30/2022", a="2022-01-01", b="2022-02-01")) == {
        "2021-12": ["over"],
        "2022-01": ["a", "+over"],
        "2022-02": ["b"],
    }


def test_open_intervals_and_long_dates_run_nowhere() -> None:
    """Else every later month would list them; their own month and year do."""
    found = chronology(since="2022-09/..", until="../2022-12", season="2022-22", october="2022-10-13")
    assert listed(found)["2022-10"] == ["october"]


@given(
    st.lists(
        st.from_regex(r"(19|20)\d\d(-(0[1-9]|1[0-2])(-[012]\d)?)?(/20(2[0-9])(-(0[1-9]|1[0-2]))?)?", fullmatch=True), max_size=8
    )
)
@examples(200)
def test_every_entry_is_listed_once_and_in_order(dates: list[str]) -> None:
    good = {}
    for number, when in enumerate(dates):
        try:
            good[f"e{number}"] = parse(when).text
        except EdtfError:
            continue
    found = chronology(**good)
    once = [entry.id for year in found.years for group in (year.undated, *(m.entries for m in year.months)) for entry in group]
    assert sorted(once) == sorted(good)
    assert [entry.id for entry in found.entries] == sorted(good, key=lambda event: (parse(good[event]).sort_key[:2], event))
    assert [year.year for year in found.years] == sorted({year.year for year in found.years})


def test_names_have_their_entries_in_order_of_time_and_stand_by_name() -> None:
    first, second = Name("people", "b", "Anna"), Name("people", "a", "Zoe")
    entries = [entry("late", "2022-10-14", second, first), entry("early", "2022-10-13", second)]
    found = arrange(entries, [ARTICLE], [entry.attestations[0].claim for entry in entries])
    (people,) = [index for index in found.indexes if index.kind == "people"]
    assert [(listing.id, [entry.id for entry in listing.entries]) for listing in people.listings] == [
        ("b", ["late"]),
        ("a", ["early", "late"]),
    ]
    (publishers,) = [index for index in found.indexes if index.kind == "publishers"]
    assert [
        (listing.id, len(listing.entries), [article.id for article in listing.articles]) for listing in publishers.listings
    ] == [("reuters", 2, ["x"])]


def test_an_entry_without_attestation_is_a_programming_error() -> None:
    with pytest.raises(ValueError, match="entry a has no attestation"):
        Entry("a", "A", "", False, parse("2022"), "", (), (), Comparison("Date", ()), ())


def test_neighbours_on_the_pages(small_site: Path) -> None:
    """Each entry's page links to the one before and the one after in time; each month's to its neighbours."""
    (small_site / "content/articles/2022/y.md").write_text(
        SMALL_SITE["content/articles/2022/y.md"].replace("2022-10-14", "2022-11-04"), encoding="utf-8"
    )
    build(small_site)
    pages = {
        name: (small_site / f"docs/timeline/{name}.md").read_text(encoding="utf-8")
        for name in ("entries/appeal", "entries/denial", "2022/10", "2022/11")
    }
    for page, neighbour, other in (
        ("entries/appeal", "denial.md", "Earlier"),
        ("entries/denial", "appeal.md", "Later"),
        ("2022/10", "11.md", "Earlier"),
        ("2022/11", "10.md", "Later"),
    ):
        assert f"]({neighbour})" in pages[page]
        assert other not in pages[page]


PEOPLE = [Name("people", letter, letter.upper()) for letter in "abc"]
FLOODS, TOWN, BODY = Name("topics", "floods", "Floods"), Name("places", "town", "Town"), Name("organisations", "body", "Body")


def by_name(found: Chronology, event: str) -> list[tuple[str, str | None, str | None]]:
    return [(row.name.id, row.before and row.before.id, row.after and row.after.id) for row in neighbours(found)[event]]


def test_neighbours_by_name_come_in_the_order_topics_people_organisations_places() -> None:
    names = (TOWN, BODY, PEOPLE[1], PEOPLE[0], FLOODS)
    found = arrange([entry("one", "2022-10-01", *names), entry("two", "2022-10-02", *names)], [], [])
    assert by_name(found, "one") == [(name, None, "two") for name in ("floods", "a", "b", "body", "town")]
    assert by_name(found, "two") == [(name, "one", None) for name in ("floods", "a", "b", "body", "town")]


def test_a_name_that_no_other_entry_bears_has_no_neighbours_and_a_publisher_never_has() -> None:
    entries = [entry("one", "2022-10-01", TOWN), entry("two", "2022-10-02", FLOODS)]
    found = arrange(entries, [ARTICLE], [entry.attestations[0].claim for entry in entries])
    assert neighbours(found) == {"one": (), "two": ()}


@given(st.lists(st.sets(st.sampled_from([*PEOPLE, FLOODS, TOWN, BODY])), max_size=8))
@examples(100)
def test_neighbours_by_name_are_those_that_a_search_of_all_entries_finds(names: list[set[Name]]) -> None:
    found = arrange([entry(f"e{day}", f"2022-10-{day + 1:02}", *some) for day, some in enumerate(names)], [], [])
    for place, here in enumerate(found.entries):
        expected = {}
        for name in here.names:
            before = [other.id for other in found.entries[:place] if name in other.names]
            after = [other.id for other in found.entries[place + 1 :] if name in other.names]
            if before or after:
                expected[name.id] = (before[-1] if before else None, after[0] if after else None)
        assert {name: (before, after) for name, before, after in by_name(found, here.id)} == expected
