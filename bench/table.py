"""What builds and commands cost, compared with other generators in one run: `make bench SIZE=1000`.

    .venv/bin/python bench/table.py [--size 1000] [--runs 3] [--keep DIR]

It writes a synthetic project, runs each command as a user calls it, and builds the same entries with the peers that can be
installed. The table goes to bench/RESULTS.md. All commands of a run take turns, so that other work of the machine affects all
of them. Figures are processor seconds of a command with the programs that it runs, and the most memory of one process; each is
the median of the runs.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from commands import ANSWERS, NEW
from generators import ELEVENTY, HUGO, Generator, write_all
from measured import Cost, cost, middle
from synthetic import PROJECT, write_project

PACKAGES = ("mkdocs", "mkdocs-material", "properdocs", "zensical")
RESULTS = Path(__file__).parent / "RESULTS.md"
BIN = Path(sys.executable).parent
Command = Sequence[str | Path]
SITE: Command = [BIN / "mkdocs", "build", "--strict"]  # what `make site` runs for a chronology
PAGES: Command = [sys.executable, PROJECT / "build.py"]
MADE = ("site", ".cache", "docs/timeline", "docs/index.md", "docs/search.md")
COLD, UNCHANGED, EDITED = "site, cold", "site, nothing changed", "site, a passage edited"
PAGES_COLD, PAGES_UNCHANGED = "`build.py`, cold", "`build.py`, nothing changed"
HUGO_COLD, MKDOCS_COLD = "Hugo, cold", "MkDocs with Material, cold"


class Ratio(NamedTuple):
    """A ratio of two rows that is to be reached with 10,000 entries."""

    one: str
    other: str
    wanted: float


RATIOS = (
    Ratio(COLD, HUGO_COLD, 3),
    Ratio(COLD, MKDOCS_COLD, 1),
    Ratio(EDITED, HUGO_COLD, 0.2),
    Ratio(PAGES_UNCHANGED, PAGES_COLD, 0.05),
)


class Project:
    """A synthetic project, an article of it to edit, and a copy to compare it with."""

    def __init__(self, root: Path, size: int) -> None:
        write_project(size, root)
        shutil.rmtree(root / "timeline")  # the program that is measured is that of this checkout
        self.root, self.base = root, root.with_name("base")
        shutil.copytree(root, self.base, dirs_exist_ok=True)
        articles = sorted((root / "content/articles").rglob("*.md"))
        self.article, self._edits = articles[len(articles) // 2], 0

    def clear(self) -> None:
        """Remove all that was built."""
        for name in MADE:
            path = self.root / name
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)

    def edit(self) -> None:
        """Change some words of the first passage of an article, to others each time."""
        text = self.article.read_text(encoding="utf-8")
        head, end, body = text.rpartition("\n---\n")
        self._edits += 1
        words = body.split("]{event=", 1)
        self.article.write_text(f"{head}{end}{words[0]} number {self._edits}]{{event={words[1]}", encoding="utf-8")

    def command(self, *arguments: str | Path) -> Cost:
        """The cost of a command of contributors, after an edit. What `new` has written is removed."""
        before = set((self.root / "content").rglob("*.md"))
        found = cost([BIN / "dateline", "--root", self.root, *arguments])
        for path in set((self.root / "content").rglob("*.md")) - before:
            path.unlink()
        return found


def measure(project: Project, peers: Sequence[Generator]) -> Iterator[tuple[str, Cost]]:
    """Each row of the table, once."""
    root, article = project.root, project.article
    project.clear()
    yield PAGES_COLD, cost([*PAGES, "--root", root])
    yield PAGES_UNCHANGED, cost([*PAGES, "--root", root])
    project.clear()
    yield COLD, cost(SITE, root)
    yield UNCHANGED, cost(SITE, root)
    project.edit()
    yield EDITED, cost(SITE, root)
    commands: dict[str, Command] = {
        "`check FILE`, after an edit": ("check", article),
        "`new`, after an edit": (*NEW, *ANSWERS),
        "`suggest FILE`, after an edit": ("suggest", article, "--print"),
        "`diff` of an edit": ("diff", project.base),
        "`--help`": ("--help",),
    }
    for name, arguments in commands.items():
        project.edit()
        yield name, project.command(*arguments)
    for peer in peers:
        shutil.rmtree(peer.folder / peer.site, ignore_errors=True)
        yield f"{peer.name}, cold", cost(peer.command, peer.folder)


def table(costs: dict[str, Cost], size: int, runs: int, root: Path) -> str:
    """The tables in Markdown, with what they were made with."""
    site = [path for path in (root / "site").rglob("*") if path.is_file()]
    megabytes = sum(path.stat().st_size for path in site) / 1e6
    articles = len(list((root / "content/articles").rglob("*.md")))
    made_with = (*(f"{name} {metadata.version(name)}" for name in PACKAGES), f"Hugo {HUGO}", f"Eleventy {ELEVENTY}")
    lines = [
        "# Results of `make bench`",
        "",
        f"{size:,} synthetic entries from {articles:,} articles. Median of {runs} runs, on a machine with",
        f"{os.cpu_count()} processors and other work. The site of Dateline has {len(site):,} files and {megabytes:,.0f} MB.",
        f"`generators.py` says what the others make of these entries. Python {sys.version.split()[0]},",
        f"{', '.join(made_with)}.",
        "",
        "| what | processor seconds | MB of memory |",
        "| --- | ---: | ---: |",
        *(f"| {name} | {found.seconds:.2f} | {found.memory:.0f} |" for name, found in costs.items()),
        "",
        "| ratio of processor seconds | measured | to reach with 10,000 entries |",
        "| --- | ---: | ---: |",
        *_ratios(costs),
    ]
    return "\n".join(lines) + "\n"


def _ratios(costs: dict[str, Cost]) -> Iterator[str]:
    for one, other, wanted in RATIOS:
        if other in costs:
            yield f"| {one}, to {other} | {costs[one].seconds / costs[other].seconds:.3g} | at most {wanted:g} |"


def main() -> None:
    """Measure, print the table and write it."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--size", type=int, default=1000)
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--keep", type=Path, help="keep all projects and sites in this folder, which must be empty")
    options = arguments.parse_args()
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        place = options.keep or Path(folder)
        project = Project(place / "project", options.size)
        peers = list(write_all(project.root, place))
        costs: dict[str, list[Cost]] = {}
        for _ in range(options.runs):
            for name, found in measure(project, peers):
                print(f"{name}: {found.seconds:.2f} s, {found.memory:.0f} MB", file=sys.stderr, flush=True)
                costs.setdefault(name, []).append(found)
        text = table({name: middle(found) for name, found in costs.items()}, options.size, options.runs, project.root)
    RESULTS.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
