"""Runs the fast tests in a copy of this repository that has another chronology.

    python tests/own_timeline.py [ARGUMENT OF PYTEST …]

A test that fails there takes its examples from the chronology that this repository ships. Give it examples of its own,
or mark it `shipped`.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
NOT_COPIED = (".git", ".venv", ".cache", ".*_cache", ".hypothesis", "__pycache__", "node_modules", "site", "site-zensical")
ARTICLE = """\
---
title: {title}
publisher: Example Times
url: https://example.org/{id}
published: {published}
language: en
text: brief
events:
  {id}:
    title: {title}
---

[{passage} [{words}]{{.when}}, the town council said]{{event={id}}}.
"""
ARTICLES = (
    {"id": "bridge-opened", "title": "The bridge is opened", "published": "2026-03-12", "words": "on Wednesday",
     "passage": "The new bridge was opened to traffic"},
    {"id": "ferry-stops", "title": "The ferry stops", "published": "2026-04-02", "words": "on 1 April",
     "passage": "The last ferry crossed the river"},
    {"id": "toll-ends", "title": "The toll ends", "published": "2027-01-04", "words": "last week",
     "passage": "The toll for the bridge was lifted"},
)  # fmt: skip


def own_timeline(root: Path) -> None:
    """Makes the copy, with three articles and a name of its own."""
    shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns(*NOT_COPIED))
    shutil.rmtree(root / "docs/timeline", ignore_errors=True)
    (root / "docs/index.md").unlink(missing_ok=True)
    (root / "docs/assets/screenshot.png").unlink(missing_ok=True)
    shutil.rmtree(root / "content/articles")
    (root / "content/vocabulary.yml").write_text("publishers:\n  example-times:\n    name: Example Times\n", encoding="utf-8")
    for article in ARTICLES:
        path = root / f"content/articles/{article['published'][:4]}/example-times-{article['id']}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ARTICLE.format_map(article), encoding="utf-8")
    config = root / "mkdocs.yml"
    renamed, count = re.subn(r"^site_name: .*$", "site_name: The bridge", config.read_text(encoding="utf-8"), flags=re.MULTILINE)
    if count != 1:
        sys.exit("mkdocs.yml has no line `site_name:`")
    config.write_text(renamed, encoding="utf-8")
    (root / "docs/about.md").write_text("# About\n\nThe bridge, and what came of it.\n", encoding="utf-8")


def main() -> None:
    """Runs the tests in the copy; their exit status is that of this command."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "own-timeline"
        own_timeline(root)
        environment = {**os.environ, "PYTHONPATH": str(root)}
        subprocess.run([sys.executable, "build.py", "check"], cwd=root, env=environment, check=True)
        fast = ["-m", "not browser", "--without-processes", "--hypothesis-profile", "fast"]
        sys.exit(subprocess.run([sys.executable, "-m", "pytest", *fast, *sys.argv[1:]], cwd=root, env=environment).returncode)


if __name__ == "__main__":
    main()
