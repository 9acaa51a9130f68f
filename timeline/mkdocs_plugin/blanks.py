"""Leaves out the blanks between the tags of the theme, which are a quarter of what it puts around the content of a page.

Jinja prints the blanks around its own tags, and themes are indented for those who read their source. Only the source of the
theme's templates is changed, so the content of pages and the values that are put into templates stay as they are.
"""

import re
from pathlib import Path

from jinja2 import Environment
from jinja2.ext import Extension

_BLANKS = re.compile(r"\s*\n\s*")
_END_OF_TAG = re.compile(r"(\{% include [^\n]*%\}\n)|([%#]\})\n")  # there is a blank after an icon
_BLANKS_MATTER = re.compile(r"<(?:pre|textarea)\b")
_HAS_FOLDER = "dateline_custom_dir"


def leave_out_blanks(env: Environment, custom_dir: str | None) -> None:
    """Print a line break instead of several blanks. The templates in `custom_dir`, those of the site, stay as they are."""
    env.extend(**{_HAS_FOLDER: custom_dir})
    env.add_extension(_Blanks)


class _Blanks(Extension):
    """Changes the source of templates before Jinja reads it."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source with a line break for each run of blanks that has one."""
        folder = getattr(self.environment, _HAS_FOLDER)
        is_of_site = not filename or (folder and Path(filename).is_relative_to(folder))
        if is_of_site or _BLANKS_MATTER.search(source):
            return source
        return _END_OF_TAG.sub(lambda tag: tag[1] or tag[2], _BLANKS.sub("\n", source))
