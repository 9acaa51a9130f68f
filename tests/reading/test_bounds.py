"""timeline/reading/bounds.py: what would keep an engine busy is refused, with its place."""

import subprocess
import sys
from time import process_time

import pytest

from support.markup import read
from timeline.reading.articles import read_article
from timeline.reading.vocabulary import Vocabulary


def problems(text: str) -> list[tuple[str, int, str]]:
    return [(problem.code, problem.at.line, problem.message) for problem in read(text).problems]


@pytest.mark.parametrize(
    ("paragraph", "message"),
    [
        ("a" * 20_001, "20,001 characters in one paragraph"),
        ("a < " * 2_001, "2,001 special characters in one paragraph"),
        ("\\\\" * 1_001, "2,002 special characters in one paragraph"),
        ("*a_" * 1_001, "2,002 special characters in one paragraph"),
    ],
)
def test_a_paragraph_that_is_too_long_is_reported_at_its_line(paragraph: str, message: str) -> None:
    assert problems(f"One.\n\n{paragraph}\n\nTwo.") == [("P416", 3, message)]
    assert problems(f"One.\n\n- Two.\n- {paragraph}") == [("P416", 4, message)]


@pytest.mark.parametrize("paragraph", ["a" * 20_000, "a < " * 2_000, "word\n" * 4_000, "`a` " * 1_000, "# " + "&" * 2_000])
def test_a_long_paragraph_is_read(paragraph: str) -> None:
    assert problems(paragraph) == []


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a\n" * 10_000, 1, "10,001 lines in one article"),
        ("a\n\n" * 3_000 + "```\n" + "a\n" * 2_500 + "```", 6_001, "more than 5,000 paragraphs and list items in one article"),
        ("- a\n" * 5_000, 2_500, "more than 5,000 paragraphs and list items in one article"),
        ("a\n\n" + ("&" * 1_900 + "\n\n") * 11, 3, "20,900 special characters in one article"),
    ],
)
def test_an_article_that_is_too_long_is_reported_once(text: str, line: int, message: str) -> None:
    assert problems(text) == [("P416", line, message)]


def test_a_tight_list_of_many_links_is_no_long_paragraph() -> None:
    assert problems("- [a](https://example.org/)\n" * 1_000) == []


def test_passages_count_once_for_each_of_their_events() -> None:
    events = " ".join(f"event-{number}" for number in range(20))
    passage = "[" + "a" * 15_000 + f']{{event="{events}"}}'
    message = "the passages up to here have more than 400,000 characters, counted once for each of their events"
    assert problems(passage) == []
    assert problems(f"{passage}\n\n{passage}") == [("P416", 3, message)]
    nested = "[" * 19 + "`a` " * 100 + "x" + "]{event=b}" * 19
    assert [code for code, _, _ in problems(f"{nested}\n\n" * 15)] == ["P416"]


def test_the_engine_is_done_with_the_longest_articles() -> None:
    """In a process of its own, with a limit far above the two seconds that each takes. It prints what it is at."""
    units = ["<", "&", "|a", "#", "\\\\", "*a_", "**x *y ", "`a` ", "![", "[a](https://example.org/) "]
    script = """
import signal, sys, markdown
from support.markup import read, written
for unit in sys.argv[1:]:
    print(repr(unit), flush=True)
    signal.alarm(60)
    special = sum(unit.count(character) for character in "\\\\`*_[]{}<>&|~#!")
    units = 280 if "[" in unit else 1_900 // special
    text = ("x" + unit * units + "x\\n\\n") * (19_000 // (special * units))
    found = read(text)
    assert not found.problems
    page = written(found)
    assert page.strip()
    markdown.markdown(page, extensions=["attr_list", "md_in_html", "tables", "pymdownx.bracketspan"])
"""
    command = [sys.executable, "-c", script, *units]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"PYTHONPATH": ":".join(sys.path)})
    assert (done.returncode, done.stdout.splitlines()) == (0, [repr(unit) for unit in units]), done.stderr


def test_blanks_in_a_file_that_cannot_be_read_take_time_in_proportion() -> None:
    """It took the square of them: 3 seconds for these."""
    text = "---\ntitle: [\nevents:\n  appeal:" + " " * 40_000 + "x\n---\n"
    begun = process_time()
    article, problems, named = read_article("content/articles/2022/x.md", text.encode(), Vocabulary({}))
    assert (article, bool(problems), named) == (None, True, frozenset())
    assert process_time() - begun < 1
