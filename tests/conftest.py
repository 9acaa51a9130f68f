"""What all tests share: a project folder made from text, the built site in a browser, and the options of a run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, Request, sync_playwright

import support.examples  # noqa: F401 (has the profiles of hypothesis)
from support import processes
from support.browser_pages import Pages
from support.paths import ROOT
from support.shared import Once, made_once
from support.sites import FLAGS, copy_project, need_chromium, run, served, tool
from support.small_site import SMALL_SITE
from support.wheel import build_archives, install

PLUGIN = "  - dateline\n"  # its line in mkdocs.yml


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh", action="store_true", help="write the golden site anew instead of comparing with it")
    parser.addoption("--without-processes", action="store_true", help="skip the tests that start a process, when they do")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--without-processes"):
        processes.leave_out_processes()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    processes.begin(item.nodeid)
    try:
        return (yield)
    finally:
        processes.end()


@pytest.hookimpl(tryfirst=True)  # before `-m` chooses by the marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests with a browser, and skips those whose examples are articles that another chronology lacks."""
    name = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), yaml.BaseLoader)["site_name"]
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
        if name != "Kherson, 2022" and "shipped" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="its examples are articles of Kherson, 2022"))


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    """A project folder with two articles, not built yet."""
    root = tmp_path / "small-site"
    for name, text in SMALL_SITE.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Makes a folder of this name once for all processes of a run: `once("site", build)`. Tests only look at it."""
    return made_once(tmp_path_factory)


@pytest.fixture(scope="session")
def built_site(once: Once) -> Path:
    """A copy of this project that MkDocs has built, with its site in `site`."""

    def build(root: Path) -> None:
        done = run(tool("mkdocs"), "build", "--strict", cwd=copy_project(root))
        assert done.returncode == 0, done.stderr
        assert "WARNING" not in done.stdout + done.stderr

    return once("built-site", build)


@pytest.fixture(scope="session")
def without_plugin(once: Once) -> Path:
    """The project after `build.py`, without our plugin, as MkDocs (`site`) and Zensical (`site-zensical`) have built it."""

    def build(root: Path) -> None:
        copy_project(root)
        built = run(tool("python"), "build.py", cwd=root)
        assert built.returncode == 0, built.stderr
        config = (root / "mkdocs.yml").read_text()
        assert PLUGIN in config
        (root / "mkdocs.yml").write_text(config.replace(PLUGIN, ""))
        mkdocs = run(tool("mkdocs"), "build", "--strict", cwd=root)
        assert mkdocs.returncode == 0, mkdocs.stderr
        assert "WARNING" not in mkdocs.stdout + mkdocs.stderr
        (root / "zensical.yml").write_text("site_dir: site-zensical\n" + config.replace(PLUGIN, ""))
        zensical = run(tool("zensical"), "build", "--strict", "--config-file", "zensical.yml", cwd=root)
        assert zensical.returncode == 0, zensical.stdout + zensical.stderr
        assert "No issues found" in zensical.stdout + zensical.stderr

    return once("without-plugin", build)


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """The web address of the built site."""
    with served(built_site / "site") as found:
        yield found


@pytest.fixture(scope="session")
def archives(once: Once) -> dict[str, Path]:
    """The wheel and the source archive of this checkout, by suffix."""
    built = once("archives", lambda root: build_archives(root / "source", root / "built")) / "built"
    return {path.suffix: path for path in built.iterdir()}


@pytest.fixture(scope="session")
def installed(archives: dict[str, Path], once: Once) -> Path:
    """The `bin` of an environment that has the wheel. The checkout is not on its path."""

    def make(root: Path) -> None:
        root.mkdir()
        install(archives[".whl"], root.with_name("environment"))  # an environment cannot be renamed

    return once("installed", make).with_name("environment") / "bin"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = need_chromium()
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium, args=FLAGS)


@pytest.fixture(scope="session")
def pages(browser: Browser) -> Pages:
    """Lends pages of the browser to one test after the other."""
    return Pages(browser)


@pytest.fixture
def page(pages: Pages, address: str) -> Iterator[Page]:
    """A page of the built site that fails its test if anything goes wrong behind it."""
    with pages.lent(address) as found:
        yield found


@pytest.fixture
def page_without_script(pages: Pages, address: str) -> Iterator[Page]:
    """The same in a browser that runs no scripts."""
    with pages.lent(address, java_script_enabled=False) as found:
        yield found


@pytest.fixture
def asked(page: Page) -> Iterator[list[str]]:
    """The addresses that the page asks for."""
    found: list[str] = []

    def note(request: Request) -> None:
        found.append(request.url)

    page.on("request", note)
    yield found
    page.remove_listener("request", note)
