"""The languages of texts: their names, and the attributes of HTML that say in which language and direction a text is."""

from babel import Locale, UnknownLocaleError
from markupsafe import Markup

from timeline.model.article import OWN_LANGUAGE


def language_name(code: str) -> str:
    """The English name of a language code: uk is Ukrainian. A code that is not known is returned as it is."""
    locale = _locale(code)
    return (locale and locale.get_display_name("en")) or code


def direction(code: str) -> str:
    """The direction of writing of a language: `ltr` or `rtl`. `auto`, which lets browsers look at the text, if it is not
    known."""
    locale = _locale(code)
    if locale is None:
        return "auto"
    return "ltr" if locale.character_order == "left-to-right" else "rtl"


def in_language(code: str) -> Markup:
    """The attributes `lang` and `dir` of a text, with a blank before them; nothing for a text in the language of the pages.

    `code` is a language code as the schema of articles allows it: letters, digits and hyphens.
    """
    is_own = code.split("-")[0] == OWN_LANGUAGE
    return Markup("") if is_own else Markup(f' lang="{code}" dir="{direction(code)}"')


def _locale(code: str) -> Locale | None:
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
