"""How long each export of a synthetic chronology takes, and how large its files are.

python bench/exports.py [ENTRIES]
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from synthetic import write_project

from timeline.project import load
from timeline.publish.exports import asked_for, export_modules
from timeline.publish.feed_items import selections
from timeline.publish.switch import as_bytes


def main() -> None:
    """Measure each module of timeline/publish/exports/ once, and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("entries", type=int, nargs="?", default=10_000)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write_project(options.entries, Path(folder))
        project = load(Path(folder))
    names = sum(len(index.listings) for index in project.chronology.indexes)
    print(f"{options.entries:,} entries, {names:,} names")
    begin = time.perf_counter()
    whole, *of_names = selections(project.chronology, project.site)
    print(f"{'items':16} {time.perf_counter() - begin:6.2f} s")
    for name, module in export_modules().items():
        start = time.perf_counter()
        made = [module.export(selection) for selection in asked_for(module, whole, of_names)]
        size = sum(len(as_bytes(content)) for files in made for content in files.values())
        print(f"{name:16} {time.perf_counter() - start:6.2f} s {sum(map(len, made)):6,} files {size / 1e6:7.1f} MB")
    print(f"{'all':16} {time.perf_counter() - begin:6.2f} s")


if __name__ == "__main__":
    main()
