"""The EDTF of our exports is accepted by the EDTF readers of others: the packages `edtf` and `edtf-validate`."""

import edtf
import pytest
from hypothesis import given

from support.edtf_values import ACCEPTED, parsed, profile
from support.examples import examples
from timeline.dates import exchange_text, parse

# A long year in an interval or a set, and one that is qualified, is accepted by neither.
LONG = "Y"


@pytest.mark.parametrize(
    ("text", "exported"),
    [
        ("2022-10-13T05:00+03:00", "2022-10-13T05:00:00+03:00"),
        ("2022-10-13T05:00Z", "2022-10-13T05:00:00Z"),
        ("2022-10-13T05:00:30-05:30", "2022-10-13T05:00:30-05:30"),
        ("199X~", "1990~/1999~"),
        ("-00XX?", "-0099?/0000?"),
        ("2022-21~", "2022-03~/2022-05~"),
        ("2022-36%", "2022-10%/2022-12%"),
        ("2022-33/2022-34", "2022-01/2022-06"),
        ("2022-40/2023", "2022-01/2023"),
        ("199X/..", "1990/.."),
        ("../199X", "../1999"),
        ("198X/199X", "198X/199X"),
        ("2004-06~-11", "2004-06~-11"),
        ("2004-06~-11/..", "2004-06-11~/.."),
        ("2004-06-XX", "2004-06-XX"),
        ("2004-06-XX~", "2004-06~"),
        ("2004-XX/2005", "2004/2005"),
        ("[2022-21,2023]", "[2022-03..2022-05,2023]"),
        ("[..1760]", "[..1760]"),
        ("Y-17E7", "Y-17E7"),
        ("-0043-03-15", "-0043-03-15"),
    ],
)
def test_what_is_exported(text: str, exported: str) -> None:
    assert exchange_text(parse(text)) == exported


@pytest.mark.parametrize("text", [line.split()[0] for line in ACCEPTED.strip().splitlines()])
def test_the_values_of_the_table_are_accepted_elsewhere(text: str) -> None:
    check(text)


@given(profile)
@examples(200)
def test_every_value_is_accepted_elsewhere(text: str) -> None:
    check(text)


def check(text: str) -> None:
    """One reader of two accepts what is exported, and it has the same days."""
    from edtf_validate.valid_edtf import is_valid

    when = parsed(text)
    if when is None:
        return
    exported = exchange_text(when)
    same = parse(exported)
    assert (same.earliest, same.latest, same.qualified) == (when.earliest, when.latest, when.qualified)
    if LONG not in exported or not set("/[") & set(exported):
        assert is_valid(exported) or is_read(exported)


def is_read(text: str) -> bool:
    try:
        return edtf.parse_edtf(text) is not None
    except edtf.EDTFParseException:
        return False
