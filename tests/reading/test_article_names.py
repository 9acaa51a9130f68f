"""An article that lists very many names."""

from pathlib import Path

import pytest

from timeline.model.diagnostics import as_text
from timeline.project import load

X = "content/articles/2022/x.md"


@pytest.mark.parametrize(("amount", "codes"), [(100, []), (101, ["H306"])])
def test_more_than_two_thousand_names_are_refused(small_site: Path, amount: int, codes: list[str]) -> None:
    people = "".join(f"  p{number}: {{name: P{number}}}\n" for number in range(100))
    topics = "topics:\n  t: {name: T}\n"
    (small_site / "content/vocabulary.yml").write_text(
        f"publishers:\n  bbc: {{name: BBC}}\npeople:\n{people}{topics}", encoding="utf-8"
    )
    for path in (small_site / "content/articles").glob("*/*.md"):
        path.unlink()
    head = "title: T\npublisher: BBC\nurl: https://example.org/1\npublished: 2022-10-13\nlanguage: en\ntext: brief\nevents:\n"
    names = ", ".join(f"P{number}" for number in range(100))
    events = "".join(
        f"  e{number}:\n    title: E {number}\n    when: 2022-10-13\n    people: [{names}]\n" for number in range(20)
    )
    more = "    topics: [T]\n" if amount > 100 else ""
    passages = "\n\n".join(f"[Words]{{event=e{number}}}" for number in range(20))
    (small_site / X).write_text(f"---\n{head}{events}{more}---\n\n{passages}\n", encoding="utf-8")
    problems = load(small_site).problems
    assert [problem.code for problem in problems if problem.is_error] == codes
    if codes:
        assert as_text(problems[0]).startswith(f"{X}:8:1: H306 the events of this article list 2,001 names\n")
