"""The index of the search: made from the built site, whichever engine has built it.

Pagefind reads the HTML. The theme's main.html marks what it indexes (`data-pagefind-body` with the type of the page, and its
metadata), and the templates mark what it leaves out (`data-pagefind-ignore`).

Entries, articles, names and the other pages have an index each. So the page of a name and entries can come first, and a first
result does not wait for the list of all articles.
"""

import gzip
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, count
from pathlib import Path
from posixpath import dirname

from timeline.model.errors import UserError
from timeline.publish.page_types import page_types
from timeline.reading.progress import Progress, no_progress

FOLDER = "pagefind"  # in the built site
# The type of a page, which is also the folder of its index: where such pages can be. Only what bears the type counts.
TYPES = {
    "entry": f"{dirname(page_types()['entry'].path)}/**/*.html",
    "name": re.sub(r"\{[^}]*\}", "*", page_types()["listing"].path).removesuffix(".md") + "/**/*.html",
    "article": f"{dirname(page_types()['article'].path)}/*/**/*.html",
    "index": "**/*.html",
}
# What Pagefind writes beside an index: its program, which is kept once, and what is not used at all.
PROGRAM = ("pagefind.js", "pagefind-worker.js", "wasm.*")
UNUSED = ("*-ui.*", "pagefind-highlight.js", "wasm.unknown.*")
# A page in Pagefind's list of all pages, which is CBOR: an array of two, the name of its fragment and its number of words.
PAGE = re.compile(rb"\x82[\x60-\x77](\w+_[0-9a-f]+)")


def index_site(site: Path, progress: Progress = no_progress) -> int:
    """Writes the index of a built site into its folder `pagefind/`, and returns the number of pages in it.

    `progress` gets the indexes that are made.
    Raises UserError where there is no built site, or where Pagefind fails.
    """
    if not (site / "index.html").is_file():
        raise UserError(f"{site} holds no built site", "build it first, and name its folder: dateline search site")
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    present = [kind for kind, glob in TYPES.items() if any(site.glob(glob))]  # a new chronology has no entry yet
    with ThreadPoolExecutor() as at_once:
        begun = [at_once.submit(_index, site, kind) for kind in present]
        for index in progress("Indexing", begun):
            index.result()
    return sum(1 for _ in (site / FOLDER).glob("*/fragment/*"))


def _index(site: Path, kind: str) -> None:
    options = {
        "--site": str(site),
        "--glob": TYPES[kind],
        "--root-selector": f'[data-pagefind-body="{kind}"]',
        # Titles are found as metadata; in the text they would only begin every excerpt. But a page of a name may have no
        # other text, and Pagefind leaves out what has none.
        **({"--exclude-selectors": "h1"} if kind in ("entry", "article") else {}),
        "--output-subdir": f"{FOLDER}/{kind}",
    }
    done = subprocess.run(
        [_program(), "--silent", *chain.from_iterable(options.items())], capture_output=True, text=True, check=False
    )
    folder = site / FOLDER / kind
    if done.returncode or not (folder / "pagefind-entry.json").is_file():
        said = " ".join((done.stderr or done.stdout).split())
        raise UserError(f"Pagefind failed: {said}", "see that the folder of the site can be written, then run this again")
    for pattern in UNUSED if kind == "entry" else (*UNUSED, *PROGRAM):
        for file in folder.glob(pattern):
            file.unlink(missing_ok=True)
    for pages in folder.glob("*.pf_meta"):
        _number_fragments(pages)


def _number_fragments(pages: Path) -> None:
    """Names the fragments, one for each page, by numbers: Pagefind names them by hashes, which do not compress.

    The list of these names is loaded before anything can be found, and is the one thing in that which grows with each page.
    """
    # The name of the list is a hash of all pages. With it, no browser takes a fragment of an older site for one of this.
    site = pages.stem.rpartition("_")[2]
    numbers = count()

    def numbered(page: re.Match[bytes]) -> bytes:
        name = f"{site}-{next(numbers):x}"
        fragment = pages.parent / "fragment" / f"{page[1].decode()}.pf_fragment"
        fragment.rename(fragment.with_name(f"{name}.pf_fragment"))
        return bytes([0x82, 0x60 + len(name)]) + name.encode()

    # The pages come first in the file. What follows holds words of theirs, in which nothing is replaced.
    amount = sum(1 for _ in (pages.parent / "fragment").iterdir())
    data = PAGE.sub(numbered, gzip.decompress(pages.read_bytes()), count=amount)
    pages.write_bytes(gzip.compress(data, mtime=0))


def _program() -> str:
    try:
        from pagefind.service import get_executable

        program = get_executable()
    except (ImportError, FileNotFoundError):
        program = None
    if program is None:
        raise UserError("Pagefind is not installed", "install what requirements.txt lists: pip install -r requirements.txt")
    return str(program)
