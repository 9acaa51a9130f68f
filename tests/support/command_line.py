"""build.py run as people run it, and a change to the small site of the fixture `small_site`."""

import os
import subprocess
import sys
from pathlib import Path

from support.paths import ROOT


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "build.py", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env={**os.environ, **environment}, check=False)


def edit(root: Path, old: str, new: str) -> None:
    """Changes the first article."""
    article = root / "content/articles/2022/x.md"
    text = article.read_text(encoding="utf-8")
    assert old in text
    article.write_text(text.replace(old, new), encoding="utf-8")
