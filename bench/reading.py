"""How long it takes to read the articles of a project, compared with composing the YAML of their heads by libyaml.

    .venv/bin/python bench/reading.py FOLDER

Processor seconds, medians of several runs in turn. FOLDER is a project, such as synthetic.py writes.
"""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import yaml

from timeline.model.diagnostics import Lines
from timeline.reading.articles import article_paths, read_article
from timeline.reading.files import read_bytes, read_lines
from timeline.reading.source import end_of_head
from timeline.reading.vocabulary import Vocabulary, read_vocabulary

RUNS = 5


def heads(root: Path) -> list[str]:
    """The YAML of each article that has some."""
    files = [read_lines(root, path)[0] for path in article_paths(root)]
    return [head for lines in files if lines and (head := _head(lines))]


def _head(lines: Lines) -> str:
    end = end_of_head(lines)
    return "\n".join(lines.lines[1:end]) if isinstance(end, int) else ""


def read(root: Path, vocabulary: Vocabulary) -> None:
    """Read each article, and keep nothing."""
    for path in article_paths(root):
        read_article(path.relative_to(root).as_posix(), read_bytes(root, path), vocabulary)


def compose(texts: Sequence[str]) -> None:
    """Compose each text, and keep nothing."""
    for text in texts:
        yaml.compose(text, Loader=yaml.CSafeLoader)


def seconds(function: Callable[[], object]) -> float:
    """Processor seconds of one call."""
    begun = time.process_time()
    function()
    return time.process_time() - begun


def main() -> None:
    """Print a line for each of the two, and their ratio."""
    root = Path(sys.argv[1])
    texts, (vocabulary, _) = heads(root), read_vocabulary(root)
    reading, composing = [], []
    for _ in range(RUNS):
        reading.append(seconds(lambda: read(root, vocabulary)))
        composing.append(seconds(lambda: compose(texts)))
    print(f"{len(texts)} articles read    {median(reading):6.2f} s")
    print(f"{len(texts)} heads composed   {median(composing):6.2f} s")
    print(f"ratio {median(reading) / median(composing):.1f}")


if __name__ == "__main__":
    main()
