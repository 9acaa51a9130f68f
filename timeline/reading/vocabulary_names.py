"""The names of the files of the vocabulary, by what an article may write for them."""

from collections.abc import Iterable, Sequence

from timeline.model.diagnostics import Diagnostic, Location
from timeline.model.names import Name, NameKind
from timeline.model.schema import NameKeys, VocabularyKeys
from timeline.reading.bounds import MAX_SPECIAL, MAX_SPECIAL_IN_ALL, special
from timeline.reading.validation import validate
from timeline.reading.yaml_tree import Tree

MAX_ALIASES = 2_000  # characters of the aliases of one name
Places = dict[tuple[NameKind, str], Location]
Names = dict[NameKind, dict[str, Name]]


def names_of(trees: Sequence[Tree]) -> tuple[Names, Places, list[Diagnostic]]:
    """The names of all files by kind and spelling, the place of each by kind and id, and what is wrong."""
    names: Names = {}
    read = [validate(VocabularyKeys, tree) for tree in trees]
    problems = [problem for _, found in read for problem in found]
    for kind in NameKind:
        by_spelling: dict[str, Name] = {}
        ids: dict[str, Location] = {}
        for tree, (keys, _) in zip(trees, read, strict=True):
            for key, entry in (getattr(keys, kind) if keys else {}).items():
                problems += _add(by_spelling, ids, kind, key, entry, tree)
        names[kind] = _as_written(kind, trees) | by_spelling
    for tree, (keys, _) in zip(trees, read, strict=True):
        problems += _too_much(keys, tree) if keys else []
    return names, _places(names, trees), problems


def _too_much(keys: VocabularyKeys, tree: Tree) -> list[Diagnostic]:
    """The first name that has more than the engine and the search can take: its aliases are searched with each of its entries."""
    in_all = 0
    for kind in NameKind:
        for key, entry in getattr(keys, kind).items():
            amount = sum(map(special, (entry.name, entry.note or "", *entry.aliases)))
            in_all += amount
            for found, most, what in (
                (sum(map(len, entry.aliases)), MAX_ALIASES, "characters in the aliases of one name"),
                (amount, MAX_SPECIAL, "special characters in one name"),
                (in_all, MAX_SPECIAL_IN_ALL, "special characters in the names up to here"),
            ):
                if found > most:
                    help = f"remove what nobody writes: {most:,} are allowed"
                    return [Diagnostic("H306", tree.at_key((kind, key)), f"{found:,} {what}", help)]
    return []


def _places(names: Names, trees: Iterable[Tree]) -> Places:
    """The place of each name: in the first file that has it."""
    found: Places = {}
    known = {(kind, name.id) for kind, by_spelling in names.items() for name in by_spelling.values()}
    for tree in trees:
        for kind, id in known:
            if (kind, id) in tree.keys:
                found.setdefault((kind, id), tree.keys[(kind, id)])
    return found


def _as_written(kind: NameKind, trees: Iterable[Tree]) -> dict[str, Name]:
    """The names, right or wrong, so that a fault in one is not reported again for each article that uses it."""
    found: dict[str, Name] = {}
    for tree in trees:
        written = tree.data.get(kind) if isinstance(tree.data, dict) else None
        for key, entry in written.items() if isinstance(written, dict) else ():
            fields = entry if isinstance(entry, dict) else {}
            aliases = fields.get("aliases")
            spellings = [fields.get("name"), *(aliases if isinstance(aliases, list) else ())]
            if kind == NameKind.CLAIMS:  # articles write the id
                spellings = [key]
            found |= {spelling: Name(kind, key, spelling) for spelling in spellings if isinstance(spelling, str)}
    return found


def _add(
    found: dict[str, Name], ids: dict[str, Location], kind: NameKind, key: str, entry: NameKeys, tree: Tree
) -> list[Diagnostic]:
    """Adds the spellings of a name, unless its id is that of another file. Returns what is wrong."""
    at = tree.at_key((kind, key))
    if ids.setdefault(key, at) is not at:
        return [Diagnostic("V504", at, f"the id `{key}` of {kind} is already used at {ids[key]}", "remove one of the two")]
    fields = entry.model_dump(exclude={"note", "aliases"})
    name = Name(kind, key, note=entry.note or "", aliases=entry.aliases, **fields)
    spellings: list[tuple[str, Location]] = [(entry.name, tree.at((kind, key, "name")))]
    spellings += [(alias, tree.at((kind, key, "aliases", place))) for place, alias in enumerate(entry.aliases)]
    if kind == NameKind.CLAIMS:  # articles write the short id: `missiles: 84`
        spellings = [(key, at)]
    problems: list[Diagnostic] = []
    for spelling, place in spellings:
        if spelling in found:
            message = f"`{spelling}` is a name of two {kind}: {found[spelling].id} and {key}"
            problems.append(Diagnostic("V502", place, message, "remove it from one of the two"))
        found.setdefault(spelling, name)
    return problems
