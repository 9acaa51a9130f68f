"""Measure the time from opening a page to the first search result, for a reader who types at once."""

import time
from dataclasses import dataclass

from local_server import Server
from playwright.sync_api import Browser, Error

# Of Material, of the interface of Pagefind, and of other forms; the first visible one is used.
INPUTS = ".md-search__input, .pagefind-ui__search-input, input[type=search]"
RESULTS = ".tl-hits a[href], .md-search-result__item a, .pagefind-ui__result-link, [class*=result] a[href]"
QUERY = "lighthouse"  # a word of many synthetic titles


@dataclass(frozen=True)
class Search:
    """Bytes and milliseconds from the start of the navigation to the first result."""

    bytes: float
    ms: float


def first_result(browser: Browser, server: Server, path: str) -> Search | None:
    """Open a page and search. None if it has no search, or finds nothing within a minute."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    server.begin()
    begin = time.monotonic()
    try:
        page.goto(server.address + path, wait_until="load")
        field = page.locator(INPUTS).locator("visible=true").first
        field.click(timeout=5_000)
        field.press_sequentially(QUERY)
        page.locator(RESULTS).locator("visible=true").first.wait_for(timeout=60_000)
        took = time.monotonic() - begin
        return Search(sum(size for _, size in server.sent), took * 1000)
    except Error:
        return None
    finally:
        context.close()
