"""timeline/model/diagnostics.py: how many problems are printed."""

from timeline.model.diagnostics import Diagnostic, Location, Severity, first, left_out


def found(path: str, number: int, severity: Severity = Severity.ERROR) -> list[Diagnostic]:
    return [Diagnostic("A102", Location(path, line, 1), "wrong", "mend it", severity) for line in range(1, number + 1)]


def test_all_are_printed_where_they_are_few() -> None:
    problems = [*found("a.md", 100), *found("b.md", 100)]
    assert (first(problems), left_out(problems)) == (problems, "")


def test_the_first_of_each_file_are_printed() -> None:
    one, other = found("a.md", 60_000), found("b.md", 2)
    assert first(one + other) == one[:100] + other
    assert left_out(one + other) == "59,900 more problems: at most 100 for one file and 1,000 in all are shown."


def test_so_many_in_all_are_printed() -> None:
    problems = [problem for number in range(1_500) for problem in found(f"{number}.md", 1)]
    assert first(problems) == problems[:1000]


def test_notes_give_way_to_errors() -> None:
    notes, errors = found("a.md", 150, Severity.NOTE), found("a.md", 1)
    assert first([*notes, *errors]) == [*notes[:99], *errors]
