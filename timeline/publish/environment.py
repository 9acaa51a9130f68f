"""What all templates have in common, whether they make pages or what feeds hold."""

from collections.abc import Callable, Hashable
from functools import lru_cache
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"


class Compiled(BytecodeCache):
    """Compiled templates, kept in memory: a preview builds again and again, and compiling takes longer than rendering.

    Jinja compiles a template anew when its text has changed. Environments that write values differently share none.
    """

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if its template was compiled before."""
        if known := self._known.get(bucket.key):
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._known[bucket.key] = bucket.bytecode_to_string()


_TEXTS = 1 << 16  # how many written texts are remembered: most are names and titles, which many pages show


def once() -> Callable[..., object]:
    """A function for templates: `once(macro, entry, brief)` is `macro(entry, brief)`, made once for the same arguments.

    The macro must depend on its arguments alone, and be imported without context, so that it is the same on every page. What
    was made is remembered for as long as the function is.
    """
    made: dict[tuple[Hashable, ...], object] = {}

    def make(macro: Callable[..., object], *arguments: Hashable) -> object:
        key = (macro, *arguments)
        if key not in made:
            made[key] = macro(*arguments)
        return made[key]

    return make


def make_environment(folder: Path, written: Callable[[str], str], compiled: Compiled | None = None) -> Environment:
    """Templates of a folder, for one build. Each value that one puts out is written by `written`, unless it is `Markup`
    already."""
    written = lru_cache(_TEXTS)(written)

    def finalize(value: object) -> Markup | str:
        if isinstance(value, Markup):
            return value
        return written("" if value is None else str(value))

    return Environment(
        loader=FileSystemLoader(folder),
        bytecode_cache=compiled,
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        auto_reload=False,  # or it would look at the file of each template that a page imports
        trim_blocks=True,
        lstrip_blocks=True,
    )
