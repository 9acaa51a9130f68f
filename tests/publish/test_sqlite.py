"""chronology.sqlite, read by SQLite and served by Datasette."""

import asyncio
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from support.paths import ROOT
from support.records import HERE, HOSTILE, SITE, a_chronology, an_article, an_entry
from timeline.model.chronology import Chronology, Site
from timeline.model.entry import Figure
from timeline.model.names import Name
from timeline.project import load
from timeline.publish.escape import plain
from timeline.publish.exports import export_files

ADA = Name("people", "ada", "Ada Lovelace", aliases=("A. Lovelace",))
TOWN = Name("places", "town", "Bridge Town", note="On the river.", lat=46.6354, lon=0.0)
REUTERS = Name("publishers", "reuters", "Reuters")
MISSILES = Name("claims", "missiles", "Missiles")
TABLES = (
    "site",
    "names",
    "aliases",
    "entries",
    "entry_names",
    "articles",
    "attestations",
    "figures",
    "passages",
    "entry_passages",
)


def file(chronology: Chronology, site: Site = SITE) -> bytes:
    content = dict(export_files(chronology, site))["timeline/chronology.sqlite"]
    assert isinstance(content, bytes)
    return content


def opened(content: bytes) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.deserialize(content)
    database.row_factory = sqlite3.Row
    return database


@pytest.fixture(scope="module")
def bridge() -> Chronology:
    """Two articles on one event, which differ in date and figure, and an entry of another time."""
    first = an_article("x", "2022-10", agency=REUTERS, author="B. Hill", passage="The bridge fell.", text="full")
    second = an_article("y", None, passage="Éclair struck the bridge.", language="fr", text="excerpt")
    entry = an_entry("fall", "2022-10~", title="A bridge falls", summary="Because.", names=(ADA, TOWN), articles=(first, second))
    one, other = entry.attestations
    claim = replace(one.claim, figures=(Figure(MISSILES, "84", HERE),))
    entry = replace(entry, attestations=(replace(one, claim=claim), replace(other, agrees=False)))
    return a_chronology(entry, an_entry("battle", "-0043/..", title="A battle", articles=(an_article("z"),)))


@pytest.fixture(scope="module")
def database(bridge: Chronology) -> Iterator[sqlite3.Connection]:
    with closing(opened(file(bridge))) as database:
        yield database


def rows(database: sqlite3.Connection, query: str, *values: str) -> list[dict[str, Any]]:
    return [dict(row) for row in database.execute(query, values)]


def test_an_entry_with_the_bounds_of_its_date(database: sqlite3.Connection) -> None:
    assert rows(database, "SELECT * FROM entries WHERE id = 'fall'") == [
        {
            "id": "fall",
            "position": 2,
            "title": "A bridge falls",
            "summary": "Because.",
            "date": "c. October 2022",
            "edtf": "2022-10~",
            "earliest": "2022-10-01",
            "latest": "2022-10-31",
            "earliest_day": 19266,
            "latest_day": 19296,
            "precision": "month",
            "qualified": 1,
            "note": None,
            "key_event": 0,
            "differ": 0,
            "dates_differ": 0,
            "url": f"{SITE.url}timeline/entries/fall/",
        }
    ]
    (day,) = rows(database, "SELECT date(earliest_day * 86400, 'unixepoch') AS first FROM entries WHERE id = 'fall'")
    assert day == {"first": "2022-10-01"}


def test_days_that_no_calendar_of_the_database_has(database: sqlite3.Connection) -> None:
    """44 BC comes before 2022, and an open end has no day."""
    assert rows(database, "SELECT id, earliest, latest, latest_day FROM entries ORDER BY earliest_day LIMIT 1") == [
        {"id": "battle", "earliest": "-0043-01-01", "latest": None, "latest_day": None}
    ]


def test_what_an_article_says_of_an_entry(database: sqlite3.Connection) -> None:
    found = rows(
        database,
        "SELECT articles.id, names.name AS publisher, agency, published_edtf, dated_by, agrees, passages.text, passages.language"
        " FROM attestations JOIN articles ON articles.id = attestations.article JOIN names ON names.id = publisher"
        " JOIN entry_passages USING (entry) JOIN passages ON passages.id = passage AND passages.article = articles.id"
        " WHERE entry = 'fall' ORDER BY articles.id",
    )
    assert [tuple(row.values()) for row in found] == [
        ("x", "The Wire", "publishers/reuters", "2022-10", "stated", 1, "The bridge fell.", "en"),
        ("y", "The Wire", None, None, "stated", 0, "Éclair struck the bridge.", "fr"),
    ]
    assert rows(database, "SELECT article, name, value FROM figures") == [
        {"article": "x", "name": "claims/missiles", "value": "84"}
    ]
    (passage,) = rows(database, "SELECT * FROM passages WHERE article = 'y'")
    assert passage["id"] == "y#passage-event"
    assert passage["url"] == f"{SITE.url}timeline/articles/y/#passage-event"


def test_names_with_aliases_and_places(database: sqlite3.Connection) -> None:
    query = "SELECT kind, names.name, note, latitude, longitude FROM names JOIN entry_names ON names.id = entry_names.name"
    assert [tuple(row.values()) for row in rows(database, f"{query} WHERE entry = 'fall' ORDER BY names.id")] == [
        ("people", "Ada Lovelace", None, None, None),
        ("places", "Bridge Town", "On the river.", 46.6354, 0.0),
    ]
    assert rows(database, "SELECT * FROM aliases") == [{"name": "people/ada", "alias": "A. Lovelace"}]


@pytest.mark.parametrize(
    ("table", "words", "found"),
    [
        ("entries", "falls OR nothing", ["fall"]),
        ("passages", "eclair", ["y#passage-event"]),
        ("names", "lovelace", ["people/ada"]),
        ("articles", "hill", ["x"]),
    ],
)
def test_full_text_search(database: sqlite3.Connection, table: str, words: str, found: list[str]) -> None:
    query = f"SELECT id FROM {table} WHERE rowid IN (SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ?)"
    assert [row["id"] for row in rows(database, query, words)] == found


def test_without_an_address_there_are_no_addresses(bridge: Chronology) -> None:
    with closing(opened(file(bridge, Site("Bridge Town")))) as database:
        assert rows(database, "SELECT * FROM site") == [{"name": "Bridge Town", "description": None, "url": None}]
        assert rows(database, "SELECT count(url) AS n FROM entries") == [{"n": 0}]
        assert rows(database, "SELECT count(page) AS n FROM articles") == [{"n": 0}]
        assert rows(database, "SELECT count(url) AS n FROM passages") == [{"n": 0}]


def test_an_empty_chronology_has_all_tables() -> None:
    with closing(opened(file(a_chronology()))) as database:
        assert {table: rows(database, f"SELECT count(*) AS n FROM {table}")[0]["n"] for table in TABLES} == dict.fromkeys(
            TABLES, 0
        ) | {"site": 1}


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_is_only_text(text: str) -> None:
    name = Name("topics", "t", text, text, aliases=(text,))
    article = an_article(passage=text, title=text, author=text)
    chronology = a_chronology(an_entry(title=text, summary=text, names=(name,), articles=(article,)))
    with closing(opened(file(chronology, Site(text, text, SITE.url)))) as database:
        assert rows(database, "SELECT title, summary FROM entries") == [{"title": plain(text), "summary": plain(text)}]
        assert rows(database, "SELECT text FROM passages") == [{"text": plain(text)}]
        assert rows(database, "SELECT alias FROM aliases") == [{"alias": plain(text)}]
        assert rows(database, "SELECT name, description FROM site") == [{"name": plain(text), "description": plain(text)}]


@pytest.mark.shipped
def test_our_own_chronology_keeps_every_reference() -> None:
    chronology = load(ROOT).chronology
    with closing(opened(file(chronology))) as database:
        assert rows(database, "PRAGMA foreign_key_check") == []
        assert rows(database, "PRAGMA integrity_check") == [{"integrity_check": "ok"}]
        for table in ("names", "entries", "articles", "passages"):
            database.execute(f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('integrity-check', 1)")
        ids = [row["id"] for row in rows(database, "SELECT id FROM entries ORDER BY position")]
        assert ids == [entry.id for entry in chronology.entries]
        assert rows(database, "SELECT count(*) AS n FROM attestations") == [
            {"n": sum(entry.article_count for entry in chronology.entries)}
        ]
        (strikes,) = rows(database, "SELECT * FROM entries WHERE id = 'missile-strikes-10-october'")
        assert (strikes["edtf"], strikes["differ"]) == ("2022-10-10", 1)


def test_datasette_serves_it(bridge: Chronology, tmp_path: Path) -> None:
    """Its tables, its search, and the links that follow its foreign keys."""
    (tmp_path / "chronology.sqlite").write_bytes(file(bridge))
    asked = (
        "/chronology.json",
        "/chronology/entries.json?_search=bridge&_shape=array",
        "/chronology/entries.json?earliest_day__lt=0&_shape=array",
        "/chronology/attestations?_sort=article",
        "/chronology/entries/fall",
        *(f"/chronology/{table}" for table in TABLES),
    )
    with ThreadPoolExecutor() as apart:  # a browser of other tests may run an event loop in this thread
        answers = apart.submit(lambda: asyncio.run(_asked(tmp_path / "chronology.sqlite", *asked))).result()
    database, found, early, attestations, entry, *_ = answers
    searchable = {table["name"]: table["fts_table"] for table in database.json()["tables"] if not table["hidden"]}
    assert searchable == dict.fromkeys(TABLES) | {table: f"{table}_fts" for table in ("names", "entries", "articles", "passages")}
    assert [row["id"] for row in found.json()] == ["fall"]
    assert [row["id"] for row in early.json()] == ["battle"]
    assert '<a href="/chronology/articles/x">Headline of x</a>' in attestations.text
    assert "2 rows</a>\n                from entry in attestations" in entry.text


async def _asked(file: Path, *addresses: str) -> list[Any]:
    """The answers of Datasette to requests for these addresses."""
    from datasette.app import Datasette

    datasette = Datasette([], immutables=[str(file)])
    answers = [await datasette.client.get(address) for address in addresses]
    assert [answer.status_code for answer in answers] == [200] * len(addresses)
    return answers
