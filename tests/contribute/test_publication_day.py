"""The day of publication by the times that a page states."""

import pytest

from timeline.contribute.drafts.publication_day import publication_day


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
        (["2023-11-09", "2023-11-10"], None),
        (["2023-11-09T03:28:35Z", "2023-11-11"], None),
        (["soon", "2022-10-13"], "2022-10-13"),
        (["2022-13-01", "20221013", "9999-12-31T23:00Z", ""], None),
        ([], None),
    ],
)
def test_publication_day(stated: list[str], day: str | None) -> None:
    assert publication_day(stated)[0] == day
