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
import tempfile
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata
from itertools import chain, count
from pathlib import Path

from timeline.model.errors import UserError
from timeline.model.memo import Memo, digest
from timeline.reading.atomic_write import link
from timeline.reading.progress import Progress, no_progress

FOLDER = "pagefind"  # in the built site
TYPES = ("entry", "name", "article", "index")  # of pages; each is also the folder of an index
MARK = re.compile(rb'data-pagefind-body="([a-z]+)"')
# What Pagefind writes beside an index: its program, which is kept once, and what is not used at all.
PROGRAM = ("pagefind.js", "pagefind-worker.js", "wasm.*")
UNUSED = ("*-ui.*", "pagefind-highlight.js", "wasm.unknown.*")
# A page in Pagefind's list of all pages, which is CBOR: an array of two, the name of its fragment and its number of words.
PAGE = re.compile(rb"\x82[\x60-\x77](\w+_[0-9a-f]+)")


def index_site(
    site: Path,
    progress: Progress = no_progress,
    *,
    memo: Memo | None = None,
    carry: Callable[[str, bytes], bool] = lambda path, known: False,
) -> int:
    """Writes the index of a built site into its folder `pagefind/`, and returns the number of pages in it.

    `carry` makes sure that the site has a file with this digest, if it can: so an index stays where `memo` knows that its pages
    are the same. `progress` gets the indexes that are made.
    Raises UserError where there is no built site, or where Pagefind fails.
    """
    if not (site / "index.html").is_file():
        raise UserError(f"{site} holds no built site", "build it first, and name its folder: dateline search site")
    pages = _pages(site)
    for folder in (site / FOLDER).glob("*"):
        if folder.name not in pages:
            shutil.rmtree(folder, ignore_errors=True)
    with (memo or Memo()).stage("search") as stage, ThreadPoolExecutor() as at_once:
        new = [kind for kind in pages if not _stays(stage.known(kind, (_version(), pages[kind])), carry)]
        begun = [at_once.submit(_index, site, kind, pages[kind]) for kind in new]
        for index in progress("Indexing", begun):
            index.result()
        for kind in new:
            stage.put(kind, (_version(), pages[kind]), _files(site, kind))
    return sum(map(len, pages.values()))


def _pages(site: Path) -> dict[str, dict[str, bytes]]:
    """The pages with a type, by it: path in the site -> digest. A type without a page is left out."""
    found: dict[str, dict[str, bytes]] = {kind: {} for kind in TYPES}
    for page in sorted(site.rglob("*.html")):
        html = page.read_bytes()
        if (mark := MARK.search(html)) and (kind := mark[1].decode()) in found:
            found[kind][page.relative_to(site).as_posix()] = digest(html)
    return {kind: pages for kind, pages in found.items() if pages}


def _stays(known: Mapping[str, bytes] | None, carry: Callable[[str, bytes], bool]) -> bool:
    """Whether an index is known, and all its files could be taken over."""
    return known is not None and all(carry(path, its) for path, its in known.items())


def _files(site: Path, kind: str) -> dict[str, bytes]:
    """The files of an index: path in the site -> digest."""
    files = (file for file in sorted((site / FOLDER / kind).rglob("*")) if file.is_file())
    return {file.relative_to(site).as_posix(): digest(file.read_bytes()) for file in files}


def _index(site: Path, kind: str, pages: Iterable[str]) -> None:
    """Makes the index of these pages. Pagefind gets a folder that has only them."""
    shutil.rmtree(site / FOLDER / kind, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=".pages-", dir=site, ignore_cleanup_errors=True) as only:
        for page in pages:
            (Path(only) / page).parent.mkdir(parents=True, exist_ok=True)
            link(site / page, Path(only) / page)
        _run_pagefind(site, kind, only)
    folder = site / FOLDER / kind
    for pattern in UNUSED if kind == "entry" else (*UNUSED, *PROGRAM):
        for file in folder.glob(pattern):
            file.unlink(missing_ok=True)
    for listed in folder.glob("*.pf_meta"):
        _number_fragments(listed)


def _run_pagefind(site: Path, kind: str, pages: str) -> None:
    options = {
        "--site": pages,
        "--root-selector": f'[data-pagefind-body="{kind}"]',
        # Titles are found as metadata; in the text they would only begin every excerpt. But a page of a name may have no
        # other text, and Pagefind leaves out what has none.
        **({"--exclude-selectors": "h1"} if kind in ("entry", "article") else {}),
        "--output-path": str(site / FOLDER / kind),
    }
    done = subprocess.run(
        [_program(), "--silent", *chain.from_iterable(options.items())], capture_output=True, text=True, check=False
    )
    if done.returncode or not (site / FOLDER / kind / "pagefind-entry.json").is_file():
        said = " ".join((done.stderr or done.stdout).split())
        raise UserError(f"Pagefind failed: {said}", "see that the folder of the site can be written, then run this again")


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


def _version() -> str:
    try:
        return metadata.version("pagefind_bin")
    except metadata.PackageNotFoundError:
        return ""


def _program() -> str:
    try:
        from pagefind.service import get_executable

        program = get_executable()
    except (ImportError, FileNotFoundError):
        program = None
    if program is None:
        raise UserError("Pagefind is not installed", "install what requirements.txt lists: pip install -r requirements.txt")
    return str(program)
