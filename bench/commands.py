"""How long the commands of contributors take when a build has left its cache, compared with their first run.

    .venv/bin/python bench/commands.py FOLDER

FOLDER is a project that may be changed, such as synthetic.py writes. Its cache is removed. Processor seconds of one run each.
"""

import shutil
import sys
from pathlib import Path

from measured import cost

NEW = ("new", "--title", "A headline", "--url", "https://example.org/new-article", "--publisher", "A publisher")
ANSWERS = ("--published", "2022-10-13", "--language", "en", "--event", "What happened in this town")


def seconds(root: Path, *arguments: str) -> float:
    """Processor seconds of a command, with those of the programs that it runs."""
    files = set((root / "content").rglob("*.md"))
    found = cost([sys.executable, "-m", "timeline", "--root", root, *arguments])
    for path in set((root / "content").rglob("*.md")) - files:  # what `new` has written
        path.unlink()
    return found.seconds


def main() -> None:
    """Print a line for each command: its first run, a run with nothing changed, a run after an edit, and their ratios."""
    root = Path(sys.argv[1])
    article = next(path for path in sorted((root / "content/articles").rglob("*.md")) if path.read_text(encoding="utf-8"))
    text, name = article.read_text(encoding="utf-8"), str(article.resolve())
    commands = {"check FILE": ("check", name), "new": (*NEW, *ANSWERS), "suggest FILE": ("suggest", name, "--print")}
    for label, arguments in commands.items():
        shutil.rmtree(root / ".cache", ignore_errors=True)
        first, unchanged = seconds(root, *arguments), seconds(root, *arguments)
        article.write_text(f"{text}\nMore was said.\n", encoding="utf-8")
        edited = seconds(root, *arguments)
        article.write_text(text, encoding="utf-8")
        ratios = f"{unchanged / first:.2f} and {edited / first:.2f} of the first run"
        print(f"{label:14}{first:7.2f} s{unchanged:7.2f} s unchanged{edited:7.2f} s after an edit; {ratios}")


if __name__ == "__main__":
    main()
