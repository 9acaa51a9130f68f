"""CSL-JSON, for reference managers: the sources of all entries, each as what its reference and its kind say it is."""

from timeline.publish.export_file import ExportFile, Purpose
from timeline.publish.feed_items import Selection
from timeline.publish.json_text import line
from timeline.publish.source_citations import csl_item

FILES = (
    ExportFile(
        "sources.json",
        "CSL-JSON",
        "the articles for reference managers such as Zotero",
        "application/vnd.citationstyles.csl+json",
        Purpose.DOWNLOAD,
    ),
)


def export(selection: Selection) -> dict[str, str]:
    """The files: name -> text."""
    articles = {one.claim.article.id: one.claim.article for item in selection.items for one in item.entry.attestations}
    items = (line(csl_item(articles[id])) for id in sorted(articles))
    return {"sources.json": "[\n" + ",\n".join(items) + "\n]\n"}
