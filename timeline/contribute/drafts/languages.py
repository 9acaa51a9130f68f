"""The code of a language that a file names."""

import re
from functools import cache

from babel import Locale

from timeline.contribute.drafts.draft import fits


def language_code(said: str) -> str:
    """A code, or the code of a language that is named in English; what is neither is returned as it is."""
    if fits("language", said):
        return said
    code = _codes().get(re.sub(r"\s*\(.*\)", "", said).casefold(), "")
    return code.replace("_", "-") if code else said


@cache
def _codes() -> dict[str, str]:
    return {name.casefold(): code for code, name in sorted(Locale("en").languages.items(), reverse=True)}
