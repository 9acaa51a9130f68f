"""How long the exports of a synthetic chronology take, module by module, and how large they are.

    python bench/exports.py [ENTRIES] [NAMES]

Each entry has two articles with a passage of 40 words each, and five names of NAMES (600 unless stated).
"""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from support.records import SITE, a_chronology, an_article, an_entry
from timeline.model.records import FACETS, Chronology, Name
from timeline.publish import exports
from timeline.publish.feed_items import export_data

WORDS = "The river stood above its banks and the old bridge was closed by order of the authority "


def synthetic(entries: int, names: int) -> Chronology:
    """Entries on the days of ten years, in turn dated to the day, the month and a span."""
    known = [Name(FACETS[n % 4], f"name-{n}", f"Name {n}") for n in range(names)]
    made = []
    for n in range(entries):
        month = f"{2012 + n % 10}-{n % 12 + 1:02}"
        day = f"{month}-{n % 28 + 1:02}"
        when = (day, month, f"{month}-01/{month}-20")[n % 3]
        articles = [an_article(f"article-{n}-{k}", day, passage=WORDS * 2 + f"{n} {k}") for k in range(2)]
        of_entry = [known[(n * 7 + k * 11) % names] for k in range(5)]
        made.append(an_entry(f"entry-{n}", when, title=WORDS[:60] + str(n), summary=WORDS * 2, names=of_entry, articles=articles))
    return a_chronology(*made)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("entries", type=int, nargs="?", default=10_000)
    arguments.add_argument("names", type=int, nargs="?", default=600)
    options = arguments.parse_args()
    entries, names = options.entries, options.names
    chronology = synthetic(entries, names)
    print(f"{entries:,} entries, {names:,} names")
    begun = time.perf_counter()
    data = export_data(chronology, SITE)
    print(f"{'data':16} {time.perf_counter() - begun:6.2f} s")
    for name, module in exports.export_modules().items():
        start = time.perf_counter()
        files = module.export(data)
        size = sum(len(text.encode()) for text in files.values())
        print(f"{name:16} {time.perf_counter() - start:6.2f} s {len(files):6,} files {size / 1e6:7.1f} MB")
    print(f"{'all':16} {time.perf_counter() - begun:6.2f} s")


if __name__ == "__main__":
    main()
