"""What each export module declares of the files that it writes."""

from dataclasses import dataclass
from enum import Enum


class Purpose(Enum):
    """Who a file is for. This decides where the site links to it."""

    FOLLOW = "follow"
    """For feed readers and calendars. There is one for the whole chronology and one for each person, organisation, place
    and topic. The data page, the page of the name and the head of every page link to it."""

    SUBSCRIBE = "subscribe"
    """For feed readers. There is one, for the whole chronology. The data page and the head of the pages that are not of a name
    link to it."""

    DOWNLOAD = "download"
    """For programs. There is one, with all entries. The data page links to it."""

    SCRIPTS = "scripts"
    """For the site's own scripts. Nothing links to it."""


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file of an export. `description` follows the title on the data page; it is Markdown, without a full stop."""

    name: str
    title: str
    description: str
    media_type: str
    purpose: Purpose
