"""The wheel of this checkout, and an environment that has it and nothing of the checkout."""

import importlib.metadata
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from support.paths import ROOT


def build_archives(source: Path, out: Path) -> dict[str, Path]:
    """The wheel and the source archive, by suffix, built in `out` from a copy in `source` of the files that git knows."""
    known = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split("\0")
    for path in filter(None, known) if any(known) else _without_git():
        if (ROOT / path).is_file():
            (source / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, source / path)
    # -P: `python -m build` would run build.py of the current folder.
    command = [sys.executable, "-P", "-m", "build", "--no-isolation", "--outdir", out, source]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return {path.suffix: path for path in out.iterdir()}


def _without_git() -> Iterator[str]:
    """The same files in an archive of the repository, of which git knows nothing."""
    for name in ("timeline", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"):
        paths = (ROOT / name).rglob("*") if (ROOT / name).is_dir() else [ROOT / name]
        yield from (str(path.relative_to(ROOT)) for path in paths if "__pycache__" not in path.parts)


def install(wheel: Path, home: Path) -> Path:
    """The `bin` of a new environment in `home` that has the wheel, and links to the packages of the environment of the tests."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
    pip = [sys.executable, "-m", "pip", "--python", home / "bin/python", "--disable-pip-version-check"]
    install = [*pip, "install", "--quiet", "--no-deps", "--no-index", wheel]
    subprocess.run([str(part) for part in install], check=True)
    theirs = next((home / "lib").glob("python3*/site-packages"))
    for path in Path(importlib.metadata.distribution("click").locate_file("")).iterdir():
        ours = path.name.startswith(("dateline", "timeline", "__pycache__")) or path.suffix == ".pth"
        if not ours and not (theirs / path.name).exists():
            (theirs / path.name).symlink_to(path)
    return home / "bin"


def run_outside(tool: Path, *arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command outside the checkout, with nothing of it in the environment."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "COVERAGE"))}
    return subprocess.run(
        [str(tool), *map(str, arguments)], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
