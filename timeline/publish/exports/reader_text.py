"""The summaries of all entries, in order of time: what the site's own scripts look through for words."""

from timeline.publish import json_text
from timeline.publish.export_file import ExportFile, Purpose
from timeline.publish.feed_items import Selection

FILES = (ExportFile("summaries.json", "Summaries", "the summary of each entry", "application/json", Purpose.SCRIPTS),)


def export(selection: Selection) -> dict[str, str]:
    """The files: name -> text."""
    return {"summaries.json": json_text.line([item.summary for item in selection.items]) + "\n"}
