"""The files of the theme that are made from Python: the links of every page's head, and the constants of the scripts.

They are the same for every site, so they are committed with the theme, and no build writes them.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from timeline.dates import calendar_names
from timeline.dates.english.typed import PATTERNS
from timeline.dates.english.typed_spans import STEPS
from timeline.dates.english.words import WEEKDAYS
from timeline.dates.parts import PARTS_OF_YEAR
from timeline.dates.value import MARGINS
from timeline.publish.chart.measures import MEASURES
from timeline.publish.citations import CSL_DAY_OF_READING, DAY_OF_READING
from timeline.publish.export_file import Purpose
from timeline.publish.exports import declared_files
from timeline.publish.exports.reader_data import FILTER_KINDS, VIEW_KEYS
from timeline.publish.feed_items import FOLDER
from timeline.publish.page_types import page_types
from timeline.publish.search_index import FOLDER as SEARCH_FOLDER
from timeline.publish.search_index import TYPES as SEARCH_TYPES
from timeline.publish.spellings import PLAIN_LETTERS

HEAD = "timeline/publish/theme/partials/head.html"
CONSTANTS = "timeline/publish/theme/assets/constants.js"
# The page of a name has files of its own: its front matter says in which folder. All other pages have those of the site.
_FEEDS_OF_PAGE = f"""\
  {{% set feeds = page.meta.feeds if page and page.meta %}}
  {{% set folder = feeds or '{FOLDER}' %}}
  {{% set of_name = (page.meta.title ~ ' · ') if feeds else '' %}}
"""


def theme_files() -> dict[str, str]:
    """The text of each file, by its path below the folder of the repository."""
    return {HEAD: _head(), CONSTANTS: _constants()}


def _head() -> str:
    of_all = "".join(f"  {line}" for line in _links(Purpose.SUBSCRIBE))
    return (
        "{# Written by `make documents` from timeline/publish/reference/theme_files.py. Do not edit. #}\n"
        f'<meta name="dateline-view" content="{"|".join(VIEW_KEYS)}">\n'
        f"{{% if config.site_url %}}\n{_FEEDS_OF_PAGE}{''.join(_links(Purpose.FOLLOW))}"
        f"  {{% if not feeds %}}\n{of_all}  {{% endif %}}\n{{% endif %}}\n"
    )


def _links(purpose: Purpose) -> Iterator[str]:
    for file in declared_files(purpose):
        title, address = "{{ of_name }}{{ config.site_name | e }}", f"{{{{ (folder ~ '{file.name}') | url }}}}"
        yield f'  <link rel="alternate feed" type="{file.media_type}" title="{title}" href="{address}">\n'


def _constants() -> str:
    parts = (f"\n/** {description} */\nexport const {name} = {value};\n" for name, description, value in _values())
    return "// Written by `make documents` from timeline/publish/reference/theme_files.py. Do not edit.\n" + "".join(parts)


def _values() -> Iterator[tuple[str, str, str]]:
    """Name, description and JavaScript of each constant."""
    calendar = calendar_names()
    seasons = {name: season["edtf"] for name, season in calendar["seasons"].items()}
    parts = {
        str(number): [first, length, MARGINS[kind]] for number, (kind, first, length) in PARTS_OF_YEAR.items() if number > 12
    }
    data = {file.name.removesuffix(".json"): FOLDER + file.name for file in declared_files(Purpose.SCRIPTS)}
    entry_page = page_types()["entry"].path.replace("{entry.id}", "{id}").removesuffix(".md") + "/"
    chart = {_camel_case(name): value for name, value in asdict(MEASURES).items()}
    yield "ENTRY_PAGE", "Address of the page of an entry, below the root of the site.", _line(entry_page)
    yield "DATA", "Data files, below the root of the site.", _object(data)
    yield "FILTER_KINDS", "The kinds of choices in the filters; a view can have several values of each.", _line(FILTER_KINDS)
    yield "VIEW_KEYS", "The keys of a view in the query of an address.", _line(VIEW_KEYS)
    yield "SEARCH_FOLDER", "Folder of the search indexes, below the root of the site.", _line(SEARCH_FOLDER)
    yield "SEARCH_TYPES", "The types of pages that have an index each. The first is searched first.", _line([*SEARCH_TYPES])
    yield "MONTH_NAMES", "The months as readers see them.", _list(calendar["month_names"])
    yield "MONTH_NUMBERS", "Each spelling of a month -> 1 to 12.", _map(calendar["months"])
    yield "WEEKDAY_NUMBERS", "Each spelling of a weekday -> 0 (Monday) to 6.", _map(WEEKDAYS)
    yield "SEASONS", "Each name of a season -> its number in EDTF.", _map(seasons)
    yield (
        "PARTS_OF_YEAR",
        "Seasons, quarters and other parts of a year by their number in EDTF: the first month, how many months, and by how many"
        " days an approximate one may be wrong.",
        _map(parts),
    )
    yield (
        "TYPED_PATTERNS",
        "The kinds of typed dates: the name of the reading, and the pattern.",
        _list([(name, _pattern(pattern)) for name, pattern in PATTERNS]),
    )
    yield (
        "TYPED_STEPS",
        "What is written otherwise in typed dates: the pattern, and the replacement.",
        _list([(_pattern(pattern), _replacement(written)) for pattern, written in STEPS]),
    )
    yield "PLAIN_LETTERS", "Letters that Unicode does not decompose -> what people type for them.", _map(PLAIN_LETTERS)
    yield "DAY_OF_READING", "What citations have for the day of reading.", _line(DAY_OF_READING)
    yield "CSL_DAY_OF_READING", "The same in CSL-JSON.", _line(CSL_DAY_OF_READING)
    yield "CHART", "The measures of the chart; see timeline/publish/chart/measures.py.", _object(chart)


def _pattern(text: str) -> str:
    """A regular expression of Python as one of JavaScript."""
    return re.sub(r"\(\?P=(\w+)\)", r"\\k<\1>", text.replace("(?P<", "(?<"))


def _replacement(text: str) -> str:
    return re.sub(r"\\(\d)", r"$\1", text)


def _camel_case(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _list(values: Sequence[object]) -> str:
    return "[\n" + "".join(f"  {_line(value)},\n" for value in values) + "]"


def _object(members: Mapping[str, object]) -> str:
    return "{\n" + "".join(f"  {key}: {_line(value)},\n" for key, value in members.items()) + "}"


def _map(members: Mapping[str, object]) -> str:
    """A Map, which unlike an object has no inherited keys."""
    return "new Map(Object.entries({\n" + "".join(f"  {key}: {_line(value)},\n" for key, value in members.items()) + "}))"
