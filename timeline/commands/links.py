"""dateline links: check whether the addresses of the articles still answer."""

from pathlib import Path

import click

from timeline.cache import kept
from timeline.commands import pass_root
from timeline.console.report import bar
from timeline.console.terminal import write_output
from timeline.model.diagnostics import errors
from timeline.model.errors import UserError
from timeline.project import load
from timeline.review import link_report
from timeline.review.link_checker import LinkChecker, State

FORMATS = {"text": link_report.as_text, "markdown": link_report.as_markdown, "json": link_report.as_json}


@click.command
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="Output format.")
@pass_root
def command(root: Path, form: str) -> None:
    """Check whether the addresses of all articles still answer.

    This needs the network, and takes about a minute for a hundred articles. An address that does not answer is reported, but
    is not an error: the exit status is 0.
    """
    with kept(root, only_first=True) as memo:
        project = load(root, bar, memo)
        articles = project.chronology.articles
    if errors(project.problems):
        click.echo("Files with errors may be missing from this report: run `dateline check` to see the errors.", err=True)
        if not articles:
            raise UserError("no article could be read", "run `dateline check`, and correct the errors first")
    paths: dict[str, list[str]] = {}
    for article in sorted(articles, key=lambda article: article.path):
        for address in article.reference.addresses:
            paths.setdefault(address, []).append(article.path)
    user_agent = f"dateline-links (+{project.site.url})" if project.site.url else "dateline-links"
    results = LinkChecker(user_agent).check_all(paths, bar)
    write_output(FORMATS[form](results, paths))
    if results and all(result.state is State.FAILED for result in results):
        click.echo("No address answered. Check the network connection; a proxy is not supported.", err=True)
