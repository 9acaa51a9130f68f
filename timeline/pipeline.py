"""The whole way of the data, from content/ to docs/, on one screen."""

from dataclasses import dataclass
from pathlib import Path

from timeline.articles import read_articles
from timeline.checks import run_checks
from timeline.chronology import arrange
from timeline.claims import collect_claims
from timeline.diagnostics import Diagnostic, errors, ordered
from timeline.entries import merge_claims
from timeline.model import Chronology
from timeline.progress import Progress, untold
from timeline.site import read_site
from timeline.vocabulary import read_vocabulary
from timeline.write import Changes, write_files


@dataclass(frozen=True)
class Outcome:
    """What a build found and did. `changes` is None where nothing was written."""

    chronology: Chronology
    problems: list[Diagnostic]
    changes: Changes | None


def build(root: Path, *, dry: bool = False, preview: bool = False, progress: Progress = untold) -> Outcome:
    """Builds the chronology below root: all problems are reported, and with an error nothing is written.

    `dry` never writes. `preview` writes what stands, and keeps the last good page of what does not. `progress` is told of the
    articles that are read and of the pages that are rendered.
    """
    site, in_site = read_site(root)
    vocabulary, in_vocabulary = read_vocabulary(root)
    articles, in_articles = read_articles(root, vocabulary, progress)
    claims, in_claims = collect_claims(articles, vocabulary)
    entries, in_entries = merge_claims(claims, articles)
    chronology = arrange(entries, articles, claims)
    found = run_checks(chronology)
    problems = ordered([*in_site, *in_vocabulary, *in_articles, *in_claims, *in_entries, *found])
    wrong = bool(errors(problems))
    if dry or (wrong and not preview) or vocabulary.names is None:
        return Outcome(chronology, problems, None)
    from timeline.exports import export_files  # a check needs neither, and they take long to load: templates, maps
    from timeline.render import render_pages

    files = render_pages(chronology, site, progress) | export_files(chronology, site)
    return Outcome(chronology, problems, write_files(root, files, keep_stale=wrong))
