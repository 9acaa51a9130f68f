"""The day of publication by the times that a page states."""

import pytest

from timeline.contribute.drafts.publication_day import day_in_address, publication_day


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        (["2022-10-13"], "2022-10-13"),
        (["2022-10-13T23:30:00"], "2022-10-13"),
        (["2022-10-13T23:30:00+03:00"], "2022-10-13"),
        (["2022-10-13 10:28:00 -0500"], "2022-10-13"),
        (["2023-11-09T03:28:35+00:00"], "2023-11-08/2023-11-09"),  # the evening before in America
        (["2023-11-09T03:28Z"], "2023-11-08/2023-11-09"),
        (["2023-11-09T18:00:00.000Z"], "2023-11-09/2023-11-10"),  # the next morning in Australia
        (["2023-11-09T12:00:00Z"], "2023-11-09"),  # the same day nearly everywhere
        (["2023-12-31T23:00:00 GMT"], "2023-12-31/2024-01-01"),
        (["2023-11-09T03:28:35Z", "2023-11-08T22:28:35-05:00"], "2023-11-08"),  # the same moment, once on its own clock
        (["2023-11-09T03:28:35Z", "2023-11-09"], "2023-11-09"),
        (["2023-11-09T00:00:00+00:00"], "2023-11-09"),  # a day, written as a time
        (["2023-11-09T00:00:00.000Z"], "2023-11-09"),
        (["2023-11-09T00:12:00Z"], "2023-11-08/2023-11-09"),
        (["2023-11-09T14:00:49Z", "2023-11-10T09:45:26-07:00"], None),  # on that clock the first is the 9th
        (["2023-11-09T20:15:00Z", "2023-11-10T01:45:00+05:30"], "2023-11-10"),
        (["2023-11-09T20:15:00Z", "2023-11-09T23:15:00+0300", "2023-11-09T21:15:00+01:00"], "2023-11-09"),  # two clocks
        (["2023-11-09", "2023-11-10"], None),
        (["2023-11-09T03:28:35Z", "2023-11-11"], None),
        (["soon", "2022-10-13"], "2022-10-13"),
        (["2022-13-01", "20221013", "9999-12-31T23:00Z", ""], None),
        ([], None),
    ],
)
def test_publication_day(stated: list[str], day: str | None) -> None:
    assert publication_day(stated)[0] == day


@pytest.mark.parametrize(
    ("url", "days"),
    [
        ("https://example.org/2022/10/13/appeal/", ["2022-10-13"]),
        ("https://example.org/news/2022-10-13", ["2022-10-13"]),
        ("https://example.org/news/appeal-2022-10-13.html", ["2022-10-13"]),
        ("https://example.org/2022/10/appeal/", []),
        ("https://example.org/2022/43/12345/", []),
        ("https://example.org/a?on=2022/10/13", []),  # what the reader asked for
        ("https://example.org/id/12022-10-13", []),
    ],
)
def test_day_in_address(url: str, days: list[str]) -> None:
    assert day_in_address(url) == days
