"""Write a copy of this project with N synthetic entries instead of its own content.

    python bench/synthetic.py N OUT [--seed 1]

The same N and seed give the same bytes. `dateline --root OUT` and, in OUT, `mkdocs build` work as they do here. The
mix resembles real chronologies: sixty years with quiet times and bursts, most events dated to the day, a few names in many
entries and many names in a few, some disagreements.
"""

import argparse
import re
import shutil
from pathlib import Path
from random import Random

from neutral_words import FIGURES, slug, thing
from synthetic_articles import make_articles
from synthetic_events import Names, make_events, make_names

PROJECT = Path(__file__).resolve().parent.parent
NOT_COPIED = ("content", "site", "site-zensical", "tests", "bench", "node_modules")


def write_project(amount: int, out: Path, seed: int = 1) -> None:
    """Write a project with `amount` entries into the folder `out`, which must not exist or be empty."""
    random = Random(seed)
    names = make_names(random, amount)
    events = make_events(random, names, amount)
    copy_project(out)
    write(out / "content" / "vocabulary.yml", vocabulary(random, names))
    for path, text in make_articles(random, names, events):
        write(out / "content" / "articles" / path, text)


def copy_project(out: Path) -> None:
    """Copy the project without its content and without built files, under another name."""
    for source in sorted(PROJECT.iterdir()):
        if source.name.startswith(".") or source.name in NOT_COPIED:
            continue
        if source.is_dir():
            shutil.copytree(source, out / source.name, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
        else:
            out.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, out / source.name)
    shutil.rmtree(out / "docs" / "timeline", ignore_errors=True)
    for page in (out / "docs").glob("*.md"):  # the entries that they link to are not there
        write(page, re.sub(r"\(timeline/[^)]*\)", "(timeline/index.md)", page.read_text(encoding="utf-8")))
    config = (out / "mkdocs.yml").read_text(encoding="utf-8")
    write(out / "mkdocs.yml", re.sub(r"(?m)^site_name:.*", "site_name: Synthetic chronology", config))


def write(path: Path, text: str) -> None:
    """Write a text file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def vocabulary(random: Random, names: Names) -> str:
    """The text of vocabulary.yml. The places are on one coast, except every twentieth, which is anywhere in the world."""
    lines = []
    for kind in ("people", "organisations", "places", "topics", "publishers"):
        lines.append(f"{kind}:")
        for rank, name in enumerate(getattr(names, kind)):
            lines += [f"  {slug(name)}:", f"    name: {name}"]
            if kind == "places":
                north, east = somewhere(random) if rank % 20 == 19 else (random.gauss(56, 2), random.gauss(13, 4))
                lines += [f"    lat: {north:.4f}", f"    lon: {east:.4f}"]
            elif rank % 3 == 0:
                lines.append(f"    note: Known for the {thing(random)}.")
    lines += ["claims:", *(line for key in FIGURES for line in (f"  {key}:", f"    name: {key.capitalize()}"))]
    return "\n".join(lines) + "\n"


def somewhere(random: Random) -> tuple[float, float]:
    """Degrees north and east."""
    return random.uniform(-40, 65), random.uniform(-120, 150)


def main() -> None:
    """Write the project that the command line names."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("amount", type=int, metavar="N")
    arguments.add_argument("out", type=Path, metavar="OUT")
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    write_project(options.amount, options.out, options.seed)


if __name__ == "__main__":
    main()
