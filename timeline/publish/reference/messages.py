"""The pages of the manual on the codes of messages: one page a code, and their index."""

from pathlib import Path

from markupsafe import Markup

from timeline.checks.manual import HEAD, by_group, read_manual
from timeline.publish import escape
from timeline.publish.environment import make_environment

FOLDER = "docs/manual/messages"


def messages() -> dict[str, str]:
    """The text of each page by its path below the root of the repository."""
    environment = make_environment(Path(__file__).parent, lambda text: Markup(escape.inline(text)))
    environment.filters["markdown"] = Markup  # the text of the manual is our own
    index, page = (environment.get_template(name) for name in ("messages.md.j2", "message.md.j2"))
    rules = read_manual()
    pages = {"index": index.render(groups=by_group(rules), head=HEAD)} | {rule.code: page.render(rule=rule) for rule in rules}
    return {f"{FOLDER}/{name}.md": text.strip() + "\n" for name, text in pages.items()}
