"""What all tests share: a project folder made from text, and the switch that refreshes the golden site."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh", action="store_true", help="write the golden site anew instead of comparing with it")


SMALL_SITE = {
    "content/vocabulary.yml": "publishers:\n  bbc:\n    name: BBC\n  reuters:\n    name: Reuters\n",
    "content/articles/2022/x.md": """\
---
title: Saldo urges residents to leave
publisher: Reuters
url: https://example.org/x
published: 2022-10-13
language: en
text: brief
events:
  appeal:
    title: Saldo appeals to residents
---

[Saldo spoke [on Thursday]{.when}]{event=appeal}.
""",
    "content/articles/2022/y.md": """\
---
title: Kherson residents told to leave
publisher: BBC
url: https://example.org/y
published: 2022-10-14
language: en
text: brief
events:
  denial:
    title: An evacuation is denied
---

[They denied it [on Friday]{.when}]{event=denial}.
""",
}


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    """A project folder with two articles, not built yet."""
    root = tmp_path / "small-site"
    for name, text in SMALL_SITE.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root
