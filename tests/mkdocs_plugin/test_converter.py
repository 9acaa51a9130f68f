"""The plugin makes of the Markdown of a page what the engine makes of it."""

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.pages import Page

from support.engine import another_plugin, make_project
from support.sites import copy_project
from timeline.mkdocs_plugin.converter import TRIGGERS, Converter
from timeline.pipeline import build

# Texts in which patterns meet, and texts that only begin to match.
TEXTS = r"""
plain words, 1 < 2 and 3 > 2, a_b_c, 2 * 3 * 4, C:\dir, ]( and ]{ alone, ![ alone
`code [x](y.md)` and ``a ` b``, \`no code\`, \[no link\](x), \*no\*, &amp; &lt; &copy; & &;
*em* **strong** ***both*** _em_ __strong__ *a **b** c* **a *b* c** *open **open _open
[a](b.md) [a](<b c>) [a](b "title") [a] [a][b] [a](b [c](d) ![i](j.png) ![i] [![i](j)](k)
[span]{.x} [[in]{.a} out]{.b} [[l](about.md)]{.c} [l](about.md){.d} [open]{.x [x]{} *[em]{.y}* [*em*]{.z #id}
<b>html</b> <time datetime="x">t</time> <https://example.org/> <ada@example.org> <not closed
two blanks␣␣
and a new line\
[1968, month unknown](timeline/index.md) [2 entries]{.tl-count} and [x](timeline/index.md#there) [y](#here) [z](?q=1)
{: .para }

# Heading *em* {: .h }

> quoted [a]{.b}
> {: .q }

- item [a](about.md){.c}
    [next]{.d}
- <time>t</time> `c`

| a | b |
| --- | --- |
| [x]{.y} | `p|q` |

<div class="box" markdown>

inside [a]{.b} *c*

</div>

<details><summary>raw *not em*</summary><p>&#123;[no]{.x}</p></details>

```text
[a]{.b} <i>
```

[defined]: https://example.org/ "Title"
""".replace("␣", " ")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_project(tmp_path_factory.mktemp("converter") / "project")
    build(root)
    return root


def loaded(root: Path) -> tuple[MkDocsConfig, Files]:
    with another_plugin():
        config = load_config(str(root / "mkdocs.yml"))
    return config, get_files(config)


def test_hard_texts(project: Path) -> None:
    """Each alone, all together, and with a link definition, which makes references of brackets."""
    config, files = loaded(project)
    converter, file = Converter(config, files), files.get_file_from_path("about.md")
    assert file is not None
    for text in [*TEXTS.splitlines(), TEXTS, "[a][b] [c]\n\n[b]: about.md\n[c]: x"]:
        page = Page(None, file, config)
        page.markdown, page.meta = text, {}
        page.render(config, files)
        converted = converter.convert(text, file)
        assert converted.content == page.content, text
        assert [str(item) for item in converted.toc] == [str(item) for item in page.toc], text


def test_each_trigger_is_of_a_pattern(project: Path) -> None:
    """A pattern that a new version of a library calls by another name would be tried on every text."""
    converter = Converter(*loaded(project))
    assert set(TRIGGERS) == {item.name for item in converter._markdown.inlinePatterns._priority}


@pytest.mark.shipped
def test_the_pages_of_the_chronology(tmp_path: Path) -> None:
    """All generated pages."""
    root = copy_project(tmp_path / "project")
    build(root)
    config, files = loaded(root)
    generated = [file for file in files.documentation_pages() if file.src_uri.startswith("timeline/")]
    assert len(generated) > 100
    converter = Converter(config, files)
    for file in generated:
        page = Page(None, file, config)
        page.read_source(config)
        page.render(config, files)
        assert converter.convert(page.markdown or "", file).content == page.content, file.src_uri
