"""How long `dateline check` takes for synthetic projects of several sizes, compared with a command that reads nothing.

    python bench/checking.py [ENTRIES ...] [--runs 5]

The sizes take turns, so that other work of the machine affects all of them. Processor seconds are the median of the runs;
they hardly depend on other work.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from synthetic import PROJECT, write_project

COMMAND = [sys.executable, str(PROJECT / "build.py")]


def seconds(*arguments: str) -> tuple[float, float]:
    """Processor seconds and wall-clock seconds of build.py with these arguments. Raises CalledProcessError if it fails."""
    start, before = time.perf_counter(), _processor()
    subprocess.run([*COMMAND, *arguments], check=True, capture_output=True)
    return _processor() - before, time.perf_counter() - start


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Measure and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("entries", type=int, nargs="*", default=[100, 1300, 13_000])
    arguments.add_argument("--runs", type=int, default=5)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        projects = {amount: Path(folder) / str(amount) for amount in options.entries}
        for amount, project in projects.items():
            write_project(amount, project)
        times: dict[int, list[tuple[float, float]]] = {amount: [] for amount in (0, *projects)}
        for _ in range(options.runs):
            times[0].append(seconds("check", "--help"))
            for amount, project in projects.items():
                times[amount].append(seconds("--root", str(project), "check"))
        nothing = median(processor for processor, _ in times[0])
        print(f"`check --help`, which reads nothing: {nothing:.2f} processor seconds")
        print(f"{'entries':>8} {'articles':>9} {'processor s':>12} {'least wall clock s':>19} {'ms per article':>14}")
        for amount, project in projects.items():
            articles, taken = len(list(project.glob("content/articles/*/*.md"))), median(used for used, _ in times[amount])
            least = min(clock for _, clock in times[amount])
            print(f"{amount:>8,} {articles:>9,} {taken:>12.2f} {least:>19.2f} {(taken - nothing) / articles * 1000:>14.2f}")


if __name__ == "__main__":
    main()
