"""The search in a real browser: what is found, in which order, by keyboard, and what is loaded for it."""

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from itertools import takewhile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from support.browser_pages import Pages
from support.sites import copy_built, copy_project, run, served, tool

pytestmark = pytest.mark.shipped

HOSTILE = """\
---
title: "Zebu <img src=x onerror=alert(1)> </span><script>alert(2)</script> & <mark>all"
publisher: Reuters
url: https://example.org/zebu
published: 2022-10-13
language: en
text: brief
events:
  zebu:
    title: "Zebu <img src=x onerror=alert(3)> &lt;b&gt; <mark>title</mark>"
---

[The zebu \\<img src=x onerror=alert(4)> and \\</mark>\\<script>alert(5)\\</script> stood there [on Thursday]{.when}]{event=zebu}.
"""
WAIT = 20_000  # milliseconds, for a machine that has other things to do


@pytest.fixture(scope="module")
def project(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project and one hostile article, built by MkDocs."""
    root = copy_built(built_site, tmp_path_factory.mktemp("search") / "project")
    (root / "content/articles/2022/zebu.md").write_text(HOSTILE, encoding="utf-8")
    done = run(tool("mkdocs"), "build", "--strict", cwd=root)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture(scope="module")
def address(project: Path) -> Iterator[str]:
    with served(project / "site") as found:
        yield found


def status(page: Page) -> Locator:
    return page.locator("[data-search] [role=status]")


@pytest.fixture(scope="module")
def results(pages: Pages, address: str) -> Iterator[Page]:
    """The page of the search, for tests that only look at what is found; each asks anew, without loading the page again."""
    with pages.lent(address) as page:
        page.goto("/search/")
        yield page


def ask(page: Page, query: str) -> list[str]:
    """The paths of the results of another query on the page of the search, in order."""
    page.locator("[data-search] input").evaluate("(field, query) => { field.value = query; field.form.requestSubmit(); }", query)
    return listed(page)


def search(page: Page, query: str) -> list[str]:
    """The paths of the results when the page of the search is opened with a query, in order."""
    page.goto("/search/?q=" + query)
    return listed(page)


def listed(page: Page) -> list[str]:
    """The paths of the results that are shown, when all have been found."""
    expect(page.locator("[data-search-results]")).to_have_attribute("aria-busy", "false", timeout=WAIT)
    return page.locator("[data-search-results] .tl-title").evaluate_all("links => links.map(link => link.pathname)")


def entries(paths: list[str]) -> list[str]:
    return [path.split("/")[3] for path in paths if path.startswith("/timeline/entries/")]


@pytest.mark.parametrize(
    ("query", "entry"),
    [
        ("Surovikin takes command", "surovikin-appointed"),  # its title
        ("grain-drying plant", "przewodow-missile"),  # words of its passages
        ("Stremousov denies", "saldo-appeal"),  # a person, and the summary
        ("Newstuck", "annexation"),  # a publisher
        ("Przewodów", "przewodow-missile"),  # a place
        ("Przewodow", "przewodow-missile"),  # the same without its accent
        ("Przewodowie", "przewodow-missile"),  # the Polish headline
        ("жовтня", "missile-strikes-10-october"),  # Cyrillic words in a passage
        ("air defence", "european-sky-shield"),
        ("evacu", "saldo-appeal"),  # the beginning of a word
    ],
)
def test_an_entry_is_found(results: Page, query: str, entry: str) -> None:
    assert entry in entries(ask(results, query))


def test_an_entry_is_found_by_its_topic(page: Page) -> None:
    """Every entry of a topic is found by the name of the topic."""
    page.goto("/timeline/topics/annexation/")
    listed = page.locator(".tl-list .tl-title").evaluate_all("links => links.map(link => link.pathname)")
    assert len(listed) >= 2
    assert set(listed) <= set(search(page, "annexation"))


@pytest.mark.parametrize(
    ("alias", "name", "page_of_name"),
    [
        ("Zelenskyy", "Volodymyr Zelensky", "people/volodymyr-zelensky"),
        ("Зеленський", "Volodymyr Zelensky", "people/volodymyr-zelensky"),
        ("Volodymyr Saldo", "Vladimir Saldo", "people/vladimir-saldo"),
        ("Kiev", "Kyiv", "places/kyiv"),
        ("Gennady Laguta", "Hennadii Lahuta", "people/hennadii-lahuta"),
    ],
)
def test_another_spelling_finds_what_the_name_finds_and_its_page_first(
    page: Page, results: Page, alias: str, name: str, page_of_name: str
) -> None:
    by_alias, by_name = ask(results, alias), ask(results, name)
    assert by_alias[0] == by_name[0] == f"/timeline/{page_of_name}/"
    page.goto(f"/timeline/{page_of_name}/")
    listed = page.locator(".tl-list .tl-title").evaluate_all("links => links.map(link => link.pathname)")
    assert {path for path in listed if "/entries/" in path} == {f"/timeline/entries/{id}/" for id in entries(by_alias)}
    assert set(entries(by_alias)) <= set(entries(by_name))
    expect(page.locator(".tl-note", has_text="Also written")).to_contain_text(alias)


@pytest.mark.parametrize(
    ("query", "meant", "entry"),
    [
        ("Stremosov", "Stremousov", "saldo-appeal"),  # a letter is missing
        ("Stermousov", "Stremousov", "saldo-appeal"),  # two are exchanged
        ("Przewodpw", "Przewodów", "przewodow-missile"),  # one is wrong
        ("Stremosov denies", "Stremousov denies", "saldo-appeal"),  # a known word stays
    ],
)
def test_a_typing_error_is_forgiven(results: Page, query: str, meant: str, entry: str) -> None:
    assert entry in entries(ask(results, query))
    expect(status(results)).to_contain_text(f"No results for “{query}”. Did you mean “{meant}”?")


def test_a_name_that_lacks_a_word_does_not_come_first(results: Page) -> None:
    assert ask(results, "Saldo urges")[0] == "/timeline/entries/saldo-appeal/"


@pytest.mark.parametrize("query", ["qqqq", "zebra crossing zone", "xy"])
def test_what_is_like_nothing_is_not_corrected(results: Page, query: str) -> None:
    ask(results, query)
    expect(status(results)).not_to_contain_text("Did you mean")


def test_titles_weigh_most(results: Page) -> None:
    """Many entries tell of the Crimean Bridge; the one that is named for it comes first."""
    assert entries(ask(results, "bridge"))[0] == "crimea-bridge-explosion"


@pytest.mark.parametrize("query", ["Saldo", "Kherson", "missile", "annexation", "evacuation"])
def test_entries_then_articles_then_the_rest(results: Page, query: str) -> None:
    paths = ask(results, query)
    while (more := results.get_by_role("button", name="More results")).is_visible():
        seen = results.locator("[data-search-results] li").count()
        more.click()
        expect(results.locator("[data-search-results] li").nth(seen)).to_be_visible()
    paths = listed(results)
    names = len(list(takewhile(lambda path: re.search("/timeline/(people|organisations|places|topics)/.", path), paths)))
    ranks = [0 if "/entries/" in path else 1 if re.search("/articles/.", path) else 2 for path in paths[names:]]
    assert 0 <= names <= 3
    assert ranks == sorted(ranks)
    assert {0, 1} <= set(ranks)
    assert names or 2 in ranks
    of_names = {0: "", 1: "1 name, "}.get(names, f"{names} names, ")
    assert status(results).inner_text() == f"{of_names}{ranks.count(0)} entries, {len(ranks) - ranks.count(0)} other pages"


def test_a_result_shows_what_it_is(results: Page) -> None:
    ask(results, "Stremousov denies")
    hit = results.locator("[data-search-results] li", has=results.locator("a[href*='saldo-appeal']"))
    expect(hit.locator(".tl-date")).to_have_text("13 October 2022")
    expect(hit.locator(".tl-title")).to_have_text("Saldo urges Kherson residents to leave and asks Moscow for help")
    expect(hit.locator(".tl-count")).to_have_text("6 articles")
    assert {"Stremousov", "denied"} & {mark.strip(",.;") for mark in hit.locator("mark").all_inner_texts()}
    article = results.locator("[data-search-results] li", has=results.locator("a[href*='/articles/newstuck-saldo/']"))
    expect(article.locator(".tl-count")).to_have_text("Article, Newstuck")


def test_nothing_is_found(results: Page) -> None:
    assert ask(results, "qwertzuiop") == []
    expect(status(results)).to_have_text("No results for “qwertzuiop”")


def test_what_leads_elsewhere_is_not_searched(project: Path) -> None:
    """Crumbs, neighbours and the headings that all entries share are in no text that is searched."""
    texts = []
    for file in (project / "site/pagefind").glob("*/fragment/*"):
        fragment = gzip.decompress(file.read_bytes()).decode()
        texts.append(json.loads(fragment[fragment.index("{") :]))
    assert len([text for text in texts if "/entries/" in text["url"]]) >= 25
    for text in texts:
        for words in ("What the articles say", "in context", "Reported by", "Chronology ›", "Earlier", "read the original"):
            assert "/entries/" not in text["url"] or words not in text["content"], text["url"]
    saldo = next(text for text in texts if text["url"] == "/timeline/people/vladimir-saldo/")
    assert "missile" not in saldo["content"].lower(), "the entries of a name are found themselves"
    assert not [text["url"] for text in texts if text["url"] in ("/", "/search/")]


DAY = ["saldo-appeal", "european-sky-shield", "zebu"]


@pytest.mark.parametrize(
    "query",
    ["13 October 2022", "October 13, 2022", "oct 13, 2022", "13 Oct 2022", "2022-10-13", "13.10.2022", "2022-10-13/2022-10-13"],
)
def test_a_day_as_people_type_it(results: Page, query: str) -> None:
    """First the entries of that very day, then those whose longer date holds it."""
    found = entries(ask(results, query))
    assert sorted(found[:3]) == sorted(DAY)
    assert "annexation" not in found[:3]
    assert re.match(r"\d+ entries of this date", status(results).inner_text())


@pytest.mark.parametrize(
    "query", ["Oct 2022", "October 2022", "2022-10", "2022-10-01 to 2022-10-31", "2022", "since Oct 2022", "2020s", "202X"]
)
def test_a_month_a_year_and_spans_hold_their_entries(results: Page, query: str) -> None:
    found = entries(ask(results, query))
    shown = results.locator("[data-search-results] .tl-date").all_inner_texts()
    assert shown[0].count(" ") == 2, "a day is narrower than a month"
    while (more := results.get_by_role("button", name="More results")).is_visible() and not set(DAY) <= set(found):
        more.click()
        results.wait_for_timeout(200)
        found = entries(listed(results))
    assert set(DAY) <= set(found)


def test_every_entry_that_may_be_of_a_month_is_found_narrowest_first(results: Page, project: Path) -> None:
    """Counted from the front matter of the pages themselves."""
    wanted = {}
    for file in (project / "docs/timeline/entries").glob("*.md"):
        head = file.read_text(encoding="utf-8").split("\n---\n")[0]
        first, last = (re.search(rf"^{key}: '(.*)'$", head, re.M) for key in ("earliest", "latest"))
        begins = date.fromisoformat(first[1]) if first else date.min
        ends = date.fromisoformat(last[1]) if last else date.max
        if begins <= date(2022, 10, 31) and ends >= date(2022, 10, 1):
            wanted[file.stem] = ends - begins
    assert len(set(wanted.values())) >= 3, "days, a span and a month"
    found = entries(ask(results, "2022-10"))
    assert sorted(found) == sorted(wanted)
    assert [wanted[entry] for entry in found] == sorted(wanted.values())


def test_words_with_a_number_in_them_are_no_date(results: Page) -> None:
    ask(results, "100 missiles")
    expect(status(results)).to_have_text(re.compile(r"^\d+ entries, \d+ other pages$"))


def open_panel(page: Page, query: str) -> Locator:
    """Types into the field of the masthead and waits for its results."""
    page.keyboard.press("/")
    expect(page.get_by_label("Search").first).to_be_focused()
    page.keyboard.insert_text(query)  # at once: a part of it would be searched too
    expect(page.get_by_role("option").first).to_be_visible(timeout=WAIT)
    expect(status(page)).not_to_be_empty()
    return page.get_by_role("combobox", name="Search")


def test_by_keyboard(page: Page) -> None:
    page.goto("/timeline/")
    field = open_panel(page, "Saldo")
    options = page.get_by_role("option")
    expect(status(page)).to_have_text(re.compile(r"^2 names, 5 entries, \d+ other pages$"))
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert page.locator("[role=option][aria-selected=true]").count() == 1
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
    page.keyboard.press("ArrowUp")  # out of the list again
    assert page.locator("[role=option][aria-selected=true]").count() == 0
    page.keyboard.press("ArrowUp")  # and to its end
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(options.first).to_be_hidden()
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.insert_text(" urges")  # at once: no results of a part of it
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/timeline/entries/saldo-appeal/$"))


def test_results_that_arrive_later_leave_the_selection(page: Page) -> None:
    held: list[Route] = []
    page.route("**/article/pagefind-entry.json*", lambda route: held.append(route))
    page.goto("/timeline/")
    field = open_panel(page, "Saldo")
    expect(status(page)).to_have_text("2 names, 5 entries")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.get_by_role("option").nth(1)
    expect(second).to_have_attribute("aria-selected", "true")
    for route in held:
        route.continue_()
    expect(status(page)).to_have_text(re.compile(r"^2 names, 5 entries, \d+ other pages$"))
    expect(second).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", second.get_attribute("id") or "")
    page.keyboard.type("x")
    expect(second).to_have_attribute("aria-selected", "false")


def test_enter_without_a_choice_and_the_last_option_lead_to_all_results(page: Page) -> None:
    page.goto("/about/")
    open_panel(page, "Kherson")
    expect(page.get_by_role("option").last).to_have_text("All results")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=Kherson$"))
    expect(page.locator("[data-search-results] li").nth(19)).to_be_visible(timeout=WAIT)
    page.go_back()
    open_panel(page, "Kherson")
    page.get_by_role("option").last.click()
    expect(page).to_have_url(re.compile(r"/search/\?q=Kherson$"))


def test_leaving_the_field_closes_the_panel(page: Page) -> None:
    page.goto("/about/")
    open_panel(page, "Saldo")
    page.mouse.click(300, 800)
    expect(page.get_by_role("option").first).to_be_hidden()
    open_panel(page, "")
    page.keyboard.press("Tab")  # to the button
    page.keyboard.press("Tab")
    expect(page.get_by_role("option").first).to_be_hidden()


@pytest.mark.parametrize("leave", ["press Escape", "click elsewhere"])
def test_what_is_found_after_the_panel_was_closed_does_not_open_it(page: Page, leave: str) -> None:
    late: list[Route] = []
    page.route("**/pagefind/article/pagefind-entry.json*", lambda route: late.append(route))
    page.goto("/about/")
    open_panel(page, "Saldo")  # the entries are shown, the articles are still being asked for
    expect(status(page)).to_have_text("2 names, 5 entries")
    if leave == "press Escape":
        page.keyboard.press("Escape")
    else:
        page.mouse.click(300, 800)
    expect(page.get_by_role("option").first).to_be_hidden()
    with page.expect_response("**/pagefind/article/*.pf_meta"):
        late[0].continue_()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    expect(page.get_by_role("option").first).to_be_hidden()


def test_a_slash_is_text_where_text_is_typed(page: Page) -> None:
    page.goto("/search/")
    page.get_by_role("searchbox").click()
    page.keyboard.type("2022-10-13/2022-10-14")
    expect(page).to_have_url(re.compile("q=2022-10-13%2F2022-10-14$"))
    expect(page.locator("[data-search-results] li").first).to_be_visible(timeout=WAIT)


def test_the_address_holds_the_query(page: Page) -> None:
    first = search(page, "Saldo")
    page.reload()
    assert listed(page) == first
    expect(page.get_by_role("searchbox")).to_have_value("Saldo")
    page.get_by_role("searchbox").fill("Crimean & bridge")
    expect(page).to_have_url(re.compile(r"\?q=Crimean%20%26%20bridge$"))
    page.reload()
    expect(page.get_by_role("searchbox")).to_have_value("Crimean & bridge")
    expect(page.locator("[data-search-results] a[href$='/crimea-bridge-explosion/']")).to_be_visible(timeout=WAIT)


def test_on_a_phone_the_field_is_behind_its_button(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/timeline/entries/saldo-appeal/")
    field, button = page.locator("[data-search] input"), page.get_by_role("button", name="Search")
    expect(field).to_be_hidden()
    button.click()
    expect(field).to_be_focused()
    page.keyboard.type("missile", delay=20)
    expect(page.get_by_role("option").first).to_be_visible(timeout=WAIT)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.keyboard.press("Escape")
    expect(page.get_by_role("option").first).to_be_hidden()
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    expect(button).to_be_focused()


def test_without_script_the_form_leads_to_a_page_that_says_so(page_without_script: Page) -> None:
    page = page_without_script
    page.goto("/timeline/entries/saldo-appeal/")
    page.get_by_role("searchbox", name="Search").fill("Saldo")
    page.get_by_role("searchbox", name="Search").press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=Saldo$"))
    expect(page.get_by_text("The search needs JavaScript")).to_be_visible()
    for name, path in {"Chronology": "", "People": "people/", "organisations": "organisations/", "places": "places/"}.items():
        link = page.locator("article").get_by_role("link", name=name, exact=True)
        assert link.evaluate("link => link.pathname") == f"/timeline/{path}"


def test_nothing_is_loaded_before_it_is_used_and_little_then(page: Page, asked: list[str], project: Path) -> None:
    page.goto("/timeline/entries/saldo-appeal/", wait_until="networkidle")
    before = _paths(asked)
    assert "assets/search.js" in before
    assert not [path for path in before if "pagefind" in path or "search_index" in path or "worker" in path]
    assert not {"assets/results.js", "assets/dates.js", "timeline/view.json"} & before
    open_panel(page, "Saldo")
    page.wait_for_load_state("networkidle")
    words = _paths(asked) - before
    assert {"pagefind/entry/pagefind.js", "pagefind/entry/wasm.en.pagefind", "assets/results.js"} <= words
    assert "timeline/view.json" not in words, "no date was asked for"
    page.locator("[data-search] input").fill("2022-10-13")
    expect(status(page)).to_have_text(re.compile("of this date"), timeout=WAIT)
    dated = _paths(asked) - before
    assert "timeline/view.json" in dated
    assert sum(len(_compressed(project / "site" / path)) for path in dated) <= 200_000


def _paths(urls: list[str]) -> set[str]:
    return {url.split("?")[0].split("/", 3)[3] for url in urls}


def _compressed(file: Path) -> bytes:
    """As a web server sends it; most of Pagefind's files are compressed already."""
    data = file.read_bytes()
    return min(data, gzip.compress(data), key=len)


def test_hostile_words_are_shown_and_do_nothing(page: Page) -> None:
    """`page` fails where a script runs, opens a dialog or asks for `x`."""
    paths = search(page, "zebu")
    assert paths == ["/timeline/entries/zebu/", "/timeline/articles/zebu/"]
    results = page.locator("[data-search-results]")
    expect(results.locator(".tl-title").first).to_have_text("Zebu <img src=x onerror=alert(3)> &lt;b&gt; <mark>title</mark>")
    expect(results.locator(".tl-summary").first).to_contain_text(
        "<img src=x onerror=alert(4)> and </mark><script>alert(5)</script>"
    )
    assert results.locator("img, script, b").count() == 0
    assert {word.lower().strip("“") for word in results.locator("mark").all_inner_texts()} == {"zebu"}
    page.goto("/about/")
    open_panel(page, "zebu")
    assert page.locator(".tl-hits").locator("img, script, b").count() == 0
    search(page, "%3Cimg src=x onerror=alert(6)%3E")
    assert page.locator("[data-search] img, [data-search-results] img").count() == 0


def test_the_themes_search_is_gone(page: Page, project: Path) -> None:
    page.goto("/")
    assert page.locator(".md-search, [role=dialog]").count() == 0
    assert page.locator("[role=search]").count() == 1
    assert [path.name for path in (project / "site/search").iterdir()] == ["index.html"]
    shipped = {path.name for path in (project / "site/pagefind").rglob("*") if path.suffix in (".js", ".css", ".pagefind")}
    assert shipped == {"pagefind.js", "pagefind-worker.js", "wasm.en.pagefind"}


def test_the_frame_still_works(page: Page) -> None:
    """The masthead is our own; the theme's script drives its parts."""
    page.goto("/timeline/entries/saldo-appeal/")
    page.get_by_title("Switch to dark mode").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".md-header label[for=__drawer]").click()
    drawer = page.locator(".md-sidebar--primary")
    expect(drawer.get_by_role("link", name="Articles")).to_be_in_viewport()
    page.set_viewport_size({"width": 1280, "height": 844})
    page.get_by_role("link", name="Kherson, 2022").click()
    expect(page).to_have_url(re.compile(r"//[^/]+/$"))


def test_the_other_engine_finds_the_same(pages: Pages, built_site: Path, without_plugin: Path) -> None:
    indexed = run(tool("python"), "build.py", "search", "site-zensical", cwd=without_plugin)
    assert indexed.returncode == 0, indexed.stderr
    with (
        served(built_site / "site") as first,
        served(without_plugin / "site-zensical") as second,
        pages.lent(first) as by_mkdocs,
        pages.lent(second) as by_zensical,
    ):
        by_mkdocs.goto("/search/")
        by_zensical.goto("/search/")
        for query in ("Saldo", "missile", "Przewodow", "Oct 2022", "2022-10-13"):
            found = ask(by_zensical, query)
            assert found, query
            assert found == ask(by_mkdocs, query), query
        by_zensical.goto("/about/")
        open_panel(by_zensical, "Saldo")


def test_the_same_site_gives_the_same_index(project: Path) -> None:
    def files() -> dict[str, bytes]:
        folder = project / "site/pagefind"
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    before = files()
    assert run(tool("python"), "build.py", "search", "site", cwd=project).returncode == 0
    assert files() == before


def test_fragments_are_numbered_in_the_list_of_pages(project: Path) -> None:
    """A number compresses, a hash does not, and the list is loaded before anything is found."""
    for kind in ("entry", "name", "article", "index"):
        (pages,) = (project / "site/pagefind" / kind).glob("*.pf_meta")
        fragments = {path.stem for path in (pages.parent / "fragment").iterdir()}
        site = pages.stem.split("_")[-1]
        assert fragments == {f"{site}-{number:x}" for number in range(len(fragments))}
        assert set(re.findall(rf"{site}-[0-9a-f]+", gzip.decompress(pages.read_bytes()).decode("latin-1"))) == fragments


def test_a_changed_site_shares_no_fragment_with_the_one_before(tmp_path: Path, project: Path) -> None:
    """A browser may keep what it has loaded; under the number of one page it must not show another."""
    site = shutil.copytree(project / "site", tmp_path / "site")
    page = site / "timeline/entries/saldo-appeal/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Stremousov", "Stremousow"), encoding="utf-8")
    assert run(tool("python"), "build.py", "search", site, cwd=project).returncode == 0
    before, after = ({path.name for path in (root / "pagefind/entry/fragment").iterdir()} for root in (project / "site", site))
    assert len(before) == len(after)
    assert not before & after


def test_a_chronology_without_an_entry_can_be_built_and_searched(tmp_path: Path, browser: Browser) -> None:
    root = copy_project(tmp_path / "project")
    for article in (root / "content/articles").glob("*/*.md"):
        article.unlink()
    about = root / "docs/about.md"
    about.write_text(re.sub(r"\(timeline/entries/.*?\)", "(about.md)", about.read_text(encoding="utf-8")), encoding="utf-8")
    done = run(tool("mkdocs"), "build", cwd=root)
    assert done.returncode == 0, done.stderr
    with served(root / "site") as empty:
        page = browser.new_page(base_url=empty)
        page.goto("/search/?q=saldo")
        expect(status(page)).to_have_text("No results for “saldo”", timeout=WAIT)
        page.goto("/?topics=air-strikes")  # nor is there a picture, or anything to filter
        expect(page.locator("article")).to_contain_text("There are no entries yet.")
        page.close()


def test_without_a_built_site_there_is_a_clear_error(tmp_path: Path, project: Path) -> None:
    done = run(tool("python"), "build.py", "search", tmp_path, cwd=project)
    assert done.returncode == 1
    help = "build it first, and name its folder: dateline search site"
    assert done.stderr == f"Error: {tmp_path} holds no built site\nhelp: {help}\n"
