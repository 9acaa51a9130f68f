"""timeline/assembly/claims.py: names that the vocabulary does not have."""

import pytest

from support.article_heads import GOOD
from timeline.assembly.claims import collect_claims
from timeline.model.names import Name, NameKind
from timeline.reading import vocabulary
from timeline.reading.articles import read_article

HEAD = (
    f"---\n{GOOD}"
    + """\
events:
  pool-opens:
    title: The pool opens
    when: 2024-05-17
    people: [{}]
    organisations: [{}]
---

[The pool is open]{{event=pool-opens}}.
"""
)


def test_wrong_names_are_compared_with_the_right_ones_only_where_they_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []
    monkeypatch.setattr(vocabulary, "nearest", lambda word, known: compared.append(word))
    echo = Name(NameKind.PUBLISHERS, "echo", "Alderwick Echo")
    names = {**{kind: {} for kind in NameKind}, NameKind.PUBLISHERS: {echo.name: echo}}
    people, bodies = ([f"{word} {number}" for number in range(80)] for word in ("Person", "Body"))
    text = HEAD.format(", ".join(people), ", ".join(bodies))
    known = vocabulary.Vocabulary(names)
    article, problems, _ = read_article("content/articles/2024/pool.md", text.encode(), known)
    assert article
    assert problems == []
    _, wrong = collect_claims(article, known)
    assert [problem.code for problem in wrong] == ["V501"] * 160
    assert wrong[159].help == "add it to content/vocabulary.yml, under organisations: `body-79: {name: Body 79}`"
    assert compared == [*people, *bodies[:20]]
