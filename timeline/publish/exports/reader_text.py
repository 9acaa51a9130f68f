"""The summaries of all entries, in order of time: what the site's own scripts look through for words."""

from timeline.publish import json_text
from timeline.publish.feed_items import Edition


def export(edition: Edition) -> dict[str, str]:
    return {"summaries.json": json_text.line([item.summary for item in edition.items]) + "\n"}
