"""Pages of a browser that tests use one after the other, and that fail them if anything goes wrong behind the page.

A new page takes 0.2 s of processor, as much as most tests do with it. So a page is emptied and lent to the next test.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Error, Page, ViewportSize

DESK = ViewportSize(width=1280, height=900)
KEPT = 4  # pages that wait for another test; those of a site that is no longer served are closed when others come


class WatchedPage:
    """A page in a context of its own, and its faults: requests to other hosts, missing files, errors in scripts, dialogs."""

    def __init__(self, browser: Browser, address: str, options: dict[str, Any]) -> None:
        self.address, self.options = address, options
        self.faults: list[str] = []
        self.context = browser.new_context(**{"base_url": address, "viewport": DESK, **options})
        self.page = self.context.new_page()
        note = self.faults.append
        self.page.on("request", lambda request: request.url.startswith((address, "data:")) or note(f"asked {request.url}"))
        self.page.on("response", lambda response: response.status < 400 or note(f"{response.status} {response.url}"))
        self.page.on("pageerror", lambda error: note(str(error)))
        self.page.on("dialog", lambda dialog: note(f"dialog {dialog.message}") or dialog.dismiss())

    def empty(self) -> None:
        """Makes the page as good as new: no routes, nothing stored, the first size, the pointer in the corner."""
        for other in self.context.pages:
            if other != self.page:
                other.close()
        self.page.unroute_all(behavior="ignoreErrors")
        if self.page.url.startswith(self.address):
            self.page.evaluate("localStorage.clear(); sessionStorage.clear()")
        self.page.goto("about:blank")
        self.page.emulate_media(media="null", color_scheme="null")
        if self.page.viewport_size != self.options.get("viewport", DESK):
            self.page.set_viewport_size(self.options.get("viewport", DESK))
        self.page.mouse.move(0, 0)
        self.faults.clear()


class Pages:
    """The pages of a browser, lent one after the other."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.idle: list[WatchedPage] = []

    @contextmanager
    def lent(self, address: str, **options: Any) -> Iterator[Page]:
        """A page for a site, with the options of `Browser.new_context`, until the test is over.

        A test may change what `WatchedPage.empty` takes back. What stays on a page, a script for all documents or a clock,
        needs a page that is not lent again: `watched_page`.
        """
        waiting = (one for one in self.idle if (one.address, one.options) == (address, options))
        watched = next(waiting, None)
        if watched:
            self.idle.remove(watched)
        else:
            watched = WatchedPage(self.browser, address, options)
        yield watched.page
        faults = [*watched.faults]
        self._take_back(watched)
        assert faults == [], faults

    def _take_back(self, watched: WatchedPage) -> None:
        try:
            watched.empty()
        except Error:  # such as a page that the test has closed
            watched.context.close()
            return
        self.idle.append(watched)
        while len(self.idle) > KEPT:
            self.idle.pop(0).context.close()


@contextmanager
def watched_page(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """A new page, which is closed afterwards."""
    watched = WatchedPage(browser, address, options)
    yield watched.page
    watched.context.close()
    assert watched.faults == [], watched.faults
