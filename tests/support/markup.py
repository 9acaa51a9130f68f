"""Texts of articles to try: strategies that make Markdown with spans, and payloads that must stay text."""

from itertools import takewhile

from hypothesis import strategies as st

from timeline.model.diagnostics import Lines
from timeline.publish.markdown_body import body_markdown
from timeline.reading.body import read_body
from timeline.reading.passages import Body
from timeline.reading.spans import parser
from timeline.reading.unsafe_characters import UNSAFE

# What means something in Markdown or in a span, and what stands round it in real text.
PARTS = st.sampled_from(
    [
        *"[]{}()<>*_`~|\\&#!\"'-+=.:^ ",
        *("\n", "\n\n", "\n\n", "  \n", "\t", "    ", "\n---\n", "\n===\n"),
        *("\n> ", "\n- ", "\n1. ", "\n10) ", "\n    - ", "\n# ", "\n### "),
        *("[", "]{event=a}", "]{event=b}", ']{event="a b"}', "]{.when}", ']{.when edtf="2022-10"}'),
        *("{.when}", "]{", "{event=a}", "]{.x}", "[two\nlines]{event=b}", "\\[no passage\\]"),
        *("[words]{.when}", "[a passage]{event=a}", "[a [day]{.when} in it]{event=a}"),
        *("[text](https://example.org/a_b?c=d&e)", "[mail](mailto:a@example.org)", "<https://example.org/>"),
        *("[x](javascript:alert(1))", "![i](https://example.org/i.png)", "<a@example.org>"),
        *("[ref]", "\n\n[ref]: https://example.org/ref\n\n", "[a][ref]", "https://example.org/"),
        *("`code`", "``a ` b``", "\n```\ncode\n```\n", "\n~~~ html\n<b>\n~~~\n", "\n\n    indented\n\n"),
        *("*em*", "**strong**", "***both***", "_x_", "$x$", "==m==", "^^i^^", "++k++", ":smile:"),
        *("<script>alert(1)</script>", "<b onclick=x>", "<!-- c -->", "<![CDATA[x]]>", "<?php ?>"),
        *("&lt;", "&#60;", "&#x3c;", "&amp;", "&nbsp;", "{: onclick=x }", "{#id}", "{: .c }"),
        *("!!! note", "??? x", '=== "Tab"', '--8<-- "x"', "| a | b |", "\n| - | - |\n", "[TOC]"),
        *("[^1]", "\n[^1]: x\n", "*[HTML]: x", "\nterm\n:   definition\n"),
        *("a", "b", "word", "Kherson", "Херсон", "на 13 жовтня", "“quoted”", "e\u0301", "\u200d", "\xa0", "😀"),
        *("1", "1986. A year", "x.", "0"),
    ]
)
# Without the controls and line separators that timeline/reading/files.py refuses.
ANY = st.text(st.one_of(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), st.sampled_from("\n\t")))
MARKED_UP = st.lists(PARTS, max_size=14).map("".join)
MANY = 400  # examples of a text to try
# One of each class: what would run, load, look like the site's own, or take the text away.
PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\\<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</p></div><script>alert(1)</script>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](&#106;avascript:alert(1))",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "![x](https://example.org/x.png)",
    "![x](x.png){ onload=alert(1) }",
    "<javascript:alert(1)>",
    "<https://example.org/>",
    "x{: onclick=alert(1) }",
    "x\n{: onclick=alert(1) }",
    "# x {#top onclick=alert(1)}",
    "[x]{onclick=alert(1)}",
    "<!-- --><script>alert(1)</script> <!-- -->",
    "<!--",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<style>*{display:none}</style>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<div markdown>\n\n# x\n\n</div>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;",
    "`<script>alert(1)</script>`",
    "```\n<script>alert(1)</script>\n```",
    "~~~ { onclick=alert(1) }\nx\n~~~",
    "- x\n\n~~~\n<script>alert(1)</script>\n~~~",
    "- x\n\n        <script>alert(1)</script>",
    "> x\n\n    <script>alert(1)</script>",
    "| a | b |\n| - | - |\n| <b onclick=x> | c |",
    "a | b <script>alert(1)</script> | c",
    "[TOC]",
    '!!! note "<script>alert(1)</script>"',
    "??? note\n    x",
    '=== "<script>alert(1)</script>"',
    '--8<-- "/etc/passwd"',
    "{% include 'x' %} {{ config }} {#- x -#}",
    "$<script>alert(1)</script>$",
    ":smile: ==x== ^^x^^ ~~x~~ ++ctrl++",
    "*[HTML]: <script>alert(1)</script>",
    "x[^1]\n\n[^1]: <script>alert(1)</script>",
    "klzzwxh:0001 \u0291wzxhzdk:0 wzxhzdk:0",
    "1234567890. x",
    "1986. A year",
    "1) x",
    "# x #",
    "#x",
    "+ x",
    "- x",
    "* * *",
    "---",
    "x\n===",
    "Vote Leave!",
    "Leave!]",
    "snake_case_word and 2*3*4",
    "\\",
    "'\"><script>alert(1)</script>",
]


def read(text: str) -> Body:
    return read_body(lines_of(text), 0)


def lines_of(text: str) -> Lines:
    return Lines("x.md", tuple(text.split("\n")))


def written(found: Body) -> str:
    """The body as Markdown, each passage as a span of the class `mark`."""
    return body_markdown(found.blocks, lambda number: "]{.mark}")


def plain(text: str) -> str:
    """What is to be seen of a text: its blanks joined, and what no text may hold shown as lost."""
    return " ".join(UNSAFE.sub("\ufffd", text).split())


def as_commonmark(text: str) -> str:
    """The source as CommonMark has it, without the marks; the oracle for what is to be seen.

    Numbers of a list that does not begin with 1 are seen too, and in HTML they are no text.
    """
    markdown = parser()
    for mark in ("span_open", "span_close", "broken_open", "broken_close", "fault"):
        markdown.add_render_rule(mark, lambda *_: "")
    tokens, counted = markdown.parse(text), []
    for place, token in enumerate(tokens):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            counted.append("start" in token.attrs)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            counted.pop()
        elif token.type == "list_item_open" and counted[-1]:
            inside = takewhile(lambda other, level=token.level: other.level > level, tokens[place + 1 :])
            if any(other.type in ("inline", "fence", "hr", "heading_open") for other in inside):
                token.tag = f"li>{token.info}. <i"
    return markdown.renderer.render(tokens, markdown.options, {})
