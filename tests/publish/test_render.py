"""timeline/publish/render.py: what the golden site does not show."""

from pathlib import Path

import pytest
import yaml

from support.rendered_html import text_of, to_html
from support.small_site import SMALL_SITE
from timeline.model.chronology import Chronology, Site
from timeline.model.diagnostics import errors
from timeline.pipeline import build
from timeline.publish import render
from timeline.publish.page_types import address_of, relative

NOTHING = Chronology((), None, (), (), (), ())


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("uk", "Ukrainian"),
        ("pt-BR", "Portuguese (Brazil)"),
        ("sr-Latn", "Serbian (Latin)"),
        ("qqq", "qqq"),  # no language has this code
    ],
)
def test_languages_are_named_as_readers_know_them(code: str, name: str) -> None:
    page = render._environment().from_string("{{ code | language_name }}")
    assert page.render(code=code) == name


def test_a_chronology_without_entries_has_a_home_page() -> None:
    pages = dict(render.render_pages(NOTHING, Site("Nothing yet")))
    assert "There are no entries yet." in pages["index.md"]


def test_a_new_template_is_a_new_page(tmp_path: Path) -> None:
    (tmp_path / "facts.md.j2").write_text("{#- page: facts of site -> timeline/facts.md -#}\n# {{ site.name }}\n")
    assert dict(render.render_pages(NOTHING, Site("<b>"), templates=tmp_path)) == {"timeline/facts.md": "# &lt;b&gt;\n"}


def test_a_template_without_its_first_line_is_a_mistake_of_ours(tmp_path: Path) -> None:
    (tmp_path / "facts.md.j2").write_text("# Facts\n")
    with pytest.raises(ValueError, match="does not begin with a line that says what it is a page of"):
        dict(render.render_pages(NOTHING, Site("x"), templates=tmp_path))


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", "https://example.org/kherson/"),
        ("timeline/index.md", "https://example.org/kherson/timeline/"),
        ("timeline/2022/10.md", "https://example.org/kherson/timeline/2022/10/"),
        ("timeline/entries/price-index.md", "https://example.org/kherson/timeline/entries/price-index/"),
    ],
)
def test_the_permanent_address_of_a_page(path: str, address: str) -> None:
    assert "https://example.org/kherson/" + address_of(path) == address


@pytest.mark.parametrize(
    ("path", "page", "address"),
    [
        ("timeline/people/ada.md", "timeline/entries/appeal.md", "../people/ada.md"),
        ("timeline/entries/other.md", "timeline/entries/appeal.md", "other.md"),
        ("timeline/entries/appeal.md", "index.md", "timeline/entries/appeal.md"),
        ("index.md", "timeline/2022/10.md", "../../index.md"),
        ("timeline/entriesx/a.md", "timeline/entries/appeal.md", "../entriesx/a.md"),
        ("timeline/people/ada/", "timeline/entries/appeal/", "../../people/ada/"),
        ("timeline/entries/", "timeline/entries/appeal/", "../"),
        ("timeline/entries/appeal/", "timeline/entries/appeal/", ""),
        ("", "timeline/", "../"),
        ("", "", ""),
    ],
)
def test_the_way_from_one_page_to_another(path: str, page: str, address: str) -> None:
    assert relative(path, page) == address


def test_the_front_matter_is_the_same_with_and_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every character up to U+FFFF, at the beginning of a text and inside it; and one that libyaml would encode."""
    signs = [chr(number) for number in (*range(0xD800), *range(0xE000, 0x10000))]
    fields = [{"title": "\U0001f600 and: 3"}, {"names": [f"{sign}a {sign} {sign}b" for sign in signs], "number": 3, "home": True}]
    written = [render._front_matter(**some) for some in fields]
    assert written[0] == "---\ntitle: '\U0001f600 and: 3'\n---"
    monkeypatch.setattr(render, "_DUMPER", yaml.SafeDumper)
    assert [render._front_matter(**some) for some in fields] == written


def page_of_entry(root: Path, head: str, body: str, published: str = "published: 2022-10-13\n") -> str:
    """The page of the entry `appeal`, where one article attests it so."""
    article = SMALL_SITE["content/articles/2022/x.md"].replace("published: 2022-10-13\n", published)
    article = article.replace("    title: Saldo appeals to residents\n", "    title: Saldo appeals to residents\n" + head)
    text = article.replace("[Saldo spoke [on Thursday]{.when}]{event=appeal}.", body)
    (root / "content/articles/2022/x.md").write_text(text, encoding="utf-8")
    assert errors(build(root).project.problems) == []
    return (root / "docs/timeline/entries/appeal.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("published", "head", "body", "shown"),
    [
        (
            "2022-10-13",
            "",
            "[He spoke [on Thursday]{.when}]{event=appeal}.",
            "Date 13 October 2022 read from “on Thursday”, published 13 October 2022",
        ),
        (
            "2022-10-13",
            "",
            "[He spoke [on Thursday]{.when} and [this month]{.when}]{event=appeal}.",
            "Date 13 October 2022 read from “on Thursday” and “this month”, published 13 October 2022",
        ),
        (
            "2022-10-13",
            "",
            "[He spoke [on the feast]{.when edtf=2022-10-01}]{event=appeal}.",
            "Date 1 October 2022 read by our editors from “on the feast”, published 13 October 2022",
        ),
        (
            "2022-10-13",
            "    when: 2022-10-11~\n    date_note: The <b>party</b> day.\n",
            "[He spoke [lately]{.when}]{event=appeal}.",
            "Date c. 11 October 2022 stated by our editors; the words are “lately”, published 13 October 2022"
            " The <b>party</b> day.",
        ),
        (
            "2022-10-13",
            "    when: 2022-10\n",
            "[He spoke]{event=appeal}.",
            "Date October 2022 stated by our editors; the article has no marked words that date it",
        ),
        (
            None,
            "",
            "[He spoke [on 13 October 2022]{.when}]{event=appeal}.",
            "Date 13 October 2022 read from “on 13 October 2022”, in an undated article",
        ),
        (
            "2022-10-13/2022-10-19?",
            "    when: 2022-10\n",
            "[He spoke [this month]{.when}]{event=appeal}.",
            "Date October 2022 stated by our editors; the words are “this month”, published 13 to perhaps 19 October 2022",
        ),
    ],
)
def test_how_the_date_was_found(small_site: Path, published: str | None, head: str, body: str, shown: str) -> None:
    page = page_of_entry(small_site, head, body, f"published: {published}\n" if published else "")
    assert shown in text_of(to_html(page))


def test_a_date_that_no_article_gives_stands_among_theirs_as_decided(small_site: Path) -> None:
    other = (
        SMALL_SITE["content/articles/2022/y.md"].replace("denial", "appeal").replace("An evacuation is denied", "Saldo appeals")
    )
    other = other.replace("    title: Saldo appeals\n", "    when: 2022-10-11/2022-10-12\n").replace("on Friday", "lately")
    (small_site / "content/articles/2022/y.md").write_text(other, encoding="utf-8")
    head = "    when: 2022-10-13\n    entry_when: 2022-10-12\n    entry_note: Our own count.\n"
    page = text_of(to_html(page_of_entry(small_site, head, "[He spoke]{event=appeal}.")))
    assert (
        "12 October 2022 the date of this entry decided by our editors"
        " 11 to 12 October 2022 includes it BBC 14 October 2022 13 October 2022 differs Reuters 13 October 2022"
    ) in page


def test_without_an_address_of_the_site_nothing_offers_one(small_site: Path) -> None:
    body = SMALL_SITE["content/articles/2022/x.md"].rsplit("---\n\n", 1)[1].strip()
    assert "Cite this entry" not in (page := page_of_entry(small_site, "", body))
    assert "tl-copy" not in page
    (small_site / "mkdocs.yml").write_text("site_name: Small\nsite_url: https://small.example.org\n", encoding="utf-8")
    assert "https://small.example.org/timeline/entries/appeal/" in text_of(to_html(page_of_entry(small_site, "", body)))
