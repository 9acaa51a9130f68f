"""dateline suggest: what is proposed for an article, what is not, and that accepting leaves every file whole."""

import json
import re
from pathlib import Path

import pytest

from support.command_line import run
from support.paths import ROOT
from support.terminal import on_terminal
from timeline.contribute.suggestions import ArticleSource, Suggester, Suggestion, read_article_source
from timeline.contribute.suggestions.output import changed_lines
from timeline.contribute.suggestions.session import Session
from timeline.model.diagnostics import Diagnostic
from timeline.model.errors import UserError
from timeline.project import load
from timeline.reading.vocabulary import read_vocabulary

PATH = "content/articles/2022/draft.md"
VOCABULARY = """\
people:
  vladimir-saldo:
    name: Vladimir Saldo
    aliases: [Volodymyr Saldo]
  ivan-petrenko:
    name: Ivan Petrenko
  oleh-petrenko:
    name: Oleh Petrenko
organisations:
  kherson-city-council:
    name: Kherson City Council
places:
  crimean-bridge:
    name: Crimean Bridge
    aliases: [Crimean (Kerch) Bridge]
    lat: 45.3
    lon: 36.5
  kherson:
    name: Kherson
    lat: 46.6
    lon: 32.6
  kyiv:
    name: Kyiv
    lat: 50.4
    lon: 30.5
topics:
  air-strikes:
    name: Air strikes
publishers:
  kyiv-independent:
    name: The Kyiv Independent
  reuters:
    name: Reuters
"""
FILED = """\
---
title: Saldo urges residents of the region to leave at once
publisher: Reuters
url: https://example.org/saldo
published: 2022-10-13
language: en
text: brief
events:
  saldo-appeal:
    title: Saldo asks residents to leave
    summary: He asks Moscow for transport to evacuate civilians across the river.
    people: [Vladimir Saldo]
    places: [Kherson]
---

[Vladimir Saldo asked people in Kherson [on Thursday]{.when} to evacuate]{event=saldo-appeal}.
"""


def draft_text(body: str, events: str = "", published: str = "2022-10-13", title: str = "What they said") -> str:
    """An article that lacks nothing else; its head has ten lines where no events are given."""
    date = f"published: {published}\n" if published else ""
    head = f"title: {title}\npublisher: Reuters\nurl: https://example.org/draft\n{date}language: en\ntext: brief\n"
    return f"---\n{head}{events}---\n\n{body}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one entry, saldo-appeal, of one article."""
    write(tmp_path, "content/vocabulary.yml", VOCABULARY)
    write(tmp_path, "content/articles/2022/filed.md", FILED)
    return tmp_path


def write(root: Path, path: str, text: str) -> Path:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(text.encode("utf-8"))
    return root / path


def suggester_of(root: Path) -> Suggester:
    return Suggester(load(root).chronology, read_vocabulary(root)[0])


def suggested(root: Path, text: str, kind: str) -> list[Suggestion]:
    source = read_article_source(PATH, text)
    assert isinstance(source, ArticleSource), source
    return [one for one in suggester_of(root).suggest(source) if one.kind == kind]


def accept_all(root: Path, text: str, *kinds: str) -> tuple[str, list[Diagnostic]]:
    """The file after everything of these kinds was accepted, and the errors for which something was not."""
    file = write(root, PATH, text)
    source = read_article_source(PATH, text)
    assert isinstance(source, ArticleSource), source
    session = Session(root, source, suggester_of(root))
    problems = [problem for offer in session.offers() if offer.kind in kinds for problem in session.accept(offer)]
    return file.read_bytes().decode("utf-8"), problems


# Date words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He spoke on Thursday.", [("on Thursday", "2022-10-13")]),
        (
            "He spoke late\nWednesday, and again last week.",
            [("late Wednesday", "2022-10-12"), ("last week", "2022-10-03/2022-10-09")],
        ),
        ("It fell on Oct. 8, 2022, at noon.", [("on Oct. 8, 2022, at noon", "2022-10-08")]),
        ("They voted from September 23 to 27.", [("from September 23 to 27", "2022-09-23/2022-09-27")]),
        ("They left (yesterday).", [("yesterday", "2022-10-12")]),
        ("*Yesterday* they left.", [("Yesterday", "2022-10-12")]),
        # What only looks like a date.
        ("Kherson may fall; they march on.", []),
        ("Some 1500 homes and about 2000 people had no power.", []),
        ("On Monday, ten people died.", [("On Monday", "2022-10-10")]),
        ("Two weeks ago, recently, the following day, on Friday.", []),
        # What no mark can be put round.
        ("See [the page](https://example.org/2022-10-08) and `2022-10-08`.", []),
    ],
)
def test_date_words_are_found(project: Path, text: str, found: list[tuple[str, str]]) -> None:
    dates = suggested(project, draft_text(f"[{text}]{{event=speech}}"), "date")
    assert [(one.facts["text"], one.facts["date"]) for one in dates if one.facts["date"]] == found


def test_the_place_and_the_markup_are_told(project: Path) -> None:
    (one,) = suggested(project, draft_text("[He spoke on Thursday]{event=speech}."), "date")
    assert (str(one.at), one.facts["end_line"], one.facts["end_column"]) == (f"{PATH}:10:11", 10, 22)
    assert one.message == "“on Thursday” is 13 October 2022, in the passage of speech"
    assert one.help == "mark it: [on Thursday]{.when}"
    assert one.certain


def test_what_is_marked_is_left_out_and_nothing_runs_across_a_mark(project: Path) -> None:
    body = "[He spoke [on Thursday]{.when}]{event=speech} 13 October and [left in]{event=leave} September."
    dates = suggested(project, draft_text(body), "date")
    assert [one.facts["text"] for one in dates] == ["13 October", "September"]


def test_outside_a_passage_there_is_nothing_to_accept(project: Path) -> None:
    (one,) = suggested(project, draft_text("He spoke on Thursday."), "date")
    assert one.message.endswith("in no passage")
    assert one.edits == ()


@pytest.mark.parametrize(
    ("body", "events", "doubt"),
    [
        (
            "[He spoke on Monday]{event=speech}.",
            "events:\n  speech:\n    when: 2022-10-12\n",
            "the head dates speech 12 October 2022",
        ),
        ("[He spoke on Monday]{event=saldo-appeal}.", "", "the entry saldo-appeal is dated 13 October 2022"),
        ("[He, in office since 2017, spoke on Monday]{event=speech}.", "", "other words date speech 10 October 2022"),
        ("[He spoke of 20 October]{event=speech}.", "", "the article was published before, 13 October 2022"),
    ],
)
def test_words_that_hardly_date_the_event_are_less_certain(project: Path, body: str, events: str, doubt: str) -> None:
    first = suggested(project, draft_text(body, events), "date")[0]
    assert not first.certain
    assert first.message.endswith(f"; but {doubt}")


@pytest.mark.parametrize(
    ("body", "published", "told"),
    [
        ("[It fell the following day]{event=fall}.", "2022-10-13", "it counts from another date in the text"),
        ("[It fell two weeks ago]{event=fall}.", "2022-10-13", "it is mostly a round number"),
        ("[It fell on Friday]{event=fall}.", "2022-10-13", "it is left open by its sentence and the day of publication"),
        ("[It fell on Friday]{event=fall}.", "", "it needs the day of publication"),
    ],
)
def test_words_that_are_no_date_are_told_with_the_reason(project: Path, body: str, published: str, told: str) -> None:
    (one,) = suggested(project, draft_text(body, published=published), "date")
    assert f"is not a date by itself: {told}; in the passage of fall" in one.message
    assert 'edtf="YYYY-MM-DD"' in one.help
    assert one.edits == ()


def test_they_are_not_told_where_something_else_dates_the_passage(project: Path) -> None:
    dates = suggested(project, draft_text("[It fell on Monday, and rose the following day]{event=fall}."), "date")
    assert [one.facts["text"] for one in dates] == ["on Monday"]


# Names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vladimir Saldo's men", ["Vladimir Saldo"]),
        ("Volodymyr\nSaldo spoke", ["Vladimir Saldo"]),
        ("the Kherson City Council met", ["Kherson City Council"]),
        ("The Kyiv Independent writes", []),
        ("air strikes hit Kyiv. Air strikes!", ["Air strikes", "Kyiv"]),
        ("KHERSON and Khersonese and kherson", []),
    ],
)
def test_names_are_found(project: Path, text: str, found: list[str]) -> None:
    names = suggested(project, draft_text(f"[{text}]{{event=speech}}."), "name")
    assert [one.facts["name"] for one in names] == found
    assert all(one.certain for one in names)


def test_a_surname_alone_is_less_certain(project: Path) -> None:
    (one,) = suggested(project, draft_text("[Saldo spoke, and Petrenko, of whom there are two]{event=speech}."), "name")
    assert (one.facts["name"], one.certain) == ("Vladimir Saldo", False)
    full = draft_text("[Saldo spoke]{event=speech}. Vladimir Saldo is the head.")
    assert [one.certain for one in suggested(project, full, "name") if one.facts["text"] == "Saldo"] == []


def test_names_that_the_event_has_already_are_left_out(project: Path) -> None:
    stated = "events:\n  speech:\n    places: [Kherson]\n"
    assert suggested(project, draft_text("[They met in Kherson]{event=speech}.", stated), "name") == []
    # The entry has it by the article that is filed.
    assert suggested(project, draft_text("[They met in Kherson]{event=saldo-appeal}."), "name") == []


def test_a_name_outside_the_passages_belongs_perhaps_to_the_only_event(project: Path) -> None:
    (one,) = suggested(project, draft_text("[They met]{event=speech}. Later, Kyiv."), "name")
    assert (one.facts["event"], one.certain, bool(one.edits)) == ("speech", False, True)
    (one,) = suggested(project, draft_text("[They met]{event=speech}. [And ate]{event=meal}. Later, Kyiv."), "name")
    assert (one.facts["event"], one.edits) == ("", ())
    (one,) = suggested(project, draft_text("[They met]{event=speech}.", title="Kyiv speaks"), "name")
    assert "is in the headline" in one.message


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "events:\n  speech:\n    places: [Kyiv]\n"),
        ("events:\n  other: {}\n", "events:\n  other: {}\n  speech:\n    places: [Kyiv]\n"),
        ("events:\n  speech: {}\n", "events:\n  speech: {places: [Kyiv]}\n"),
        ("events:\n  speech:\n", "events:\n  speech:\n    places: [Kyiv]\n"),
        ("events:\n  speech:\n    key: true\n", "events:\n  speech:\n    key: true\n    places: [Kyiv]\n"),
        (
            "events:\n  speech:\n    summary: >-\n      One.\n      Two.\n",
            "events:\n  speech:\n    summary: >-\n      One.\n      Two.\n    places: [Kyiv]\n",
        ),
        (
            "events:\n  speech:\n    title: A\n    topics: [Air strikes]\n",
            "events:\n  speech:\n    title: A\n    places: [Kyiv]\n    topics: [Air strikes]\n",
        ),
        ("events:\n  speech:\n    places: []\n", "events:\n  speech:\n    places: [Kyiv]\n"),
        ("events:\n  speech:\n    places: [Kherson]\n", "events:\n  speech:\n    places: [Kherson, Kyiv]\n"),
        (
            'events:\n  speech:\n    places: [Kherson, "Crimean (Kerch) Bridge"] # all\n',
            'events:\n  speech:\n    places: [Kherson, "Crimean (Kerch) Bridge", Kyiv] # all\n',
        ),
        (
            "events:\n  speech:\n    places:\n      - Kherson\n",
            "events:\n  speech:\n    places:\n      - Kherson\n      - Kyiv\n",
        ),
        ("events:\n  speech:\n    places:\n    - Kherson\n", "events:\n  speech:\n    places:\n    - Kherson\n    - Kyiv\n"),
    ],
)
def test_a_name_is_added_to_heads_of_every_usual_shape(project: Path, before: str, after: str) -> None:
    body = "[They met in Kyiv]{event=speech}."
    assert accept_all(project, draft_text(body, before), "name") == (draft_text(body, after), [])


@pytest.mark.parametrize("events", ["events: {}\n", "events:\n  speech:\n    places: Kherson\n", "events: [speech]\n"])
def test_where_the_head_has_another_shape_it_is_left_to_do_by_hand(project: Path, events: str) -> None:
    (one,) = suggested(project, draft_text("[They met in Kyiv]{event=speech}.", events), "name")
    assert one.edits == ()
    assert one.help == "add Kyiv to the places of speech in the head"


# Accepting


def test_marks_are_put_round_the_exact_words(project: Path) -> None:
    body = "> [He spoke late\n> Wednesday, 12 October]{event=speech}.\n\n- [*On Thursday* he left]{event=leave}."
    marked = (
        "> [He spoke [late\n> Wednesday, 12 October]{.when}]{event=speech}.\n\n- [*[On Thursday]{.when}* he left]{event=leave}."
    )
    assert accept_all(project, draft_text(body), "date") == (draft_text(marked), [])


def test_line_ends_and_the_mark_at_the_start_stay(project: Path) -> None:
    events = "events:\n  speech:\n    title: A speech\n"
    text = "\ufeff" + draft_text("[He spoke on Thursday in Kyiv]{event=speech}.", events).replace("\n", "\r\n")
    after, problems = accept_all(project, text, "date", "name")
    assert problems == []
    marked = draft_text("[He spoke [on Thursday]{.when} in Kyiv]{event=speech}.", events + "    places: [Kyiv]\n")
    assert after == "\ufeff" + marked.replace("\n", "\r\n")


def test_what_would_bring_an_error_is_dropped(project: Path) -> None:
    """The head says the 12th; with the words marked, the build would refuse the article (D606)."""
    text = draft_text("[He spoke on Monday]{event=speech}.", "events:\n  speech:\n    title: A\n    when: 2022-10-12\n")
    after, problems = accept_all(project, text, "date")
    assert after == text
    assert [problem.code for problem in problems] == ["D606"]


def test_errors_that_are_there_already_hinder_nothing(project: Path) -> None:
    text = draft_text("[He spoke on Thursday]{event=speech}.").replace("publisher: Reuters\n", "")
    after, problems = accept_all(project, text, "date")
    assert "[on Thursday]{.when}" in after
    assert problems == []


def test_a_file_that_was_changed_meanwhile_is_not_overwritten(project: Path) -> None:
    text = draft_text("[He spoke on Thursday]{event=speech}.")
    file, source = write(project, PATH, text), read_article_source(PATH, text)
    assert isinstance(source, ArticleSource)
    session = Session(project, source, suggester_of(project))
    offer = next(session.offers())
    file.write_text("something else", encoding="utf-8")
    with pytest.raises(UserError, match="was changed by another program"):
        session.accept(offer)
    assert file.read_text(encoding="utf-8") == "something else"


@pytest.mark.shipped
@pytest.mark.parametrize(
    "name", ["reuters-saldo", "guardian-day-262", "newstuck-saldo", "tvn24-przewodow", "ki-1115", "ap-iola-1005"]
)
def test_accepting_all_on_real_articles_keeps_them_whole(name: str, tmp_path: Path) -> None:
    """Without their marks they lack much; whatever is accepted, no more is wrong than before, and each word stays."""
    for source in (ROOT / "content").rglob("*.*"):
        write(tmp_path, source.relative_to(ROOT).as_posix(), source.read_text(encoding="utf-8"))
    file = tmp_path / f"content/articles/2022/{name}.md"
    text = re.sub(r"\[([^\[\]]*)\]\{\.when[^}\n]*\}", r"\1", file.read_text(encoding="utf-8"))
    text = re.sub(r"(?m)^    (?:people|organisations|places|topics): \[.*\]\n", "", text)
    file.write_text(text, encoding="utf-8")
    before = len([problem for problem in load(tmp_path).problems if problem.is_error])
    source = read_article_source(f"content/articles/2022/{name}.md", text)
    assert isinstance(source, ArticleSource)
    session = Session(tmp_path, source, suggester_of(tmp_path))
    for offer in session.offers():
        session.accept(offer)
    assert session.accepted > 0
    assert len([problem for problem in load(tmp_path).problems if problem.is_error]) <= before
    assert [one.text for one in session.source.paragraphs] == [one.text for one in source.paragraphs]


# Entries and duplicates


def test_an_entry_that_the_article_may_attest_is_told_with_reasons(project: Path) -> None:
    body = "On Thursday Vladimir Saldo wanted Moscow to find transport: the civilians of Kherson should evacuate."
    (one,) = suggested(project, draft_text(body), "entry")
    assert one.facts["event"] == "saldo-appeal"
    assert "same day (“On Thursday”); names Kherson and Vladimir Saldo" in one.message
    assert one.help.endswith("[words]{event=saldo-appeal}")


@pytest.mark.parametrize(
    "body",
    [
        "The weather was fine, and nobody said anything of note.",
        "[Vladimir Saldo asked people in Kherson on Thursday to evacuate]{event=saldo-appeal}.",  # it attests it already
    ],
)
def test_no_poor_entry_is_shown_and_none_that_is_attested(project: Path, body: str) -> None:
    assert suggested(project, draft_text(body), "entry") == []


@pytest.mark.parametrize(
    ("url", "title", "reason"),
    [
        ("http://www.example.org/saldo/?utm_source=feed&fbclid=1#top", "Something else", "the same address"),
        ("https://example.org/other", "Saldo urges residents of the region to leave, at once!", "nearly the same headline"),
        ("https://example.org/saldo?page=2", "Something else", None),
        ("https://example.org/other", "Saldo urges calm", None),
    ],
)
def test_an_article_that_is_filed_already_is_suspected(project: Path, url: str, title: str, reason: str | None) -> None:
    text = draft_text("They met.", title=title).replace("https://example.org/draft", url)
    found = [one.message for one in suggested(project, text, "article")]
    assert found == ([f"possible duplicate of content/articles/2022/filed.md: {reason}"] if reason else [])


# The command


def test_without_a_terminal_everything_is_printed_and_nothing_changed(project: Path) -> None:
    text = draft_text("[He spoke on Thursday in Kyiv]{event=speech}.")
    file = write(project, PATH, text)
    done = run("--root", project, "suggest", PATH, cwd=project)
    # The event has no date yet.
    assert (done.returncode, done.stderr) == (0, "This file has 1 error; `dateline check` shows them.\n")
    assert done.stdout.startswith(f"{PATH}:10:11: date “on Thursday” is 13 October 2022, in the passage of speech\n")
    assert done.stdout.endswith("1 date, 1 name. No changes made.\n")
    assert file.read_text(encoding="utf-8") == text


def test_no_suggestion_is_no_error(project: Path) -> None:
    write(project, PATH, draft_text("They met."))
    done = run("--root", project, "suggest", PATH)
    assert (done.returncode, done.stdout) == (0, "No suggestions. No changes made.\n")


def test_json_has_the_edits(project: Path) -> None:
    text = draft_text("[He spoke on Thursday]{event=speech}.")
    write(project, PATH, text)
    told = json.loads(run("--root", project, "suggest", "--format", "json", PATH).stdout)
    (one,) = told["suggestions"]
    assert (told["path"], one["kind"], one["line"], one["column"], one["date"]) == (PATH, "date", 10, 11, "2022-10-13")
    assert one["edits"] == [{"line": 10, "column": 11, "insert": "["}, {"line": 10, "column": 22, "insert": "]{.when}"}]


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("filed", "did you mean content/articles/2022/filed.md?"),
        ("content/articles/2022/filled.md", "did you mean content/articles/2022/filed.md?"),
        ("content/articles/2022", "name one article file"),
        ("content/vocabulary.yml", "name a file in content/articles/YYYY/"),
        ("\x1b[2J", "name a file below content/articles/"),
    ],
)
def test_a_file_that_is_none_is_told_with_the_way_out(project: Path, file: str, told: str) -> None:
    done = run("--root", project, "suggest", file)
    assert (done.returncode, done.stdout) == (1, "")
    assert told in done.stderr
    assert "\x1b" not in done.stderr


@pytest.mark.parametrize(
    "hostile",
    [
        b"", b"\xff\xfe\x00", b"no head at all", b"---\ntitle: [x\n---\n", b"---\n- a\n---\n[x", b"---\n---\n" + b"[" * 5000,
        b"---\nevents: 7\ntitle: [1]\nurl: {}\npublished: [2]\n---\nOn Thursday Kyiv.", b"---\na: *b\n---\n",
        b"---\nurl: 'http://['\ntitle: \"\\e[31m\"\n---\nx", b"---\ntitle: x\n---\n" + b"> " * 300 + b"On Thursday",
        b"---\ntitle: x\n---\n[\x1b[2J Kyiv on Thursday]{event=x}",
    ],
)  # fmt: skip
def test_hostile_files_neither_crash_nor_steer_the_terminal(project: Path, hostile: bytes) -> None:
    (project / PATH).write_bytes(hostile)
    for form in ("text", "json"):
        done = run("--root", project, "suggest", "--format", form, PATH)
        assert done.returncode in (0, 1)
        assert "Traceback" not in done.stderr
        assert [character for character in done.stdout + done.stderr if not (character.isprintable() or character == "\n")] == []


def test_on_a_terminal_each_is_offered_with_its_lines(project: Path) -> None:
    text = draft_text("[He spoke on Thursday in Kyiv]{event=speech}.", "events:\n  speech:\n    title: A speech\n")
    file = write(project, PATH, text)
    status, shown = on_a_terminal(project, "what", "a", "s")
    assert status == 0
    assert "- [He spoke on Thursday in Kyiv]{event=speech}." in shown
    assert "+ [He spoke [on Thursday]{.when} in Kyiv]{event=speech}." in shown
    assert "Type a, s or q, then Enter." in shown
    assert "+     places: [Kyiv]" in shown
    assert "1 suggestion accepted. Run dateline check next." in shown
    assert file.read_text(encoding="utf-8") == text.replace("on Thursday", "[on Thursday]{.when}")


@pytest.mark.parametrize("answer", ["q", "\x04", "\x03"])
def test_who_leaves_has_changed_nothing(project: Path, answer: str) -> None:
    text = draft_text("[He spoke on Thursday in Kyiv]{event=speech}.")
    file = write(project, PATH, text)
    status, shown = on_a_terminal(project, answer)
    assert (status, "0 suggestions accepted." in shown, "Traceback" in shown) == (0, True, False)
    assert file.read_text(encoding="utf-8") == text


def on_a_terminal(root: Path, *answers: str) -> tuple[int, str]:
    return on_terminal("--root", root, "suggest", PATH, answers=answers, prompt="q quit: ")


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("a\nb\nc\n", "a\n[b]\nc\n", ["- b", "+ [b]"]),
        ("a\r\nb\r\n", "a\r\nx\r\nb\r\n", ["+ x"]),
        ("on\nMonday\nc", "[on\nMonday]\nc", ["- on", "- Monday", "+ [on", "+ Monday]"]),
        ("b\nb\nb", "b\nb\nb\nb", ["+ b"]),
        ("x\n" * 30_000 + "on\n" + "x\n" * 30_000, "x\n" * 30_000 + "[on]\n" + "x\n" * 30_000, ["- on", "+ [on]"]),
    ],
    ids=["a line", "a new line", "two lines", "the same lines", "a file of equal lines"],
)
def test_the_lines_of_a_change_are_shown_alone(before: str, after: str, lines: list[str]) -> None:
    assert list(changed_lines(before, after)) == lines
