"""Where the vocabulary is: in content/vocabulary.yml, or in files of the same format in content/vocabulary/, or in both."""

import re
from dataclasses import replace
from pathlib import Path

from timeline.model.diagnostics import Diagnostic, Location
from timeline.model.schema import FORMAT
from timeline.reading import files
from timeline.reading.yaml_tree import Tree, load

FILE = "content/vocabulary.yml"
MORE = "content/vocabulary"  # a folder, for a vocabulary that is large or that several people keep
_SPLIT = f"move some of its names into another file of the same format: {MORE}/people.yml"
_NUMBER = re.compile("[0-9]{1,9}")  # Python reads no number of thousands of digits


def is_vocabulary(path: str) -> bool:
    """Whether a path below the project's folder is that of a file of the vocabulary."""
    return path == FILE or path.startswith(f"{MORE}/")


def vocabulary_paths(root: Path) -> list[Path]:
    """The files of the vocabulary that are there, in the order in which they are read. Hidden files are none."""
    one = root / FILE
    below = sorted((path for path in (root / MORE).rglob("*") if not _is_aside(path.relative_to(root / MORE))), key=Path.as_posix)
    more = [path for path in below if path.is_symlink() or not path.is_dir()]
    return [*([one] if one.is_symlink() or one.exists() else []), *more]


def vocabulary_trees(root: Path) -> tuple[list[Tree], list[Diagnostic]]:
    """The YAML of each file of the vocabulary, with the reasons for which one cannot be read."""
    trees: list[Tree] = []
    problems: list[Diagnostic] = []
    for path in vocabulary_paths(root) or [root / FILE]:
        tree = _tree(root, path)
        if isinstance(tree, Tree):
            trees.append(tree)
        else:
            problems += tree
    return trees, problems


def _is_aside(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts) or path.name.endswith("~")


def _tree(root: Path, path: Path) -> Tree | list[Diagnostic]:
    lines, problems = files.read_lines(root, path)
    if lines is None or problems:
        return [replace(problem, help=_SPLIT) if problem.code == "A105" else problem for problem in problems]
    if lines.path != FILE and (path.parent != root / MORE or path.suffix != ".yml"):
        at = Location(lines.path, 1, 1)
        return [Diagnostic("A107", at, "a file of the vocabulary in the wrong place", f"name it {MORE}/NAME.yml")]
    tree = load("\n".join(lines.lines), lines)
    if isinstance(tree, Diagnostic):
        return [tree]
    return [problem] if (problem := _other_format(tree)) else tree


def _other_format(tree: Tree) -> Diagnostic | None:
    """Whether the files are in a format that this version does not read. Then nothing else is said of the vocabulary."""
    stated = tree.data.get("format") if isinstance(tree.data, dict) else None
    if stated in (None, str(FORMAT)):
        return None
    help = f"write `format: {FORMAT}`, and check again"
    if isinstance(stated, str) and _NUMBER.fullmatch(stated):
        help = f"correct the files as the changelog of Dateline says, then write `format: {FORMAT}`"
        if int(stated) > FORMAT:
            help = "install a newer version of Dateline, and name it in requirements.txt"
    message = f"this version of Dateline reads format {FORMAT} of content/, and no other"
    return Diagnostic("V503", tree.at(("format",)), message, help)
