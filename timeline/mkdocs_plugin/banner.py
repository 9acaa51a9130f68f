"""What a preview shows at the top of the page of an article that has errors."""

from collections.abc import Iterable
from html import escape
from pathlib import PurePosixPath
from types import SimpleNamespace

from timeline.model.diagnostics import Diagnostic, as_text, errors
from timeline.publish.page_types import page_path
from timeline.reading.article_rules import FOLDER


def errors_by_page(problems: Iterable[Diagnostic]) -> dict[str, list[str]]:
    """The errors of each article as text, by the path of its page below docs/."""
    found: dict[str, list[str]] = {}
    for problem in errors(problems):
        path = PurePosixPath(problem.at.path)
        if path.is_relative_to(FOLDER):
            found.setdefault(page_path(article=SimpleNamespace(id=path.stem)), []).append(as_text(problem))
    return found


def banner(texts: Iterable[str]) -> str:
    """Errors as HTML. They quote the article, which is untrusted."""
    listed = escape("\n\n".join(texts))
    return (
        '<div class="admonition failure tl-banner" role="alert" data-pagefind-ignore="">'
        '<p class="admonition-title">The article has errors. This page may show an older version of it.</p>'
        f"<pre><code>{listed}</code></pre></div>\n"
    )
