"""The page that searches several chronologies at once, as the manual gives it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from support.browser_pages import Pages
from support.paths import ROOT
from support.sites import served

pytestmark = pytest.mark.shipped


def test_the_page_of_the_manual_finds_the_entries_of_all_parts(built_site: Path, pages: Pages, tmp_path: Path) -> None:
    (page,) = re.findall(r"```html\n(.*?)```", (ROOT / "docs/manual/scale.md").read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    for part in ("before-2000", "since-2000"):  # the same chronology twice
        (tmp_path / part).symlink_to(built_site / "site")
    with served(tmp_path) as address, pages.lent(address) as found:
        found.goto("/")
        found.get_by_label("Search all entries").fill("Surovikin takes command")
        links = found.locator("ol a", has_text="Surovikin")
        expect(links).not_to_have_count(0)
        paths = links.evaluate_all("links => links.map(link => link.pathname)")
        for part in ("before-2000", "since-2000"):
            assert f"/{part}/timeline/entries/surovikin-appointed/" in paths
        expect(found.locator("ol li").first).to_contain_text("2022: ")
