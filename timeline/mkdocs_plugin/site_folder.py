"""The folder of the site: it is made aside, and takes the place of the last one when it is complete."""

import ctypes
import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from timeline.model.errors import UserError
from timeline.publish.output import has_digest
from timeline.reading.atomic_write import link

_NEW, _OLD = "new", "old"
_AT_THE_WORKING_DIRECTORY, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


class SiteFolder:
    """A new folder beside that of the last site. It is removed when the process ends, unless it was put in place."""

    def __init__(self, site: Path) -> None:
        """Also removes what a build that was killed has left.

        Raises UserError where no folder can be made beside the site, and for a symbolic link, which could lead anywhere.
        """
        if site.is_symlink():
            help = f"remove the link: rm {site.name}, or name the folder to which it leads as site_dir in mkdocs.yml"
            raise UserError(f"{site.name} is a symbolic link, and a build writes there", help)
        self.site = site
        try:
            site.parent.mkdir(parents=True, exist_ok=True)
            _recover(site)
            self._aside = tempfile.TemporaryDirectory(prefix=_prefix(site, _NEW), dir=site.parent, ignore_cleanup_errors=True)
            self.path = Path(self._aside.name)
            shutil.copymode(site if site.is_dir() else site.parent, self.path)
        except OSError as error:
            message = f"no folder can be made beside {site.name}: {error.strerror}"
            raise UserError(message, f"the last site is as it was; see that {site.parent} can be written") from error

    def carry(self, path: str, known: bytes) -> bool:
        """Takes a file over from the last site, if it has this digest there. Whether it does."""
        last, new = self.site / path, self.path / path
        if not has_digest(last, known):
            return False
        try:
            new.parent.mkdir(parents=True, exist_ok=True)
            link(last, new)
        except OSError:
            return False
        return True

    def put_in_place(self) -> None:
        """The new folder takes the place of the last site in one step, where the system has such a step (Linux).

        Elsewhere in two; what happens between them, the next build mends. Hidden files at the top of the last site stay, as
        MkDocs leaves them: it may be the work tree of a branch. Raises UserError if it cannot be done; then the last site is
        as it was.
        """
        try:
            self._keep_hidden()
            if not self.site.exists():
                self.path.rename(self.site)
            elif not _exchange(self.path, self.site):
                self._replace()
        except OSError as error:
            message = f"{self.site.name} cannot be replaced: {error.strerror}"
            raise UserError(
                message, f"the last site is as it was; see that {self.site} is a folder that can be renamed"
            ) from error
        with suppress(OSError):
            self._aside.cleanup()

    def remove(self) -> None:
        """Removes the new folder. The last site stays."""
        with suppress(OSError):
            self._aside.cleanup()

    def _keep_hidden(self) -> None:
        for entry in self.site.glob(".*"):
            if (self.path / entry.name).exists():
                continue
            if entry.is_dir() and not entry.is_symlink():
                shutil.copytree(entry, self.path / entry.name, symlinks=True, copy_function=link)
            else:
                link(entry, self.path / entry.name)

    def _replace(self) -> None:
        old = Path(tempfile.mkdtemp(prefix=_prefix(self.site, _OLD), dir=self.site.parent))
        self.site.rename(old / self.site.name)
        try:
            self.path.rename(self.site)
        except OSError:
            (old / self.site.name).rename(self.site)
            raise
        finally:
            shutil.rmtree(old, ignore_errors=True)


def _recover(site: Path) -> None:
    """Undoes a replacement that was stopped half-way, and removes what builds have left."""
    for old in sorted(site.parent.glob(f"{_prefix(site, _OLD)}*")):
        if not site.exists() and (old / site.name).is_dir():
            (old / site.name).rename(site)
    for kind in (_NEW, _OLD):
        for left in site.parent.glob(f"{_prefix(site, kind)}*"):
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left, ignore_errors=True)


def _prefix(site: Path, kind: str) -> str:
    """The beginning of the names of folders that builds make beside the site."""
    return f".{site.name}.{kind}-"


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step. False where the system has no such step."""
    if sys.platform != "linux":
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):  # an old C library
        return False
    at = _AT_THE_WORKING_DIRECTORY
    return bool(rename(at, os.fsencode(one), at, os.fsencode(other), _EXCHANGE) == 0)
