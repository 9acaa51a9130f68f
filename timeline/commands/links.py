"""build.py links: which addresses of the articles still answer."""

from pathlib import Path

import click

from timeline.commands import pass_root
from timeline.console.terminal import write_output
from timeline.model.diagnostics import errors
from timeline.project import load
from timeline.review import link_report
from timeline.review.link_checker import Asker

FORMATS = {"text": link_report.as_text, "markdown": link_report.as_markdown, "json": link_report.as_json}


@click.command
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="Form of the report.")
@pass_root
def command(root: Path, form: str) -> None:
    """Ask the addresses of all articles whether they still answer.

    This needs the network and takes about a minute for a hundred articles. An address that does not answer is told and is no
    error: the exit status is 0.
    """
    project = load(root)
    articles = project.chronology.articles
    if errors(project.problems):
        click.echo("Some files have errors, and may be missing here: `python build.py check` tells them.", err=True)
        if not articles:
            raise click.ClickException("no article could be read")
    paths: dict[str, list[str]] = {}
    for article in sorted(articles, key=lambda article: article.path):
        paths.setdefault(article.url, []).append(article.path)
    asker = Asker(agent=f"dateline-links (+{project.site.url})" if project.site.url else "dateline-links")
    answers = asker.ask_all(paths)
    write_output(FORMATS[form](answers, paths))
    if answers and all(answer.state == "fails" for answer in answers):
        click.echo("No address answers at all. Is this machine connected, and without a proxy in between?", err=True)
