"""timeline/assembly/order.py: the one order of entries."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from support.dated_entries import entry
from support.examples import examples
from timeline.assembly.order import earlier_entries, in_order


def order(dates: dict[str, str], **after: str) -> list[str]:
    entries = [entry(id, when, after=tuple(after.get(id, "").split())) for id, when in dates.items()]
    return [one.id for one in in_order(entries)]


def test_entries_of_one_day_are_in_order_of_their_times_across_offsets() -> None:
    dates = {
        "kyiv-evening": "2022-10-13T20:00+03:00",
        "utc-afternoon": "2022-10-13T16:30Z",
        "new-york-noon": "2022-10-13T12:45-04:00",
        "all-day": "2022-10-13",
        "kyiv-midnight": "2022-10-13T00:30+03:00",
    }
    for some in permutations(dates.items()):
        assert order(dict(some)) == ["all-day", "kyiv-midnight", "utc-afternoon", "new-york-noon", "kyiv-evening"]


def test_a_stated_order_decides_where_dates_do_not() -> None:
    dates = {"answer": "2022-10-13", "appeal": "2022-10-13", "zebra": "2022-10-13"}
    assert order(dates) == ["answer", "appeal", "zebra"]
    assert order(dates, answer="appeal") == ["appeal", "answer", "zebra"]
    assert order(dates, answer="appeal", appeal="zebra") == ["zebra", "appeal", "answer"]
    assert order(dates, answer="appeal zebra") == ["appeal", "zebra", "answer"]


def test_an_entry_known_to_the_month_comes_after_the_day_that_it_is_said_to_follow() -> None:
    dates = {"flood": "2022-10", "call": "2022-10-05", "bridge": "2022-10-13", "later": "2022-10-20"}
    assert order(dates) == ["flood", "call", "bridge", "later"]
    assert order(dates, flood="bridge") == ["call", "bridge", "flood", "later"]


def test_what_names_no_entry_or_itself_does_not_count() -> None:
    dates = {"a": "2022-10-13", "b": "2022-10-13"}
    assert order(dates, a="gone") == order(dates, a="a") == ["a", "b"]


def test_a_circle_is_in_order_of_its_dates() -> None:
    dates = {"a": "2022-10-13", "b": "2022-10-14", "c": "2022-10-15", "d": "2022-10-16", "e": "2022-10-17"}
    assert order(dates, b="d", d="b", a="e") == ["c", "e", "a", "b", "d"]


def test_all_that_came_before_an_entry_with_the_way_to_it() -> None:
    entries = [entry("a", "2022", after=("b",)), entry("b", "2022", after=("c", "gone")), entry("c", "2022")]
    assert earlier_entries("a", {one.id: one for one in entries}) == {"b": ("b",), "c": ("b", "c")}


_IDS = "abcdefg"


@examples(200)
@given(
    dates=st.dictionaries(
        st.sampled_from(_IDS), st.sampled_from(["2022", "2022-10", "2022-10-13", "2022-10-13T05:00Z"]), min_size=1
    ),
    after=st.dictionaries(st.sampled_from(_IDS), st.lists(st.sampled_from(_IDS), max_size=3), max_size=7),
)
def test_every_entry_is_there_once_and_after_what_it_follows(dates: dict[str, str], after: dict[str, list[str]]) -> None:
    entries = {id: entry(id, when, after=tuple(after.get(id, ()))) for id, when in dates.items()}
    found = [one.id for one in in_order(entries.values())]
    assert sorted(found) == sorted(dates)
    assert found == [one.id for one in in_order(reversed(entries.values()))]
    earlier = {id: earlier_entries(id, entries) for id in entries}
    for id, before in earlier.items():
        for other in before:
            if id not in earlier[other] and id not in before and other not in earlier[other]:
                waits_in_a_circle = any(one in earlier[one] for one in (*before, id))
                assert waits_in_a_circle or found.index(other) < found.index(id)
