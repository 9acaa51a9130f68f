"""What all tests share: a project folder made from text, the built site in a browser, and the switch that refreshes the
golden site."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, sync_playwright

from support.paths import ROOT
from support.sites import FLAGS, copy_project, need_chromium, run, served, tool
from support.small_site import SMALL_SITE


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh", action="store_true", help="write the golden site anew instead of comparing with it")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Another chronology than ours has other articles, and the tests that take theirs from ours say nothing of it."""
    name = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), yaml.BaseLoader)["site_name"]
    for item in items:
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
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = copy_project(tmp_path_factory.mktemp("browser") / "project")
    done = run(tool("mkdocs"), "build", "--strict", cwd=root)
    assert done.returncode == 0, done.stderr
    with served(root / "site") as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = need_chromium()
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium, args=FLAGS)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that fails its test if anything is asked of another host, is missing, or goes wrong in a script."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    found = context.new_page()
    faults: list[str] = []
    found.on("request", lambda request: request.url.startswith((address, "data:")) or faults.append(f"asked {request.url}"))
    found.on("response", lambda response: response.status < 400 or faults.append(f"{response.status} {response.url}"))
    found.on("pageerror", lambda error: faults.append(str(error)))
    found.on("dialog", lambda dialog: faults.append(f"dialog {dialog.message}") or dialog.dismiss())
    yield found
    context.close()
    assert faults == []
