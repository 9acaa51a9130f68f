"""Input files that a text of a case cannot show: bytes, sizes, links; and the characters that no text may hold."""

from pathlib import Path

import pytest

from timeline.model.diagnostics import as_text
from timeline.pipeline import build
from timeline.reading import files

HELP = {"invisible": "help: delete it; most editors do not show this character", "utf-8": "help: save the file as UTF-8"}


def told(root: Path, data: bytes) -> list[str]:
    """What is told of one file with these bytes."""
    (root / "x.md").write_bytes(data)
    return [as_text(problem) for problem in files.read_lines(root, root / "x.md")[1]]


@pytest.mark.parametrize(
    ("data", "place", "byte"),
    [
        (b"\xff", "1:1", "0xff"),
        ("Київ ".encode() + b"\xe9t\xe9", "1:6", "0xe9"),
        (b"one\ntwo\n three \xc3", "3:8", "0xc3"),
        ("Київ".encode("utf-16"), "1:1", "0xff"),
        (b"surrogate \xed\xa0\x80", "1:11", "0xed"),
        (b"overlong \xc0\xbc", "1:10", "0xc0"),
    ],
)
def test_what_is_not_utf8_is_refused_at_its_first_byte(tmp_path: Path, data: bytes, place: str, byte: str) -> None:
    assert told(tmp_path, data) == [f"x.md:{place}: A101 byte {byte} is not valid UTF-8\n{HELP['utf-8']}"]


@pytest.mark.parametrize(
    "code", [0x00, 0x07, 0x0B, 0x1B, 0x7F, 0x85, 0x9B, 0x2028, 0x202E, 0x2066, 0xFEFF, 0xFDD0, 0xFFFF, 0x1FFFE]
)
def test_invisible_characters_are_refused_and_spelt_out(tmp_path: Path, code: int) -> None:
    line = f"Kherson{chr(code)}!"
    (problem,) = told(tmp_path, f"one\n{line}\n".encode())
    place, shown, caret, help = problem.split("\n")
    assert place == f"x.md:2:8: A102 the character U+{code:04X} is not allowed"
    assert shown == f"    Kherson<U+{code:04X}>!"
    assert caret == " " * 11 + "^"
    assert help == HELP["invisible"]


def test_one_problem_a_line(tmp_path: Path) -> None:
    assert [text.split(": ")[0] for text in told(tmp_path, b"\x01\x02\nfine\n\x03")] == ["x.md:1:1", "x.md:3:1"]


@pytest.mark.parametrize("text", ["", "a\tb\n", "عربي\u200f", "\u200dزwj", "e\u0301", "👩\u200d🚀", "\u00a0"])
def test_text_of_all_scripts_is_accepted(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text.encode()) == []


def test_a_mark_at_the_beginning_and_windows_line_ends_are_dropped(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_bytes(b"\xef\xbb\xbfone\r\ntwo\r\n")
    lines, problems = files.read_lines(tmp_path, tmp_path / "x.md")
    assert (lines.lines, problems) == (("one", "two", ""), [])


def test_a_lone_carriage_return_is_no_line_end(tmp_path: Path) -> None:
    assert [text.split("\n")[0] for text in told(tmp_path, b"one\rtwo")] == ["x.md:1:4: A102 the character U+000D is not allowed"]


def test_256_kib_are_accepted_and_a_byte_more_is_not(tmp_path: Path) -> None:
    assert told(tmp_path, b"a" * files.MAX_BYTES) == []
    assert told(tmp_path, b"a" * (files.MAX_BYTES + 1)) == [
        "x.md:1:1: A105 larger than 256 KiB\nhelp: split the file, or shorten it to the text that supports its events"
    ]


def test_a_project_without_a_vocabulary(tmp_path: Path) -> None:
    assert [as_text(problem) for problem in build(tmp_path).project.problems] == [
        "content/vocabulary.yml:1:1: A103 there is no such file\nhelp: add it, with at least the publishers of the articles"
    ]


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("content/articles/2022/x.md", "2022/x.md"),
        ("content/articles/2022", "2022"),
        ("content/articles", ""),
        ("content/vocabulary.yml", "2022/x.md"),
        ("content/articles/2022/gone.md", "gone.md"),
    ],
)
def test_symbolic_links_are_refused_wherever_they_stand(tmp_path: Path, name: str, target: str) -> None:
    """Nothing of what a link names is read."""
    root, elsewhere = tmp_path / "project", tmp_path / "elsewhere"
    (elsewhere / "2022").mkdir(parents=True)
    (elsewhere / "2022" / "x.md").write_text("the secret")
    (root / name).parent.mkdir(parents=True)
    (root / name).symlink_to(elsewhere / target)
    told = [as_text(problem) for problem in build(root).project.problems]
    assert any(": A104 a symbolic link\n" in text for text in told)
    assert "secret" not in "".join(told)
    assert not (root / "docs").exists()


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The superuser may read all, so that taking the right away would not do."""

    def refused(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "x.md").write_text("text", encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", refused)
    lines, problems = files.read_lines(tmp_path, tmp_path / "x.md")
    assert lines is None
    assert [as_text(problem) for problem in problems] == [
        "x.md:1:1: A103 cannot be read: Permission denied\nhelp: check the permissions of the file"
    ]
