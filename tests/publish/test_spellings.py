"""timeline/publish/spellings.py: what a page is found by beside the words that it shows."""

import pytest

from support.records import an_entry
from timeline.model.names import Name
from timeline.publish.spellings import folded, of_article, of_entry, of_name

LODZ = Name("places", "lodz", "Łódź", "A city", aliases=("Lodsch",))
ADA = Name("people", "ada", "Ada Lovelace", aliases=("Ada King", "Ада Лавлейс"))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Łódź", "lodz"),
        ("Přerov", "prerov"),
        ("STRASSE Straße", "strasse strasse"),
        ("Đorđe Ærø Þór", "dorde aero thor"),
        ("Diyarbakır", "diyarbakir"),
        ("Київ", "киів"),
        ("plain", "plain"),
    ],
)
def test_folded(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_a_name_shows_its_aliases_and_is_found_without_special_letters() -> None:
    assert of_name(LODZ) == "lodz"
    assert of_name(ADA) == ""


def test_an_entry_is_found_by_all_spellings_of_its_names() -> None:
    entry = an_entry(title="Smørrebrød day", names=(ADA, LODZ))
    found = of_entry(entry).split("; ")
    assert found[:3] == ["Ada King", "Ада Лавлейс", "Lodsch"]
    assert {"smorrebrod", "lodz"} <= set(found)


def test_an_article_is_found_by_the_names_that_its_events_bear() -> None:
    entry = an_entry(names=(ADA,))
    claims = [attestation.claim for attestation in entry.attestations]
    assert {"Ada Lovelace", "Ada King", "Ада Лавлейс"} <= set(of_article(claims[0].article, claims).split("; "))
