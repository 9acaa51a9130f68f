"""dateline suggest: what an article may lack, offered one by one or printed."""

from pathlib import Path

import click

from timeline.cache import kept
from timeline.commands import pass_root
from timeline.console.report import bar
from timeline.console.terminal import stdin_is_interactive, stdout_is_interactive, write_output
from timeline.contribute.edits import apply
from timeline.contribute.suggestions import ArticleSource, Suggester, Suggestion, read_article_source
from timeline.contribute.suggestions.output import as_json, as_text, changed_lines, in_order, summary
from timeline.contribute.suggestions.session import Session
from timeline.model import diagnostics
from timeline.model.diagnostics import Diagnostic, Location, counted, errors
from timeline.model.nearest import nearest
from timeline.project import load
from timeline.reading import files
from timeline.reading.article_rules import FOLDER
from timeline.reading.articles import article_paths

_KEYS = {"a": "accept", "s": "skip", "q": "quit"}


@click.command
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--print", "only_print", is_flag=True, help="Show everything at once and change nothing.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="json is for editors; it prints.")
@pass_root
def command(root: Path, file: Path, only_print: bool, form: str) -> None:
    """Suggest what the article FILE may lack: marks on date words, names, possible entries.

    Nothing is changed that you do not accept.
    """
    path = _found(root, file)
    source = _read(root, path)
    with kept(root, only_first=True) as memo:
        project = load(root, bar, memo)
        chronology = project.chronology  # made here, so that it is kept
    if not project.vocabulary.readable:
        click.echo("The vocabulary cannot be read, so no names are suggested; `dateline check` shows why.", err=True)
    if wrong := sum(problem.at.path == source.path for problem in errors(project.problems)):
        # Parts that cannot be read get no suggestions.
        click.echo(f"This file has {counted(wrong, 'error')}; `dateline check` shows them.", err=True)
    suggester = Suggester(chronology, project.vocabulary)
    if form == "json":
        write_output(as_json(source.path, suggester.suggest(source)))
    elif only_print or not (stdin_is_interactive() and stdout_is_interactive()):
        _print(source, suggester)
    else:
        _offer(Session(root, source, suggester))


def _found(root: Path, file: Path) -> Path:
    """The file as an absolute path below the folder of articles; it may be named from here or from the project's folder."""
    for candidate in (Path.cwd() / file, root / file):
        path = candidate.parent.resolve() / candidate.name
        if candidate.is_dir():
            raise _refused(file, "a folder", "name one article file")
        if candidate.is_file() and (root / FOLDER) not in path.parents:
            raise _refused(
                file, "not among the articles", f"name a file in {FOLDER}/YYYY/; `dateline new` and `dateline import` begin one"
            )
        if candidate.is_file():
            return path
    stem = file.name.replace("\\", "/").split("/")[-1].removesuffix(".md")  # as Windows writes paths
    known = {path.stem: path for path in article_paths(root)}
    like = known.get(stem) or known.get(nearest(stem, known) or "")
    help = f"did you mean {like.relative_to(root).as_posix()}?" if like else f"name a file below {FOLDER}/"
    raise _refused(file, "there is no such file", help)


def _read(root: Path, path: Path) -> ArticleSource:
    text, problems = files.read_text(root, path)  # as it is, for lines lose their ends
    if text is None:
        raise _stop(problems[0])
    name = path.relative_to(root).as_posix()
    if unsafe := files.unsafe_in(files.lines_of(name, text)):
        raise _stop(unsafe[0])
    source = read_article_source(name, text)
    if isinstance(source, Diagnostic):
        raise _stop(source)
    return source


def _refused(file: Path, message: str, help: str) -> click.exceptions.Exit:
    return _stop(Diagnostic("A103", Location(str(file), 1, 1), message, help))


def _stop(problem: Diagnostic) -> click.exceptions.Exit:
    """Print why there are no suggestions. The result is to be raised."""
    click.echo(diagnostics.as_text(problem) + "\n\nNo suggestions can be made for this file as it is.", err=True)
    return click.exceptions.Exit(1)


def _print(source: ArticleSource, suggester: Suggester) -> None:
    found = suggester.suggest(source)
    for suggestion in in_order(found):
        click.echo(as_text(suggestion) + "\n")
    click.echo(f"{summary(found)}. No changes made.")


def _offer(session: Session) -> None:
    """Offer the suggestions that change the file, then print those that are left to be done by hand."""
    for suggestion in session.offers():
        click.echo("\n" + as_text(suggestion))
        for line in changed_lines(session.source.text, apply(session.source.text, suggestion.edits)):
            click.echo(line)
        answer = _answer()
        if answer == "q":
            break
        if answer == "a":
            _accept(session, suggestion)
    else:
        for suggestion in session.suggester.suggest(session.source):
            if not suggestion.edits:
                click.echo("\n" + as_text(suggestion))
    click.echo(
        f"\n{counted(session.accepted, 'suggestion')} accepted." + (" Run dateline check next." if session.accepted else "")
    )


def _answer() -> str:
    """One letter. The end of the input is an answer too: quit."""
    while True:
        try:
            given = click.prompt("a accept, s skip, q quit", default="", show_default=False, prompt_suffix=": ")
        except click.Abort:
            click.echo()
            return "q"
        if found := next((key for key, word in _KEYS.items() if given.strip().lower() in (key, word)), None):
            return found
        click.echo("Type a, s or q, then Enter.")


def _accept(session: Session, suggestion: Suggestion) -> None:
    if problems := session.accept(suggestion):
        click.echo("Not written, because it would cause this error:")
        for problem in problems:
            click.echo(diagnostics.as_text(problem))
