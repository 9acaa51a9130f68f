"""The whole way of the data, from content/ to docs/, on one screen."""

from dataclasses import dataclass
from pathlib import Path

from timeline.articles import read_articles
from timeline.checks import run_checks
from timeline.chronology import arrange
from timeline.claims import collect_claims
from timeline.diagnostics import Diagnostic, errors, ordered
from timeline.entries import merge_claims
from timeline.exports import export_files
from timeline.model import Chronology
from timeline.render import render_pages
from timeline.site import read_site
from timeline.vocabulary import Vocabulary, read_vocabulary
from timeline.write import Changes, write_files


@dataclass(frozen=True)
class Outcome:
    """What a build found and did. `changes` is None where nothing was written."""

    chronology: Chronology
    problems: list[Diagnostic]
    changes: Changes | None
    vocabulary: Vocabulary


def build(root: Path, *, dry: bool = False, preview: bool = False) -> Outcome:
    """Builds the chronology below root: all problems are reported, and with an error nothing is written.

    `dry` never writes. `preview` writes what stands, and keeps the last good page of what does not.
    """
    site, in_site = read_site(root)
    vocabulary, in_vocabulary = read_vocabulary(root)
    articles, in_articles = read_articles(root, vocabulary)
    claims, in_claims = collect_claims(articles, vocabulary)
    entries, in_entries = merge_claims(claims, articles)
    chronology = arrange(entries, articles, claims)
    found = run_checks(chronology)
    problems = ordered([*in_site, *in_vocabulary, *in_articles, *in_claims, *in_entries, *found])
    wrong = bool(errors(problems))
    if dry or (wrong and not preview) or vocabulary.names is None:
        return Outcome(chronology, problems, None, vocabulary)
    files = render_pages(chronology, site) | export_files(chronology, site)
    return Outcome(chronology, problems, write_files(root, files, keep_stale=wrong), vocabulary)
