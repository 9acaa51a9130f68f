"""What `check --fix` corrects, what it leaves alone, and how it writes."""

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.command_line import edit, run
from timeline.contribute.fixes import corrected
from timeline.dates import edtf_of
from timeline.model.diagnostics import Lines
from timeline.model.names import Name
from timeline.reading.atomic_write import replace_if_unchanged
from timeline.reading.body import read_body
from timeline.reading.vocabulary import Vocabulary
from timeline.reading.yaml_tree import Tree, load

PATH = "content/articles/2022/x.md"
SALDO = Name("people", "vladimir-saldo", "Vladimir Saldo")
KHERSON = Name("places", "kherson", "Kherson")
VOCABULARY = Vocabulary(
    {
        "publishers": {"Le Parisién": Name("publishers", "parisien", "Le Parisién"), "BBC": Name("publishers", "bbc", "BBC")},
        "people": {"Vladimir Saldo": SALDO, "Volodymyr Saldo": SALDO, "Ann Lee": Name("people", "a", "Ann Lee")},
        "places": {"Kherson": KHERSON, "Mala": Name("places", "mala", "Mala"), "Malá": Name("places", "mala-2", "Malá")},
        "organisations": {"Doctors' Union": Name("organisations", "doctors", "Doctors' Union")},
        "topics": {},
        "claims": {},
    }
)
HEAD = """\
title: A title
publisher: BBC
url: https://example.org/x
published: 2022-10-13
language: en
text: brief
"""
TEXT = "\n[It fell [on Thursday]{.when}]{event=fall}.\n"


def article(head: str, text: str = TEXT) -> str:
    return f"---\n{head}---\n{text}"


def fixed(text: str, path: str = PATH) -> str:
    """The corrected text; to correct it once more changes nothing."""
    after = corrected(path, text, VOCABULARY)
    assert corrected(path, after, VOCABULARY) == after
    return after


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("people: [vladimir saldo]", "people: [Vladimir Saldo]"),
        ("people: [Vladimír  Saldo, ANN LEE]", "people: [Vladimir Saldo, Ann Lee]"),
        ("people: ['vladimir saldo', \"ann lee\"]", "people: ['Vladimir Saldo', \"Ann Lee\"]"),
        ("people:\n      - vladimir saldo # head\n      - Ann Lee", "people:\n      - Vladimir Saldo # head\n      - Ann Lee"),
        ("people: [volodymyr saldo]", "people: [Volodymyr Saldo]"),  # of an alias the capitals
        ("organisations: [doctors’ union]", "organisations: [Doctors' Union]"),
        ("organisations: ['doctors’ union']", "organisations: ['Doctors'' Union']"),
    ],
)
def test_names_are_written_as_the_vocabulary_has_them(written: str, expected: str) -> None:
    head = HEAD + "events:\n  fall:\n    "
    assert fixed(article(f"{head}{written}\n")) == article(f"{head}{expected}\n")


@pytest.mark.parametrize(
    "written",
    [
        "people: [Volodymyr Saldo]",  # an alias
        "people: [Vladimir Salda]",  # only like it
        "people: [Saldo]",
        "places: [mala]",  # one of two
        "topics: [kherson]",  # of another kind
        'people: ["vladimir\\x20saldo"]',  # with an escape
        "people: vladimir saldo",  # no list
        "title: vladimir saldo",
        "summary: kherson",
    ],
)
def test_names_that_are_left_alone(written: str) -> None:
    text = article(f"{HEAD}events:\n  fall:\n    {written}\n")
    assert fixed(text) == text


def test_a_publisher_is_a_name_too() -> None:
    assert fixed(article(HEAD.replace("BBC", "bbc"))) == article(HEAD)
    assert "publisher: Le Parisién\n" in fixed(article(HEAD.replace("BBC", "le parisien")))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("13 October 2022", "2022-10-13"),
        ("October 13, 2022", "2022-10-13"),
        ("Thursday, 13 Oct. 2022", "2022-10-13"),
        ("13th october 2022", "2022-10-13"),
        ("2022/10/13", "2022-10-13"),
        ("2022/3/5", "2022-03-05"),
        ("2022-3-5", "2022-03-05"),
        ("October 2022", "2022-10"),
        ("May 2022", "2022-05"),
    ],
)
def test_dates_that_can_mean_one_thing(written: str, expected: str) -> None:
    assert edtf_of(written) == expected
    head = HEAD.replace("published: 2022-10-13", "published: {}") + "events:\n  fall:\n    when: {}\n    entry_when: {}\n"
    assert fixed(article(head.replace("{}", written))) == article(head.replace("{}", expected))


@pytest.mark.parametrize(
    "written",
    [
        "2022-10-13",
        "2022-10",
        "2022",
        "199X",
        "03/04/2022",
        "13/10/2022",
        "13.10.2022",
        "13 October 22",
        "13 October '22",
        "13 October",
        "October",
        "Friday, 13 October 2022",  # it was a Thursday
        "31 September 2022",
        "2022/13/10",
        "2022/10",  # a month, or an interval that is not finished
        "2022/10-13",
        "early October 2022",
        "before October 2022",
        "around 13 October 2022",
        "13-15 October 2022",
        "summer 2022",
        "the 1990s",
        "on Thursday",
        "last October 2022",
        "２０２２/10/13",
        "",
    ],
)
def test_dates_that_are_left_alone(written: str) -> None:
    assert edtf_of(written) is None


def test_keys_stand_in_the_order_of_the_schema_with_their_comments() -> None:
    given = """\
url: https://example.org/x
title: A title # as printed
publisher: BBC
language: en
text: brief

events:
  fall:
    places: [Kherson]
    # decided by the editors
    entry_when: 2022-10
    title: The fall
  other: {}
# by the page itself
published: 2022-10-13
"""
    expected = """\
title: A title # as printed
publisher: BBC
url: https://example.org/x
# by the page itself
published: 2022-10-13
language: en
text: brief

events:
  fall:
    title: The fall
    # decided by the editors
    entry_when: 2022-10
    places: [Kherson]
  other: {}
"""
    assert fixed(article(given)) == article(expected)


@pytest.mark.parametrize(
    "head",
    [
        "# of the file, or of the address?\nurl: https://example.org/x\ntitle: T\n",
        "url: https://example.org/x\n# for itself\n\ntitle: T\n",
        "url: https://example.org/x\ntitle: T\n# at the end\n",
        "url: https://example.org/x\n  # deeper\ntitle: T\n",
        "url: https://example.org/x\nunknown: 1\ntitle: T\n",
        "{url: https://example.org/x, title: T}\n",
        "url: https://example.org/x\ntitle: T\ntitle: U\n",
        "title: T\nevents:\n  fall: {when: 2022, title: T}\n",
        "title: T\nevents:\n  fall:\n    when: 2022\n  # less deep\n    title: T\n",
    ],
)
def test_heads_whose_order_is_not_certain(head: str) -> None:
    assert fixed(article(head)) == article(head)


def test_text_in_several_lines_moves_as_a_whole() -> None:
    given = HEAD.replace("title: A title\n", "").replace("text: brief\n", "text: brief\ntitle: >-\n  A long\n\n  title\n")
    assert fixed(article(given)) == article("title: >-\n  A long\n\n  title\n" + HEAD.replace("title: A title\n", ""))


def test_blanks_at_the_end_of_lines() -> None:
    given = article("title: A title \t\npublisher: BBC\n", "\n \nOne \nbreak  \nback\\\ntwo\t\n\n")
    assert fixed(given) == article("title: A title\npublisher: BBC\n", "\n\nOne\nbreak  \nback\\\ntwo\n\n")


def test_blanks_that_count_stay() -> None:
    head = article("note: |\n  one \n  two\ntitle: A title \n")
    assert "  one \n" in fixed(head)
    no_break = article(HEAD, "\none\\ \ntwo\n")  # without the blank the backslash would break the line
    assert fixed(no_break) == no_break


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("people: {}", "people: {}\n"),
        ("people: {}\r\n", "people: {}\r\n"),
        ("people: {}\r\nplaces: {}", "people: {}\r\nplaces: {}\r\n"),
        ("people: {}\r\nplaces: {}\n", "people: {}\nplaces: {}\n"),
        ("\ufeffpeople: {} \n", "\ufeffpeople: {}\n"),
    ],
)
def test_ends_of_lines(given: str, expected: str) -> None:
    assert fixed(given, "content/vocabulary.yml") == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no head \n",
        "---\ntitle: T \n",
        article("title: [T \n"),
        article("title: &a T \n"),
        article("title: T \n", "\x1b[31m \n"),
        article("title: T \n", "a lone \r carriage return \n"),
    ],
)
def test_what_cannot_be_read_is_left_alone(text: str) -> None:
    assert fixed(text) == text


LINES = st.sampled_from(
    [
        "title: T ",
        "title: 'T'",
        "publisher: bbc",
        "published: 13 October 2022",
        "published: 2022/10/13 # so",
        "text: brief",
        "note: |+\n  kept \n\n",
        "note: >-\n  folded  \n  # no comment\n",
        "# a comment",
        "  # a deep comment",
        "",
        " ",
        "events:\n  fall:\n    people: [vladimir saldo,Ann lee]\n    title: X\n    when: May 2022",
        "events: {fall: {when: 2022/1/2, title: x}}",
        "events:\n  fall:\n    topics: []\n\n    # of the title\n    title: X\n  # of b\n  b:\n    when: 2022",
        "unknown: x",
        'url: "https://example.org/x"',
        "- a",
        "---",
    ]
)


@given(st.lists(LINES, max_size=8), st.text(alphabet="ab \t\n`*[]{}=.>-#\\", max_size=40), st.sampled_from(["\n", "\r\n"]))
def test_the_meaning_stays(head: list[str], text: str, end: str) -> None:
    before = article("".join(line + "\n" for line in head), text).replace("\n", end)
    after = fixed(before)
    first, second = (_meaning(version) for version in (before, after))
    assert first == second


def _meaning(text: str) -> object:
    """What a file says, but for the names and dates that may be written in two ways."""
    lines = text.replace("\r\n", "\n").split("\n")
    end = next((number for number, line in enumerate(lines) if number and line.rstrip() == "---"), len(lines))
    tree = load("\n".join(lines[1:end]), Lines(PATH, lines), 1)
    return _same(tree.data) if isinstance(tree, Tree) else None, read_body(Lines(PATH, lines), end + 1)


def _same(data: object) -> object:
    ways = {
        "bbc": "BBC",
        "vladimir saldo": "Vladimir Saldo",
        "Ann lee": "Ann Lee",
        "May 2022": "2022-05",
        "2022/1/2": "2022-01-02",
    }
    ways |= {"13 October 2022": "2022-10-13", "2022/10/13": "2022-10-13"}
    if isinstance(data, dict):
        return {key: _same(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_same(value) for value in data]
    return ways.get(str(data), data)


# The command


def test_without_a_terminal_the_difference_is_shown_and_nothing_is_written(small_site: Path) -> None:
    edit(small_site, "publisher: Reuters", "publisher: reuters")
    before = (small_site / PATH).read_bytes()
    done = run("--root", small_site, "check", "--fix")
    assert (done.returncode, done.stderr) == (1, "")
    assert (
        done.stdout
        == """\
--- a/content/articles/2022/x.md
+++ b/content/articles/2022/x.md
@@ -1,6 +1,6 @@
 ---
 title: Saldo urges residents to leave
-publisher: reuters
+publisher: Reuters
 url: https://example.org/x
 published: 2022-10-13
 language: en
1 file can be corrected. No changes made; add `--yes` to correct.
"""
    )
    assert (small_site / PATH).read_bytes() == before


def test_with_yes_the_files_are_corrected_and_checked(small_site: Path) -> None:
    edit(small_site, "publisher: Reuters", "publisher: reuters")
    edit(small_site, "language: en", "langage: en")
    (small_site / PATH).chmod(0o640)
    done = run("--root", small_site, "check", "--fix", "--yes")
    assert done.returncode == 1
    assert done.stdout.endswith("\n1 file corrected.\n")
    assert "H301" in done.stderr
    assert "V501" not in done.stderr
    assert "publisher: Reuters\n" in (small_site / PATH).read_text(encoding="utf-8")
    assert stat.S_IMODE((small_site / PATH).stat().st_mode) == 0o640
    assert sorted(path.name for path in (small_site / PATH).parent.iterdir()) == ["x.md", "y.md"]


@pytest.mark.parametrize(("options", "told"), [([], ""), (["--yes"], "3 files checked, no errors.\n")])
def test_nothing_to_correct(small_site: Path, options: list[str], told: str) -> None:
    done = run("--root", small_site, "check", "--fix", *options)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "There is nothing that can be corrected safely.\n" + told


def test_only_the_files_that_are_named_are_corrected(small_site: Path) -> None:
    edit(small_site, "publisher: Reuters", "publisher: reuters")
    other = run("--root", small_site, "check", "--fix", "--yes", "content/articles/2022/y.md")
    assert (other.returncode, other.stdout.splitlines()[-1]) == (0, "1 file checked, no errors.")
    assert "publisher: reuters" in (small_site / PATH).read_text(encoding="utf-8")


@pytest.mark.parametrize("options", [["--yes"], ["--fix", "--format", "json"]])
def test_options_that_do_not_go_together(small_site: Path, options: list[str]) -> None:
    done = run("--root", small_site, "check", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert "\nhelp: " in done.stderr


def test_symbolic_links_are_left_alone(small_site: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.md"
    elsewhere.write_text(article("title: T \n"), encoding="utf-8")
    (small_site / "content/articles/2022/link.md").symlink_to(elsewhere)
    done = run("--root", small_site, "check", "--fix", "--yes")
    assert "A104" in done.stderr
    assert elsewhere.read_text(encoding="utf-8") == article("title: T \n")


def test_a_file_that_was_saved_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("saved meanwhile", encoding="utf-8")
    assert not replace_if_unchanged(path, "as it was read", "as it would be")
    assert path.read_text(encoding="utf-8") == "saved meanwhile"
    assert list(tmp_path.iterdir()) == [path]
