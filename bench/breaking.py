"""What builds that are killed, that run at the same time or that cannot write leave of the pages of a project.

    python bench/breaking.py [FOLDER] [--site] [--kills 50] [--pairs 8] [--from 0.0]

A copy of the project in FOLDER is used, without it 300 synthetic entries. Each build changes the title of the site, and with it
nearly all pages. After each attempt the pages are compared with those of whole builds: they are the `old` ones, the `new` ones
or `mixed`. A build after it must make the new ones, else it is counted as `wrong`. `--from 0.8` kills only in the last fifth.
With `--site` the build is `mkdocs build --strict`, and the same is counted for the site.
"""

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

from synthetic import PROJECT, write_project

Tree = dict[str, bytes]


class Project:
    """A project, and the build that is disturbed."""

    def __init__(self, root: Path, *, site: bool) -> None:
        engine = [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", str(root / "mkdocs.yml")]
        self.root, self._folders = root, ("docs", "site") if site else ("docs",)
        self._command = engine if site else [sys.executable, str(PROJECT / "build.py"), "--root", str(root)]

    def trees(self) -> dict[str, Tree]:
        """The digest of every page and export, by path; nothing of what lies aside, which no engine reads."""
        return {name: _tree(self.root / name) for name in self._folders}

    def start(self, limit: int | None = None) -> "subprocess.Popen[bytes]":
        """A build, which cannot write files larger than `limit` bytes."""
        before = None if limit is None else lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        return subprocess.Popen(
            self._command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=before, cwd=self.root, env=environment
        )

    def leftovers(self) -> list[Path]:
        """What builds make aside, and should have removed."""
        return [*(self.root / "docs/timeline").glob(".[ns]*"), *self.root.glob(".site.*")]


def _tree(folder: Path) -> Tree:
    files = [path for path in folder.rglob("*") if path.is_file() and not any(part.startswith(".") for part in path.parts)]
    return {path.relative_to(folder).as_posix(): blake2b(path.read_bytes()).digest() for path in sorted(files)}


def title(root: Path, name: str) -> None:
    """Give the site another title."""
    config = root / "mkdocs.yml"
    lines = config.read_text(encoding="utf-8").splitlines(keepends=True)
    config.write_text(
        "".join(f"site_name: {name}\n" if line.startswith("site_name:") else line for line in lines), encoding="utf-8"
    )


def attempts(project: Project, number: int, disturb: Callable[[], list[bytes]]) -> Counter[str]:
    """What each of a number of disturbed builds left. `disturb` returns what the builds said on stderr."""
    found: Counter[str] = Counter()
    whole: dict[str, dict[str, Tree]] = {}
    for name in ("One", "Two"):
        title(project.root, name)
        project.start().communicate()
        whole[name] = project.trees()
    old, new = "Two", "One"
    for _ in range(number):
        title(project.root, new)
        said = disturb()
        for name, left in project.trees().items():
            found[f"{name} {_which(left, whole[old][name], whole[new][name])}"] += 1
        found["tracebacks"] += sum(b"Traceback" in text for text in said)
        project.start().communicate()
        found["wrong"] += project.trees() != whole[new] or bool(project.leftovers())
        old, new = new, old
    return found


def _which(left: Tree, old: Tree, new: Tree) -> str:
    if left == old:
        return "old"
    return "new" if left == new else "mixed"


def main() -> None:
    """Disturb builds and print what was left."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path, nargs="?")
    arguments.add_argument("--site", action="store_true")
    arguments.add_argument("--kills", type=int, default=50)
    arguments.add_argument("--pairs", type=int, default=8)
    arguments.add_argument("--from", type=float, default=0.0, dest="earliest")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        if options.folder:
            shutil.copytree(options.folder, root, ignore=shutil.ignore_patterns("site", ".cache"))
        else:
            write_project(300, root)
        project = Project(root, site=options.site)
        project.start().communicate()
        title(root, "Measured")
        began = time.perf_counter()
        project.start().communicate()
        taken = time.perf_counter() - began
        moments = random.Random(1)

        def killed() -> list[bytes]:
            process = project.start()
            time.sleep(taken * moments.uniform(options.earliest, 1))
            process.kill()
            return [process.communicate()[1]]

        def paired() -> list[bytes]:
            return [process.communicate()[1] for process in [project.start(), project.start()]]

        def limited() -> list[bytes]:
            return [project.start(20_000).communicate()[1]]

        for what, number, disturb in (
            ("killed", options.kills, killed),
            ("pairs", options.pairs, paired),
            ("RLIMIT_FSIZE", 2, limited),
        ):
            print(f"{what}: {number}", dict(attempts(project, number, disturb)), flush=True)


if __name__ == "__main__":
    main()
