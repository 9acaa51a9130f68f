"""What our pages cost in a browser, compared with TimelineJS and vis-timeline for the same events in one run.

    python bench/pages.py [--entries 100 1000 10000] [--runs 5] [--keep DIR] [--slow] [--lighthouse]

For each number of entries a synthetic project is built with `make site` and the virtual environment that runs this. Needs the
command chromium, Playwright and npm. README.md in this folder explains the figures.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import peers
import report
import searching
from bare import write_bare
from interactions import INTERACTIONS
from lighthouse import audit
from local_server import Server, serving
from page_load import chromium, interact, opened
from synthetic import write_project

from timeline.model.chronology import Chronology, Month
from timeline.pipeline import build


@dataclass(frozen=True)
class Kind:
    """A kind of page at one number of entries: its path on the server, and the CSS selector of its content."""

    entries: int
    name: str
    path: str
    shown: str = "h1"


def prepare(amount: int, folder: Path, packages: dict[str, Path]) -> list[Kind]:
    """Build our site and the pages of the peers below `folder`/served, unless they are there already."""
    project, served = folder / f"project-{amount}", folder / "served" / str(amount)
    if not project.is_dir():
        write_project(amount, project)
    begin = time.monotonic()
    chronology = build(project).project.chronology
    built = time.monotonic()
    if not served.is_dir():
        make_site(project)
        print(f"{amount:,} entries: build.py {built - begin:.0f} s, make site {time.monotonic() - built:.0f} s", file=sys.stderr)
        served.mkdir(parents=True)
        (project / "site").rename(served / "ours")
        write_bare(project, served / "bare")
        for write, spec in ((peers.write_timelinejs, peers.TIMELINEJS), (peers.write_vis, peers.VIS)):
            out = served / write.__name__.removeprefix("write_")
            out.mkdir()
            write(chronology, packages[spec], out)
    return [kind for kind in kinds(amount, chronology) if (folder / "served" / kind.path[1:] / "index.html").is_file()]


def make_site(project: Path) -> None:
    """Run `make site` with the virtual environment of this process, without changing it."""
    venv = Path(sys.prefix)
    command = [
        "make",
        "--no-print-directory",
        "-C",
        project,
        "site",
        f"VENV={venv}",
        "-o",
        venv / ".site",
        "-o",
        venv / "bin/python",
    ]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{done.stdout}\n{done.stderr}\nmake site failed in {project}")


def kinds(amount: int, chronology: Chronology) -> list[Kind]:
    """The pages to measure, found by the chronology: a month of medium size, the fullest one, the longest list …"""
    months = sorted((m for year in chronology.years for m in year.months), key=lambda m: len(m.entries))
    entry = chronology.entries[len(chronology.entries) // 2]
    longest = max((each for index in chronology.indexes for each in index.listings), key=lambda each: len(each.entries))
    ours = {
        "home": "",
        "month": month_path(months[len(months) // 2]),
        "entry": f"timeline/entries/{entry.id}/",
        "chronology": "timeline/",
        "fullest month": month_path(months[-1]),
        "places": "timeline/places/",
        "longest list": f"timeline/{longest.name.kind}/{longest.name.id}/",
    }
    return [
        *(Kind(amount, name, f"/{amount}/ours/{path}") for name, path in ours.items()),
        Kind(amount, report.BARE, f"/{amount}/bare/"),
        Kind(amount, "TimelineJS", f"/{amount}/timelinejs/", ".tl-headline"),
        Kind(amount, "vis-timeline", f"/{amount}/vis/", ".vis-item"),
    ]


def month_path(month: Month) -> str:
    """The address of the page of a month, below that of the site."""
    return f"timeline/{month.year}/{month.month:02}/"


def measure(server: Server, options: argparse.Namespace, pages: list[Kind]) -> report.Figures:
    """Visit all pages in turn, as often as the options say."""
    figures = report.Figures(options.entries)
    with chromium() as browser:
        figures.browser = browser.version
        for number in range(1, options.runs + 1):
            for kind in pages:
                with opened(browser, server, kind.path, kind.shown, slower=4 if options.slow else 1) as (page, visit):
                    made = {
                        name: took
                        for name, (of, change) in INTERACTIONS.items()
                        if of == kind.name and (took := interact(page, change))
                    }
                figures.visits.setdefault((kind.name, kind.entries), []).append(visit)
                for name, took in made.items():
                    figures.interactions.setdefault((name, kind.entries), []).append(took)
            for kind in (kind for kind in pages if kind.name == "home"):
                found = searching.first_result(browser, server, kind.path)
                if found:
                    figures.searches.setdefault(kind.entries, []).append(found)
            print(f"round {number} of {options.runs} done", file=sys.stderr)
    return figures


@contextmanager
def workplace(keep: Path | None) -> Iterator[Path]:
    """The folder to work in: `keep`, or a temporary one."""
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep.resolve()
    else:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            yield Path(folder).resolve()


def main() -> None:
    """Build and measure the pages, and print the report."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--entries", type=int, nargs="+", default=[100, 1000, 10_000])
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--keep", type=Path, metavar="DIR", help="keep the built pages there, and use those that are there")
    arguments.add_argument("--slow", action="store_true", help="make the processor four times slower")
    arguments.add_argument("--lighthouse", action="store_true", help="also audit home, month and entry page with Lighthouse")
    options = arguments.parse_args()
    with workplace(options.keep) as folder:
        packages = peers.fetch_packages(folder / "npm")
        pages = [kind for amount in options.entries for kind in prepare(amount, folder, packages)]
        with serving(folder / "served") as server:
            figures = measure(server, options, pages)
            if options.lighthouse:
                amount = max(options.entries)
                audited = [kind for kind in pages if kind.entries == amount and kind.name in ("home", "month", "entry")]
                figures.audits = {kind.name: audit(server.address + kind.path, folder / "lighthouse") for kind in audited}
    print(report.as_text(figures))


if __name__ == "__main__":
    main()
