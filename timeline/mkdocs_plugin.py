"""For MkDocs: runs the same pipeline before a build, indexes the site after it, and lets `mkdocs serve` follow content/.

The site does not depend on it: after `python build.py` the same tree comes out without it, and `python build.py search`
makes the index.
"""

import logging
import sys
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

sys.path.insert(0, str(Path(__file__).parent.parent))  # a hook is loaded by path, not as part of its package

from timeline.model.diagnostics import as_text, errors, summary
from timeline.model.errors import UserError
from timeline.pipeline import build
from timeline.publish.output import GENERATED
from timeline.publish.search_index import index_site

log = logging.getLogger("mkdocs.hooks.timeline")
_serving = False
_reported: list[str] = []


def on_startup(command: str, **_: Any) -> None:
    """MkDocs begins: for `serve`, a broken article must not stop the preview of the rest."""
    global _serving
    _serving = command == "serve"


def on_config(config: Any) -> Any:
    """Before MkDocs looks for pages: build them."""
    project = build(_root(config), preview=_serving).project
    shown = [as_text(problem) for problem in project.problems]
    news, _reported[:] = shown != _reported, shown  # a preview builds often; the same problems are said once
    for text in shown if news else ():
        print(text + "\n", file=sys.stderr)
    wrong = errors(project.problems)
    if wrong and not _serving:
        raise Abort(f"{summary(project.problems)} in content/")
    if news and _serving:
        log.info(f"{summary(project.problems)} in content/; the preview shows what stands" if wrong else "content/ is in order")
    return config


def on_post_build(config: Any) -> None:
    """After MkDocs has written the site: make what the search reads."""
    try:
        index_site(Path(config.site_dir))
    except UserError as error:
        if not _serving:
            raise Abort(str(error)) from error
        log.warning(str(error))


def on_serve(server: Any, config: Any, **_: Any) -> Any:
    """Watch the articles, the vocabulary, the templates and the manual; but not the pages that the build itself writes, or every
    edit would be built twice."""
    docs = Path(config.docs_dir)
    try:
        server.unwatch(str(docs))
    except KeyError:  # without live reload nothing is watched
        return server
    server.watch(str(docs), recursive=False)
    by_hand = (folder for folder in sorted(docs.iterdir()) if folder.is_dir() and folder.name != GENERATED)
    ours = (Path(__file__).parent / name for name in ("publish/templates", "checks/messages"))
    for folder in (*by_hand, _root(config) / "content", *ours):
        server.watch(str(folder))
    return server


def _root(config: Any) -> Path:
    return Path(config.config_file_path).resolve().parent
