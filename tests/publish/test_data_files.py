"""chronology.json, read by jsonschema, and chronology.csv, read by the csv module."""

import csv
import json
from io import StringIO

import jsonschema
import pytest

from support.paths import ROOT
from support.records import HOSTILE, SITE, WIRE, a_chronology, an_article, an_entry
from timeline.model.chronology import Chronology, Site
from timeline.model.names import Name
from timeline.project import load
from timeline.publish.escape import plain
from timeline.publish.exports import export_files
from timeline.publish.exports.chronology_csv import COLUMNS, harmless

ADA = Name("people", "ada", "Ada Lovelace")
TOWN = Name("places", "town", "Bridge Town", lat=46.6354, lon=0.0)
REUTERS = Name("publishers", "reuters", "Reuters")


def data(chronology: Chronology, site: Site = SITE) -> dict:
    """The file, after a check of it by its schema."""
    files = dict(export_files(chronology, site))
    schema = json.loads(files["timeline/chronology.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    found = json.loads(files["timeline/chronology.json"])
    jsonschema.Draft202012Validator(schema).validate(found)
    return found


def rows(chronology: Chronology, site: Site = SITE) -> list[dict[str, str]]:
    text = dict(export_files(chronology, site))["timeline/chronology.csv"]
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


@pytest.fixture(scope="module")
def ours() -> Chronology:
    return load(ROOT).chronology


@pytest.mark.shipped
def test_our_own_chronology_fits_its_schema(ours: Chronology) -> None:
    found = data(ours)
    assert [entry["id"] for entry in found["entries"]] == [entry.id for entry in ours.entries]
    (strikes,) = [entry for entry in found["entries"] if entry["id"] == "missile-strikes-10-october"]
    assert strikes["when"]["edtf"] == "2022-10-10"
    assert strikes["differ"]
    (told,) = [told for told in strikes["attestations"] if told["article"]["id"] == "newstuck-saldo"]
    assert told["found"] == "stated"
    assert told["when"]["wording"] == "3 to 9 October 2022"
    assert not told["agrees"]
    assert told["passages"][0]["date_words"] == ["last week"]
    assert told["passages"][0]["url"] == f"{SITE.url}timeline/articles/newstuck-saldo/#passage-missile-strikes-10-october"
    assert "title" in told["article"]
    missiles = {version["value"]: version["articles"] for figure in strikes["figures"] for version in figure["versions"]}
    assert "newstuck-saldo" in missiles["more than 100"]


def test_one_entry_as_data() -> None:
    article = an_article("x", "2022-10", agency=REUTERS, author="B. Hill", text="full")
    (entry,) = data(a_chronology(an_entry("closed", "2022-10~", summary="Because.", names=(ADA, TOWN), articles=(article,))))[
        "entries"
    ]
    date = {"edtf": "2022-10~", "earliest": "2022-10-01", "latest": "2022-10-31", "precision": "month", "qualified": True}
    page = f"{SITE.url}timeline/articles/x/"
    assert entry == {
        "id": "closed",
        "url": f"{SITE.url}timeline/entries/closed/",
        "title": "It happens",
        "summary": "Because.",
        "when": date | {"wording": "c. October 2022"},
        "key": False,
        "differ": False,
        "dates_differ": False,
        "people": [{"id": "ada", "name": "Ada Lovelace"}],
        "organisations": [],
        "places": [{"id": "town", "name": "Bridge Town", "latitude": 46.6354, "longitude": 0.0}],
        "topics": [],
        "attestations": [
            {
                "article": {
                    "id": "x",
                    "page": page,
                    "title": "Headline of x",
                    "publisher": {"id": "wire", "name": "The Wire"},
                    "agency": {"id": "reuters", "name": "Reuters"},
                    "author": "B. Hill",
                    "url": "https://wire.example.org/x",
                    "published": date | {"edtf": "2022-10", "qualified": False, "wording": "October 2022"},
                    "language": "en",
                    "text": "full",
                },
                "passages": [{"text": "It happened.", "language": "en", "date_words": [], "url": f"{page}#passage-event"}],
                "when": date | {"wording": "c. October 2022"},
                "found": "stated",
                "agrees": True,
                "figures": [],
            }
        ],
        "figures": [],
    }


def test_open_ends_are_null() -> None:
    (entry,) = data(a_chronology(an_entry(when="../2022-10")))["entries"]
    assert (entry["when"]["earliest"], entry["when"]["latest"]) == (None, "2022-10-31")


def test_without_an_address_the_data_have_none() -> None:
    found = data(a_chronology(an_entry()), Site("Bridge Town"))
    assert "url" not in found
    assert "url" not in found["entries"][0]
    assert "page" not in found["entries"][0]["attestations"][0]["article"]
    (row,) = rows(a_chronology(an_entry()), Site("Bridge Town"))
    assert row["address"] == ""


def test_a_changed_entry_is_a_changed_line() -> None:
    first, second = (an_entry("a", "2021"), an_entry("b", "2022"))
    before, after = (
        dict(export_files(a_chronology(first, entry), SITE))["timeline/chronology.json"].splitlines()
        for entry in (second, an_entry("b", "2022", title="It happens again"))
    )
    assert len([1 for one, other in zip(before, after, strict=True) if one != other]) == 1


@pytest.mark.parametrize("wrong", ["when", "title", "attestations"])
def test_the_schema_refuses_an_entry_without(wrong: str) -> None:
    files = dict(export_files(a_chronology(an_entry()), SITE))
    found, schema = (json.loads(files[f"timeline/chronology{kind}.json"]) for kind in ("", ".schema"))
    del found["entries"][0][wrong]
    with pytest.raises(jsonschema.ValidationError, match=f"'{wrong}' is a required property"):
        jsonschema.validate(found, schema)


def test_every_member_of_the_schema_is_described_or_refers_to_what_is() -> None:
    schema = json.loads(dict(export_files(a_chronology(an_entry()), SITE))["timeline/chronology.schema.json"])
    bare = [
        f"{kind}.{name}"
        for kind, shape in schema["$defs"].items()
        for name, member in shape.get("properties", {}).items()
        if not ({"description", "$ref"} & member.keys())
    ]
    assert bare == []


def test_a_row_an_entry() -> None:
    other = an_article("y", None, publisher=REUTERS, agency=WIRE)
    chronology = a_chronology(
        an_entry("closed", "2022-10-13~", title="Closed, “for good”", names=(ADA, TOWN), articles=(an_article("x"), other)),
        an_entry("since", "2022-11/.."),
    )
    closed, since = rows(chronology)
    assert tuple(closed) == COLUMNS
    assert closed == {
        "id": "closed",
        "date": "c. 13 October 2022",
        "edtf": "2022-10-13~",
        "earliest": "2022-10-13",
        "latest": "2022-10-13",
        "precision": "day",
        "qualified": "yes",
        "title": "Closed, “for good”",
        "summary": "",
        "people": "Ada Lovelace",
        "organisations": "",
        "places": "Bridge Town",
        "topics": "",
        "articles": "2",
        "differ": "no",
        "publishers": "The Wire; Reuters",
        "sources": "https://wire.example.org/x; https://wire.example.org/y",
        "address": f"{SITE.url}timeline/entries/closed/",
    }
    assert (since["earliest"], since["latest"]) == ("2022-11-01", "")


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("1 = 1", "1 = 1"),
        ("a-b", "a-b"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(cell: str, written: str) -> None:
    assert harmless(cell) == written


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_text(text: str) -> None:
    article = an_article("x", passage=text, title=text, author=text)
    name = Name("people", "name", text)
    chronology = a_chronology(an_entry(title=text, summary=text, names=(name,), articles=(article,)))
    found = data(chronology, Site(text, text, SITE.url))
    (entry,) = found["entries"]
    told = entry["attestations"][0]
    read = (found["title"], entry["title"], entry["summary"], entry["people"][0]["name"], told["passages"][0]["text"])
    assert set(read) == {told["article"]["title"]} == {plain(text)}
    (row,) = rows(chronology)
    assert row["title"] == row["summary"] == row["people"] == harmless(plain(text))
    assert not row["title"].startswith(("=", "+", "-", "@", "\t"))
