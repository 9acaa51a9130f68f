"""The index of the search: made from the built site, whichever engine has built it.

Pagefind reads the HTML. What it takes is marked there, by theme/main.html (`data-pagefind-body` and the facts of a page)
and by the templates (`data-pagefind-ignore` for what only leads elsewhere).
"""

import shutil
import subprocess
import sys
from itertools import chain
from pathlib import Path

FOLDER = "pagefind"  # in the built site
# Titles of entries and articles are found as metadata; as text they would only begin every excerpt. Pages of a name may
# have no other text than their title, and Pagefind leaves out what has none.
TITLES = "[data-pagefind-filter] h1, [data-pagefind-sort] h1"
# Of what Pagefind writes: its own search fields, and the programs for languages that no page is in.
UNUSED = ("*-ui.*", "pagefind-highlight.js", "wasm.unknown.pagefind")


class SearchError(Exception):
    """The index could not be made; the message says why, and what to do."""


def index_site(site: Path) -> int:
    """Writes the index of a built site into its folder `pagefind/`, and returns the number of pages in it.

    Raises SearchError where there is no built site, or where Pagefind fails.
    """
    if not (site / "index.html").is_file():
        raise SearchError(f"{site} holds no built site; build it first")
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    options = {"--site": str(site), "--output-subdir": FOLDER, "--exclude-selectors": TITLES}
    command = [sys.executable, "-m", "pagefind", "--quiet", *chain.from_iterable(options.items())]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "No module named pagefind" in done.stderr:
        raise SearchError("Pagefind is not installed; install what requirements.txt lists")
    if done.returncode or not (site / FOLDER / "pagefind-entry.json").is_file():
        raise SearchError(f"Pagefind failed: {(done.stderr or done.stdout).strip()}")
    for pattern in UNUSED:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()
    return sum(1 for _ in (site / FOLDER / "fragment").iterdir())
