"""Visit a page in a real browser, and measure what the visit costs."""

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypedDict

from local_server import Server
from playwright.sync_api import Browser, Page, Request, TimeoutError, sync_playwright

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # requests to other hosts are counted, and get no answer
]  # fmt: skip
QUIET = 1.0  # seconds without a long task and without an answer, after which a page counts as ready
LONGEST_WAIT = 180.0  # seconds; TimelineJS takes 20 for 10,000 entries on a fast machine

# Records every task of more than 50 ms, and when the content first has a box on the page.
_WATCH = """selector => {
  window.bench = {tasks: [], shown: null};
  new PerformanceObserver(list => {
    for (const task of list.getEntries()) bench.tasks.push([task.startTime, task.duration]);
  }).observe({type: "longtask", buffered: true});
  const look = () => {
    const found = document.querySelector(selector);
    if (found && found.getClientRects().length) bench.shown = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""
_STATE = """() => ({
  now: performance.now(),
  load: performance.getEntriesByType("navigation")[0].loadEventEnd,
  shown: bench.shown,
  tasks: bench.tasks,
  nodes: document.querySelectorAll("*").length,
})"""
# Runs a change and waits for the frame after it: the second frame begins when the first is on the screen.
_INTERACT = """async change => {
  const before = bench.tasks.length, start = performance.now();
  if (await eval(change) === false) return null;
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const painted = performance.now() - start;
  await new Promise(done => setTimeout(done, 500));  // the observer reports late
  return {painted, longest: Math.max(0, ...bench.tasks.slice(before).map(task => task[1]))};
}"""


class State(TypedDict):
    """What `_STATE` returns. Times are in milliseconds; `tasks` are the start and the duration of each long task."""

    now: float
    load: float
    shown: float | None
    tasks: list[tuple[float, float]]
    nodes: int


@dataclass(frozen=True)
class Visit:
    """The cost of one visit. Times are in milliseconds from the start of the navigation, sizes in bytes.

    `ready` is the latest of: the load event, the moment when the content is shown, the end of the last long task. `blocked` is
    the time beyond 50 ms of all long tasks, `longest` the longest task. `own_script` leaves out scripts of the theme.
    `elsewhere` counts requests to other hosts, `nodes` elements.
    """

    bytes: float
    own_script: float
    requests: float
    elsewhere: float
    ready: float
    blocked: float
    longest: float
    nodes: float


@dataclass(frozen=True)
class Interaction:
    """The time of one interaction in milliseconds: until it is painted, and its longest task."""

    painted: float
    longest: float


def command_of_chromium() -> str:
    """The path of the installed browser. Ends the program where there is none."""
    found = shutil.which("chromium")
    if found is None:
        sys.exit("Chromium is not installed. Install it, for example with: apt-get install chromium")
    return found


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a browser for all visits."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=command_of_chromium(), args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, server: Server, path: str, shown: str, slower: float = 1) -> Iterator[tuple[Page, Visit]]:
    """Open a page with an empty cache, and wait until it is ready.

    `shown` is the CSS selector of its content, `slower` the factor by which the processor is slowed down.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    elsewhere: list[str] = []

    def count(request: Request) -> None:
        if not request.url.startswith((server.address, "data:", "blob:")):
            elsewhere.append(request.url)

    page.on("request", count)
    if slower > 1:
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.add_init_script(f"({_WATCH})({shown!r})")
    server.begin()
    page.goto(server.address + path, wait_until="load", timeout=LONGEST_WAIT * 1000)
    state = _wait(page, server)
    yield page, _visit(server, state, len(elsewhere))
    context.close()


def interact(page: Page, change: str) -> Interaction | None:
    """Run a JavaScript expression in a page that is ready; None if it evaluates to false: there was nothing to do."""
    took = page.evaluate(_INTERACT, change)
    return Interaction(**took) if took else None


def _wait(page: Page, server: Server) -> State:
    """The state of a page that is ready. It is read twice: the observer reports a task some time after it has ended."""
    begin = time.monotonic()
    before: State | None = None
    while time.monotonic() - begin < LONGEST_WAIT:
        state: State = page.evaluate(_STATE)
        quiet = (
            state["shown"] and state["load"] and state["now"] - _busy_until(state) > QUIET * 1000 and server.idle_for() > QUIET
        )
        if quiet and before and len(before["tasks"]) == len(state["tasks"]):
            return state
        before = state if quiet else None
        page.wait_for_timeout(300)
    raise TimeoutError(f"{page.url} is not ready after {LONGEST_WAIT:.0f} s")


def _busy_until(state: State) -> float:
    """The latest of: the load event, the content shown, the end of a long task; in milliseconds of the page."""
    return max([state["load"], state["shown"] or 0, *(start + length for start, length in state["tasks"])])


def _visit(server: Server, state: State, elsewhere: int) -> Visit:
    sent = list(server.sent)
    return Visit(
        bytes=sum(size for _, size in sent),
        own_script=sum(size for path, size in sent if path.endswith(".js") and "/assets/javascripts/" not in path),
        requests=len(sent),
        elsewhere=elsewhere,
        ready=_busy_until(state),
        blocked=sum(length - 50 for _, length in state["tasks"]),
        longest=max([0, *(length for _, length in state["tasks"])]),
        nodes=state["nodes"],
    )
